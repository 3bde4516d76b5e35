import { readQuantity } from '../../../src/prover/quotas/read-quantity';

test.each([
  ['0', 0],
  ['2', 2],
  ['1.5', 1.5],
  ['500m', 0.5],
  ['2k', 2_000],
  ['1Mi', 1_048_576],
  ['3Gi', 3 * 2 ** 30],
  ['1G', 1e9],
])('%s is %d', (text, amount) => {
  expect(readQuantity(text)).toBe(amount);
});

test.each(['', 'many', '-1', '1e400x', '5K', undefined])('%s is no amount', (text) => {
  expect(readQuantity(text)).toBeUndefined();
});
