import type { Instant } from '../domain/time';

/** When the nodes of a cluster may be upgraded. */
export interface MaintenancePlan {
  readonly startTime: Instant;
  readonly endTime: Instant;
  /** RFC 5545 recurrence rule, in UTC. */
  readonly recurrence: string;
  readonly exclusions: readonly MaintenanceExclusion[];
}

/** When none may. */
export interface MaintenanceExclusion {
  readonly name: string;
  readonly startTime: Instant;
  readonly endTime: Instant;
  /** Around a deadline no node may restart. */
  readonly scope: 'NO_UPGRADES';
}
