import type { Instant } from '../domain/time';
import type { LabPlan, TenantPlan } from '../plan/cohort-plan';

/** The end of what a tenant may hand in for a lab; what is accepted late counts. */
export const deadlineOf = (_tenant: TenantPlan, lab: LabPlan): Instant => lab.closes;
