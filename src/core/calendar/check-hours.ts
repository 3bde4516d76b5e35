import type { CohortConfig } from '../config/cohort.schema';
import type { CohortFile } from '../config/parse-cohort';
import type { CourseFile } from '../course/parse-course';
import type { LocalTime } from '../config/accommodations.schema';
import { atLocal, hoursBetween, inZone, isAmbiguous, plusHours } from '../domain/time';
import type { Problem } from '../input/problem';
import { shown } from '../input/problem';
import { nearest } from '../input/read-object';
import type { YamlSource } from '../input/yaml-source';
import type { Roster } from '../roster/roster';

/** Whoever means a year and writes another closes every place for it. */
const LONGEST_HOURS = 31 * 24;

const written = ({ day, time }: LocalTime): string => `${day}T${time}`;

/** That each of the hours ends after it starts, soon enough, at times that the clocks show once. */
export function hoursRunForward(
  { hours = [], term }: Partial<CohortConfig>,
  source: YamlSource,
): readonly Problem[] {
  if (term === undefined) return [];
  const { timeZone } = term;
  return hours.flatMap(({ starts, ends }, index): readonly Problem[] => {
    const unclear = (['starts', 'ends'] as const).flatMap((key) => {
      const local = key === 'starts' ? starts : ends;
      if (!isAmbiguous(local.day, local.time, timeZone)) return [];
      return [
        source.problem(['hours', index, key], {
          message: `${local.time} on ${local.day} is no clear time in ${timeZone}: the clocks change`,
          got: shown(written(local)),
          allowed: 'a time that the day has exactly once',
          write: `${key}: ${local.day}T12:00`,
        }),
      ];
    });
    const from = atLocal(starts.day, starts.time, timeZone);
    const to = atLocal(ends.day, ends.time, timeZone);
    const hoursLong = hoursBetween(from, to);
    if (unclear.length > 0 || (hoursLong > 0 && hoursLong <= LONGEST_HOURS)) return unclear;
    return [
      source.problem(['hours', index, 'ends'], {
        message: hoursLong <= 0 ? 'this ends before it starts' : 'this is longer than a month',
        got: shown(written(ends)),
        allowed: `a time after ${written(starts)}, at most 31 days later`,
        write: `ends: ${written(inZone(plusHours(from, 2), timeZone))}`,
      }),
    ];
  });
}

/** Between cohort and course: labs of exams that there are not. */
export function checkHoursLabs({ config, source }: CohortFile, { course }: CourseFile): readonly Problem[] {
  const labs = course.labs.map(({ id }) => id);
  return config.hours.flatMap((hour, index) =>
    (hour.labs ?? []).flatMap((lab, place) =>
      labs.includes(lab)
        ? []
        : [
            source.problem(['hours', index, 'labs', place], {
              message: `the course ${course.id} has no such lab`,
              got: shown(lab),
              allowed: `one of ${labs.join(', ')}`,
              write: nearest(lab, labs) ?? labs[0]!,
            }),
          ],
    ),
  );
}

/** Between cohort and roster: sections that nobody is in, so that the hours would be for nobody. */
export function checkHoursSections({ config, source }: CohortFile, roster: Roster): readonly Problem[] {
  const sections = [
    ...new Set(roster.students.flatMap(({ section }) => (section === undefined ? [] : [section]))),
  ].sort();
  return config.hours.flatMap((hour, index) =>
    (hour.sections ?? []).flatMap((section, place) =>
      sections.includes(section)
        ? []
        : [
            source.problem(['hours', index, 'sections', place], {
              message: 'the roster has nobody in this section',
              got: shown(section),
              allowed:
                sections.length === 0
                  ? `a section of ${roster.file}, which names none`
                  : `one of ${sections.map((each) => JSON.stringify(each)).join(', ')}`,
              write: JSON.stringify(nearest(section, sections) ?? sections[0] ?? 'a section of the roster'),
            }),
          ],
    ),
  );
}
