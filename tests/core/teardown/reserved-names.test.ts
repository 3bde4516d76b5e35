import { projectId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { reservedNames } from '../../../src/core/teardown/reserved-names';
import { examplePlan } from '../../stacks/example-plans';

const NOON = '2027-05-01T12:00:00Z' as Instant;

test('Every project that is gone stays taken, for thirty days from when its own stack went', () => {
  const later = '2027-05-03T12:00:00Z' as Instant;
  const names = reservedNames(examplePlan('tier-project'), (stack) => (stack === 'cell-1' ? later : NOON));
  expect(names.map(({ project }) => project)).toEqual([...names.map(({ project }) => project)].sort());
  expect(new Set(names.map(({ until }) => until))).toEqual(new Set(['2027-05-31T12:00:00Z', '2027-06-02T12:00:00Z']));
  expect(names.filter(({ until }) => until === '2027-06-02T12:00:00Z')).toHaveLength(1);
}); // prettier-ignore

test('The projects that services, machines and logs share go with their cell', () => {
  const plan = examplePlan('tier-namespace');
  const [cell] = plan.cells;
  const serverless = { ...cell!.project, id: projectId('tier-shared-c1-run') };
  const network = { cidr: '10.16.0.0/22', ports: ['22'] };
  const machines = { ...cell!.project, id: projectId('tier-shared-c1-vm'), network };
  const { logs } = examplePlan('csce790-fall').cells[0]!;
  const names = reservedNames(
    { ...plan, cells: [{ ...cell!, serverless, machines, logs: logs! }] },
    () => NOON,
  );
  expect(names.map(({ project }) => project)).toEqual([
    'csce790-f27-c1-logs',
    'tier-shared-c1',
    'tier-shared-c1-run',
    'tier-shared-c1-vm',
  ]);
});

test('What stands still is none of them', () => {
  expect(reservedNames(examplePlan('tier-project'), () => undefined)).toEqual([]);
});
