import { capacityOf } from '../../../src/core/plan/capacity';
import { COURSE, aConfig, aCourse, changed } from '../sample-cohort';

const using = (toolkit: string) =>
  aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', `[{ id: ${toolkit} }]`));
const DEPLOYS = 'github: { organisation: x, organisationId: "9919", deploys: true }\n';
const cellOf = (yaml: string, toolkit: string): number =>
  capacityOf({ config: aConfig(yaml), course: using(toolkit) }).tenantsPerCell;

test('A cell takes a thousand places, and a shard fifty', () => {
  expect(capacityOf({ config: aConfig(''), course: using('redis') })).toEqual({
    tenantsPerShard: 50,
    tenantsPerCell: 1000,
  });
});

test('A cell takes fewer where each place has an account in its project', () => {
  expect(cellOf(DEPLOYS, 'github-actions')).toBe(98);
  expect(cellOf(DEPLOYS.replace('true', 'false'), 'github-actions')).toBe(1000);
  expect(cellOf(DEPLOYS, 'redis')).toBe(1000);
  expect(cellOf('', 'cloud-run')).toBe(99);
  expect(cellOf('', 'vm')).toBe(99);
});

test('Clusters and projects of their own are no reason for fewer', () => {
  expect(cellOf(`${DEPLOYS}tier: cluster\n`, 'github-actions')).toBe(1000);
  expect(cellOf('tier: project\n', 'cloud-run')).toBe(1000);
  // The account is in the project of the cluster, and that is shared.
  expect(cellOf(`${DEPLOYS}tier: project\n`, 'github-actions')).toBe(98);
  expect(
    cellOf(
      `${DEPLOYS}tier: cluster\nplaces:\n  - { student: ada@example.edu, tier: namespace }\n`,
      'github-actions',
    ),
  ).toBe(98);
});
