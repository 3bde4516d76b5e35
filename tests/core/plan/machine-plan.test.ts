import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { BY_TAG, aPlan, after, tenantsOf } from './a-plan';

const course = aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: vm, size: normal }]'));
const roster = aRoster([aStudent('ada'), aStudent('pia')]);
const PIA = 'places:\n  - { student: pia@example.edu, tier: project }\n';

const planOf = (yaml: string, which = course): CohortPlan =>
  aPlan({ config: aConfig(yaml), course: which, roster });

const labOf = ({ labs }: CohortPlan) => labs.filter(({ toolkits }) => toolkits.some(({ id }) => id === 'vm'));

test('Each place has one machine: in a project that tenants share, or in its own with a network of its own', () => {
  const plan = planOf(PIA);
  const [ada, pia] = tenantsOf(plan).map(({ machine }) => machine!);
  const { startupScript, ...rest } = ada!;
  expect(startupScript).toMatch(/^#!\/bin\/sh\n/);
  expect(rest).toEqual({
    project: 'mlops-fall27-c1-vm',
    name: 'ada',
    account: 'machine-ada',
    shared: true,
    zone: `${plan.google.region}-b`,
    machineType: 'e2-medium',
    diskGb: 20,
    image: 'debian-cloud/debian-12',
    awakeHours: 12,
    users: ['user:ada@example.edu'],
    startable: { from: labOf(plan)[0]!.opens, until: labOf(plan).at(-1)!.closes },
    expires: plan.term.accessEnds,
  });
  expect([pia!.project, pia!.shared]).toEqual(['mlops-fall27-pia', false]);
  expect(pia!.network).toEqual({ cidr: '10.16.0.0/22', ports: ['22', '8000-8999'] });
});

test('Who has a machine in the shared project visits it, and holds no role of Google’s there', () => {
  const { machines, project } = planOf(PIA).cells[0]!;
  expect(machines!.apis).toEqual(
    expect.arrayContaining(['compute', 'iap'].map((a) => `${a}.googleapis.com`)),
  );
  expect(machines!.access.filter(({ members }) => members.includes('user:ada@example.edu'))).toEqual([
    {
      role: 'projects/mlops-fall27-c1-vm/roles/machineVisitor',
      members: ['user:ada@example.edu'],
      expires: planOf(PIA).term.accessEnds,
    },
  ]);
  expect(project.access.map(({ role }) => role)).not.toContain(machines!.access[0]!.role);
});

test('A project of its own has Compute Engine and tunnels, and its tenant visits it', () => {
  const { apis, access } = tenantsOf(planOf(PIA))[1]!.project!;
  for (const api of ['compute', 'iap', 'oslogin']) expect(apis).toContain(`${api}.googleapis.com`);
  expect(access.map(({ role }) => role)).toContain('projects/mlops-fall27-pia/roles/machineVisitor');
});

test('Nothing is shared where all have projects of their own, or no lab uses a machine', () => {
  expect(planOf('tier: project\n').cells[0]).not.toHaveProperty('machines');
  const without = planOf(PIA, aCourse());
  expect(without.cells[0]).not.toHaveProperty('machines');
  for (const tenant of tenantsOf(without)) {
    expect(tenant).not.toHaveProperty('machine');
    expect(tenant.project?.apis ?? []).not.toContain('compute.googleapis.com');
  }
});

test('A place that is held keeps its machine, and nobody enters or wakes it', () => {
  const config = aConfig('');
  const ledger = after(enrolled(config, roster, course), 'held', 'ada@example.edu');
  const plan = aPlan({ config, course, roster, ledger });
  expect(tenantsOf(plan)[0]!.machine!.users).toEqual([]);
  const visitors = plan.cells[0]!.machines!.access.find(({ role }) => role.endsWith('machineVisitor'));
  expect(visitors!.members).toEqual(['user:pia@example.edu']);
});

test('The shared project stands until the last machine in it is gone', () => {
  const config = aConfig('');
  const both = ['ada@example.edu', 'pia@example.edu'];
  const ledger = both.reduce(
    (l, who) => after(after(l, 'held', who), 'destroyed', who),
    enrolled(config, roster, course),
  );
  expect(aPlan({ config, course, roster, ledger }).cells[0]!.machines?.id).toBe('mlops-fall27-c1-vm');
});

test('Whoever has more time may wake the machine as long', () => {
  const { id } = labOf(planOf(''))[0]!;
  const days = (extra: number) =>
    tenantsOf(
      planOf(`accommodations:\n  - { student: ada@example.edu, lab: ${id}, extraDays: ${extra} }\n`),
    ).map(({ machine }) => machine!.startable.until);
  const [ada, pia] = days(60);
  expect(ada! > pia!).toBe(true);
});

const many = (count: number): CohortPlan =>
  aPlan({
    config: aConfig(''),
    course,
    roster: aRoster(Array.from({ length: count }, (_, index) => aStudent(`s${index}`))),
  });

test('A hundred machines in one project are one account too many', () => {
  expect(many(99).breaches).toEqual([]);
  expect(many(100).breaches).toEqual([
    {
      limit: 'machinesPerCell',
      where: 'cell 1',
      value: 100,
      max: 99,
      remedy: 'tier: project, a cohort per section, or labs without vm',
    },
  ]);
});

test('Whoever teaches hears of the quota of CPUs that a class of machines needs', () => {
  const disks = expect.stringContaining('SSD_TOTAL_GB') as string;
  expect(many(4).notices).toEqual([disks, BY_TAG]);
  expect(many(5).notices).toEqual([
    disks,
    expect.stringContaining('the 5 machines of cell 1 count as 10 vCPUs'),
    BY_TAG,
  ]);
});
