import { CELL_APIS, CLUSTER_APIS, PROJECT_APIS } from '../../../src/core/plan/apis';

test.each([
  ['a cell', CELL_APIS],
  ['a project', PROJECT_APIS],
  ['a project with a cluster', CLUSTER_APIS],
])('The services of %s are named once each, in order', (_, apis) => {
  expect(apis).toEqual([...new Set(apis)].sort());
  expect(apis.filter((api) => !/^[a-z]+\.googleapis\.com$/.test(api))).toEqual([]);
});

test('A project with a cluster has all that one without has, and a cell all that both have', () => {
  expect(PROJECT_APIS.filter((api) => !CLUSTER_APIS.includes(api))).toEqual([]);
  expect(CLUSTER_APIS.filter((api) => !CELL_APIS.includes(api))).toEqual([]);
  expect([PROJECT_APIS, CLUSTER_APIS].map((apis) => apis.includes('container.googleapis.com'))).toEqual([
    false,
    true,
  ]);
});
