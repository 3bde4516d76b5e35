import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse } from '../../core/input/problem';
import { readEndpoints, tryFindEndpoint } from '../handout/endpoints';
import { clusterOf } from '../handout/handout';
import { kubeconfig } from '../handout/kubeconfig';

/** How kubectl is to find the clusters. */
export interface ClusterOptions {
  readonly context?: string;
  readonly outputs?: string;
}

/** The flags by which kubectl finds a tenant's cluster: the same for all tenants of it. */
export type ClusterFlags = (tenant: TenantPlan) => readonly string[];

/**
 * Finds clusters by the context that is named, by the outputs of a deploy, or else by the contexts that
 * `gcloud container clusters get-credentials` makes.
 */
export function clusterFlags(
  plan: CohortPlan,
  tenants: readonly TenantPlan[],
  { context, outputs }: ClusterOptions,
  folder: string,
): Outcome<ClusterFlags> {
  if (outputs !== undefined) return flagsOfOutputs(plan, tenants, outputs, folder);
  if (context === undefined) {
    return accept((tenant) => {
      const { name, project } = clusterOf(plan, tenant);
      return ['--context', `gke_${project}_${plan.google.region}_${name}`];
    });
  }
  const names = new Set(tenants.map((tenant) => clusterOf(plan, tenant).name));
  if (names.size <= 1) return accept(() => ['--context', context]);
  return told(
    '--context',
    `the places are in ${names.size} clusters, and this is one`,
    '--outputs outputs.json',
  );
}

function flagsOfOutputs(
  plan: CohortPlan,
  tenants: readonly TenantPlan[],
  file: string,
  folder: string,
): Outcome<ClusterFlags> {
  const endpoints = readEndpoints(file, plan);
  if (!endpoints.ok) return endpoints;
  const unknown = tenants.find((tenant) => tryFindEndpoint(endpoints.value, tenant) === undefined);
  if (unknown !== undefined) {
    const { name } = clusterOf(plan, unknown);
    return told(file, `it does not tell the address of the cluster ${name}`, 'the outputs of a whole deploy');
  }
  mkdirSync(folder, { recursive: true });
  const paths = new Map<string, string>();
  for (const tenant of tenants) {
    const { name: cluster } = clusterOf(plan, tenant);
    if (paths.has(cluster)) continue;
    const path = join(folder, `kubeconfig-${cluster}.yaml`);
    const endpoint = tryFindEndpoint(endpoints.value, tenant);
    writeFileAtomic.sync(path, kubeconfig({ cluster, namespace: 'default', endpoint }));
    paths.set(cluster, path);
  }
  return accept((tenant) => ['--kubeconfig', paths.get(clusterOf(plan, tenant).name)!]);
}

const told = (file: string, message: string, write: string): Outcome<never> =>
  refuse([{ file, line: 1, column: 1, message, write }]);
