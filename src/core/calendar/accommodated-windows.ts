import type { Accommodation } from '../config/accommodations.schema';
import type { CohortConfig } from '../config/cohort.schema';
import type { Window } from '../course/calendar';
import type { Course } from '../course/course.schema';
import { atLocal, plusLocalDays } from '../domain/time';
import type { TenantKey } from '../ledger/ledger';
import { keyText } from '../ledger/ledger';
import { labsOf } from '../plan/tenant-keys';

/** Key of the tenant that an accommodation is for, as `keyText` writes it. */
export const accommodatedKey = ({ student, team }: Accommodation): string =>
  student ?? keyText({ team: team! });

/** Accommodations of each tenant, by `keyText`. */
export type AccommodationsByKey = ReadonlyMap<string, readonly Accommodation[]>;

export function accommodationsByKey({ accommodations }: CohortConfig): AccommodationsByKey {
  const byKey = new Map<string, Accommodation[]>();
  for (const each of accommodations) {
    const key = accommodatedKey(each);
    const own = byKey.get(key) ?? [];
    byKey.set(key, own);
    own.push(each);
  }
  return byKey;
}

/** What moving the windows of a tenant needs to know. */
export interface AccommodatedClass {
  readonly config: CohortConfig;
  readonly course: Course;
  readonly accommodations: AccommodationsByKey;
}

/** The class's window moved as one accommodation says; work that is late is accepted as long as for everyone. */
export function accommodatedWindow(
  window: Window,
  { extraDays, dueAt }: Accommodation,
  { config, course }: Pick<AccommodatedClass, 'config' | 'course'>,
): Window {
  const { timeZone } = config.term;
  const due =
    dueAt === undefined
      ? plusLocalDays(window.due, extraDays!, timeZone)
      : atLocal(dueAt.day, dueAt.time, timeZone);
  return { ...window, due, closes: plusLocalDays(due, course.late.acceptedDays, timeZone) };
}

/**
 * Windows of one tenant that are not the class's, in the course's order. What is said of a lab goes before what is
 * said of the whole term, and of a lab that somebody else works on nothing is said.
 */
export function accommodatedWindows(
  key: TenantKey,
  inputs: AccommodatedClass,
  windows: readonly Window[],
): readonly Window[] {
  const own = inputs.accommodations.get(keyText(key));
  if (own === undefined) return [];
  const kind = 'student' in key ? 'student' : 'team';
  const worked = new Set(labsOf(kind, inputs.course, inputs.config).map(({ id }) => id));
  return windows
    .filter(({ lab }) => worked.has(lab))
    .flatMap((window) => {
      const said = own.find(({ lab }) => lab === window.lab) ?? own.find(({ lab }) => lab === undefined);
      const moved = said === undefined ? window : accommodatedWindow(window, said, inputs);
      return moved.due === window.due ? [] : [moved];
    });
}
