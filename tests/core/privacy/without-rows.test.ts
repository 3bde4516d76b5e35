import fc from 'fast-check';
import { readCsv } from '../../../src/core/input/csv-source';
import { withoutRows } from '../../../src/core/privacy/without-rows';
import { valueOf } from '../outcomes';

const without = (text: string, who: string): string =>
  withoutRows(text, valueOf(readCsv('roster.csv', text)), ({ cells }) => cells[0] === who);

test.each([
  ['the first row', 'e,n\na,A\nb,B\n', 'e,n\nb,B\n'],
  ['the last row, without an end', 'e,n\nb,B\na,A', 'e,n\nb,B\n'],
  ['Windows line ends', 'e,n\r\na,A\r\nb,B\r\n', 'e,n\r\nb,B\r\n'],
  ['a value over two lines', 'e,n\na,"A\nof B"\nb,B\n', 'e,n\nb,B\n'],
  ['a byte order mark and semicolons', '\uFEFFe;n\na;A\nb;B\n', '\uFEFFe;n\nb;B\n'],
  ['another value over two lines', 'e,n\nb,"B\nof A"\na,A\nc,C\n', 'e,n\nb,"B\nof A"\nc,C\n'],
  ['nobody', 'e,n\nb,B\n', 'e,n\nb,B\n'],
  ['the only row', 'e,n\na,A\n', 'e,n\n'],
])('%s', (_, text, kept) => {
  expect(without(text, 'a')).toBe(kept);
});

test('What stays is read as what it was, and who goes is gone', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab "\n,é'), maxLength: 6 });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{3}$/), cell), {
        minLength: 1,
        selector: ([key]) => key,
      }),
      fc.nat(),
      fc.constantFrom('\n', '\r\n'),
      (rows, pick, end) => {
        const text = [['head', 'cell'], ...rows]
          .map(([key, each]) => `${key},${quoted(each!)}${end}`)
          .join('');
        const [who] = rows[pick % rows.length]!;
        const left = without(text, who);
        expect(left).toBe(
          [['head', 'cell'], ...rows]
            .filter(([key]) => key !== who)
            .map(([key, each]) => `${key},${quoted(each!)}${end}`)
            .join(''),
        );
      },
    ),
  );
});
