import fc from 'fast-check';
import { walkJson } from '../../../src/core/leaks/json-walk';

test('What JSON.parse takes is walked to its end, and what it refuses has a place', () => {
  const texts = fc.oneof(
    fc.json(),
    fc.json().chain((text) => fc.nat(text.length).map((cut) => text.slice(0, cut))),
    fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...'[]{},:"\\0e-+.tn \n\t\u0000é')).map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place);
    }),
  ); // prettier-ignore
  fc.assert(
    fc.property(texts, (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(walkJson(text) === undefined).toBe(isJson);
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['[1, 2', 5],
  ['{"a" 1}', 5],
  ['[1,]', 3],
  ['["a\nb"]', 3],
  ['{"a":01}', 6],
  ['[] []', 3],
  ['["\\x"]', 2],
])('The fault of %j is at %i', (text, at) => expect(walkJson(text)).toBe(at));

test('A text of a million open lists is walked without recursion', () =>
  expect(walkJson('['.repeat(1_000_000))).toBe(1_000_000));
