import { LoggingProjectExclusion } from '@cdktf/provider-google/lib/logging-project-exclusion';
import { LoggingProjectSink } from '@cdktf/provider-google/lib/logging-project-sink';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import type { LogSource } from './log-filter';
import { namespaceFilter } from './log-filter';
import type { MemberRef, ProjectRef } from './refs';
import { memberRef } from './refs';

export interface LogRouteProps {
  /** Project whose logs they are. */
  readonly project: ProjectRef;
  /** Project that they are led to. */
  readonly to: { readonly ref: ProjectRef; readonly id: ProjectId };
  readonly name: string;
  readonly source: LogSource;
  /** Namespaces whose logs are led there; at least one. */
  readonly namespaces: readonly string[];
  /** @default - nothing but the projects themselves */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Leads what pods of namespaces print from the project of their cluster to another one. The project that receives it looks at
 * it with sinks of its own, and keeps nothing that none of them takes. Metrics that are counted out of logs see it all the same.
 *
 * @see https://cloud.google.com/logging/docs/export/configure_export_v2 (read 2026-11)
 */
export class LogRoute extends Construct {
  /** IAM member that writes to the other project: it has to hold `roles/logging.logWriter` there. */
  readonly writer: MemberRef;

  constructor(scope: Construct, id: string, props: LogRouteProps) {
    super(scope, id);
    const { project, to, name } = props;
    const filter = namespaceFilter(props.source, props.namespaces);
    const sink = new LoggingProjectSink(this, 'Resource', {
      project,
      name,
      destination: `logging.googleapis.com/projects/${to.id}`,
      filter,
      uniqueWriterIdentity: true,
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
    this.writer = memberRef(sink.writerIdentity);
    // Else both projects store it with all that is theirs, and each copy is paid for.
    const excluded = { name, filter, dependsOn: [sink] };
    new LoggingProjectExclusion(this, 'Here', { project, ...excluded });
    new LoggingProjectExclusion(this, 'There', { project: to.ref, ...excluded });
  }
}
