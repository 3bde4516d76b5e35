import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { replaceDirectory } from '../output-directory';
import type { Endpoints } from './endpoints';
import { tryFindEndpoint } from './endpoints';
import { clusterOf, handout } from './handout';
import { kubeconfig } from './kubeconfig';

/** Writes `<handle>/README.md` and `<handle>/kubeconfig.yaml` for each tenant; gives how many. */
export function writeHandouts(plan: CohortPlan, folder: string, endpoints: Endpoints): number {
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  replaceDirectory(folder, (staging) => {
    for (const tenant of tenants) {
      const own = join(staging, tenant.handle);
      mkdirSync(own);
      writeFileSync(join(own, 'README.md'), handout(plan, tenant));
      const { name: cluster } = clusterOf(plan, tenant);
      const endpoint = tryFindEndpoint(endpoints, tenant);
      writeFileSync(
        join(own, 'kubeconfig.yaml'),
        kubeconfig({ cluster, namespace: tenant.namespace, endpoint }),
      );
    }
  });
  return tenants.length;
}
