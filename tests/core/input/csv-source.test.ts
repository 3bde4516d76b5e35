import fc from 'fast-check';
import type { CsvRow } from '../../../src/core/input/csv-source';
import { readCsv } from '../../../src/core/input/csv-source';
import { problemsOf, valueOf } from '../outcomes';

const rowsOf = (text: string): readonly CsvRow[] => {
  const { header, rows } = valueOf(readCsv('roster.csv', text));
  return [header, ...rows];
};
const cellsOf = (text: string): readonly (readonly string[])[] => rowsOf(text).map(({ cells }) => cells);
const placesOf = (text: string): readonly string[] =>
  rowsOf(text).map((row) =>
    row.cells
      .map((_, index) => row.positionOf(index))
      .map(({ line, column }) => `${line}:${column}`)
      .join(' '),
  );

test.each([
  ['commas', 'email,name\na@example.edu,Ada\n'],
  ['semicolons', 'email;name\na@example.edu;Ada\n'],
  ['tabs', 'email\tname\na@example.edu\tAda\n'],
  ['CRLF', 'email,name\r\na@example.edu,Ada\r\n'],
  ['lone carriage returns', 'email,name\ra@example.edu,Ada\r'],
  ['no line break at the end', 'email,name\na@example.edu,Ada'],
  ['a byte order mark', '\uFEFFemail,name\na@example.edu,Ada\n'],
  ['outer spaces', ' email , name \n a@example.edu ,Ada '],
])('A table with %s is read', (_, text) => {
  expect(cellsOf(text)).toEqual([
    ['email', 'name'],
    ['a@example.edu', 'Ada'],
  ]);
});

test('The header decides on the separator, so that names may hold another', () => {
  expect(cellsOf('email;name\na@example.edu;"Lovelace, Ada"\nb@example.edu;Babbage, Charles')).toEqual([
    ['email', 'name'],
    ['a@example.edu', 'Lovelace, Ada'],
    ['b@example.edu', 'Babbage, Charles'],
  ]);
});

test('A quoted value holds separators, doubled quotes and line breaks', () => {
  expect(cellsOf('email,name\n"a,b","Ann ""Annie"" Lee"\n"x\r\ny",z')).toEqual([
    ['email', 'name'],
    ['a,b', 'Ann "Annie" Lee'],
    ['x\ny', 'z'],
  ]);
});

test('Accents are composed, so that one name is one text', () => {
  expect(cellsOf('name\nJose\u0301')).toEqual([['name'], ['Jos\u00e9']]);
});

describe('A cell stands where it starts', () => {
  test.each<[string, string, readonly string[]]>([
    ['in plain rows', 'a,b\n11,2\n', ['1:1 1:3', '2:1 2:4']],
    ['with CRLF', 'a,b\r\n11,2\r\n3,4', ['1:1 1:3', '2:1 2:4', '3:1 3:3']],
    ['after empty lines', '\n\na,b\n\n\n1,2\n', ['3:1 3:3', '6:1 6:3']],
    ['after empty lines with CRLF', 'a,b\r\n\r\n1,2\r\n\r\n\r\n3,4', ['1:1 1:3', '3:1 3:3', '6:1 6:3']],
    ['after lines of separators only', 'a,b\n ,\n1,2', ['1:1 1:3', '3:1 3:3']],
    ['after a quoted separator', 'a,b\n"1,1",2', ['1:1 1:3', '2:1 2:7']],
    ['after doubled quotes', 'a,b\n"1""1",2', ['1:1 1:3', '2:1 2:8']],
    ['after a quoted line break', 'a,b\n"x\ny",2\n3,4', ['1:1 1:3', '2:1 3:4', '4:1 4:3']],
    ['after a quoted CRLF', 'a,b\r\n"x\r\n\r\ny",2\r\n3,4', ['1:1 1:3', '2:1 4:4', '5:1 5:3']],
  ])('%s', (_, text, places) => expect(placesOf(text)).toEqual(places));

  test('and past the last one, where the row ends', () => {
    expect(rowsOf('a,b\n1,22\n').map((row) => row.positionOf(9))).toEqual([
      { line: 1, column: 4 },
      { line: 2, column: 5 },
    ]);
  });
});

test('Any table is read back from how a spreadsheet writes it, each cell at its place', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab",;\n é'), maxLength: 6 }).map((text) => `x${text}x`);
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n', '\n\n', '\r\n\r\n'),
      (table, end) => {
        const text = ['one,two', ...table.map((row) => row.map(quoted).join(','))].join(end);
        const rows = rowsOf(text).slice(1);
        expect(rows.map(({ cells }) => cells)).toEqual(table);
        const lines = text.split(/\r\n|\n/);
        for (const [index, row] of rows.entries()) {
          for (const column of [0, 1]) {
            const place = row.positionOf(column);
            const firstLineOfCell = quoted(table[index]![column]!).split('\n')[0]!;
            const there = lines[place.line - 1]!.slice(place.column - 1);
            expect(there.slice(0, firstLineOfCell.length)).toBe(firstLineOfCell);
          }
        }
      },
    ),
  );
});

const NO_ROWS = {
  file: 'roster.csv',
  line: 1,
  column: 1,
  allowed: 'a header and one row per student',
  write: 'email,name',
};

test.each(['', '\n \r\n', '\uFEFF'])('A file of nothing but %j is empty', (text) => {
  expect(problemsOf(readCsv('roster.csv', text))).toEqual([{ ...NO_ROWS, message: 'the file is empty' }]);
});

test('A file of separators only has no row', () => {
  expect(problemsOf(readCsv('roster.csv', ',,\n,,\n'))).toEqual([
    { ...NO_ROWS, message: 'no row was found' },
  ]);
});

test.each([
  ['in a value of the same line', 'a,b\n1,"2\n3,4\n', 2, 3],
  ['lines before the end', 'a,b\n1,2\n"3,4\n5,6\n7,8\n', 3, 1],
  ['after closed ones', 'a,b\n"1","2"\n"3""",4\n5,"6\n', 4, 3],
  ['in a value with doubled quotes', 'a,b\r\n1,"2""2\r\n', 2, 3],
])('A quote that is never closed is refused where it was opened: %s', (_, text, line, column) => {
  expect(problemsOf(readCsv('roster.csv', text))).toEqual([
    {
      file: 'roster.csv',
      line,
      column,
      message: 'a quote was opened and never closed',
      write: 'a second " at the end of that value',
    },
  ]);
});

test.each([
  ['a,b\n1,2\n3,x"4"\n', 4],
  ['a,b\n1,2\n3,"4"x\n', 5],
  ['a,b\r\n1,2\r\n3, "4"\r\n', 4],
])('A quote in the middle of a value is refused: %j', (text, column) => {
  expect(problemsOf(readCsv('roster.csv', text))).toEqual([
    {
      file: 'roster.csv',
      line: 3,
      column,
      message: 'a quote stands in the middle of a value',
      allowed: 'quotes around a whole value, doubled inside it',
      write: '"Ann ""Annie"" Lee"',
    },
  ]);
});

test('No text at all makes reading fail otherwise than by a problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'",;\t\n\r ab\uFEFF'), maxLength: 40 }), (text) => {
      const outcome = readCsv('roster.csv', text);
      expect(outcome.ok || outcome.problems.length === 1).toBe(true);
    }),
    { numRuns: 500 },
  );
});
