import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { StorageBucketIamBinding } from '@cdktf/provider-google/lib/storage-bucket-iam-binding';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import { iamMembers } from './iam-members';

export interface StateBucketProps {
  /** A project that exists already: state has to outlive every project that Practicum makes. */
  readonly project: ProjectId;
  readonly name: string;
  readonly location: string;
  readonly labels: Readonly<Record<string, string>>;
  /** IAM members who may deploy, and so read and write state; none means no binding. */
  readonly admins: readonly string[];
  /**
   * What must stand before the bucket is made: the services of its project.
   * @default - nothing but what the properties refer to
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** The bucket that holds the Terraform state of all other stacks. */
export class StateBucket extends Construct {
  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    const bucket = new StorageBucket(this, 'Resource', {
      project: props.project,
      name: props.name,
      location: props.location,
      labels: props.labels,
      uniformBucketLevelAccess: true,
      publicAccessPrevention: 'enforced',
      versioning: { enabled: true },
      softDeletePolicy: { retentionDurationSeconds: 604_800 },
      lifecycleRule: [
        // Both at once: the newest 50 stay however old, and all of 90 days stay however many.
        { action: { type: 'Delete' }, condition: { numNewerVersions: 50, daysSinceNoncurrentTime: 90 } },
        { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } },
      ],
      forceDestroy: false,
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
    if (props.admins.length === 0) return;
    new StorageBucketIamBinding(this, 'Admins', {
      bucket: bucket.name,
      role: 'roles/storage.objectAdmin',
      members: iamMembers(this, props.admins),
    });
  }
}
