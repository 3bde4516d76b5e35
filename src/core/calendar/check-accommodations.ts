import type { Accommodation } from '../config/accommodations.schema';
import type { CohortConfig } from '../config/cohort.schema';
import type { CohortFile } from '../config/parse-cohort';
import type { Window } from '../course/calendar';
import { accessEndsOf, windowsOf } from '../course/calendar';
import type { CourseFile } from '../course/parse-course';
import { byText } from '../domain/sorting';
import { inZone, isAmbiguous, plusDays, readable } from '../domain/time';
import type { Problem } from '../input/problem';
import { shown } from '../input/problem';
import { nearest } from '../input/read-object';
import type { YamlSource } from '../input/yaml-source';
import type { Ledger } from '../ledger/ledger';
import { keyText, placesOf } from '../ledger/ledger';
import { labsOf, teamsOf, workedBy } from '../plan/tenant-keys';
import type { Roster } from '../roster/roster';
import { accommodatedKey, accommodatedWindow } from './accommodated-windows';

/** One entry for each tenant and lab: of two, nobody could say which counts. */
export function accommodationsOnce(
  { accommodations = [] }: Partial<CohortConfig>,
  source: YamlSource,
): readonly Problem[] {
  const first = new Map<string, number>();
  return accommodations.flatMap((each, index) => {
    const key = JSON.stringify([accommodatedKey(each), each.lab]);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      return [];
    }
    const { line } = source.positionOf(['accommodations', earlier]);
    return [
      source.problem(['accommodations', index, nameOf(each)], {
        message: `line ${line} names this ${nameOf(each)} for ${each.lab ?? 'the whole term'} already`,
        got: shown(each.student ?? each.team),
        write: 'one of the two entries',
      }),
    ];
  });
}

const nameOf = ({ student }: Accommodation): 'student' | 'team' =>
  student === undefined ? 'team' : 'student';

/** Between cohort and course: labs that there are not or that others work on, and deadlines that cannot be. */
export function checkAccommodatedLabs(cohort: CohortFile, courseFile: CourseFile): readonly Problem[] {
  const { config, source } = cohort;
  const { course } = courseFile;
  const windows = windowsOf(course, config.term, config.sessions ?? course.sessions);
  return config.accommodations.flatMap((each, index) => {
    const kind = nameOf(each);
    const own = labsOf(kind, course, config).map(({ id }) => id);
    if (each.lab === undefined) {
      const named = config.accommodations.filter((other) => accommodatedKey(other) === accommodatedKey(each));
      const moved = windows
        .filter(({ lab }) => own.includes(lab) && named.every((other) => other.lab !== lab))
        .sort(byText(({ due }) => due));
      return moved.slice(-1).flatMap((window) => tooLate(cohort, courseFile, each, index, window));
    }
    const lab = course.labs.find(({ id }) => id === each.lab);
    const path = ['accommodations', index, 'lab'];
    if (lab === undefined) {
      return [
        source.problem(path, {
          message: `the course ${course.id} has no such lab`,
          got: shown(each.lab),
          allowed:
            own.length === 0 ? `a lab that a ${kind} works on: there is none` : `one of ${own.join(', ')}`,
          write: `lab: ${nearest(each.lab, own) ?? own[0] ?? 'a lab of the course'}`,
        }),
      ];
    }
    if (workedBy(lab, config) !== kind) {
      const other = workedBy(lab, config);
      return [
        source.problem(path, {
          message: `${lab.id} is worked on by ${other === 'team' ? 'teams' : 'students alone'}`,
          got: shown(each.lab),
          allowed:
            own.length === 0
              ? `a ${other} in place of the ${kind}`
              : `one of ${own.join(', ')}, or a ${other}`,
          write: other === 'team' ? "team: the student's team" : 'student: a member, with an entry for each',
        }),
      ];
    }
    const window = windows.find(({ lab: id }) => id === lab.id)!;
    return [
      ...unclear(cohort, each, index),
      ...tooEarly(cohort, courseFile, each, index, window),
      ...tooLate(cohort, courseFile, each, index, window),
    ];
  });
}

