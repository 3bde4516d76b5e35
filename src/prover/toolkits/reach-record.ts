import type { TenantPlan } from '../../core/plan/cohort-plan';

/** A toolkit of a place whose pods reach the Kubernetes API. */
export interface ReachRecord {
  readonly toolkit: string;
  /** Accounts of the place that its pods may run as, with a token. */
  readonly accounts: readonly string[];
}

/** What toolkits of a tenant reach beyond the rest of the place. */
export const reachesOf = ({ toolkits }: TenantPlan): readonly ReachRecord[] =>
  toolkits
    .filter(({ openings = [] }) => openings.includes('api-server'))
    .map(({ id, accounts = [] }) => ({ toolkit: id, accounts: accounts.map(({ name }) => name) }));
