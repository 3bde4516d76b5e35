import { readCsv } from '../../input/csv-source';
import type { Outcome } from '../../input/problem';
import { accept, inReadingOrder, refuse } from '../../input/problem';
import type { Roster } from '../roster';
import { decodeExport } from './decode-export';
import { asRoster, faultsOfRows, noStudent, whatIsMissing } from './judge-rows';
import { mergeRows } from './merge-rows';
import type { ExportOptions } from './export-row';
import type { ExportTable, RosterNote } from './read-export';
import { readExport } from './read-export';
import { readHeader } from './read-header';

/** A file as it came, and how it is called in messages. */
export interface ExportFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A file that was understood. */
export interface ReadSource {
  readonly file: string;
  /** Whose export it is, as people call it. */
  readonly format: string;
  /** Students that it tells of. */
  readonly students: number;
}

/** What exports say together: the roster, and all that did not go into it. */
export interface RosterReading {
  readonly roster: Roster;
  readonly sources: readonly ReadSource[];
  readonly notes: readonly RosterNote[];
}

/** Reads one export, or two that tell of the same students; a roster, or all that is wrong with both. */
export function readRosterExports(
  files: readonly ExportFile[],
  options: ExportOptions = {},
): Outcome<RosterReading> {
  const outcomes = files.map((file) => readTable(file, options));
  const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  const tables = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const [first, second] = inOrderOfWeight(tables);
  const own = tables.flatMap((table) => [...table.problems, ...faultsOfRows(table)]);
  if (refused.length > 0 || first === undefined) return refuse(inReadingOrder([...refused, ...own]));
  const empty = tables.find(({ rows }) => rows.length === 0);
  if (empty !== undefined && own.length === 0) return noStudent(empty);
  const merged =
    second === undefined
      ? { rows: first.rows, notes: [], problems: [] }
      : mergeRows(first, second, options.emailDomain);
  const problems = [...own, ...merged.problems, ...whatIsMissing(first, merged.rows)];
  if (problems.length > 0) return refuse(inReadingOrder(problems));
  const roster = asRoster(first, merged.rows);
  if (!roster.ok) return roster;
  return accept({
    roster: roster.value,
    sources: tables.map(({ source, header, rows }) => ({
      file: source.file,
      format: header.format.title,
      students: rows.length,
    })),
    notes: [...tables.flatMap(({ notes }) => notes), ...merged.notes],
  });
}

/** GitHub Classroom and Google Groups know addresses and accounts; who is in the course, the other file says. */
function inOrderOfWeight(tables: readonly ExportTable[]): readonly ExportTable[] {
  const isAddition = ({ header }: ExportTable): boolean =>
    header.format.id === 'github-classroom' || header.format.id === 'google-groups';
  return [...tables].sort((one, two) => Number(isAddition(one)) - Number(isAddition(two)));
}

function readTable({ file, bytes }: ExportFile, options: ExportOptions): Outcome<ExportTable> {
  const decoded = decodeExport(file, bytes);
  if (!decoded.ok) return decoded;
  const source = readCsv(file, decoded.value.text);
  if (!source.ok) return source;
  const header = readHeader(source.value);
  if (!header.ok) return header;
  const table = readExport(source.value, header.value, options);
  const { guessed } = decoded.value;
  if (guessed === undefined) return accept(table);
  const note = { file, message: `no UTF-8; read as ${guessed}: look at names with accents`, lines: [] };
  return accept({ ...table, notes: [note, ...table.notes] });
}
