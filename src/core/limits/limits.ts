/** A published or measured bound that a plan is held to. */
export interface Limit {
  readonly about: string;
  /** What the service refuses beyond. */
  readonly max: number;
  /** What we plan for: below `max` where the service counts more than it says. */
  readonly planFor: number;
  /** Where it is published or how it was measured, with the month. */
  readonly source: string;
}

/** Every bound the plan knows; shards and cells are sized from them. */
export const LIMITS = {
  tenantsPerShard: {
    about: 'tenants in one Terraform state',
    max: 50,
    planFor: 50,
    source: 'measured: terraform rewrites the state after each resource, 2026-11',
  },
  tenantsPerCell: {
    about: 'tenants in one cell, so that their principals fit one IAM policy',
    max: 1_000,
    planFor: 1_000,
    source: 'derived from principalsPerPolicy: 1,000 tenants leave 200 for staff and teams, 2026-11',
  },
  principalsPerPolicy: {
    about: 'principals in one IAM policy, each appearance counted',
    max: 1_500,
    planFor: 1_200,
    source: 'docs.cloud.google.com/iam/quotas, 2026-11; fewer with conditions or long names',
  },
  groupsPerPolicy: {
    about: 'Google groups in one IAM policy, each counted once',
    max: 250,
    planFor: 250,
    source: 'docs.cloud.google.com/iam/quotas, 2026-11',
  },
  namespacesPerCluster: {
    about: 'namespaces in one cluster',
    max: 10_000,
    planFor: 10_000,
    source: 'GoogleCloudPlatform/gke-policy-automation, 2026-11',
  },
  servicesPerCluster: {
    about: 'Services in one cluster',
    max: 10_000,
    planFor: 10_000,
    source: 'GoogleCloudPlatform/gke-policy-automation, 2026-11',
  },
  nodesPerPool: {
    about: 'nodes in one node pool',
    max: 1_000,
    planFor: 1_000,
    source: 'cloud.google.com/kubernetes-engine/quotas, 2026-11',
  },
  notificationChannelsPerBudget: {
    about: 'people a budget notifies by e-mail',
    max: 5,
    planFor: 5,
    source: 'provider google 6.50 google_billing_budget, 2026-11',
  },
  serviceAccountsPerProject: {
    about: 'service accounts in one project, as each service on Cloud Run has one',
    max: 100,
    planFor: 99,
    source: 'docs.cloud.google.com/iam/quotas, 2026-11; a default that can be raised',
  },
  machinesPerCell: {
    about: 'machines in one cell, as each has a service account',
    max: 99,
    planFor: 99,
    source: 'derived from serviceAccountsPerProject: Compute Engine has one, 2026-11',
  },
  workflowAccountsPerCell: {
    about: 'places in one cell whose workflows deploy, as each has a service account',
    max: 98,
    planFor: 98,
    source: 'derived from serviceAccountsPerProject: nodes and Compute Engine have one each, 2026-11',
  },
  logBucketsPerProject: {
    about:
      'places in one cell with a log of their own, as each has a log bucket in the project that they share',
    max: 98,
    planFor: 90,
    source:
      'docs.cloud.google.com/logging/quotas, 2026-11: 100, with the two of every project; a deleted one counts for 7 days',
  },
  cells: {
    about: 'cells of one cohort',
    max: 99,
    planFor: 99,
    source: 'names.ts: two digits in the project id, 2026-11',
  },
} as const satisfies Record<string, Limit>;

export type LimitId = keyof typeof LIMITS;

/** A plan that goes beyond a limit. */
export interface LimitBreach {
  readonly limit: LimitId;
  /** What goes beyond it: a cell, a shard, a tenant. */
  readonly where: string;
  readonly value: number;
  readonly max: number;
  /** What to change in cohort.yaml. */
  readonly remedy: string;
}

/** The breach, if `value` is beyond what is planned for. */
export function tryFindBreach(
  limit: LimitId,
  where: string,
  value: number,
  remedy: string,
): readonly LimitBreach[] {
  const max = LIMITS[limit].planFor;
  return value > max ? [{ limit, where, value, max, remedy }] : [];
}
