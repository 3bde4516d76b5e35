import { join } from 'node:path';
import { inZone } from '../../core/domain/time';
import { readCsv } from '../../core/input/csv-source';
import { decodeText } from '../../core/input/decode-text';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, refuse } from '../../core/input/problem';
import { capacityOf } from '../../core/plan/capacity';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { resolvePlan } from '../../core/plan/resolve-plan';
import { enroll } from '../../core/ledger/enroll';
import type { Ledger, TenantKey } from '../../core/ledger/ledger';
import { tenantKeysOf } from '../../core/plan/tenant-keys';
import { pseudonymousInputs } from '../../core/privacy/pseudonymous-inputs';
import type { KeptField } from '../../core/roster/delta/kept-fields';
import { withKeptFields } from '../../core/roster/delta/kept-fields';
import { massChange } from '../../core/roster/delta/mass-change';
import type { RosterChange } from '../../core/roster/delta/roster-change';
import { rosterChange } from '../../core/roster/delta/roster-change';
import type { Touched } from '../../core/roster/delta/touched';
import { touchedBetween } from '../../core/roster/delta/touched';
import type { RosterNote } from '../../core/roster/exports/read-export';
import type { RosterReading } from '../../core/roster/exports/read-roster-exports';
import { parseRoster } from '../../core/roster/roster';
import type { Roster, Student } from '../../core/roster/roster';
import type { CohortDirectory } from '../cohort-directory';
import { ROSTER_FILE, readInput } from '../cohort-directory';
import type { NamedCohort } from '../load-cohort';
import { loadNamedCohort } from '../load-cohort';
import { instantOf } from '../resolve-cohort';
import { unfinishedApplication } from './apply-marker';
import type { ExportFiles, ExportReadingOptions } from './read-exports';
import { exportOptionProblems, readExportFiles } from './read-exports';
import type { ToldOptions } from './told-options';
import { toldBy } from './told-options';

/** All that decides beside the files. */
export interface ApplyOptions extends ExportReadingOptions, ToldOptions {
  readonly at?: string;
  readonly expectDrops?: number;
}

/** A new roster, and all that it makes of the cohort; nothing is written. */
export interface RosterApplication {
  readonly reading: RosterReading;
  /** What roster.csv is from now on. */
  readonly roster: Roster;
  readonly notes: readonly RosterNote[];
  readonly change: RosterChange;
  readonly touched: Touched;
  readonly plans: { readonly before: CohortPlan | undefined; readonly after: CohortPlan };
  /** Whether people may be named: a cohort with pseudonyms names nobody. */
  readonly namesPeople: boolean;
  /** What a person has to say before anything is written. */
  readonly open: readonly Problem[];
}

/** Reads all files and decides; or all that is wrong with them. */
export function decideApplication(
  directory: CohortDirectory,
  files: ExportFiles,
  options: ApplyOptions,
): Outcome<RosterApplication> {
  const told = toldBy(options);
  const wrong = [...exportOptionProblems(options), ...(told.ok ? [] : told.problems)];
  if (wrong.length > 0 || !told.ok) return refuse(wrong);
  const reading = readExportFiles(files, options);
  const before = rosterBefore(directory);
  if (!reading.ok || !before.ok)
    return refuse([...(reading.ok ? [] : reading.problems), ...(before.ok ? [] : before.problems)]);
  const { students, kept } = withKeptFields(before.value, reading.value.roster.students, told.value.same);
  const after: Roster = { students, file: files[0] };
  const cohort = loadNamedCohort(directory, { roster: after });
  if (!cohort.ok) return cohort;
  const { inputs, pseudonyms } = cohort.value;
  const at = instantOf(options.at, inputs.config.term.timeZone);
  if (!at.ok) return at;
  const capacity = capacityOf(inputs);
  const { day: on } = inZone(at.value, inputs.config.term.timeZone);
  const ledgerKey = (key: TenantKey): TenantKey => pseudonyms?.key(key) ?? key;
  const change = rosterChange({
    ...inputs,
    before: before.value,
    after,
    told: told.value,
    on,
    capacity,
    ledgerKey,
  });
  if (!change.ok) return change;
  // Entries of cohort.yaml that would name nobody any more are told before anything is written.
  const checked = loadNamedCohort(directory, { roster: after, ledger: change.value.ledger });
  if (!checked.ok) return checked;
  const planned = (roster: Roster, ledger: Ledger): CohortPlan =>
    planOf(checked.value, roster, ledger, at.value);
  const was: Roster = { ...after, students: before.value };
  const keys = tenantKeysOf(inputs.config, was, inputs.course).map(ledgerKey);
  const ledgerWas = enroll(inputs.ledger, keys, on, capacity);
  const plans = {
    before: ledgerWas.events.length === 0 ? undefined : planned(was, ledgerWas),
    after: planned(after, change.value.ledger),
  };
  return accept({
    reading: reading.value,
    roster: after,
    notes: [...reading.value.notes, ...keptNotes(files[0], kept)],
    change: change.value,
    plans,
    touched: touchedBetween(plans.before, plans.after),
    namesPeople: pseudonyms === undefined,
    open: openQuestions(change.value, options, files[0]),
  });
}

function planOf(
  { inputs, pseudonyms }: NamedCohort,
  roster: Roster,
  ledger: Ledger,
  at: CohortPlan['at'],
): CohortPlan {
  const named = { ...inputs, roster, ledger };
  const {
    config,
    roster: people,
    course,
    imageLock,
  } = pseudonyms === undefined ? named : pseudonymousInputs(named, pseudonyms);
  return resolvePlan(config, people, course, ledger, at, imageLock);
}

/** The roster as it was; nobody, where none was written or it names nobody. */
function rosterBefore(directory: CohortDirectory): Outcome<readonly Student[]> {
  const name = directory.display(ROSTER_FILE);
  const left = unfinishedApplication(directory);
  const bytes =
    left === undefined
      ? readInput(join(directory.path, ROSTER_FILE), name, 'mend or remove it')
      : Buffer.from(left.roster ?? '');
  if (!(bytes instanceof Uint8Array))
    return bytes.message === 'there is no such file' ? accept([]) : refuse([bytes]);
  const text = decodeText(name, bytes);
  if (!text.ok) return text;
  if (text.value.trim() === '') return accept([]);
  const source = readCsv(name, text.value);
  if (!source.ok) return source;
  if (source.value.rows.length === 0) return accept([]);
  const roster = parseRoster(source.value);
  return roster.ok ? accept(roster.value.students) : roster;
}

function keptNotes(file: string, kept: readonly KeptField[]): readonly RosterNote[] {
  if (kept.length === 0) return [];
  return [{ file, message: `tells of nobody's ${kept.join(', ')}; kept as it was`, lines: [] }];
}

function openQuestions(
  { people, students }: RosterChange,
  { expectDrops }: ApplyOptions,
  file: string,
): readonly Problem[] {
  const mass = massChange({ leaving: students.missing.length, active: students.active }, expectDrops, file);
  return [
    ...(mass === undefined ? [] : [mass]),
    ...people.questions.map(({ from, to }) => ({
      file,
      line: 1,
      column: 1,
      message: 'one left and one came with the same name: is it one person with a new address?',
      got: `${from} and ${to}`,
      allowed: `--same-person for one person, --another-person for two`,
      write: `--same-person ${from}=${to}, or --another-person ${to}`,
    })),
  ];
}
