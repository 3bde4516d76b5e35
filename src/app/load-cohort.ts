import { join } from 'node:path';
import { checkAccommodatedLabs, checkAccommodatedPeople } from '../core/calendar/check-accommodations';
import { COHORT_SCHEMA } from '../core/config/cohort.schema';
import { parseCohort } from '../core/config/parse-cohort';
import type { CourseFile } from '../core/course/parse-course';
import { parseCourse } from '../core/course/parse-course';
import type { CohortId } from '../core/domain/ids';
import { readCsv } from '../core/input/csv-source';
import { decodeText } from '../core/input/decode-text';
import { MERGE_CONFLICT } from '../core/input/merge-conflict';
import type { Outcome, Problem } from '../core/input/problem';
import { accept, inReadingOrder, refuse, shown } from '../core/input/problem';
import { nearest } from '../core/input/read-object';
import { YamlSource } from '../core/input/yaml-source';
import type { Ledger } from '../core/ledger/ledger';
import { emptyLedger } from '../core/ledger/ledger';
import { RESTORE, parseLedger } from '../core/ledger/ledger-file';
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
  const source = readYaml(join(directory.path, COHORT_FILE), directory.display(COHORT_FILE), INIT);
  const cohort = source.ok ? parseCohort(source.value) : source;
  const roster = readRoster(directory);
  // A fault elsewhere in the cohort's file hides nothing of the two files that it names.
  const course = source.ok ? readCourse(directory, source.value) : undefined;
  const id = source.ok ? COHORT_SCHEMA.shape.id.safeParse(source.value.valueAt(['id'])) : undefined;
  const ledger = id?.success ? readLedger(directory, id.data) : undefined;
  const problems = [cohort, roster, course, ledger].flatMap((part) =>
    part === undefined || part.ok ? [] : part.problems,
  );
  if (cohort.ok && course?.ok)
    problems.push(
      ...checkCalendar(cohort.value, course.value),
      ...checkTeamLabs(cohort.value, course.value),
      ...checkAccommodatedLabs(cohort.value, course.value),
    );
  if (cohort.ok && roster.ok) {
    const known = ledger?.ok ? ledger.value : undefined;
    problems.push(
      ...checkPeople(cohort.value, roster.value, known),
      ...checkAccommodatedPeople(cohort.value, roster.value, known),
    );
  }
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

function readYaml(path: string, name: string, remedy: string): Outcome<YamlSource> {
  const text = readText(path, name, remedy);
  return text.ok ? YamlSource.read(name, text.value) : text;
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

/** The course that the cohort names; undefined where what stands there is told as a fault of the cohort. */
function readCourse(directory: CohortDirectory, cohort: YamlSource): Outcome<CourseFile> | undefined {
  const written = COHORT_SCHEMA.shape.course.safeParse(cohort.valueAt(['course']));
  if (!written.success) return undefined;
  const asked = written.data;
  const known = presets();
  if (!asked.startsWith('.') && !known.includes(asked)) {
    return refuse([
      cohort.problem(['course'], {
        message: 'no course that ships with practicum has this id',
        got: shown(asked),
        allowed: `one of ${known.join(', ')}, or the path of your own file`,
        write: `course: ${nearest(asked, known) ?? './my-course.yaml'}`,
      }),
    ]);
  }
  const { path, name } = coursePath(directory, asked);
  const remedy = `mend "course:" in ${directory.display(COHORT_FILE)}, or make this file`;
  const source = readYaml(path, name, remedy);
  return source.ok ? parseCourse(source.value) : source;
}

/** The ledger, empty before the first run; that of another cohort is refused. */
export function readLedger(directory: CohortDirectory, cohort: CohortId): Outcome<Ledger> {
  const path = join(directory.path, LEDGER_FILE);
  const name = directory.display(LEDGER_FILE);
  const bytes = readInput(path, name, RESTORE);
  if (!(bytes instanceof Uint8Array)) {
    return bytes.message === 'there is no such file' ? accept(emptyLedger(cohort)) : refuse([bytes]);
  }
  const text = decodeText(name, bytes);
  const source = text.ok ? YamlSource.read(name, text.value) : text;
  if (!source.ok) return refuse(source.problems.map(asFaultOfLedger));
  const ledger = parseLedger(source.value);
  if (!ledger.ok || ledger.value.cohort === cohort) return ledger;
  return refuse([
    source.value.problem(['cohort'], {
      message: 'this is the ledger of another cohort',
      got: shown(ledger.value.cohort),
      allowed: `the ledger of ${cohort}`,
      write: `the id ${ledger.value.cohort} in ${directory.display(COHORT_FILE)}; or start in an empty folder`,
    }),
  ]);
}

/** Nobody mends a ledger by hand; of two sides of a merge, one can be kept. */
function asFaultOfLedger(problem: Problem): Problem {
  return problem.message === MERGE_CONFLICT ? problem : { ...problem, write: RESTORE };
}
