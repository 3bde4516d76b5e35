import { REGIONS } from '../../../src/core/config/regions';

test('Regions are named once each, and as Google names them', () => {
  expect(new Set(REGIONS).size).toBe(REGIONS.length);
  expect(
    REGIONS.filter(
      (region) => !/^(africa|asia|australia|europe|me|northamerica|southamerica|us)-[a-z]+\d+$/.test(region),
    ),
  ).toEqual([]);
});
