import { windowOf } from '../calendar/window-of';
import type { Instant } from '../domain/time';
import type { LabPlan, TenantPlan } from '../plan/cohort-plan';

/** The end of what a tenant may hand in for a lab, its accommodation included; what is accepted late counts. */
export const deadlineOf = (tenant: TenantPlan, lab: LabPlan): Instant => windowOf(tenant, lab).closes;
