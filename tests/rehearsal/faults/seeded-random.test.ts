import { SeededRandom } from '../../../src/rehearsal/faults/seeded-random';

const draws = (seed: number): readonly number[] => {
  const random = new SeededRandom(seed);
  return Array.from({ length: 5 }, () => random.between(1, 1000));
};

test('The same seed draws the same, on every machine; another seed draws otherwise', () => {
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
  expect(draws(1)).toEqual([146, 849, 53, 966, 741]);
});

test('Both ends of a range are drawn, and nothing outside it', () => {
  const random = new SeededRandom(3);
  const drawn = Array.from({ length: 200 }, () => random.between(2, 5));
  expect([...new Set(drawn)].sort()).toEqual([2, 3, 4, 5]);
});

test('From nothing nothing can be picked', () => {
  expect(() => new SeededRandom(1).pick([])).toThrow(new Error('There is nothing to choose from'));
});
