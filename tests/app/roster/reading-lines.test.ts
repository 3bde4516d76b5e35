import picocolors from 'picocolors';
import { noteLine } from '../../../src/app/roster/reading-lines';
import type { Terminal } from '../../../src/app/terminal';

const terminal = { colors: picocolors.createColors(false), width: 80 } as Terminal;
const note = (lines: readonly number[]): string =>
  noteLine({ file: 'moodle.csv', message: 'left out: staff', lines }, terminal);

test('A note says how many rows it is about and which', () => {
  expect(note([])).toBe('note  moodle.csv: left out: staff');
  expect(note([4])).toBe('note  moodle.csv: left out: staff (1 row: line 4)');
  expect(note([4, 9])).toBe('note  moodle.csv: left out: staff (2 rows: lines 4, 9)');
});

test('Of many rows the first eight are named', () => {
  const lines = Array.from({ length: 300 }, (_, n) => n + 2);
  expect(note(lines)).toBe(
    'note  moodle.csv: left out: staff (300 rows: lines 2, 3, 4, 5, 6, 7, 8, 9 and\n      292 more)',
  );
});
