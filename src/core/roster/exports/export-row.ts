import type { CsvRow, CsvSource } from '../../input/csv-source';
import type { Problem } from '../../input/problem';
import { shown } from '../../input/problem';
import type { Field } from './export-formats';
import { takenSection, teamsIn } from './group-lists';
import { spokenName } from './person-name';
import type { ExportHeader } from './read-header';
import type { Standing } from './standing';
import { standingOf } from './standing';

/** What only the person at the keyboard knows. */
export interface ExportOptions {
  /** Makes an e-mail address of each login. */
  readonly emailDomain?: string;
  /** Of the groups, those that begin so are teams. */
  readonly teamPrefix?: string;
}

/** A student as a row of one export tells of them; empty where it does not. */
export interface ExportRow {
  readonly row: CsvRow;
  readonly email: string;
  /** What stands for the e-mail where there is none: a login, or what GitHub Classroom calls identifier. */
  readonly login: string;
  readonly name: string;
  readonly team: string;
  readonly section: string;
  readonly github: string;
}

/** A row, who it is about, and what had to be decided to read it. */
export interface ReadRow {
  readonly person: ExportRow;
  readonly standing: Standing;
  readonly role: string;
  readonly groups: number;
  readonly severalSections: boolean;
  readonly nameTurned: boolean;
  readonly preferredLeftOut: boolean;
}

/** Reads one row under its header. */
export function readRow(row: CsvRow, { columns }: ExportHeader, options: ExportOptions): ReadRow {
  const cell = cellsOf(row, columns);
  const { name, turned, preferredLeftOut } = spokenName({
    name: cell('name'),
    firstName: cell('firstName'),
    lastName: cell('lastName'),
    preferredName: cell('preferredName'),
  });
  const [role, status, waitlist] = [cell('role'), cell('status'), cell('waitlist')];
  const { section, several } = takenSection(cell('section'));
  const teams = teamsIn(cell('team'), options.teamPrefix);
  return {
    person: {
      row,
      ...addressOf(cell, options.emailDomain),
      name,
      team: teams[0] ?? '',
      section,
      github: cell('github').replace(/^@/, ''),
    },
    standing: standingOf({ name, role, status, waitlist, section: cell('section') }),
    role,
    groups: teams.length,
    severalSections: several,
    nameTurned: turned,
    preferredLeftOut,
  };
}

type CellOf = (field: Field) => string;

const cellsOf =
  (row: CsvRow, columns: ExportHeader['columns']): CellOf =>
  (field) =>
    row.cells[columns.get(field) ?? -1] ?? '';

function addressOf(cell: CellOf, domain: string | undefined): Pick<ExportRow, 'email' | 'login'> {
  const login = cell('login') || cell('identifier');
  if (cell('email') !== '') return { email: cell('email'), login };
  if (login.includes('@')) return { email: login, login };
  const isWord = login !== '' && !/\s/.test(login);
  return { email: isWord && domain !== undefined ? `${login}@${domain}` : '', login };
}

const OF_A_PERSON = ['name', 'firstName', 'lastName', 'id', 'login', 'email'] as const;

/** A row of a gradebook that tells of columns and not of people. */
export function isHeading(row: CsvRow, { format, columns }: ExportHeader): boolean {
  if (format.id !== 'canvas-gradebook') return false;
  const cell = cellsOf(row, columns);
  return (
    /^points possible$/i.test(cell('name') || cell('lastName')) ||
    OF_A_PERSON.every((field) => cell(field) === '')
  );
}

/** What is wrong with a row that is longer or shorter than the header; empty cells at its end are nothing. */
export function unevenRow(source: CsvSource, row: CsvRow): Problem | undefined {
  const width = source.header.cells.length;
  const isLonger = row.cells.slice(width).some((cell) => cell !== '');
  if (row.cells.length >= width && !isLonger) return undefined;
  return {
    file: source.file,
    ...row.positionOf(Math.min(row.cells.length, width)),
    message: `the row has ${row.cells.length} values, the header ${width}`,
    got: shown(row.cells.slice(0, width + 1).join(',')),
    allowed: `${width} values; a value that holds the separator stands in quotes`,
    write: '"Okafor, Amara"',
  };
}
