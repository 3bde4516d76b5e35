import type { Capacity } from '../ledger/enroll';
import type { LimitId } from '../limits/limits';
import { LIMITS } from '../limits/limits';
import { sharesDeployers } from './github-plan';
import { sharesLogs } from './logs-plan';
import { sharesMachines } from './machine-plan';
import type { PlanInputs } from './plan-inputs';
import { sharesServices } from './serverless-plan';

/** How many tenants a shard and a cell of this cohort take: fewer where a project that they share has something of each. */
export function capacityOf({ config, course }: Pick<PlanInputs, 'config' | 'course'>): Capacity {
  const bounds: readonly (readonly [LimitId, boolean])[] = [
    ['tenantsPerCell', true],
    ['serviceAccountsPerProject', sharesServices(course, config)],
    ['machinesPerCell', sharesMachines(course, config)],
    ['workflowAccountsPerCell', sharesDeployers(course, config)],
    ['logBucketsPerProject', sharesLogs(config)],
  ];
  return {
    tenantsPerShard: LIMITS.tenantsPerShard.planFor,
    tenantsPerCell: Math.min(...bounds.flatMap(([id, holds]) => (holds ? [LIMITS[id].planFor] : []))),
  };
}
