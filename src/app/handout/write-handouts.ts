import { join } from 'node:path';
import { zipOf } from '../../core/archive/zip';
import type { Email } from '../../core/domain/ids';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import { replaceDirectory } from '../output-directory';
import type { Endpoints } from './endpoints';
import { tryFindEndpoint } from './endpoints';
import { clusterOf, cohortFacts, handout } from './handout';
import { kubeconfig } from './kubeconfig';
import type { ScansByPlace } from './scans-section';
import { noScans } from './scans-section';
import { EXAMPLES_ARCHIVE } from './toolkit-sections';

/**
 * Writes a page, a kubeconfig and an archive of the examples of toolkits into a folder for each tenant; gives how many. Most disks
 * take longer to make and remove very many small files than to write what is in them.
 */
export function writeHandouts(
  plan: CohortPlan,
  folder: string,
  endpoints: Endpoints,
  scans: ScansByPlace = noScans,
): number {
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const teams = teamsByMember(tenants);
  const facts = cohortFacts(plan, scans);
  replaceDirectory(folder, (staging, files) => {
    for (const tenant of tenants) {
      const own = join(staging, tenant.handle);
      const { page, files: beside } = handout(facts, tenant, teamsFor(tenant, teams));
      files.write(join(own, 'README.md'), page);
      if (beside.size > 0) files.give(join(own, EXAMPLES_ARCHIVE), zipOf(beside));
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
