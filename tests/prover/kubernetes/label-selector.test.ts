import { selects, selectsAll, valuesOf } from '../../../src/prover/kubernetes/label-selector';

const expression = (operator: string, ...values: string[]) => ({
  matchExpressions: [{ key: 'a', operator, ...(values.length > 0 && { values }) }],
});

test.each([
  [{}, {}, true],
  [{ matchLabels: { a: '1' } }, { a: '1', b: '2' }, true],
  [{ matchLabels: { a: '1' } }, { a: '2' }, false],
  [{ matchLabels: { a: '1', b: '2' } }, { a: '1' }, false],
  [expression('In', '1', '2'), { a: '2' }, true],
  [expression('In', '1'), {}, false],
  [expression('NotIn', '1'), {}, true],
  [expression('NotIn', '1'), { a: '1' }, false],
  [expression('Exists'), { a: '' }, true],
  [expression('Exists'), {}, false],
  [expression('DoesNotExist'), {}, true],
  [expression('DoesNotExist'), { a: '1' }, false],
])('%j on %j is %s', (selector, labels, taken) => {
  expect(selects(selector, labels as Record<string, string>)).toBe(taken);
});

test('An operator that nobody knows takes everything: a proof must not trust it', () => {
  expect(selects(expression('Near', '1'), {})).toBe(true);
});

test('A selector without a condition selects all, and no other does', () => {
  expect([undefined, {}, { matchLabels: {} }].map(selectsAll)).toEqual([true, true, true]);
  expect([{ matchLabels: { a: '1' } }, expression('Exists')].map(selectsAll)).toEqual([false, false]);
});

test('The values that a label must have are those of matchLabels or of In', () => {
  expect(valuesOf({ matchLabels: { a: '1' } }, 'a')).toEqual(['1']);
  expect(valuesOf(expression('In', '1', '2'), 'a')).toEqual(['1', '2']);
  expect(valuesOf(expression('Exists'), 'a')).toBeUndefined();
});
