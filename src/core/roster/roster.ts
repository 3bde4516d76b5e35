import type { Email } from '../domain/ids';
import { EMAIL, email } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { CsvRow, CsvSource } from '../input/csv-source';
import type { Outcome, Problem } from '../input/problem';
import { accept, refuse, shown } from '../input/problem';
import { nearest } from '../input/read-object';

/** A person who takes the course, as the roster names them now. */
export interface Student {
  readonly email: Email;
  readonly name: string;
  readonly team?: string;
  readonly section?: string;
  readonly github?: string;
}

/** Who is in the course, by e-mail. */
export interface Roster {
  readonly file: string;
  readonly students: readonly Student[];
}

const COLUMNS = ['email', 'name', 'team', 'section', 'github'] as const;
type Column = (typeof COLUMNS)[number];

const REQUIRED: readonly Column[] = ['email', 'name'];

const SYNONYMS: ReadonlyMap<string, Column> = new Map<string, Column>(
  Object.entries({
    'e-mail': 'email',
    'email address': 'email',
    'e-mail address': 'email',
    mail: 'email',
    'full name': 'name',
    student: 'name',
    group: 'team',
    sections: 'section',
    'github username': 'github',
  } as const),
);

interface CellRule {
  readonly pattern: RegExp;
  readonly allowed: string;
  readonly example: string;
}

