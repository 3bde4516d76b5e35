import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { UseStep } from '../../rehearsal/scenario/scenario';
import { bucketName, repositoryName } from '../../rehearsal/provider/cloud-names';
import type { KubernetesObject } from '../../rehearsal/kubernetes/kubernetes-object';
import { clusterOfTenant } from './cluster-of-tenant';
import type { RehearsalGround } from './rehearsal-ground';

/** Lets students work: each makes what the step says, in the place that is theirs. */
export async function workInPlaces(ground: RehearsalGround, plan: CohortPlan, step: UseStep): Promise<void> {
  const places = plan.shards
    .flatMap(({ tenants }) => tenants)
    .filter(({ kind, held }) => kind === 'student' && !held);
  const working = step.students === 'all' ? places : places.slice(0, step.students);
  for (const tenant of working) {
    fill(ground, plan, tenant, step);
    const api = ground.clusters.of(clusterOfTenant(plan, tenant));
    for (const object of objectsOf(tenant, step)) await api.apply(object);
  }
}

/** Objects in the bucket and images in the registry. */
function fill({ simulation }: RehearsalGround, plan: CohortPlan, tenant: TenantPlan, step: UseStep): void {
  const { cloud } = simulation;
  const bucket = cloud.find(bucketName(tenant.bucket.name));
  numbered(step.objects).forEach((number) => {
    const name = `${bucket.name}/objects/data-${number}.csv` as const;
    if (cloud.tryFind(name) !== undefined) return;
    cloud.insert({
      name,
      type: 'storage.googleapis.com/Object',
      parent: bucket.name,
      data: { name: `data-${number}.csv`, bucket: tenant.bucket.name },
      madeBy: 'people',
      ...(bucket.project === undefined ? {} : { project: bucket.project }),
    });
  });
  const { project, repository } = tenant.registry;
  const images = cloud.find(repositoryName(project, plan.google.region, repository));
  numbered(step.images).forEach((number) => {
    const name = `${images.name}/dockerImages/app-${number}` as const;
    if (cloud.tryFind(name) !== undefined) return;
    cloud.insert({
      name,
      type: 'artifactregistry.googleapis.com/DockerImage',
      project,
      parent: images.name,
      data: { name: `app-${number}` },
      madeBy: 'people',
    });
  });
}

/** Volume claims and Services of type LoadBalancer: what leaves disks and forwarding rules behind. */
function objectsOf(tenant: TenantPlan, step: UseStep): readonly KubernetesObject[] {
  const { namespace } = tenant;
  return [
    ...numbered(step.volumes).map((number) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: `data-${number}`, namespace },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    })),
    ...numbered(step.loadBalancers).map((number) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `public-${number}`, namespace },
      spec: { type: 'LoadBalancer', selector: { app: 'demo' }, ports: [{ port: 80 }] },
    })),
  ];
}

const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
