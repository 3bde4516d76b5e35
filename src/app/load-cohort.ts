import { join } from 'node:path';
import type { CohortFile } from '../core/config/parse-cohort';
import { parseCohort } from '../core/config/parse-cohort';
import type { CourseFile } from '../core/course/parse-course';
import { parseCourse } from '../core/course/parse-course';
import type { CohortId } from '../core/domain/ids';
import { readCsv } from '../core/input/csv-source';
import { decodeText } from '../core/input/decode-text';
import type { Outcome, Problem } from '../core/input/problem';
import { accept, inReadingOrder, refuse, shown } from '../core/input/problem';
import { nearest } from '../core/input/read-object';
import { YamlSource } from '../core/input/yaml-source';
import type { Ledger } from '../core/ledger/ledger';
import { emptyLedger } from '../core/ledger/ledger';
import { parseLedger } from '../core/ledger/ledger-file';
import { checkCalendar, checkPeople, checkTeamLabs } from '../core/plan/check-inputs';
import type { PlanInputs } from '../core/plan/plan-inputs';
import type { Roster } from '../core/roster/roster';
import { parseRoster } from '../core/roster/roster';
import type { CohortDirectory } from './cohort-directory';
import {
  COHORT_FILE,
  LEDGER_FILE,
  ROSTER_FILE,
  coursePath,
  isDirectory,
  presets,
  readInput,
} from './cohort-directory';

const INIT = 'make one with "practicum init"';

/** All that a cohort's files say, or all that is wrong with them, over all files at once. */
export function loadCohort(directory: CohortDirectory): Outcome<PlanInputs> {
  if (!isDirectory(directory.path)) {
    return refuse([
      { file: directory.display('.'), line: 1, column: 1, message: 'there is no such folder', write: INIT },
    ]);
  }
  const cohort = readYaml(directory, COHORT_FILE, parseCohort);
  const roster = readRoster(directory);
  const course = cohort.ok ? readCourse(directory, cohort.value) : undefined;
  const ledger = cohort.ok ? readLedger(directory, cohort.value.config.id) : undefined;
  const problems = [cohort, roster, course, ledger].flatMap((part) =>
    part === undefined || part.ok ? [] : part.problems,
  );
  if (cohort.ok && course?.ok)
    problems.push(...checkCalendar(cohort.value, course.value), ...checkTeamLabs(cohort.value, course.value));
  if (cohort.ok && roster.ok)
    problems.push(...checkPeople(cohort.value, roster.value, ledger?.ok ? ledger.value : undefined));
  if (problems.length > 0 || !cohort.ok || !roster.ok || !course?.ok || !ledger?.ok)
    return refuse(inReadingOrder(problems));
  return accept({
    config: cohort.value.config,
    roster: roster.value,
    course: course.value.course,
    ledger: ledger.value,
  });
}

function readText(path: string, name: string, remedy: string): Outcome<string> {
  const bytes = readInput(path, name, remedy);
  return bytes instanceof Uint8Array ? decodeText(name, bytes) : refuse([bytes]);
}

function readYaml<T>(
  directory: CohortDirectory,
  file: string,
  parse: (source: YamlSource) => Outcome<T>,
): Outcome<T> {
  return readYamlAt(join(directory.path, file), directory.display(file), INIT, parse);
}

function readYamlAt<T>(
  path: string,
  name: string,
  remedy: string,
  parse: (source: YamlSource) => Outcome<T>,
): Outcome<T> {
  const text = readText(path, name, remedy);
  if (!text.ok) return text;
  const source = YamlSource.read(name, text.value);
  return source.ok ? parse(source.value) : source;
}

function readRoster(directory: CohortDirectory): Outcome<Roster> {
  const name = directory.display(ROSTER_FILE);
  const text = readText(
    join(directory.path, ROSTER_FILE),
    name,
    'export it from your learning system with the columns email,name',
  );
  if (!text.ok) return text;
  const source = readCsv(name, text.value);
  return source.ok ? parseRoster(source.value) : source;
}

function readCourse(directory: CohortDirectory, cohort: CohortFile): Outcome<CourseFile> {
  const asked = cohort.config.course;
  const known = presets();
  if (!asked.startsWith('.') && !known.includes(asked)) {
    return refuse([
      cohort.source.problem(['course'], {
        message: 'no course that ships with practicum has this id',
        got: shown(asked),
        allowed: `one of ${known.join(', ')}, or the path of your own file`,
        write: `course: ${nearest(asked, known) ?? './my-course.yaml'}`,
      }),
    ]);
  }
  const { path, name } = coursePath(directory, asked);
  return readYamlAt(
    path,
    name,
    `mend "course:" in ${directory.display(COHORT_FILE)}, or make this file`,
    parseCourse,
  );
}

/** The ledger, empty before the first run; that of another cohort is refused. */
export function readLedger(directory: CohortDirectory, cohort: CohortId): Outcome<Ledger> {
  const path = join(directory.path, LEDGER_FILE);
  const name = directory.display(LEDGER_FILE);
  const bytes = readInput(path, name, '');
  if (!(bytes instanceof Uint8Array)) {
    return bytes.message === 'there is no such file' ? accept(emptyLedger(cohort)) : refuse([bytes]);
  }
  const ledger = readYamlAt(path, name, '', parseLedger);
  if (!ledger.ok || ledger.value.cohort === cohort) return ledger;
  const problem: Problem = {
    file: name,
    line: 3,
    column: 1,
    message: 'this is the ledger of another cohort',
    got: shown(ledger.value.cohort),
    allowed: `the ledger of ${cohort}`,
    write: `the id ${ledger.value.cohort} in ${directory.display(COHORT_FILE)}; or start in an empty folder`,
  };
  return refuse([problem]);
}
