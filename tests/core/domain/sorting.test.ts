import fc from 'fast-check';
import { byText } from '../../../src/core/domain/sorting';

test('Texts are ordered by code unit, not by the alphabet of a place', () => {
  expect(['é', 'a', 'Z', '_', '10', '9', 'ä', 'z'].sort(byText(String))).toEqual([
    '10',
    '9',
    'Z',
    '_',
    'a',
    'z',
    'ä',
    'é',
  ]);
});

test('Any order of the same items is sorted to one', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (items) => {
      const sorted = [...items].sort(byText(String));
      expect([...items].reverse().sort(byText(String))).toEqual(sorted);
      for (const [index, item] of sorted.slice(1).entries()) expect(sorted[index]! <= item).toBe(true);
    }),
  );
});

test('Items with one key keep their order', () => {
  const items = [
    { key: 'b', n: 1 },
    { key: 'a', n: 2 },
    { key: 'b', n: 3 },
    { key: 'a', n: 4 },
  ];
  expect(items.sort(byText(({ key }) => key)).map(({ n }) => n)).toEqual([2, 4, 1, 3]);
});
