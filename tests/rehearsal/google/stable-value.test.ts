import {
  stableDigits,
  stableHex,
  stableNumber,
  stableUuid,
} from '../../../src/rehearsal/google/stable-value';

test('The same text gives the same value, another text another', () => {
  expect(stableHex('a', 8)).toBe(stableHex('a', 8));
  expect(stableHex('a', 8)).not.toBe(stableHex('b', 8));
});

test('Values have the form that Google gives them', () => {
  expect(stableHex('a', 32)).toMatch(/^[0-9a-f]{32}$/);
  expect(stableDigits('a', 19)).toMatch(/^[1-9]\d{18}$/);
  expect(stableUuid('a')).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(['a', 'b', 'c', 'd', 'e', 'f'].every((text) => stableNumber(text, 3) < 3)).toBe(true);
});
