import { LIMITS, tryFindBreach } from '../../../src/core/limits/limits';

describe.each(Object.entries(LIMITS))('The limit %s', (_, { about, max, planFor, source }) => {
  test('is planned for below or at what is refused beyond', () => {
    expect(planFor).toBeGreaterThan(0);
    expect(planFor).toBeLessThanOrEqual(max);
  });

  test('says what it bounds, and where and when that was published or measured', () => {
    expect(about).not.toBe('');
    expect(source).toMatch(/\S.*, 20\d\d-(0[1-9]|1[0-2])\b/);
  });
});

test('A full cell fits whole shards and the policy of its project', () => {
  expect(LIMITS.tenantsPerCell.planFor % LIMITS.tenantsPerShard.planFor).toBe(0);
  expect(LIMITS.tenantsPerCell.planFor + 200).toBeLessThanOrEqual(LIMITS.principalsPerPolicy.planFor);
  expect(LIMITS.tenantsPerCell.planFor / LIMITS.tenantsPerShard.planFor).toBeLessThanOrEqual(99);
});

test('A value beyond what is planned for is a breach that says what to change', () => {
  expect(tryFindBreach('nodesPerPool', 'cell 1', 1000, 'fewer')).toEqual([]);
  expect(tryFindBreach('nodesPerPool', 'cell 1', 1001, 'fewer')).toEqual([
    { limit: 'nodesPerPool', where: 'cell 1', value: 1001, max: 1000, remedy: 'fewer' },
  ]);
});
