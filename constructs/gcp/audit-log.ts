import { LoggingProjectBucketConfig } from '@cdktf/provider-google/lib/logging-project-bucket-config';
import { ProjectIamAuditConfig } from '@cdktf/provider-google/lib/project-iam-audit-config';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { byText } from '../../src/core/domain/sorting';
import type { ProjectRef } from './refs';

/** Which calls are recorded: those that read configuration, read data, or write data. */
export type AuditLogType = 'ADMIN_READ' | 'DATA_READ' | 'DATA_WRITE';

/** What is recorded about one service. */
export interface AuditedService {
  /** A service such as `storage.googleapis.com`, or `allServices`. */
  readonly service: string;
  readonly logTypes: readonly AuditLogType[];
}

/** Who looked, everywhere; who wrote, where tenants' work is. Reads of data cost the most and say the least. */
const DEFAULT_SERVICES: readonly AuditedService[] = [
  { service: 'allServices', logTypes: ['ADMIN_READ'] },
  { service: 'artifactregistry.googleapis.com', logTypes: ['DATA_WRITE'] },
  { service: 'container.googleapis.com', logTypes: ['DATA_WRITE'] },
  { service: 'storage.googleapis.com', logTypes: ['DATA_WRITE'] },
];

export interface AuditLogProps {
  readonly project: ProjectRef;
  /**
   * Services to record; what `allServices` says holds for every other one too.
   *
   * @default - reads of configuration everywhere; writes of data in Artifact Registry, GKE and Cloud Storage
   */
  readonly services?: readonly AuditedService[];
  /**
   * Days that the project's `_Default` log bucket keeps its logs; beyond 30 they are billed.
   *
   * @default 30
   */
  readonly retentionDays?: number;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** What a project records about who did what, and for how long. */
export class AuditLog extends Construct {
  constructor(scope: Construct, id: string, props: AuditLogProps) {
    super(scope, id);
    const meta = props.dependsOn && { dependsOn: [...props.dependsOn] };
    for (const audited of [...(props.services ?? DEFAULT_SERVICES)].sort(byText(({ service }) => service))) {
      new ProjectIamAuditConfig(this, audited.service, {
        project: props.project,
        service: audited.service,
        auditLogConfig: [...new Set(audited.logTypes)].sort().map((logType) => ({ logType })),
        ...meta,
      });
    }
    new LoggingProjectBucketConfig(this, 'DefaultBucket', {
      project: props.project,
      location: 'global',
      bucketId: '_Default',
      retentionDays: props.retentionDays ?? 30,
      ...meta,
    });
  }
}
