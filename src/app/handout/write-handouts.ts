import { join } from 'node:path';
import type { Email } from '../../core/domain/ids';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { OutputFiles } from '../background-files';
import { replaceDirectory } from '../output-directory';
import type { Endpoints } from './endpoints';
import { tryFindEndpoint } from './endpoints';
import { clusterOf, cohortFacts, handout } from './handout';
import { kubeconfig } from './kubeconfig';

/** Writes a page, a kubeconfig and the examples of toolkits into a folder for each tenant; gives how many. */
export function writeHandouts(plan: CohortPlan, folder: string, endpoints: Endpoints): number {
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const teams = teamsByMember(tenants);
  const facts = cohortFacts(plan);
  replaceDirectory(folder, (staging, files) => {
    const examples = new SharedTexts(files);
    for (const tenant of tenants) {
      const own = join(staging, tenant.handle);
      const { page, files: beside } = handout(facts, tenant, teamsFor(tenant, teams));
      files.write(join(own, 'README.md'), page);
      for (const [name, text] of beside) examples.write(name, join(own, name), text);
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

/** Files that most tenants have alike: each text of a name is written once, and has other names after that. */
class SharedTexts {
  private readonly last = new Map<string, { readonly path: string; readonly text: string }>();

  constructor(private readonly files: OutputFiles) {}

  write(name: string, path: string, text: string): void {
    const last = this.last.get(name);
    if (last?.text === text) return this.files.link(last.path, path);
    this.files.write(path, text);
    this.last.set(name, { path, text });
  }
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
