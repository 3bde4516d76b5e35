import type { CsvRow } from '../../input/csv-source';
import type { Outcome, Problem } from '../../input/problem';
import { refuse, shown } from '../../input/problem';
import type { Roster } from '../roster';
import { parseRoster } from '../roster';
import type { Field } from './export-formats';
import type { ExportRow } from './export-row';
import type { ExportTable } from './read-export';

const COLUMNS = ['email', 'name', 'team', 'section', 'github'] as const;

/** Where in the export the value of a column of the roster comes from. */
const CAME_FROM: Readonly<Record<(typeof COLUMNS)[number], readonly Field[]>> = {
  email: ['email', 'login', 'identifier'],
  name: ['name', 'firstName', 'lastName', 'preferredName'],
  team: ['team'],
  section: ['section'],
  github: ['github'],
};

/** The rows as the plain roster that they mean; every value keeps the place where the export has it. */
export function asRoster({ source, header }: ExportTable, rows: readonly ExportRow[]): Outcome<Roster> {
  const sourceOf = COLUMNS.map((column) => CAME_FROM[column].map((field) => header.columns.get(field)));
  const translated = rows.map((person): CsvRow => ({
    cells: COLUMNS.map((column) => person[column]),
    positionOf: (index) => {
      const candidates = (sourceOf[index] ?? []).filter((each) => each !== undefined);
      const filled = candidates.find((each) => (person.row.cells[each] ?? '') !== '');
      return person.row.positionOf(filled ?? candidates[0] ?? 0);
    },
  }));
  return parseRoster({
    file: source.file,
    header: { cells: COLUMNS, positionOf: (index) => source.header.positionOf(index) },
    rows: translated,
  });
}

/** All that is wrong with what an export itself tells; what it is silent about is no fault yet. */
export function faultsOfRows(table: ExportTable): readonly Problem[] {
  if (table.rows.length === 0) return [];
  const filled = table.rows.map((person, index) => ({
    ...person,
    // Never seen: a stand-in passes the rules, so that only what is there is judged.
    email: person.email === '' ? `${index}@stand-in.example` : person.email,
    name: person.name === '' ? 'Stand-in' : person.name,
  }));
  const outcome = asRoster(table, filled);
  return outcome.ok ? [] : outcome.problems;
}

/** What a roster cannot do without and nobody told, each kind in one problem however many rows it is. */
export function whatIsMissing(table: ExportTable, rows: readonly ExportRow[]): readonly Problem[] {
  const { source, header } = table;
  const at = (person: ExportRow, fields: readonly Field[]): Pick<Problem, 'file' | 'line' | 'column'> => {
    const column = fields.map((field) => header.columns.get(field)).find((each) => each !== undefined) ?? 0;
    return { file: source.file, ...person.row.positionOf(column) };
  };
  const people = (count: number): string =>
    count === 1 ? 'this row has' : `${count} rows, this first, have`;
  const nameless = rows.filter(({ name }) => name === '');
  const loginOnly = rows.filter(({ email, login }) => email === '' && login !== '');
  const neither = rows.filter(({ email, login }) => email === '' && login === '');
  return [
    ...nameless.slice(0, 1).map((person) => ({
      ...at(person, CAME_FROM.name),
      message: `${people(nameless.length)} no name`,
      allowed: 'a name in this file, or in a second one that has the same e-mail addresses',
      write: 'the names, or give the roster of your learning system as a second file',
    })),
    ...loginOnly.slice(0, 1).map((person) => ({
      ...at(person, ['login', 'identifier']),
      message: `${people(loginOnly.length)} no e-mail address`,
      got: shown(person.login),
      allowed: 'an e-mail address, or a domain that makes one of each login',
      write:
        header.format.id === 'github-classroom'
          ? 'the roster of your learning system as a second file'
          : '--email-domain example.edu, with the domain of your university',
    })),
    ...neither.slice(0, 1).map((person) => ({
      ...at(person, CAME_FROM.email),
      message: `${people(neither.length)} no e-mail address`,
      allowed: 'an e-mail address in every row of a student',
      write: 'the address, or delete the row',
    })),
  ];
}

/** Told where all rows were left out. */
export function noStudent({ source, notes }: ExportTable): Outcome<never> {
  const why = notes
    .filter(({ message }) => message.startsWith('left out'))
    .map(({ message, lines }) => `${message.replace('left out: ', '')} ${lines.length}`);
  return refuse([
    {
      file: source.file,
      ...source.header.positionOf(0),
      message: `no row is a student${why.length > 0 ? `: ${why.join(', ')}` : ''}`,
      write: 'an export that has the students, one row each',
    },
  ]);
}
