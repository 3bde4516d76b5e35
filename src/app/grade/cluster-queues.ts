import type { Handle } from '../../core/domain/ids';
import { capacityOf } from '../../core/grading/capacity-of';
import type { PlaceRecord } from '../../core/grading/grading-records';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { ClusterFlags } from './cluster-flags';
import type { Place } from './grade-place';
import type { ClusterQueue } from './grade-places';
import { Kubectl } from './kubectl';
import { kubectlRunner } from './run-kubectl';

export interface ClusterQueuesProps {
  readonly plan: CohortPlan;
  /** Whom to grade, in the order of their turns. */
  readonly tenants: readonly TenantPlan[];
  /** The kubectl to run. */
  readonly program: string;
  readonly flags: ClusterFlags;
  /** What is known of places from earlier runs. */
  readonly places: ReadonlyMap<Handle, PlaceRecord>;
  /**
   * So many at once in each cluster.
   * @default - as many as its share of the cluster's nodes has room for
   */
  readonly atOnce?: number;
}

/** The places in the queues of their clusters. */
export function clusterQueues(props: ClusterQueuesProps): readonly ClusterQueue[] {
  const { plan, tenants, program, flags, places, atOnce } = props;
  const run = kubectlRunner(program);
  const queues = new Map<string, ClusterQueue & { readonly turns: Place[] }>();
  for (const tenant of tenants) {
    const { handle, namespace, quota } = tenant;
    const cluster = flags(tenant);
    const key = tenant.cluster?.name ?? String(tenant.cell);
    const capacity = atOnce === undefined ? capacityOf(plan, tenant) : { places: atOnce };
    const queue = queues.get(key) ?? { turns: [], capacity };
    const started = places.get(handle)?.started;
    queue.turns.push({
      handle,
      namespace,
      cpuLimit: quota.cpuLimit,
      kubectl: new Kubectl(run(cluster), namespace),
      ...(started === undefined ? {} : { started }),
    });
    queues.set(key, queue);
  }
  return [...queues.values()];
}
