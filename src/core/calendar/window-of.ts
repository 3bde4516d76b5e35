import type { Window } from '../course/calendar';
import type { Instant } from '../domain/time';
import type { LabPlan, TenantPlan } from '../plan/cohort-plan';

/** When a lab can be worked on, as it stands to an instant. */
export type WindowPhase = LabPlan['phase'];

/** The window of a lab for one tenant: its own if it was granted one, otherwise the class's. */
export function windowOf({ windows }: Pick<TenantPlan, 'windows'>, lab: LabPlan): Window {
  return windows?.find((window) => window.lab === lab.id) ?? classWindow(lab);
}

/** The window of a lab for everyone to whom no other was granted. */
export const classWindow = ({ id, opens, due, closes }: LabPlan): Window => ({ lab: id, opens, due, closes });

/** A lab is due from the due instant on: what comes then is late. */
export function phaseAt({ opens, due, closes }: Omit<Window, 'lab'>, at: Instant): WindowPhase {
  return at < opens ? 'upcoming' : at < due ? 'open' : at < closes ? 'late' : 'closed';
}
