import type { StorageBucketLifecycleRule } from '@cdktf/provider-google/lib/storage-bucket';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { StorageBucketIamBinding } from '@cdktf/provider-google/lib/storage-bucket-iam-binding';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Instant } from '../../src/core/domain/time';
import { expiryCondition } from './expiry-condition';
import { iamMembers } from './iam-members';
import type { ProjectRef } from './refs';

const SECONDS_PER_DAY = 86_400;

export interface DataBucketProps {
  readonly project: ProjectRef;
  readonly name: string;
  readonly location: string;
  readonly labels: Readonly<Record<string, string>>;
  /** IAM members who may read, write and delete objects; none means no binding. */
  readonly users: readonly string[];
  /**
   * End of the users' access.
   *
   * @default - until it is taken away
   */
  readonly expires?: Instant;
  /** @default true */
  readonly versioning?: boolean;
  /**
   * Days that a replaced or deleted object is kept, where versioning is on.
   *
   * @default 30
   */
  readonly keepNoncurrentDays?: number;
  /**
   * Whether a bucket with objects in it may be destroyed.
   *
   * @default false
   */
  readonly forceDestroy?: boolean;
  /**
   * Days that Google can still restore a deleted object, billed as storage: 0, or 7 to 90.
   *
   * @default 7
   */
  readonly softDeleteDays?: number;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A private Cloud Storage bucket for a tenant's data. */
export class DataBucket extends Construct {
  constructor(scope: Construct, id: string, props: DataBucketProps) {
    super(scope, id);
    const versioning = props.versioning ?? true;
    const bucket = new StorageBucket(this, 'Resource', {
      project: props.project,
      name: props.name,
      location: props.location,
      labels: props.labels,
      uniformBucketLevelAccess: true,
      publicAccessPrevention: 'enforced',
      versioning: { enabled: versioning },
      softDeletePolicy: { retentionDurationSeconds: this.softDeleteSeconds(props.softDeleteDays ?? 7) },
      lifecycleRule: [
        ...(versioning ? [deleteNoncurrent(props.keepNoncurrentDays ?? 30)] : []),
        { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } },
      ],
      forceDestroy: props.forceDestroy ?? false,
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
    if (props.users.length === 0) return;
    new StorageBucketIamBinding(this, 'Users', {
      bucket: bucket.name,
      role: 'roles/storage.objectUser',
      members: iamMembers(this, props.users),
      ...(props.expires !== undefined && { condition: expiryCondition(props.expires) }),
    });
  }

  /** @see https://cloud.google.com/storage/docs/soft-delete */
  private softDeleteSeconds(days: number): number {
    if (days !== 0 && !(days >= 7 && days <= 90)) {
      throw new Error(`${this.node.path}: ${days} days of soft delete are not allowed: write 0, or 7 to 90`);
    }
    return days * SECONDS_PER_DAY;
  }
}

function deleteNoncurrent(days: number): StorageBucketLifecycleRule {
  return { action: { type: 'Delete' }, condition: { daysSinceNoncurrentTime: days } };
}
