import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { DataBucket } from '../constructs/gcp/data-bucket';
import { ImageRepository } from '../constructs/gcp/image-repository';
import type { ProjectNumberRef, ProjectRef } from '../constructs/gcp/refs';
import { workloadPrincipal } from '../constructs/gcp/workload-principal';
import type { ProjectId } from '../src/core/domain/ids';
import { WORKLOAD_ACCOUNT } from '../src/core/domain/names';
import type { TenantPlan } from '../src/core/plan/cohort-plan';

/** Project whose workload identity pool knows the tenant's pods: that of the cluster they run in. */
export interface WorkloadProject {
  readonly id: ProjectId;
  readonly number: ProjectNumberRef;
}

export interface TenantCloudProps {
  readonly tenant: TenantPlan;
  readonly region: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Project that holds the tenant's registry and bucket. */
  readonly project: ProjectRef;
  readonly workload: WorkloadProject;
  /** IAM members that pull the tenant's images. */
  readonly readers: readonly string[];
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** What a tenant has on Google Cloud in every tier: a registry and a bucket, open to it and to its pods. */
export class TenantCloud extends Construct {
  constructor(scope: Construct, id: string, props: TenantCloudProps) {
    super(scope, id);
    const { tenant, region, project, labels, readers } = props;
    const dependsOn = props.dependsOn === undefined ? {} : { dependsOn: props.dependsOn };
    new ImageRepository(this, 'Images', {
      project,
      location: region,
      repositoryId: tenant.registry.repository,
      labels,
      writers: tenant.registry.writers,
      readers,
      ...dependsOn,
    });
    const pods = workloadPrincipal({
      projectNumber: props.workload.number,
      projectId: props.workload.id,
      namespace: tenant.namespace,
      serviceAccount: WORKLOAD_ACCOUNT,
    });
    new DataBucket(this, 'Data', {
      project,
      name: tenant.bucket.name,
      location: region,
      labels,
      users: tenant.held ? [] : [...tenant.bucket.users, pods],
      expires: tenant.bucket.expires,
      // A destroy has to come to its end whatever students left in it; Google can restore it for a week.
      forceDestroy: true,
      ...dependsOn,
    });
  }
}
