import type { Problem } from '../../../src/core/input/problem';
import { accept, inReadingOrder, refuse, shown } from '../../../src/core/input/problem';

const problem = (file: string, line: number, column: number, message: string): Problem => ({
  file,
  line,
  column,
  message,
});

test('Problems are told in the order a person reads: file, line, column, message', () => {
  const inOrder = [
    problem('cohort.yaml', 2, 9, 'a'),
    problem('cohort.yaml', 10, 1, 'a'),
    problem('cohort.yaml', 10, 2, 'a'),
    problem('cohort.yaml', 10, 2, 'b'),
    problem('roster.csv', 1, 1, 'a'),
  ];
  const shuffled = [3, 0, 4, 2, 1].map((index) => inOrder[index]!);
  expect(inReadingOrder(shuffled)).toEqual(inOrder);
  expect(shuffled[0]).toBe(inOrder[3]);
});

test('An outcome has a value or problems, never both', () => {
  expect(accept(1)).toEqual({ ok: true, value: 1 });
  expect(refuse([problem('f', 1, 1, 'm')])).toEqual({ ok: false, problems: [problem('f', 1, 1, 'm')] });
});

test.each([
  ['text', '"text"'],
  ['say "hi"', '"say \\"hi\\""'],
  ['two\nlines', '"two\\nlines"'],
  [60, '60'],
  [null, 'null'],
  [undefined, 'undefined'],
  [['a', { b: 1 }], '["a",{"b":1}]'],
])('%j is shown as %s', (value, text) => expect(shown(value)).toBe(text));

test('A long value is cut, and its length told', () => {
  expect(shown('x'.repeat(58))).toBe(`"${'x'.repeat(58)}"`);
  expect(shown('x'.repeat(59))).toBe(`"${'x'.repeat(59)}… (61 characters)`);
});

test.each([
  ['an escape sequence', '\u001b[31mred', '"\\u001b[31mred"'],
  ['a C1 control', '\u009b31mred', '"\\u{9b}31mred"'],
  ['a delete', 'a\u007fb', '"a\\u{7f}b"'],
  ['a direction override', 'abc\u202egpj.exe', '"abc\\u{202e}gpj.exe"'],
  ['a line separator', 'a\u2028b', '"a\\u{2028}b"'],
  ['a tag character', 'a\u{e0041}', '"a\\u{e0041}"'],
])('%s of a file never reaches the terminal as it is', (_, value, text) => expect(shown(value)).toBe(text));
