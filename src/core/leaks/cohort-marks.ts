import type { CohortId, Handle } from '../domain/ids';
import {
  bucketName,
  budgetDisplayName,
  cellClusterName,
  cellProjectId,
  logsProjectId,
  machinesProjectId,
  serverlessProjectId,
  tenantClusterName,
  tenantProjectId,
} from '../domain/names';
import type { Ledger } from '../ledger/ledger';
import { placesOf } from '../ledger/ledger';
import type { CohortPlan } from '../plan/cohort-plan';

/** A tenant of the ledger, or a cell: whose a thing is. */
export interface Owner {
  readonly tenant?: Handle;
  readonly cell?: number;
}

/** All names by which a cohort's things are known, those of tenants who left long ago too. */
export interface CohortMarks {
  readonly cohort: CohortId;
  readonly prefix: CohortId;
  readonly domain: string;
  readonly stateBucket?: string;
  readonly tenants: ReadonlyMap<string, Owner>;
  readonly projects: ReadonlyMap<string, Owner>;
  readonly buckets: ReadonlyMap<string, Owner>;
  readonly budgets: ReadonlyMap<string, Owner>;
  readonly clusters: ReadonlyMap<string, Owner>;
}

/** What a cohort's things are called, by the plan and by every line that the ledger ever had. */
export function marksOf(plan: CohortPlan, ledger: Ledger): CohortMarks {
  const prefix = plan.google.projectPrefix;
  const places = [...placesOf(ledger).values()];
  const planned = plan.shards.flatMap(({ tenants }) => tenants);
  const tenants = new Map<Handle, Owner>(
    [...places, ...planned].map(({ handle, cell }) => [handle, { tenant: handle, cell }]),
  );
  const cells = [...new Set([...places.map(({ cell }) => cell), ...plan.cells.map(({ number }) => number)])];
  const owned = <Name extends string>(
    ofCell: ((cell: (typeof cells)[number]) => Name) | undefined,
    ofTenant: (handle: Handle) => Name,
  ): ReadonlyMap<string, Owner> =>
    new Map([
      ...[...tenants].map(([handle, owner]) => [ofTenant(handle), owner] as const),
      ...(ofCell === undefined ? [] : cells.map((cell) => [ofCell(cell), { cell }] as const)),
    ]);
  const services = [serverlessProjectId, machinesProjectId, logsProjectId].flatMap((projectOf) =>
    cells.map((cell) => [projectOf(prefix, cell), { cell } as Owner] as const),
  );
  return {
    cohort: plan.cohort,
    prefix,
    domain: plan.domain,
    ...(plan.state.backend === 'gcs' ? { stateBucket: plan.state.bucket } : {}),
    tenants,
    projects: new Map<string, Owner>([
      ...owned(
        (cell) => cellProjectId(prefix, cell),
        (handle) => tenantProjectId(prefix, handle),
      ),
      ...services,
    ]),
    buckets: owned(undefined, (handle) => bucketName(prefix, handle)),
    budgets: new Map<string, Owner>([
      ...owned(
        (cell) => budgetDisplayName(cellProjectId(prefix, cell)),
        (handle) => budgetDisplayName(tenantProjectId(prefix, handle)),
      ),
      ...services.map(([id, owner]) => [budgetDisplayName(id), owner] as const),
    ]),
    clusters: owned(
      (cell) => cellClusterName(prefix, cell),
      (handle) => tenantClusterName(prefix, handle),
    ),
  };
}
