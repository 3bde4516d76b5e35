import { massChange } from '../../../../src/core/roster/delta/mass-change';

const told = (leaving: number, active: number, expected?: number): string | undefined =>
  massChange({ leaving, active }, expected, 'new.csv')?.write;

test.each([
  [0, 60],
  [5, 60],
  [1, 10],
])('%d of %d may leave without a word', (leaving, active) => expect(told(leaving, active)).toBeUndefined());

test.each([
  [6, 2000],
  [2, 10],
  [1, 9],
])('%d of %d may not', (leaving, active) =>
  expect(told(leaving, active)).toBe(`--expect-drops ${leaving}, if they all left`),
);

test('Who says how many must be right, also of few', () => {
  expect(told(40, 60, 40)).toBeUndefined();
  expect(told(0, 60, 0)).toBeUndefined();
  expect(told(40, 60, 39)).toBe('--expect-drops 40, if this is the right file');
  expect(told(1, 60, 2)).toBe('--expect-drops 1, if this is the right file');
  expect(told(0, 60, 2)).toBe('no --expect-drops');
});
