import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../core/domain/time';
import { readCsv } from '../../core/input/csv-source';
import { decodeText } from '../../core/input/decode-text';
import { forgetIn } from '../../core/ledger/forget';
import type { Ledger } from '../../core/ledger/ledger';
import { formatLedger } from '../../core/ledger/ledger-file';
import { cohortGroups, groupsCsv, registerCsv, registerOf } from '../../core/privacy/cohort-groups';
import type { KnownPerson } from '../../core/privacy/find-person';
import { withoutEntries } from '../../core/privacy/without-entries';
import { withoutRows } from '../../core/privacy/without-rows';
import type { CohortDirectory } from '../cohort-directory';
import { COHORT_FILE, LEDGER_FILE, ROSTER_FILE } from '../cohort-directory';
import type { NamedCohort } from '../load-cohort';
import type { FileChange } from './file-changes';
import type { TracesPlaces } from './traces-of-place';
import { tracesOfPlace } from './traces-of-place';
import { PRIVATE_FOLDER } from './write-groups';

/** A change, and what it takes away in words. */
export interface Removal {
  readonly change: FileChange;
  readonly what: string;
}

/** All that forgetting somebody changes. */
export interface Forgetting {
  readonly removals: readonly Removal[];
  /** Written last: as long as the ledger knows somebody, forgetting them can be run again. Absent where it never did. */
  readonly ledger?: FileChange;
  /** Lines of the ledger whose key goes. */
  readonly ledgerLines: number;
  /** Lines of cohort.yaml that still hold the name or the address, such as comments. */
  readonly leftLines: readonly number[];
}

/** What has to change so that the files of a cohort know a person no more; writes nothing. */
export function forgettingOf(
  directory: CohortDirectory,
  cohort: NamedCohort,
  person: KnownPerson,
  on: Day,
  traces: TracesPlaces,
): Forgetting {
  const { inputs } = cohort;
  const path = (file: string): string => join(directory.path, file);
  const yaml = textOf(path(COHORT_FILE));
  const { text, entries } = withoutEntries(yaml, person.key);
  const ledger = person.places.reduce(
    (left: Ledger, { handle }) => forgetIn(left, handle, on),
    inputs.ledger,
  );
  const handles = new Set(person.places.map(({ handle }) => handle));
  return {
    removals: [
      ...rosterRemovals(path(ROSTER_FILE), person),
      ...(entries === 0
        ? []
        : [
            {
              change: { path: path(COHORT_FILE), text },
              what: entries === 1 ? 'an entry' : `${entries} entries`,
            },
          ]),
      ...privateRemovals(path(PRIVATE_FOLDER), cohort, person),
      ...[...handles].flatMap((handle) =>
        tracesOfPlace(inputs.config.id, handle, traces).map((change) => ({
          change,
          what: change.text === undefined ? 'all of it' : 'the lines of the place',
        })),
      ),
    ],
    ...(handles.size === 0 ? {} : { ledger: { path: path(LEDGER_FILE), text: formatLedger(ledger) } }),
    ledgerLines: inputs.ledger.events.filter((event) => 'key' in event && handles.has(event.handle)).length,
    leftLines: linesNaming(text, person),
  };
}

function textOf(path: string): string {
  const text = decodeText(path, readFileSync(path));
  return text.ok ? text.value : '';
}

function rosterRemovals(path: string, { student }: KnownPerson): readonly Removal[] {
  if (student === undefined) return [];
  const text = textOf(path);
  const source = readCsv(path, text);
  if (!source.ok) return [];
  const kept = withoutRows(text, source.value, ({ cells }) =>
    cells.some((cell) => cell.toLowerCase() === student.email),
  );
  return [{ change: { path, text: kept }, what: 'a row' }];
}

/** What "practicum groups" wrote, written anew without the person. */
function privateRemovals(
  folder: string,
  { inputs, pseudonyms }: NamedCohort,
  { student }: KnownPerson,
): readonly Removal[] {
  if (pseudonyms === undefined || student === undefined) return [];
  const { roster } = inputs;
  const others = {
    ...inputs,
    roster: { ...roster, students: roster.students.filter(({ email }) => email !== student.email) },
  };
  const texts = [
    ['groups.csv', groupsCsv(cohortGroups(others, pseudonyms))],
    ['people.csv', registerCsv(registerOf(others, pseudonyms))],
  ] as const;
  return texts
    .map(([file, text]) => ({ path: join(folder, file), text }))
    .filter(({ path }) => existsSync(path))
    .map((change) => ({ change, what: 'their rows' }));
}

/** Lines that hold the address, the name or the handle still. */
function linesNaming(text: string, { key, student, places }: KnownPerson): readonly number[] {
  const words = [
    'student' in key ? key.student : key.team,
    ...(student === undefined ? [] : [student.name, student.github]),
    ...places.map(({ handle }) => handle),
  ].flatMap((word) => (word === undefined || word.length < 3 ? [] : [word.normalize('NFC').toLowerCase()]));
  return text.split(/\r\n?|\n/).flatMap((line, index) => {
    const lower = line.normalize('NFC').toLowerCase();
    return words.some((word) => lower.includes(word)) ? [index + 1] : [];
  });
}
