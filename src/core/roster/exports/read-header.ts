import type { CsvSource } from '../../input/csv-source';
import type { Outcome, Problem } from '../../input/problem';
import { accept, legible, refuse, shown } from '../../input/problem';
import { nearest } from '../../input/read-object';
import type { ExportFormat, Field } from './export-formats';
import { EXPORT_FORMATS, formatOf, headerWord } from './export-formats';

/** What the header of an export says: whose it is, and where each thing stands. */
export interface ExportHeader {
  readonly format: ExportFormat;
  readonly columns: ReadonlyMap<Field, number>;
  /** Columns of a file made by hand that say nothing to us, as they are called. */
  readonly ignored: readonly string[];
}

/** A hostile header can have thousands of columns; a person reads a few. */
const MOST_COLUMNS_TOLD = 20;

/** A longer name of a column is no slip of a short one. */
const LONGEST_SLIP = 30;

/** Recognises the export by its header, or tells which it comes nearest to. */
export function readHeader({ file, header }: CsvSource): Outcome<ExportHeader> {
  const words = header.cells.map(headerWord);
  const format = formatOf(header.cells);
  if (format === undefined) return refuse([notKnown(file, header.cells, words)]);
  const columns = new Map<Field, number>();
  const open = openColumns(format, words);
  const problems: Problem[] = [];
  const ignored: string[] = [];
  words.forEach((word, index) => {
    const field = Object.hasOwn(format.columns, word) ? format.columns[word] : undefined;
    const place = (): Pick<Problem, 'file' | 'line' | 'column'> => ({ file, ...header.positionOf(index) });
    if (field === undefined) {
      const near = word.length > LONGEST_SLIP ? undefined : nearest(word, open);
      if (near === undefined) {
        if (word !== '') ignored.push(legible(header.cells[index]!));
      } else if (problems.length < MOST_COLUMNS_TOLD) {
        problems.push({
          ...place(),
          message: `the column ${shown(header.cells[index]!)} is unknown`,
          allowed: `the columns ${Object.keys(format.columns).join(', ')}`,
          write: near,
        });
      }
    } else if (columns.has(field)) {
      if (problems.length >= MOST_COLUMNS_TOLD) return;
      problems.push({
        ...place(),
        message: `two columns tell the same: ${shown(header.cells[columns.get(field)!]!)} and this one`,
        got: shown(header.cells[index]!),
        write: 'one of the two; give the other another name or delete it',
      });
    } else columns.set(field, index);
  });
  return problems.length > 0
    ? refuse(problems)
    : accept({ format, columns, ignored: format.byHand === true ? ignored : [] });
}

/** Names of the columns that a file made by hand lacks: what it has beside may be meant to be one of them. */
function openColumns({ columns, byHand }: ExportFormat, words: readonly string[]): readonly string[] {
  if (byHand !== true) return [];
  const taken = new Set(words.map((word) => (Object.hasOwn(columns, word) ? columns[word] : undefined)));
  return Object.keys(columns).filter((name) => !taken.has(columns[name]));
}

function notKnown(file: string, cells: readonly string[], words: readonly string[]): Problem {
  const lacking = EXPORT_FORMATS.map(({ title, signature }) => ({
    title,
    size: signature.length,
    lacks: signature.filter((names) => !names.some((name) => words.includes(name))).map(([first]) => first!),
  }));
  const [near] = lacking
    .filter(({ lacks, size }) => lacks.length < size)
    .sort((one, two) => one.lacks.length / one.size - two.lacks.length / two.size);
  return {
    file,
    line: 1,
    column: 1,
    message:
      near === undefined
        ? 'no export that is known has this header'
        : `no export that is known has this header; a ${near.title} would also have ${near.lacks.join(' and ')}`,
    got: shown(cells.slice(0, 20).join(',')),
    allowed: `the header of one of: ${EXPORT_FORMATS.map(({ title }) => title).join(', ')}`,
    write: 'email,name in the first line, if the file is made by hand',
  };
}
