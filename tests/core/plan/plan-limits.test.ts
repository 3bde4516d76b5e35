import type { CellPlan, ShardPlan, TenantPlan } from '../../../src/core/plan/cohort-plan';
import { breachesOf } from '../../../src/core/plan/plan-limits';
import { aPlan } from './a-plan';

const PLAN = aPlan();
const [CELL] = PLAN.cells as readonly [CellPlan];
const [SHARD] = PLAN.shards as readonly [ShardPlan];
const [TENANT] = SHARD.tenants as readonly [TenantPlan];

const many = (count: number, change: Partial<TenantPlan> = {}): readonly TenantPlan[] =>
  Array.from({ length: count }, () => ({ ...TENANT, ...change }));
const shards = (count: number, tenants: readonly TenantPlan[]): readonly ShardPlan[] =>
  Array.from({ length: count }, (_, index) => ({
    ...SHARD,
    number: (index + 1) as ShardPlan['number'],
    tenants,
  }));
const withNodes = (maxNodes: number): CellPlan => {
  const cluster = CELL.cluster!;
  return {
    ...CELL,
    cluster: { ...cluster, pools: { ...cluster.pools, lab: { ...cluster.pools.lab, maxNodes } } },
  };
};
const withMembers = (count: number): CellPlan => ({
  ...CELL,
  project: {
    ...CELL.project,
    access: [{ role: 'roles/logging.viewer', members: Array<string>(count).fill('user:a@example.edu') }],
  },
});
const cells = (count: number): readonly CellPlan[] =>
  Array.from({ length: count }, (_, index) => ({ ...CELL, number: (index + 1) as CellPlan['number'] }));

test('A plan within all limits breaks none', () => {
  expect(breachesOf(PLAN.cells, PLAN.shards)).toEqual([]);
});

test('A shard takes fifty tenants', () => {
  expect(breachesOf([CELL], shards(1, many(50)))).toEqual([]);
  expect(breachesOf([CELL], shards(1, many(51)))).toEqual([
    {
      limit: 'tenantsPerShard',
      where: 'shard 1-1',
      value: 51,
      max: 50,
      remedy: 'nothing: this is a fault of the ledger',
    },
  ]);
});

test('A policy takes 1,200 principals, each appearance counted', () => {
  expect(breachesOf([withMembers(1200)], [])).toEqual([]);
  expect(breachesOf([withMembers(1201)], [])).toEqual([
    {
      limit: 'principalsPerPolicy',
      where: 'cell 1',
      value: 1201,
      max: 1200,
      remedy: 'fewer staff in cohort.yaml, or a cohort per section',
    },
  ]);
});

test('A node pool takes a thousand nodes', () => {
  expect(breachesOf([withNodes(1000)], [])).toEqual([]);
  expect(breachesOf([withNodes(1001)], [])).toEqual([
    {
      limit: 'nodesPerPool',
      where: 'cell 1',
      value: 1001,
      max: 1000,
      remedy: 'nodes: a larger machineType, or a lower max',
    },
  ]);
});

test('A cluster takes ten thousand Services, over all shards of its cell', () => {
  const quota = { ...TENANT.quota, services: 100 };
  expect(breachesOf([CELL], shards(2, many(50, { quota })))).toEqual([]);
  expect(breachesOf([CELL], shards(3, many(50, { quota })))).toEqual([
    {
      limit: 'servicesPerCluster',
      where: 'cell 1',
      value: 15_000,
      max: 10_000,
      remedy: 'fewer services in the sizes of the course',
    },
  ]);
});

test('A cluster takes ten thousand namespaces; tenants with their own do not count', () => {
  const quota = { ...TENANT.quota, services: 0 };
  expect(breachesOf([CELL], shards(201, many(50, { quota, tier: 'cluster' })))).toEqual([]);
  expect(breachesOf([CELL], shards(201, many(50, { quota })))).toEqual([
    {
      limit: 'namespacesPerCluster',
      where: 'cell 1',
      value: 10_050,
      max: 10_000,
      remedy: 'a cohort per section',
    },
  ]);
});

test('A cohort takes 99 cells', () => {
  expect(breachesOf(cells(99), [])).toEqual([]);
  expect(breachesOf(cells(100), [])).toEqual([
    { limit: 'cells', where: 'the cohort', value: 100, max: 99, remedy: 'two cohorts instead of one' },
  ]);
});

test('Each cell is held to its limits by itself', () => {
  const quota = { ...TENANT.quota, services: 150 };
  const inSecond = shards(2, many(50, { quota })).map((shard) => ({
    ...shard,
    cell: 2 as ShardPlan['cell'],
  }));
  const both = [...shards(1, many(50, { quota })), ...inSecond];
  expect(breachesOf(cells(2), both).map(({ where }) => where)).toEqual(['cell 2']);
});
