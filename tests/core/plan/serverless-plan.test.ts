import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { aPlan, after, tenantsOf } from './a-plan';

const course = aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: cloud-run }]'));
const roster = aRoster([aStudent('ada'), aStudent('pia')]);
const PIA = 'places:\n  - { student: pia@example.edu, tier: project }\n';

const planOf = (yaml: string, which = course): CohortPlan =>
  aPlan({ config: aConfig(yaml), course: which, roster });

test('Each place has one service: in a project without a network that tenants share, or in its own', () => {
  const [ada, pia] = tenantsOf(planOf(PIA)).map(({ service }) => service!);
  expect(ada).toEqual({
    project: 'mlops-fall27-c1-run',
    name: 'ada',
    account: 'serverless-ada',
    shared: true,
    image: expect.stringMatching(
      /^us-docker\.pkg\.dev\/cloudrun\/container\/hello@sha256:[0-9a-f]{64}$/,
    ) as string,
    maxInstances: 2,
    developers: ['user:ada@example.edu'],
    callers: ['user:ada@example.edu', 'user:ines.duarte@example.edu', 'user:lin.wei@example.edu'],
    expires: planOf(PIA).term.accessEnds,
  });
  expect([pia!.project, pia!.shared]).toEqual(['mlops-fall27-pia', false]);
});

test('The shared project has Cloud Run and nothing that makes a network; a project of its own has Cloud Run too', () => {
  const plan = planOf(PIA);
  const { id, apis, access } = plan.cells[0]!.serverless!;
  expect(id).toBe('mlops-fall27-c1-run');
  expect(apis).toContain('run.googleapis.com');
  expect(apis).not.toContain('compute.googleapis.com');
  expect(access.flatMap(({ members }) => members)).not.toContain('user:ada@example.edu');
  expect(plan.cells[0]!.project.apis).not.toContain('run.googleapis.com');
  expect(tenantsOf(plan)[1]!.project!.apis).toContain('run.googleapis.com');
});

test('Nothing is shared where all have projects of their own, or no lab uses Cloud Run', () => {
  expect(planOf('tier: project\n').cells[0]).not.toHaveProperty('serverless');
  const without = planOf('', aCourse());
  expect(without.cells[0]).not.toHaveProperty('serverless');
  expect(tenantsOf(without)[0]).not.toHaveProperty('service');
});

test('A place that is held keeps its service, and only staff call it', () => {
  const config = aConfig('');
  const ledger = after(enrolled(config, roster, course), 'held', 'ada@example.edu');
  const { developers, callers } = tenantsOf(aPlan({ config, course, roster, ledger }))[0]!.service!;
  expect([developers, callers]).toEqual([[], ['user:ines.duarte@example.edu', 'user:lin.wei@example.edu']]);
});

test('The shared project stands until the last service in it is gone', () => {
  const config = aConfig('');
  const both = ['ada@example.edu', 'pia@example.edu'];
  const ledger = both.reduce(
    (l, who) => after(after(l, 'held', who), 'destroyed', who),
    enrolled(config, roster, course),
  );
  expect(aPlan({ config, course, roster, ledger }).cells[0]!.serverless?.id).toBe('mlops-fall27-c1-run');
});

test('A hundred services in one project are one account too many', () => {
  const many = aRoster(Array.from({ length: 100 }, (_, index) => aStudent(`s${index}`)));
  const { breaches } = aPlan({ config: aConfig(''), course, roster: many });
  expect(breaches).toEqual([
    {
      limit: 'serviceAccountsPerProject',
      where: 'cell 1',
      value: 100,
      max: 99,
      remedy: 'tier: project, a cohort per section, or labs without cloud-run',
    },
  ]);
});

test('Whoever deploys may scale, which costs: that is told while somebody deploys', () => {
  const scaling = ({ notices }: CohortPlan): readonly string[] =>
    notices.filter((notice) => notice.includes('Cloud Run'));
  expect(scaling(planOf(PIA))).toEqual([
    'who deploys a service on Cloud Run can give it more instances, CPU, memory and GPUs until the next apply: each vCPU-second costs $0.000024, and only the quotas of its project bound how many; lower CpuAllocPerProjectRegion of run.googleapis.com there if that is too much',
  ]);
  expect(scaling(planOf('', aCourse()))).toEqual([]);
  const config = aConfig('');
  const ledger = ['ada@example.edu', 'pia@example.edu'].reduce(
    (each, who) => after(each, 'held', who),
    enrolled(config, roster, course),
  );
  expect(scaling(aPlan({ config, course, roster, ledger }))).toEqual([]);
});