/** The two joiners are let through: Persian and Indic names are written with them. */
const ONE_LINE = /^(?:[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[\u200C\u200D]){1,100}$/u;

const RULES: Readonly<Record<Column, CellRule>> = {
  email: EMAIL,
  name: { pattern: ONE_LINE, allowed: '1 to 100 characters on one line', example: 'Amara Okafor' },
  team: {
    pattern: /^(?=.{1,40}$)[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u,
    allowed: '1 to 40 letters, digits, spaces, dots, hyphens, starting with a letter or digit',
    example: 'Team Kestrel',
  },
  section: { pattern: /^[^\p{Cc}\p{Cf}]{1,40}$/u, allowed: '1 to 40 characters on one line', example: '002' },
  github: {
    pattern: /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i,
    allowed: 'a GitHub user name: 1 to 39 letters, digits and single hyphens, without @ or address',
    example: 'amara-okafor',
  },
};

/** A hostile header can have thousands of columns; a person reads a few. */
const MOST_COLUMNS_TOLD = 20;

/** What no two students share. */
const OWN = [
  { column: 'email', called: 'e-mail', write: 'one row per student: delete one of the two' },
  {
    column: 'github',
    called: 'account on GitHub',
    write: 'the account of each, or nothing: whose it is may push to their repositories',
  },
] as const;

/** Reads the plain roster: a header with `email` and `name`, and any of `team`, `section`, `github`. */
export function parseRoster(source: CsvSource): Outcome<Roster> {
  const { columns, problems: headerProblems } = readHeader(source);
  if (headerProblems.length > 0) return refuse(headerProblems);
  const problems: Problem[] = [];
  const firstLine = new Map<string, number>();
  const students: Student[] = [];
  for (const row of source.rows) {
    const told = rowProblems(source, row, columns);
    problems.push(...told);
    for (const { column, called, write } of OWN) {
      const value = cellOf(row, columns, column);
      const place = row.positionOf(columns.get(column) ?? 0);
      const key = `${column} ${value.toLowerCase()}`;
      const earlier = value === '' ? undefined : firstLine.get(key);
      firstLine.set(key, earlier ?? place.line);
      if (earlier === undefined) continue;
      problems.push({
        file: source.file,
        ...place,
        message: `this ${called} stands already in line ${earlier}; upper and lower case are the same`,
        got: shown(value),
        write,
      });
      break;
    }
    if (told.length === 0) students.push(toStudent(row, columns));
  }
  if (source.rows.length === 0) {
    problems.push({
      file: source.file,
      ...source.header.positionOf(0),
      message: 'the roster names no student',
      write: 'a row per student below the header',
    });
  }
  if (problems.length > 0) return refuse(problems);
  return accept({ file: source.file, students: students.sort(byText((student) => student.email)) });
}

function readHeader(source: CsvSource): {
  columns: ReadonlyMap<Column, number>;
  problems: readonly Problem[];
} {
  const columns = new Map<Column, number>();
  const problems: Problem[] = [];
  source.header.cells.forEach((cell, index) => {
    const word = cell.toLowerCase().replaceAll('_', ' ');
    const column = COLUMNS.find((known) => known === word) ?? SYNONYMS.get(word);
    const place = { file: source.file, ...source.header.positionOf(index) };
    if (column === undefined) problems.push(unknownColumn(place, cell));
    else if (columns.has(column)) {
      problems.push({
        ...place,
        message: `the column ${column} stands here twice`,
        got: shown(cell),
        write: 'one of the two',
      });
    } else columns.set(column, index);
  });
  for (const column of REQUIRED.filter((required) => !columns.has(required))) {
    problems.unshift({
      file: source.file,
      ...source.header.positionOf(0),
      message: `the column ${column} is missing`,
      got: shown(source.header.cells.join(',')),
      allowed: `a header with ${REQUIRED.join(' and ')}, and any of team, section, github`,
      write: 'email,name',
    });
  }
  return { columns, problems: capped(source, problems) };
}

function capped(source: CsvSource, problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_COLUMNS_TOLD) return problems;
  const rest = problems.length - MOST_COLUMNS_TOLD;
  const { file, line, column } = problems[MOST_COLUMNS_TOLD]!;
  return [
    ...problems.slice(0, MOST_COLUMNS_TOLD),
    {
      file,
      line,
      column,
      message: `${rest} more columns are wrong from here on; the header has ${source.header.cells.length}`,
      allowed: `the columns ${COLUMNS.join(', ')}`,
      write: 'the columns email and name alone, if this is an export with many',
    },
  ];
}

function unknownColumn(place: { file: string; line: number; column: number }, cell: string): Problem {
  const near = nearest(cell, [...COLUMNS, ...SYNONYMS.keys()]);
  return {
    ...place,
    message: cell === '' ? 'a column has no name' : `the column ${shown(cell)} is unknown`,
    allowed: `the columns ${COLUMNS.join(', ')}`,
    write: near === undefined ? 'delete the column' : (SYNONYMS.get(near) ?? near),
  };
}

function cellOf(row: CsvRow, columns: ReadonlyMap<Column, number>, column: Column): string {
  const index = columns.get(column);
  return index === undefined ? '' : (row.cells[index] ?? '');
}

function rowProblems(source: CsvSource, row: CsvRow, columns: ReadonlyMap<Column, number>): Problem[] {
  const width = source.header.cells.length;
  if (row.cells.length !== width) {
    return [
      {
        file: source.file,
        ...row.positionOf(Math.min(row.cells.length, width)),
        message: `the row has ${row.cells.length} values, the header ${width}`,
        got: shown(row.cells.slice(0, width + 1).join(',')),
        allowed: `${width} values; a value that holds the separator stands in quotes`,
        write: '"Okafor, Amara"',
      },
    ];
  }
  return [...columns].flatMap(([column, index]) => {
    const value = row.cells[index]!;
    const rule = RULES[column];
    if (value === '' && !REQUIRED.includes(column)) return [];
    if (rule.pattern.test(value)) return [];
    return [
      {
        file: source.file,
        ...row.positionOf(index),
        message: value === '' ? `${column} is missing` : `${column} is not allowed`,
        got: shown(value),
        allowed: rule.allowed,
        write: rule.example,
      },
    ];
  });
}

function toStudent(row: CsvRow, columns: ReadonlyMap<Column, number>): Student {
  const optional = (column: Column): Record<string, string> => {
    const value = cellOf(row, columns, column);
    return value === '' ? {} : { [column]: value };
  };
  return {
    email: email(cellOf(row, columns, 'email')),
    name: cellOf(row, columns, 'name'),
    ...optional('team'),
    ...optional('section'),
    ...optional('github'),
  };
}
