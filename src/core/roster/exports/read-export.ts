import type { CsvSource } from '../../input/csv-source';
import type { Problem } from '../../input/problem';
import { shown } from '../../input/problem';
import type { ExportOptions, ExportRow, ReadRow } from './export-row';
import { isHeading, readRow, unevenRow } from './export-row';
import { shorterSections } from './group-lists';
import type { ExportHeader } from './read-header';
import { LEFT_OUT } from './standing';

/** What was left out, cut or guessed, and where: never who. */
export interface RosterNote {
  readonly file: string;
  readonly message: string;
  readonly lines: readonly number[];
}

/** An export as far as it can be read by itself. */
export interface ExportTable {
  readonly source: CsvSource;
  readonly header: ExportHeader;
  readonly rows: readonly ExportRow[];
  /** Those who are no students: another file may tell of them too. */
  readonly others: readonly ExportRow[];
  readonly notes: readonly RosterNote[];
  readonly problems: readonly Problem[];
}

/** Reads the rows of an export: who is a student, and what it tells of each. */
export function readExport(source: CsvSource, header: ExportHeader, options: ExportOptions): ExportTable {
  const people = source.rows.filter((row) => !isHeading(row, header));
  const uneven = people.flatMap((row) => unevenRow(source, row) ?? []);
  const read = people
    .filter((row) => unevenRow(source, row) === undefined)
    .map((row) => readRow(row, header, options));
  const students = read.filter(({ standing }) => standing === 'student');
  const shorter = shorterSections(students.map(({ person }) => person.section));
  return {
    source,
    header,
    rows: students.map(({ person }) => ({
      ...person,
      section: shorter.get(person.section) ?? person.section,
    })),
    others: read.flatMap(({ standing, person }) => (standing in LEFT_OUT ? [person] : [])),
    notes: notesOf(source.file, header, read, shorter.size),
    problems: [...uneven, ...severalTeams(source, header, students), ...unknownRoles(source, header, read)],
  };
}

function notesOf(
  file: string,
  { ignored }: ExportHeader,
  read: readonly ReadRow[],
  cut: number,
): readonly RosterNote[] {
  const students = read.filter(({ standing }) => standing === 'student');
  const linesOf = (rows: readonly ReadRow[]): readonly number[] =>
    rows.map(({ person }) => person.row.positionOf(0).line);
  const turned = students.filter(({ nameTurned }) => nameTurned).length;
  const onRows: readonly (readonly [message: string, rows: readonly ReadRow[]])[] = [
    ...Object.entries(LEFT_OUT).map(
      ([why, words]) => [`left out: ${words}`, read.filter(({ standing }) => standing === why)] as const,
    ),
    [
      'in several sections; the first that is no lecture is taken',
      students.filter(({ severalSections }) => severalSections),
    ],
    [
      'preferred name left out: it is not clear which name it replaces',
      students.filter(({ preferredLeftOut }) => preferredLeftOut),
    ],
  ];
  const rest = ignored.length - MOST_COLUMNS_NAMED;
  const columns = ignored.slice(0, MOST_COLUMNS_NAMED).join(', ');
  const onAll: readonly (readonly [message: string, applies: boolean])[] = [
    [`not read: ${columns}${rest > 0 ? ` and ${rest} more columns` : ''}`, ignored.length > 0],
    // Canvas writes all names so: in which lines tells nobody anything.
    [`${counted(turned, 'one name was', 'names were')} written last name first; turned around`, turned > 0],
    [`${counted(cut, 'one section has', 'sections have')} more than 40 characters; cut at a word`, cut > 0],
  ];
  return [
    ...onRows.flatMap(([message, rows]) =>
      rows.length > 0 ? [{ file, message, lines: linesOf(rows) }] : [],
    ),
    ...onAll.flatMap(([message, applies]) => (applies ? [{ file, message, lines: [] }] : [])),
  ];
}

const MOST_COLUMNS_NAMED = 5;

const counted = (count: number, one: string, several: string): string =>
  count === 1 ? one : `${count} ${several}`;

function severalTeams(
  { file }: CsvSource,
  { columns }: ExportHeader,
  students: readonly ReadRow[],
): readonly Problem[] {
  const column = columns.get('team') ?? 0;
  return students
    .filter(({ groups }) => groups > 1)
    .map(({ person: { row }, groups }) => ({
      file,
      ...row.positionOf(column),
      message: `this student is in ${groups} groups, and can be in one team`,
      got: shown(row.cells[column]),
      allowed: 'one team for each student',
      write: '--team-prefix with what the names of teams begin with, or one group',
    }));
}

/** A role is wrong once, however many have it: a system in another language has it in every row. */
function unknownRoles(
  { file }: CsvSource,
  { columns }: ExportHeader,
  read: readonly ReadRow[],
): readonly Problem[] {
  const rowsOf = new Map<string, ReadRow[]>();
  for (const row of read.filter(({ standing }) => standing === 'unknown')) {
    const known = rowsOf.get(row.role);
    if (known === undefined) rowsOf.set(row.role, [row]);
    else known.push(row);
  }
  return [...rowsOf].map(([role, rows]) => ({
    file,
    ...rows[0]!.person.row.positionOf(columns.get('role') ?? 0),
    message: `this role is neither that of a student nor that of staff${rows.length > 1 ? `; ${rows.length} rows have it` : ''}`,
    got: shown(role),
    allowed: 'Student, Learner or Member; Instructor, TA, Reader and the like are left out',
    write: rows.length > 1 ? 'Student in its place, or delete the rows' : 'Student, or delete the row',
  }));
}
