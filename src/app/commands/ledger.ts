import { inZone } from '../../core/domain/time';
import type { Handle } from '../../core/domain/ids';
import { emptiedPlaces, heldUntil, historyOf } from '../../core/ledger/ledger-history';
import { placesOf } from '../../core/ledger/ledger';
import { recognised } from '../../core/privacy/pseudonymous-inputs';
import { tryFindPerson } from '../../core/privacy/find-person';
import { cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { ledgerLines } from '../ledger/ledger-lines';
import { loadNamedCohort } from '../load-cohort';
import { notFound } from '../privacy/not-found';
import { reportProblems } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { instantOf } from '../resolve-cohort';
import type { Terminal } from '../terminal';

/** Shows what the ledger says: what happened to whom and when, and which places may be destroyed. Writes nothing. */
export function ledger(terminal: Terminal, options: CohortOptions, who: string | undefined): ExitCode {
  const json = options.json === true;
  const directory = cohortDirectory(options.cohort);
  const cohort = loadNamedCohort(directory);
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { inputs, pseudonyms } = cohort.value;
  const { config } = inputs;
  const at = instantOf(options.at, config.term.timeZone);
  if (!at.ok) return reportProblems(terminal, at.problems, json);
  const person = who === undefined ? undefined : tryFindPerson(who, inputs, pseudonyms);
  const byHandle = placesOf(inputs.ledger).get((who ?? '') as Handle);
  if (who !== undefined && person === undefined && byHandle === undefined)
    return reportProblems(terminal, [notFound('practicum ledger', who, inputs, directory)], json);
  const only =
    who === undefined
      ? undefined
      : new Set(
          [...(person?.places ?? []), ...(byHandle === undefined ? [] : [byHandle])].map(
            ({ handle }) => handle,
          ),
        );
  const named = pseudonyms === undefined ? inputs.ledger : recognised(inputs.ledger, inputs, pseudonyms);
  const shown = {
    lines: historyOf(named, only),
    held: heldUntil(inputs.ledger, config.hold.days).filter(({ handle }) => only?.has(handle) ?? true),
    emptied: emptiedPlaces(inputs.ledger)
      .map(({ handle }) => handle)
      .filter((handle) => only?.has(handle) ?? true),
    today: inZone(at.value, config.term.timeZone).day,
  };
  if (json) terminal.print(JSON.stringify({ cohort: config.id, ...shown }, undefined, 2));
  else for (const line of ledgerLines(terminal, config.id, shown)) terminal.print(line);
  return EXIT.ok;
}
