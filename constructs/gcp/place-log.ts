import { LoggingLogView } from '@cdktf/provider-google/lib/logging-log-view';
import { LoggingLogViewIamBinding } from '@cdktf/provider-google/lib/logging-log-view-iam-binding';
import { LoggingProjectBucketConfig } from '@cdktf/provider-google/lib/logging-project-bucket-config';
import { LoggingProjectSink } from '@cdktf/provider-google/lib/logging-project-sink';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import type { Instant } from '../../src/core/domain/time';
import { expiryCondition } from './expiry-condition';
import { iamMembers } from './iam-members';
import type { LogSource } from './log-filter';
import { namespaceFilter } from './log-filter';
import type { ProjectRef } from './refs';

export interface PlaceLogProps {
  /** Project that logs are led to. */
  readonly project: ProjectRef;
  /** The same, as it is known now. */
  readonly projectId: ProjectId;
  readonly location: string;
  /** Name of bucket, sink and view. */
  readonly name: string;
  readonly source: LogSource;
  readonly namespace: string;
  readonly retentionDays: number;
  /** IAM members that read it; none means no binding. */
  readonly readers: readonly string[];
  /** End of the readers' access. */
  readonly expires: Instant;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * What pods of one namespace print, in a log bucket of its own, and a view of it for those who work there. The bucket takes
 * from the log of its project what is of that namespace; views cannot tell namespaces apart.
 *
 * @see https://cloud.google.com/logging/docs/logs-views (read 2026-11)
 */
export class PlaceLog extends Construct {
  constructor(scope: Construct, id: string, props: PlaceLogProps) {
    super(scope, id);
    const { project, projectId, location, name, readers } = props;
    const bucket = new LoggingProjectBucketConfig(this, 'Bucket', {
      project,
      location,
      bucketId: name,
      retentionDays: props.retentionDays,
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
    new LoggingProjectSink(this, 'Sink', {
      project,
      name,
      destination: `logging.googleapis.com/projects/${projectId}/locations/${location}/buckets/${name}`,
      filter: namespaceFilter(props.source, [props.namespace]),
      uniqueWriterIdentity: true,
      dependsOn: [bucket],
    });
    const parent = `projects/${projectId}`;
    const view = new LoggingLogView(this, 'View', {
      parent,
      location,
      bucket: name,
      name,
      // Only what a sink led here from the project of the cluster.
      filter: `SOURCE("projects/${props.source.projectId}")`,
      dependsOn: [bucket],
    });
    if (readers.length === 0) return;
    new LoggingLogViewIamBinding(this, 'Readers', {
      parent,
      location,
      bucket: name,
      name,
      role: 'roles/logging.viewAccessor',
      members: iamMembers(this, readers),
      condition: expiryCondition(props.expires),
      dependsOn: [view],
    });
  }
}
