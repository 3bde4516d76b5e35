import type { CohortFile } from '../config/parse-cohort';
import { accessEndsOf, dayOf, localDue, windowsOf } from '../course/calendar';
import type { CourseFile } from '../course/parse-course';
import { inZone, isAmbiguous, readable } from '../domain/time';
import type { Problem } from '../input/problem';
import { shown } from '../input/problem';
import { nearest } from '../input/read-object';
import type { Ledger } from '../ledger/ledger';
import { keyText, placesOf } from '../ledger/ledger';
import type { Roster } from '../roster/roster';
import { teamsOf } from './tenant-keys';

/** What each file says well and the files together do not: between cohort and course. */
export function checkCalendar(
  { config, source }: CohortFile,
  { course, source: courseSource }: CourseFile,
): readonly Problem[] {
  const { term } = config;
  const sessions = config.sessions ?? course.sessions;
  const accessEnds = accessEndsOf(term);
  return windowsOf(course, term, sessions).flatMap(({ lab, opens, due, closes }, index) => {
    const problems: Problem[] = [];
    const labs = course.labs[index]!;
    const times = [
      { path: ['labs', index, 'opens', 'time'], day: dayOf(term, labs.opens), time: labs.opens.time },
      { path: ['labs', index, 'due', 'time'], ...localDue(course, labs, term, sessions) },
    ];
    for (const { path, day, time } of times) {
      if (!isAmbiguous(day, time, term.timeZone)) continue;
      problems.push(
        courseSource.problem(path, {
          message: `${time} on ${day} is no clear time in ${term.timeZone}: the clocks change`,
          got: shown(time),
          allowed: 'a time that the day has exactly once',
          write: 'time: "12:00"',
        }),
      );
    }
    if (due <= opens) {
      problems.push(
        courseSource.problem(['labs', index, 'due'], {
          message: `${lab} is due before it opens`,
          got: readable(due, term.timeZone),
          allowed: `a time after ${readable(opens, term.timeZone)}`,
          write: 'a later week',
        }),
      );
    }
    if (closes > accessEnds) {
      problems.push(
        source.problem(['term', 'ends'], {
          message: `${lab} ${due > accessEnds ? 'is due' : 'takes late work'} after the students' access ends`,
          got: term.ends,
          allowed: `a last day that leaves time until ${readable(closes, term.timeZone)}`,
          write: `ends: ${inZone(closes, term.timeZone).day}`,
        }),
      );
    }
    return problems;
  });
}

/** Between cohort and course: labs that only one of them knows. */
export function checkTeamLabs({ config, source }: CohortFile, { course }: CourseFile): readonly Problem[] {
  const labs = course.labs.map(({ id }) => id);
  return config.teamLabs.flatMap((lab, index) =>
    labs.includes(lab)
      ? []
      : [
          source.problem(['teamLabs', index], {
            message: `the course ${course.id} has no such lab`,
            got: shown(lab),
            allowed: `one of ${labs.join(', ')}`,
            write: `- ${nearest(lab, labs) ?? labs[0]!}`,
          }),
        ],
  );
}

/**
 * Between cohort and roster: people and teams that only one of them knows, or both in different roles.
 * Who left the roster still has a place, and may still be named.
 */
export function checkPeople(
  { config, source }: CohortFile,
  roster: Roster,
  ledger: Ledger | undefined,
): readonly Problem[] {
  const students = new Set(roster.students.map(({ email }) => email));
  const known = new Set(
    (ledger === undefined ? [] : [...placesOf(ledger).values()]).map(({ key }) => keyText(key)),
  );
  const teams = teamsOf(roster);
  const places = config.places.flatMap(({ student, team }, index) => {
    if (student !== undefined && !students.has(student) && !known.has(student)) {
      return [
        source.problem(['places', index, 'student'], {
          message: 'the roster names no such student',
          got: shown(source.valueAt(['places', index, 'student'])),
          allowed: `an e-mail of ${roster.file}`,
          write: `student: ${nearest(student, [...students]) ?? 'an e-mail of the roster'}`,
        }),
      ];
    }
    if (team !== undefined && !teams.has(keyText({ team })) && !known.has(keyText({ team }))) {
      const titles = [...teams.values()].map(({ title }) => title);
      return [
        source.problem(['places', index, 'team'], {
          message: 'the roster names no such team',
          got: shown(team),
          allowed:
            titles.length === 0
              ? `a team of ${roster.file}, which names none`
              : `one of ${titles.join(', ')}`,
          write: `team: ${nearest(team, titles) ?? 'a team of the roster'}`,
        }),
      ];
    }
    return [];
  });
  const staff = config.staff.flatMap(({ email }, index) =>
    students.has(email)
      ? [
          source.problem(['staff', index, 'email'], {
            message: `this person is also a student of ${roster.file}`,
            got: shown(source.valueAt(['staff', index, 'email'])),
            allowed: 'a person teaches or takes the course',
            write: 'the person in one of the two files',
          }),
        ]
      : [],
  );
  return [...staff, ...places];
}
