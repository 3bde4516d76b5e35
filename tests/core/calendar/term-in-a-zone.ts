import fc from 'fast-check';
import type { TermInputs } from '../../../src/core/calendar/transitions';
import type { CohortConfig } from '../../../src/core/config/cohort.schema';
import { WEEKDAYS, plusDays } from '../../../src/core/domain/time';
import type { Day, Instant, TimeZone } from '../../../src/core/domain/time';
import { aPlan, after } from '../plan/a-plan';
import { aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';

/** Where clocks change by an hour, by half of one, not at all any more, and stand off by less than an hour. */
const ZONES = [
  'America/Los_Angeles', 'Asia/Tehran', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Europe/Berlin', 'UTC',
] as const; // prettier-ignore

const time = fc.constantFrom('23:59', '00:00', '12:00', '02:30', '03:15');

/** A term of the sample course somewhere, with overlapping labs, late work, extensions, exams and a held place. */
export const terms = fc.record({
  zone: fc.constantFrom(...ZONES),
  /** Any day of four years, a leap year among them. */
  first: fc.integer({ min: 0, max: 1500 }).map((days) => plusDays('2027-01-01' as Day, days)),
  time,
  day: fc.constantFrom(...WEEKDAYS),
  acceptedDays: fc.integer({ min: 0, max: 5 }),
  extraDays: fc.integer({ min: 1, max: 20 }),
  hours: fc.array(
    fc.record({
      kind: fc.constantFrom('exam' as const, 'quiet' as const),
      day: fc.integer({ min: 0, max: 40 }),
      time,
      length: fc.integer({ min: 1, max: 3 }),
      ofSection: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});
export type TermCase = typeof terms extends fc.Arbitrary<infer T> ? T : never;

const ROSTER = aRoster([
  aStudent('ada', { team: 'Kestrel', section: '1' }),
  aStudent('bo', { team: 'Kestrel', section: '2' }),
  aStudent('cy', { section: '2' }),
]);

/** Everything that the term's transitions are read from, at an instant. */
export function termAt(term: TermCase, at: Instant): TermInputs {
  const base = aConfig(`accommodations:
  - { student: ada@example.edu, extraDays: ${term.extraDays} }
  - { student: cy@example.edu, lab: lab2, extraDays: ${term.extraDays} }
teamLabs: [project]
`);
  const config: CohortConfig = {
    ...base,
    term: {
      ...base.term,
      timeZone: term.zone as TimeZone,
      starts: term.first,
      ends: plusDays(term.first, 40),
      breaks: [],
    },
    hours: term.hours.map(({ kind, day, time: clock, length, ofSection }, index) => ({
      name: `Hours ${index}`,
      kind,
      starts: {
        day: plusDays(term.first, day),
        time: clock as CohortConfig['hours'][number]['starts']['time'],
      },
      ends: {
        day: plusDays(term.first, day + length),
        time: clock as CohortConfig['hours'][number]['ends']['time'],
      },
      ...(kind === 'exam' ? { labs: [base.teamLabs[0]!] } : {}),
      ...(ofSection ? { sections: ['2'] } : {}),
    })),
  };
  const course = aCourse();
  const moved = {
    ...course,
    late: { acceptedDays: term.acceptedDays },
    labs: course.labs.map((lab) => ({
      ...lab,
      opens: { week: 1, day: term.day, time: term.time },
      due: 'week' in lab.due ? { ...lab.due, day: term.day, time: term.time } : lab.due,
    })),
  } as typeof course;
  const ledger = after(enrolled(config, ROSTER, moved), 'held', 'cy@example.edu');
  return { plan: aPlan({ config, roster: ROSTER, course: moved, ledger, at }), config, ledger };
}
