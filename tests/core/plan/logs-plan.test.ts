import { capacityOf } from '../../../src/core/plan/capacity';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';
import { aPlan, after, tenantsOf } from './a-plan';

const LOGS = 'logs: { perPlace: true }\n';
const TIERS =
  'places:\n  - { student: pia@example.edu, tier: project }\n  - { student: cleo@example.edu, tier: cluster }\n';
const roster = aRoster([aStudent('ada'), aStudent('cleo'), aStudent('pia')]);

const planOf = (yaml: string): CohortPlan => aPlan({ config: aConfig(yaml), roster });

test('Each place in the shared cluster has a log of its own, read by its members until the term ends', () => {
  const plan = planOf(LOGS + TIERS);
  const [ada, cleo, pia] = tenantsOf(plan);
  expect(ada!.logs).toEqual({
    project: 'mlops-fall27-c1-logs',
    bucket: 'ada',
    namespace: 'ada',
    cluster: { project: 'mlops-fall27-c1', name: 'mlops-fall27-c1' },
    retentionDays: 30,
    readers: ['user:ada@example.edu'],
    expires: plan.term.accessEnds,
  });
  expect(pia!.logs).toMatchObject({ project: 'mlops-fall27-c1-logs', bucket: 'pia' });
  expect([cleo!.logs, cleo!.ownLogs]).toEqual([undefined, true]);
});

test('A project apart has the logs of a cell; staff read them, no student does, and only their namespaces are led there', () => {
  const { project, namespaces, cluster } = planOf(LOGS + TIERS).cells[0]!.logs!;
  expect(project.id).toBe('mlops-fall27-c1-logs');
  expect(project.apis).not.toContain('compute.googleapis.com');
  expect(project.access).toContainEqual({
    role: 'roles/logging.viewAccessor',
    members: ['user:ines.duarte@example.edu', 'user:lin.wei@example.edu'],
  });
  expect(JSON.stringify(project.access)).not.toContain('ada@');
  expect([namespaces, cluster.name]).toEqual([['ada', 'pia'], 'mlops-fall27-c1']);
});

test('Nothing of it is there unless the cohort says so, nor where everybody has a cluster', () => {
  const without = planOf(TIERS);
  expect(without.cells[0]).not.toHaveProperty('logs');
  expect(tenantsOf(without).filter(({ logs, ownLogs }) => logs ?? ownLogs)).toEqual([]);
  expect(planOf(`${LOGS}tier: cluster\n`).cells[0]).not.toHaveProperty('logs');
});

test('What logs cost is told, since nothing bounds it', () => {
  expect(planOf(LOGS).notices).toContain(
    'places have logs of their own: each GiB that pods print beyond 50 a month in a cell costs $0.5, and nothing bounds how much',
  );
  expect(planOf('').notices.join()).not.toContain('logs');
});

test('A place that is held keeps its log, which only staff read', () => {
  const config = aConfig(LOGS);
  const ledger = after(enrolled(config, roster, aCourse()), 'held', 'ada@example.edu');
  const [ada] = tenantsOf(aPlan({ config, roster, ledger }));
  expect(ada!.logs).toMatchObject({ bucket: 'ada', readers: [] });
});

test('A cell takes no more places than a project has log buckets to give', () => {
  const inputs = { config: aConfig(LOGS), course: aCourse() };
  expect(capacityOf(inputs).tenantsPerCell).toBe(90);
  expect(capacityOf({ ...inputs, config: aConfig(`${LOGS}tier: cluster\n`) }).tenantsPerCell).toBe(1000);
  const many = aRoster(Array.from({ length: 91 }, (_, index) => aStudent(`s${index}`)));
  expect(aPlan({ config: inputs.config, roster: many }).breaches).toEqual([
    {
      limit: 'logBucketsPerProject',
      where: 'cell 1',
      value: 91,
      max: 90,
      remedy: 'logs: { perPlace: false }, since no place moves to another cell; or a cohort per section',
    },
  ]);
  const filled = enrolled(inputs.config, many, inputs.course, capacityOf(inputs));
  const plan = aPlan({ config: inputs.config, roster: many, ledger: filled });
  expect([plan.breaches, plan.cells.length]).toEqual([[], 2]);
});
