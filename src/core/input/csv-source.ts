import { CsvError, parse } from 'csv-parse/sync';
import { conflictMarkers } from './merge-conflict';
import type { Outcome, Problem } from './problem';
import { accept, refuse } from './problem';
import type { Position } from './position';

/** One row of a table, with where each of its cells starts. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Where cell number `index` starts; past the last cell, where the row ends. */
  positionOf(index: number): Position;
}

/** A CSV file: its header and its rows, empty ones left out. */
export interface CsvSource {
  readonly file: string;
  readonly header: CsvRow;
  readonly rows: readonly CsvRow[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/** Reads comma, semicolon or tab separated text; the header's own separators decide. */
export function readCsv(file: string, text: string): Outcome<CsvSource> {
  const content = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  if (content.trim() === '') {
    return refuse([
      {
        file,
        line: 1,
        column: 1,
        message: 'the file is empty',
        allowed: 'a header and one row per student',
        write: 'email,name',
      },
    ]);
  }
  const conflicts = conflictMarkers(file, content);
  if (conflicts.length > 0) return refuse(conflicts);
  const delimiter = delimiterOf(content);
  try {
    const records = parse(content, {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
    }) as unknown as readonly RawRecord[];
    const rows = records
      .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
      .map((record) => rowOf(record, delimiter));
    const [header, ...body] = rows;
    return header ? accept({ file, header, rows: body }) : refuse([notCsv(file, 1, 'no row was found')]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse([syntaxProblem(file, content, error)]);
  }
}

interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

function delimiterOf(content: string): string {
  const header = content.slice(0, content.search(/\n|$/));
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0]!;
}

function rowOf({ record, raw, info }: RawRecord, delimiter: string): CsvRow {
  const written = raw.replace(/^\n+|\n$/g, '');
  const firstLine = info.lines - (written.split('\n').length - 1);
  return {
    cells: record.map((cell) => cell.trim().normalize('NFC')),
    positionOf: (index) => {
      const before = written.slice(0, offsetOf(written, index, delimiter)).split('\n');
      return { line: firstLine + before.length - 1, column: before.at(-1)!.length + 1 };
    },
  };
}

/** Offset of cell `index` in the row as it was written, quotes and line breaks included. */
function offsetOf(raw: string, index: number, delimiter: string): number {
  let quoted = false;
  let cell = 0;
  for (let offset = 0; offset < raw.length; offset += 1) {
    if (cell === index) return offset;
    if (raw[offset] === '"') quoted = !quoted;
    else if (raw[offset] === delimiter && !quoted) cell += 1;
  }
  return raw.length;
}

function notCsv(file: string, line: number, message: string): Problem {
  return { file, line, column: 1, message, allowed: 'a header and one row per student', write: 'email,name' };
}

/** Where the quote stands that nothing closes; doubled quotes are part of a value. */
function openQuote(content: string): Position {
  let open = 0;
  let quoted = false;
  for (let offset = content.indexOf('"'); offset >= 0; offset = content.indexOf('"', offset + 1)) {
    quoted = !quoted;
    if (quoted && content[offset - 1] !== '"') open = offset;
  }
  const rows = content.slice(0, open).split('\n');
  return { line: rows.length, column: rows.at(-1)!.length + 1 };
}

function syntaxProblem(file: string, content: string, error: CsvError): Problem {
  const line = Number(error['lines'] ?? 1);
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        file,
        ...openQuote(content),
        message: 'a quote was opened and never closed',
        write: 'a second " at the end of that value',
      };
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return {
        file,
        line,
        column: String(error['raw'] ?? '"')
          .split('\n')
          .at(-1)!.length,
        message: 'a quote stands in the middle of a value',
        allowed: 'quotes around a whole value, doubled inside it',
        write: '"Ann ""Annie"" Lee"',
      };
    default:
      return notCsv(file, line, `this is not CSV: ${error.message}`);
  }
}
