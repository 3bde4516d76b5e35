import { relative, resolve } from 'node:path';
import type { Day } from '../../core/domain/time';
import { inZone } from '../../core/domain/time';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import { keyText, placesOf } from '../../core/ledger/ledger';
import { teamsOf } from '../../core/plan/tenant-keys';
import type { KnownPerson } from '../../core/privacy/find-person';
import { tryFindPerson } from '../../core/privacy/find-person';
import { retentionOf } from '../../core/privacy/retention';
import type { CohortDirectory } from '../cohort-directory';
import { cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { withLedgerLock } from '../ledger-store';
import type { NamedCohort } from '../load-cohort';
import { loadNamedCohort } from '../load-cohort';
import { beyondReach } from '../privacy/beyond-reach';
import { applyChanges } from '../privacy/file-changes';
import { forgetLines } from '../privacy/forget-lines';
import { forgettingOf } from '../privacy/forgetting';
import { notFound } from '../privacy/not-found';
import { reportProblems } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { instantOf } from '../resolve-cohort';
import type { Terminal } from '../terminal';

export interface ForgetOptions extends CohortOptions {
  readonly out: string;
  readonly ics?: string;
  readonly dryRun?: boolean;
}

/** Takes a person out of everything that the cohort's files and outputs know, after the retention period. */
export function forget(terminal: Terminal, options: ForgetOptions, who: string): ExitCode {
  const directory = cohortDirectory(options.cohort);
  // A folder that is no cohort gets no lock.
  const known = loadNamedCohort(directory);
  if (!known.ok) return reportProblems(terminal, known.problems, options.json === true);
  return options.dryRun === true
    ? forgetIn(terminal, options, directory, who)
    : withLedgerLock(directory, () => forgetIn(terminal, options, directory, who));
}

function forgetIn(
  terminal: Terminal,
  options: ForgetOptions,
  directory: CohortDirectory,
  who: string,
): ExitCode {
  const json = options.json === true;
  const cohort = loadNamedCohort(directory);
  const found = cohort.ok ? forgettable(cohort.value, directory, options, who) : cohort;
  if (!cohort.ok || !found.ok) return reportProblems(terminal, found.ok ? [] : found.problems, json);
  const { person, on } = found.value;
  const out = resolve(options.out);
  const traces = { out, ...(options.ics === undefined ? {} : { feeds: resolve(options.ics) }) };
  const forgetting = forgettingOf(directory, cohort.value, person, on, traces);
  const { removals, ledger, ledgerLines, leftLines } = forgetting;
  const beyond = beyondReach(directory, cohort.value.inputs, person, {
    out: relative(process.cwd(), out) || '.',
    leftLines,
  });
  if (options.dryRun !== true)
    applyChanges(
      removals.map(({ change }) => change),
      ledger,
    );
  const rows = [
    ...removals.map(({ change, what }) => ({ file: relative(process.cwd(), change.path), what })),
    ...(ledger === undefined
      ? []
      : [{ file: relative(process.cwd(), ledger.path), what: ledgerWords(ledgerLines) }]),
  ];
  if (json) {
    terminal.print(
      JSON.stringify(
        { forgotten: options.dryRun !== true, changed: rows, beyondReach: beyond },
        undefined,
        2,
      ),
    );
    return EXIT.ok;
  }
  for (const line of forgetLines(terminal, { who, rows, beyond, dryRun: options.dryRun === true }))
    terminal.print(line);
  return EXIT.ok;
}

const ledgerWords = (lines: number): string =>
  `who had the place, in ${lines === 1 ? 'a line' : `${lines} lines`}`;

/** Whom it is about, if the time has come to forget them. */
function forgettable(
  { inputs, pseudonyms }: NamedCohort,
  directory: CohortDirectory,
  options: ForgetOptions,
  who: string,
): Outcome<{ readonly person: KnownPerson; readonly on: Day }> {
  const { config, ledger, roster } = inputs;
  const problem = (rest: {
    message: string;
    got?: string;
    allowed?: string;
    write: string;
  }): Outcome<never> => refuse([{ file: 'practicum forget', line: 1, column: 1, ...rest }]);
  const at = instantOf(options.at, config.term.timeZone);
  if (!at.ok) return at;
  const on = inZone(at.value, config.term.timeZone).day;
  const person = tryFindPerson(who, inputs, pseudonyms);
  if (config.staff.some(({ email }) => email === who.trim().toLowerCase()))
    return problem({
      message: 'this is somebody who teaches',
      got: shown(who),
      allowed: 'a student or a team',
      write: 'nothing: take their entry out of "staff:" in cohort.yaml, and deploy',
    });
  if (person === undefined) return refuse([notFound('practicum forget', who, inputs, directory)]);
  if ('team' in person.key && teamsOf(roster).has(keyText(person.key)))
    return problem({
      message: 'people of the roster are in this team still',
      got: shown(who),
      allowed: `a team that no row of ${roster.file} names`,
      write: 'each member in place of the team; or take the team out of their rows first',
    });
  const retention = retentionOf(person, config);
  if ('standing' in retention) {
    const { handle, state } = retention.standing;
    return problem({
      message: `their place ${handle} is ${state}, and a place that stands must have its owner`,
      allowed: 'somebody whose places are all destroyed',
      write:
        state === 'active'
          ? `practicum hold ${handle}; then, when its time has come, practicum destroy ${handle}`
          : `practicum destroy ${handle}`,
    });
  }
  if (on < retention.from)
    return problem({
      message: `they are remembered until ${retention.from}: privacy.retentionDays is ${config.privacy.retentionDays}`,
      got: on,
      allowed: `a day from ${retention.from} on`,
      write:
        'the same command then; or a shorter privacy.retentionDays in cohort.yaml, if your rules allow it',
    });
  // The ledger's days only go forward: one that is ahead of us was written by a clock that is wrong, or with --at.
  const latest =
    [...placesOf(ledger).values()]
      .map(({ since }) => since)
      .sort()
      .at(-1) ?? on;
  return accept({ person, on: on < latest ? latest : on });
}
