import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CellNumber, Handle } from '../../core/domain/ids';
import { cellStackName, shardStackName } from '../../core/domain/names';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse } from '../../core/input/problem';

/** DNS endpoints of clusters, which Google chooses when a cluster is made. */
export interface Endpoints {
  readonly cells: ReadonlyMap<CellNumber, string>;
  readonly tenants: ReadonlyMap<Handle, string>;
}

/** Before the first deploy. */
export const noEndpoints: Endpoints = { cells: new Map(), tenants: new Map() };

/** The endpoint of the cluster that a tenant works in, if it is known. */
export function tryFindEndpoint(endpoints: Endpoints, tenant: TenantPlan): string | undefined {
  return tenant.cluster === undefined
    ? endpoints.cells.get(tenant.cell)
    : endpoints.tenants.get(tenant.handle);
}

const OUTPUTS = z.record(z.string(), z.record(z.string(), z.unknown()));
const ENDPOINT = z.string().regex(/^[a-z0-9.-]+\.goog$/);

/** Reads what `cdktf deploy --outputs-file` wrote: outputs by stack. */
export function readEndpoints(file: string, plan: CohortPlan): Outcome<Endpoints> {
  const problem = (message: string): Outcome<never> =>
    refuse([
      {
        file,
        line: 1,
        column: 1,
        message,
        allowed: 'the file that cdktf writes',
        write: "npx cdktf deploy '*' --outputs-file outputs.json",
      },
    ]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return problem('there is no such file');
    if (error instanceof SyntaxError) return problem('this is not JSON');
    throw error;
  }
  const outputs = OUTPUTS.safeParse(parsed);
  if (!outputs.success) return problem('this is not a file of outputs by stack');
  const endpoint = (stack: string, name: string): readonly string[] => {
    const found = ENDPOINT.safeParse(outputs.data[stack]?.[name]);
    return found.success ? [found.data] : [];
  };
  return accept({
    cells: new Map(
      plan.cells.flatMap(({ number }) =>
        endpoint(cellStackName(number), 'cluster_endpoint').map((host) => [number, host] as const),
      ),
    ),
    tenants: new Map(
      plan.shards.flatMap(({ cell, number, tenants }) =>
        tenants.flatMap(({ handle }) =>
          endpoint(shardStackName(cell, number), `${handle}_cluster_endpoint`).map(
            (host) => [handle, host] as const,
          ),
        ),
      ),
    ),
  });
}