function unclear(
  { config, source }: CohortFile,
  { dueAt }: Accommodation,
  index: number,
): readonly Problem[] {
  const { timeZone } = config.term;
  if (dueAt === undefined || !isAmbiguous(dueAt.day, dueAt.time, timeZone)) return [];
  return [
    source.problem(['accommodations', index, 'dueAt'], {
      message: `${dueAt.time} on ${dueAt.day} is no clear time in ${timeZone}: the clocks change`,
      got: shown(`${dueAt.day}T${dueAt.time}`),
      allowed: 'a time that the day has exactly once',
      write: `dueAt: ${dueAt.day}T12:00`,
    }),
  ];
}

function tooEarly(
  { config, source }: CohortFile,
  { course }: CourseFile,
  each: Accommodation,
  index: number,
  window: Window,
): readonly Problem[] {
  const { timeZone } = config.term;
  const { due } = accommodatedWindow(window, each, { config, course });
  if (due > window.opens) return [];
  return [
    source.problem(['accommodations', index, 'dueAt'], {
      message: `${window.lab} is due here before it opens`,
      got: readable(due, timeZone),
      allowed: `a time after ${readable(window.opens, timeZone)}; the class's is ${readable(window.due, timeZone)}`,
      write: `dueAt: ${inZone(window.due, timeZone).day}T${inZone(window.due, timeZone).time}`,
    }),
  ];
}

function tooLate(
  { config, source }: CohortFile,
  { course }: CourseFile,
  each: Accommodation,
  index: number,
  window: Window,
): readonly Problem[] {
  const { term } = config;
  const { due, closes } = accommodatedWindow(window, each, { config, course });
  const accessEnds = accessEndsOf(term);
  if (closes <= accessEnds) return [];
  const lastDay = plusDays(term.ends, term.daysAfterEnd);
  return [
    source.problem(['accommodations', index, each.dueAt === undefined ? 'extraDays' : 'dueAt'], {
      message: `${window.lab} ${due > accessEnds ? 'would be due' : 'would take late work'} after the students' access ends`,
      got: readable(closes, term.timeZone),
      allowed: `a time until ${readable(accessEnds, term.timeZone)}: the last day is ${lastDay}`,
      write: 'an earlier time here, or more term.daysAfterEnd for everyone',
    }),
  ];
}

/** Between cohort and roster: people and teams that it does not name; who left and has a place may still be named. */
export function checkAccommodatedPeople(
  { config, source }: CohortFile,
  roster: Roster,
  ledger: Ledger | undefined,
): readonly Problem[] {
  const students = roster.students.map(({ email }) => email);
  const teams = teamsOf(roster);
  const known = new Set<string>([
    ...students,
    ...teams.keys(),
    ...(ledger === undefined ? [] : [...placesOf(ledger).values()].map(({ key }) => keyText(key))),
  ]);
  const titles = [...teams.values()].map(({ title }) => title);
  return config.accommodations.flatMap((each, index) => {
    if (known.has(accommodatedKey(each))) return [];
    const kind = nameOf(each);
    const path = ['accommodations', index, kind];
    const meant = kind === 'student' ? nearest(each.student!, students) : nearest(each.team!, titles);
    return [
      source.problem(path, {
        message: `the roster names no such ${kind}`,
        got: shown(source.valueAt(path)),
        allowed:
          kind === 'student'
            ? `an e-mail of ${roster.file}`
            : titles.length === 0
              ? `a team of ${roster.file}, which names none`
              : `one of ${titles.join(', ')}`,
        write: `${kind}: ${meant ?? (kind === 'student' ? 'an e-mail of the roster' : 'a team of the roster')}`,
      }),
    ];
  });
}
