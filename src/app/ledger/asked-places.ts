import type { Problem } from '../../core/input/problem';
import { shown } from '../../core/input/problem';
import type { LedgerPlace } from '../../core/ledger/ledger';
import { tryFindPerson } from '../../core/privacy/find-person';
import type { CohortDirectory } from '../cohort-directory';
import type { NamedCohort } from '../load-cohort';
import { notFound } from '../privacy/not-found';

/** A place, and by which word it was asked for. */
export interface AskedPlace {
  readonly asked: string;
  readonly place: LedgerPlace;
}

/** The places that people ask for by e-mail, handle or team name, each once; and those that nobody has. */
export function askedPlaces(
  command: string,
  who: readonly string[],
  { inputs, pseudonyms }: NamedCohort,
  directory: CohortDirectory,
): { readonly places: readonly AskedPlace[]; readonly problems: readonly Problem[] } {
  const found = new Map<string, AskedPlace>();
  const problems: Problem[] = [];
  for (const asked of who) {
    const person = tryFindPerson(asked, inputs, pseudonyms);
    // A handle is of one place; a person has the one that stands, else the last.
    const place =
      person?.places.find(({ handle }) => handle === asked.trim()) ??
      person?.places.find(({ state }) => state !== 'destroyed') ??
      person?.places.at(-1);
    if (person === undefined) problems.push(notFound(command, asked, inputs, directory));
    else if (place === undefined)
      problems.push({
        file: command,
        line: 1,
        column: 1,
        message: 'no place of their own is recorded for them yet',
        got: shown(asked),
        allowed: 'who has a place: "practicum ledger" lists them',
        write: 'practicum synth, to record places; or the name of the team',
      });
    else if (!found.has(place.handle)) found.set(place.handle, { asked, place });
  }
  return { places: [...found.values()], problems };
}
