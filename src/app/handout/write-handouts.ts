import { join } from 'node:path';
import type { Email } from '../../core/domain/ids';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import { replaceDirectory } from '../output-directory';
import type { Endpoints } from './endpoints';
import { tryFindEndpoint } from './endpoints';
import { clusterOf, cohortFacts, handout } from './handout';
import { kubeconfig } from './kubeconfig';

/** Writes `<handle>/README.md` and `<handle>/kubeconfig.yaml` for each tenant; gives how many. */
export function writeHandouts(plan: CohortPlan, folder: string, endpoints: Endpoints): number {
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const teams = teamsByMember(tenants);
  const facts = cohortFacts(plan);
  replaceDirectory(folder, (staging, files) => {
    for (const tenant of tenants) {
      const own = join(staging, tenant.handle);
      files.write(join(own, 'README.md'), handout(facts, tenant, teamsFor(tenant, teams)));
      const { name: cluster } = clusterOf(plan, tenant);
      const endpoint = tryFindEndpoint(endpoints, tenant);
      files.write(
        join(own, 'kubeconfig.yaml'),
        kubeconfig({ cluster, namespace: tenant.namespace, endpoint }),
      );
    }
  });
  return tenants.length;
}

function teamsByMember(tenants: readonly TenantPlan[]): ReadonlyMap<Email, readonly TenantPlan[]> {
  const teams = new Map<Email, TenantPlan[]>();
  for (const team of tenants.filter(({ kind }) => kind === 'team')) {
    for (const member of team.members) teams.set(member, [...(teams.get(member) ?? []), team]);
  }
  return teams;
}

function teamsFor(
  tenant: TenantPlan,
  teams: ReadonlyMap<Email, readonly TenantPlan[]>,
): readonly TenantPlan[] {
  return tenant.kind === 'team' ? [] : tenant.members.flatMap((member) => teams.get(member) ?? []);
}
