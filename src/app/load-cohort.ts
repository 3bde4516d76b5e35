import { join } from 'node:path';
import { checkAccommodatedLabs, checkAccommodatedPeople } from '../core/calendar/check-accommodations';
import { checkHoursLabs, checkHoursSections } from '../core/calendar/check-hours';
import { checkSections } from '../core/config/check-class-hours';
import { COHORT_SCHEMA } from '../core/config/cohort.schema';
import type { CohortFile } from '../core/config/parse-cohort';
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
import { checkDisks } from '../core/plan/check-disks';
import { checkSizes } from '../core/plan/check-sizes';
import { checkMesh } from '../core/plan/mesh';
import type { PlanInputs } from '../core/plan/plan-inputs';
import { pseudonymousInputs, recognised } from '../core/privacy/pseudonymous-inputs';
import type { Pseudonyms } from '../core/privacy/pseudonyms';
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
import { readImageLock } from './images/image-lock-file';
import { readOwnToolkits } from './own-manifests';
import { readPseudonyms } from './privacy/key-file';
import { cutOffApplication } from './roster/apply-marker';

const INIT = 'make one with "practicum init"';

/** What a cohort's files say, with the people in it. */
export interface NamedCohort {
  /** As the files are written; the ledger knows people by pseudonyms, where there are pseudonyms. */
  readonly inputs: PlanInputs;
  readonly pseudonyms: Pseudonyms | undefined;
}

/**
 * All that a cohort's files say, or all that is wrong with them, over all files at once. In a cohort with pseudonyms
 * nobody is named in it: what is decided and printed from here on names nobody either.
 */
export function loadCohort(directory: CohortDirectory): Outcome<PlanInputs> {
  const named = loadNamedCohort(directory);
  if (!named.ok) return named;
  const { inputs, pseudonyms } = named.value;
  return accept(pseudonyms === undefined ? inputs : pseudonymousInputs(inputs, pseudonyms));
}

/** What is to be read in the place of a file: a cohort as it would be. */
export interface InsteadOfFiles {
  readonly roster?: Roster;
  readonly ledger?: Ledger;
}

/** As `loadCohort`, with the people as the files name them: for what stays with the instructor. */
export function loadNamedCohort(
  directory: CohortDirectory,
  instead: InsteadOfFiles = {},
): Outcome<NamedCohort> {
  if (!isDirectory(directory.path)) {
    return refuse([
      { file: directory.display('.'), line: 1, column: 1, message: 'there is no such folder', write: INIT },
    ]);
  }
  const source = readYaml(join(directory.path, COHORT_FILE), directory.display(COHORT_FILE), INIT);
  const cohort = source.ok ? parseCohort(source.value) : source;
  const roster = instead.roster === undefined ? readRoster(directory) : accept(instead.roster);
  // A fault elsewhere in the cohort's file hides nothing of the two files that it names.
  const course = source.ok ? readCourse(directory, source.value) : undefined;
  const id = source.ok ? COHORT_SCHEMA.shape.id.safeParse(source.value.valueAt(['id'])) : undefined;
  const ledger =
    instead.ledger !== undefined
      ? accept(instead.ledger)
      : id?.success
        ? readLedger(directory, id.data)
        : undefined;
  const pseudonyms =
    cohort.ok && ledger?.ok
      ? readPseudonyms(directory, cohort.value.config.privacy.pseudonyms !== undefined, ledger.value)
      : undefined;
  const images = readImageLock(directory);
  const problems = [cohort, roster, course, ledger, pseudonyms, images].flatMap((part) =>
    part === undefined || part.ok ? [] : part.problems,
  );
  if (cohort.ok && course?.ok)
    problems.push(
      ...checkCalendar(cohort.value, course.value),
      ...checkTeamLabs(cohort.value, course.value),
      ...checkAccommodatedLabs(cohort.value, course.value),
      ...checkHoursLabs(cohort.value, course.value),
      ...checkSizes(cohort.value, course.value),
      ...checkDisks(cohort.value, course.value),
      ...checkMesh(cohort.value, course.value),
    );
  if (cohort.ok && roster.ok && pseudonyms?.ok !== false) {
    const known = ledger?.ok
      ? knownLedger(ledger.value, cohort.value, roster.value, pseudonyms?.value)
      : undefined;
    problems.push(
      ...checkPeople(cohort.value, roster.value, known),
      ...checkSections(cohort.value, roster.value),
      ...checkAccommodatedPeople(cohort.value, roster.value, known),
      ...checkHoursSections(cohort.value, roster.value),
    );
  }
  const cutOff = instead.roster === undefined ? cutOffApplication(directory) : undefined;
  if (cutOff !== undefined) problems.push(cutOff);
  if (
    problems.length > 0 ||
    !cohort.ok ||
    !roster.ok ||
    !course?.ok ||
    !ledger?.ok ||
    !pseudonyms?.ok ||
    !images.ok
  )
    return refuse(inReadingOrder(problems));
  return accept({
    inputs: {
      config: cohort.value.config,
      roster: roster.value,
      course: course.value.course,
      ledger: ledger.value,
      imageLock: images.value,
    },
    pseudonyms: pseudonyms.value,
  });
}

/** The ledger as checks between files read it: with the people in it whom the other files name. */
function knownLedger(
  ledger: Ledger,
  { config }: CohortFile,
  roster: Roster,
  pseudonyms: Pseudonyms | undefined,
): Ledger {
  return pseudonyms === undefined ? ledger : recognised(ledger, { config, roster }, pseudonyms);
}

function readText(path: string, name: string, remedy: string): Outcome<string> {
  const bytes = readInput(path, name, remedy);
  return bytes instanceof Uint8Array ? decodeText(name, bytes) : refuse([bytes]);
}

/** A YAML file of a cohort, or what keeps it from being read. */
export function readYaml(path: string, name: string, remedy: string): Outcome<YamlSource> {
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
  const course = source.ok ? parseCourse(source.value) : source;
  return course.ok ? readOwnToolkits(course.value, path) : course;
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
