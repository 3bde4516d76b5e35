import type { CohortPlan } from '../core/plan/cohort-plan';
import type { PersonRecord, PlaceRecord } from './cohort-record';

/** Everybody of a cohort by their e-mail, with the places that they work in. */
export function peopleOf(
  { staff }: CohortPlan,
  places: readonly PlaceRecord[],
): ReadonlyMap<string, PersonRecord> {
  const people = new Map<string, PersonRecord>();
  const roles = [['instructor', 'instructor', staff.instructors], ['ta', 'TA', staff.tas]] as const; // prettier-ignore
  for (const [role, word, emails] of roles) {
    emails.forEach((email, index) => {
      people.set(email, { email, label: `${word} ${index + 1}`, role, places: new Set() });
    });
  }
  // Students' own places first: a member of a team is best known by that.
  const byKind = [...places].sort((a, b) => Number(a.kind === 'team') - Number(b.kind === 'team'));
  for (const { handle, kind, namespace, members } of byKind) {
    for (const email of members) {
      const known = people.get(email);
      const label = known?.label ?? (kind === 'student' ? handle : `a member of ${handle}`);
      const role = known?.role ?? 'student';
      people.set(email, { email, label, role, places: new Set([...(known?.places ?? []), namespace]) });
    }
  }
  return people;
}
