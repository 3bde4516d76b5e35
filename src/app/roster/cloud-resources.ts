import type { Tier } from '../../core/config/cohort.schema';
import type { TenantPlan } from '../../core/plan/cohort-plan';

/** Terraform resources of a place in use; tests hold them against what the examples come to. */
const RESOURCES: Readonly<Record<Tier, number>> = { namespace: 6, project: 27, cluster: 54 };

/** Terraform resources that stand for a place. */
export const cloudResources = ({ tier }: TenantPlan): number => RESOURCES[tier];
