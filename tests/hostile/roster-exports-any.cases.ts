import { cr, crlf, latin1, utf16be, utf16le, withMark } from './encodings';
import type { ExportSample } from './roster-exports-samples';
import { written } from './roster-exports-samples';

/** What has to be told of an export: the line exactly, of the rest the words that must be there. */
export interface ExportTold {
  readonly line: number;
  readonly message: string;
  readonly write?: string;
}

/** An export that is odd or wrong. */
export interface ExportCase {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** None where the oddity is legal. */
  readonly told: readonly ExportTold[];
  /** The students are the sample's, value by value. */
  readonly asGood?: true;
}

/** What can happen to the export of any system. */
export function casesOfAny(sample: ExportSample): readonly ExportCase[] {
  const { header, rows, who, name, jose, amara } = sample;
  const table = [header, ...rows];
  const text = written(table);
  const lineOf = (row: number): number => row + 2;
  const withCell = (row: number, column: number, value: string): string =>
    written(table.map((cells, at) => (at === row + 1 ? replaced(cells, column, value) : cells)));
  const good = (title: string, content: string | Uint8Array): ExportCase => ({
    name: title,
    content,
    told: [],
    asGood: true,
  });
  const bad = (title: string, content: string | Uint8Array, ...told: readonly ExportTold[]): ExportCase => ({
    name: title,
    content,
    told,
  });
  const reversed = written(table.map((cells) => [...cells].reverse()));
  const nameless = new Set(['moodle', 'gradescope']).has(sample.id)
    ? written(
        table.map((cells, at) => (at === lineOf(jose) - 1 ? replaced(replaced(cells, 0, ''), 1, '') : cells)),
      )
    : withCell(jose, name, '');
  // prettier-ignore
  return [
    good('with semicolons', written(table, ';')),
    good('with tabs', written(table, '\t')),
    good('with every value in quotes', written(table, ',', true)),
    good('with a byte order mark', withMark(text)),
    good('with lines of Windows', crlf(text)),
    good('with lines of an old Mac', cr(text)),
    good('without an end of the last line', text.trimEnd()),
    good('in UTF-16, little-endian, with tabs', utf16le(written(table, '\t'))),
    good('in UTF-16, big-endian', utf16be(text)),
    good('in UTF-16 without a mark', Buffer.from(text, 'utf16le')),
    good('in big-endian UTF-16 without a mark', Buffer.from(text, 'utf16le').swap16()),
    good('in Windows-1252', latin1(text)),
    good('with empty rows between', `\n${text.replaceAll('\n', '\n\n')}${','.repeat(header.length - 1)}\n`),
    good('with a header in capitals', written([header.map((cell) => cell.toUpperCase()), ...rows])),
    good('with the columns in another order', reversed),
    good('with an accent that stands apart', text.normalize('NFD')),
    good('with a column of thousands of letters', written(table.map((cells, at) => [...cells, at === 0 ? 'Remarks on it all' : 'x'.repeat(5000)]))),
    bad('nothing', '', { line: 1, message: 'the file is empty' }),
    bad('a header and nothing else', written([header]), { line: 1, message: 'no row is a student', write: 'an export that has the students' }),
    bad('half a character', Buffer.concat([Buffer.from(text), Buffer.from([0xed, 0xa0])]), { line: table.length + 1, message: 'not UTF-8 text' }),
    bad('a NUL', text.replace('José', 'Jo\0sé'), { line: lineOf(jose), message: 'NUL' }),
    bad('a workbook of Excel', Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0\x81', 'latin1'), { line: 1, message: 'not UTF-8 text' }),
    bad('marks of a merge', text.replace('\n', '\n<<<<<<< HEAD\n'), { line: 2, message: 'a merge conflict' }),
    bad('a quote that nothing closes', withCell(jose, name, 'xyzzy').replace('xyzzy', '"xyzzy').replaceAll(/"(?!xyzzy)/g, ''), { line: lineOf(jose), message: 'a quote was opened and never closed' }),
    bad('a row that is too short', `${text}${rows[amara]!.slice(0, -2).map((cell) => cell.replaceAll(',', '')).join(',')}\n`, { line: table.length + 1, message: `the row has ${header.length - 2} values, the header ${header.length}` }),
    bad('a row that is too long', `${text}${rows[amara]!.map((cell) => cell.replaceAll(',', '')).join(',')},x\n`, { line: table.length + 1, message: `the row has ${header.length + 1} values, the header ${header.length}` }),
    bad('one student twice', written([...table, rows[jose]!.map((cell) => (/^jgarcia$/.test(cell) ? '' : cell))]), { line: table.length + 1, message: `this e-mail stands already in line ${lineOf(jose)}`, write: 'delete one of the two' }),
    bad('an address of two lines', withCell(jose, who, 'jose@\nexample.edu'), { line: lineOf(jose), message: 'email is not allowed' }),
    bad('an address that turns the line around', withCell(jose, who, 'jose\u202e@example.edu'), { line: lineOf(jose), message: 'email is not allowed' }),
    bad('an address before which a name stands', withCell(jose, who, 'José <jose@example.edu>'), { line: lineOf(jose), message: 'email is not allowed' }),
    bad('no address', withCell(jose, who, ''), { line: lineOf(jose), message: 'this row has no e-mail address' }),
    bad('no name', nameless, { line: lineOf(jose), message: 'this row has no name', write: 'as a second file' }),
    bad('a name that colours the terminal', withCell(jose, name, 'José\u001b[31m García'), { line: lineOf(jose), message: 'name is not allowed' }),
    bad('a name of a megabyte', withCell(jose, name, 'x'.repeat(1 << 20)), { line: lineOf(jose), message: 'name is not allowed' }),
    bad('a column twice', written(table.map((cells) => [...cells, cells[who]!])), { line: 1, message: 'two columns tell the same', write: 'one of the two' }),
    bad('another table', 'date,amount\n2027-01-04,12\n', { line: 1, message: 'no export that is known has this header', write: 'email,name' }),
    bad('a page of HTML, as a session that ended gives', '<!DOCTYPE html>\n<html><body>Log in, please; then try again</body></html>\n', { line: 1, message: 'no export that is known has this header' }),
  ];
}

const replaced = (cells: readonly string[], at: number, value: string): readonly string[] =>
  cells.map((cell, index) => (index === at ? value : cell));
