import type { Ledger } from '../../../src/core/ledger/ledger';
import { emptyLedger } from '../../../src/core/ledger/ledger';
import { COHORT, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { THREE, aPlan, after, tenant, tenantsOf } from './a-plan';

const LEDGER: Ledger = enrolled(aConfig(), THREE, aCourse());
const ADA = 'ada@example.edu';
const STUDENTS = THREE.students.map(({ email }) => `user:${email}`);

test('A tenant of tier namespace lives in the cell’s project, under names made from the handle', () => {
  const { quota, containers, budget, toolkits, ...ada } = tenant(aPlan(), 'ada');
  expect(toolkits).toEqual([{ id: 'redis', size: 'small', standing: false }]);
  expect([quota.pods, containers.request.cpu.toString()]).toEqual([11, '25m']);
  expect(budget.toString()).toBe('60.00 USD');
  expect(ada).toEqual({
    handle: 'ada',
    kind: 'student',
    title: 'Student ada',
    tier: 'namespace',
    members: [ADA],
    held: false,
    cell: 1,
    shard: 1,
    namespace: 'ada',
    host: 'ada.mlops.example.edu',
    loadBalancers: 'none',
    registry: {
      project: 'mlops-fall27-c1',
      repository: 'ada',
      path: 'us-west1-docker.pkg.dev/mlops-fall27-c1/ada',
      writers: [`user:${ADA}`],
      readers: ['serviceAccount:lab-nodes@mlops-fall27-c1.iam.gserviceaccount.com'],
    },
    bucket: {
      project: 'mlops-fall27-c1',
      name: 'mlops-fall27-ada-data',
      users: [`user:${ADA}`],
      expires: '2027-04-24T07:00:00Z',
    },
    labels: {
      'managed-by': 'practicum',
      'practicum-cohort': 'mlops-fall27',
      'practicum-cell': 'c1',
      'practicum-tenant': 'ada',
    },
    collector: 'in-cluster',
    labs: ['lab1', 'lab2', 'project'],
  });
});

test('A tenant of tier project has its own project, and pulls with the nodes of the shared cluster', () => {
  const ada = tenant(aPlan({ config: aConfig('tier: project\n') }), 'ada');
  expect([ada.registry.project, ada.bucket.project, ada.project?.id]).toEqual(
    Array(3).fill('mlops-fall27-ada'),
  );
  expect(ada.registry.readers).toEqual(['serviceAccount:lab-nodes@mlops-fall27-c1.iam.gserviceaccount.com']);
  expect(ada.cluster).toBeUndefined();
  const own = ada.project!.access.filter(({ members }) => members.includes(`user:${ADA}`));
  expect(own.map(({ role }) => role)).toEqual([
    'roles/artifactregistry.reader',
    'roles/browser',
    'roles/logging.viewer',
    'roles/monitoring.viewer',
    'roles/serviceusage.serviceUsageConsumer',
  ]);
});

test('Staff look into a tenant’s own project and connect to its own cluster, without end', () => {
  const staff = (tier: string): readonly string[] =>
    tenant(aPlan({ config: aConfig(`tier: ${tier}\n`) }), 'ada')
      .project!.access.filter(({ expires }) => expires === undefined)
      .map(({ role }) => role);
  const looking = ['roles/logging.viewer', 'roles/monitoring.viewer', 'roles/storage.objectViewer'];
  expect(staff('project')).toEqual(['roles/artifactregistry.reader', ...looking]);
  expect(staff('cluster')).toEqual([
    'roles/artifactregistry.reader',
    'roles/container.clusterViewer',
    ...looking,
  ]);
});

test('A tenant of tier cluster has its own project and cluster, and may list it', () => {
  const ada = tenant(aPlan({ config: aConfig('tier: cluster\n') }), 'ada');
  expect(ada.cluster).toMatchObject({ name: 'mlops-fall27-ada', network: { nodesCidr: '10.0.0.0/22' } });
  expect(ada.registry.readers).toEqual(['serviceAccount:lab-nodes@mlops-fall27-ada.iam.gserviceaccount.com']);
  expect(ada.project!.access).toContainEqual({
    role: 'roles/container.clusterViewer',
    members: [`user:${ADA}`],
    expires: '2027-04-24T07:00:00Z',
  });
  expect(ada.project!.apis).toContain('container.googleapis.com');
});

test('No role in a tenant’s project is a basic one, and those of the tenant end', () => {
  const grants = tenantsOf(aPlan({ config: aConfig('tier: cluster\n') })).flatMap(
    ({ project }) => project!.access,
  );
  expect(
    grants.filter(
      ({ role, members, expires }) =>
        /roles\/(owner|editor|viewer)$/.test(role) ||
        (expires === undefined && members.some((member) => STUDENTS.includes(member))),
    ),
  ).toEqual([]);
});

test('One tenant may have another tier and budget than the rest', () => {
  const plan = aPlan({
    config: aConfig('places:\n  - { student: Ada@example.edu, tier: project, budget: 120 USD }\n'),
  });
  expect(tenantsOf(plan).map(({ tier }) => tier)).toEqual(['project', 'namespace', 'namespace']);
  expect(tenant(plan, 'ada').project!.budget.toString()).toBe('120.00 USD');
  expect(tenant(aPlan({ config: aConfig('tier: project\n') }), 'ada').project!.budget.toString()).toBe(
    '60.00 USD',
  );
});

test('A prefix for projects is taken where it is given, and nowhere else', () => {
  const config = aConfig(
    'tier: cluster\n',
    changed(
      COHORT,
      'adminProject: example-labs-admin',
      'adminProject: example-labs-admin\n  projectPrefix: other',
    ),
  );
  const ada = tenant(aPlan({ config }), 'ada');
  expect([ada.project!.id, ada.bucket.name, ada.cluster!.name]).toEqual([
    'other-ada',
    'other-ada-data',
    'other-ada',
  ]);
  expect(ada.labels['practicum-cohort']).toBe('mlops-fall27');
});

describe('A held tenant', () => {
  test.each(['namespace', 'project', 'cluster'])('of tier %s keeps its place and lets no one in', (tier) => {
    const config = aConfig(`tier: ${tier}\n`);
    const ada = tenant(aPlan({ config, ledger: after(LEDGER, 'held', ADA) }), 'ada');
    expect([
      ada.held,
      ada.members,
      ada.registry.writers,
      ada.bucket.users,
      (ada.project?.access ?? []).filter(({ expires }) => expires !== undefined),
      (ada.cluster?.monitoring.alerts.tenants ?? []).flatMap(({ members }) => members),
    ]).toEqual([true, [], [], [], [], []]);
    expect(JSON.stringify(ada)).not.toContain(ADA);
    const before = tenant(aPlan({ config }), 'ada');
    expect({
      ...ada,
      held: false,
      members: before.members,
      registry: before.registry,
      bucket: before.bucket,
      project: before.project,
      ...(before.cluster === undefined ? {} : { cluster: before.cluster }),
    }).toEqual({ ...before, project: before.project });
  });

  test('is kept out of the team’s place too', () => {
    const config = aConfig('teamLabs: [project]\n');
    const roster = aRoster([aStudent('ada', { team: 'Owl' }), aStudent('bo', { team: 'Owl' })]);
    const ledger = enrolled(config, roster, aCourse());
    expect(tenant(aPlan({ config, roster, ledger }), 'team-owl').members).toEqual([ADA, 'bo@example.edu']);
    const held = after(ledger, 'held', ADA);
    expect(tenant(aPlan({ config, roster, ledger: held }), 'team-owl').members).toEqual(['bo@example.edu']);
  });

  test('that came back has what it had', () => {
    const back = after(after(LEDGER, 'held', ADA), 'returned', ADA);
    expect(aPlan({ ledger: back })).toEqual(aPlan());
  });
});

test('A destroyed tenant has no place, and its shard stays', () => {
  const all = THREE.students.reduce((ledger, { email }) => after(ledger, 'destroyed', email), LEDGER);
  expect(
    aPlan({ ledger: after(LEDGER, 'destroyed', ADA) }).shards.map(({ tenants }) =>
      tenants.map(({ handle }) => handle),
    ),
  ).toEqual([['bo', 'cy']]);
  expect(aPlan({ ledger: all }).shards).toEqual([{ cell: 1, number: 1, tenants: [], hadSharedPlace: true }]);
});

test('Who is missing from the roster keeps the place, under the handle for a name', () => {
  const roster = aRoster([aStudent('bo'), aStudent('cy')]);
  const plan = aPlan({ roster, ledger: LEDGER });
  expect(tenant(plan, 'ada')).toEqual({ ...tenant(aPlan(), 'ada'), title: 'ada' });
});

test('A tenant of the roster without a line in the ledger is a fault', () => {
  expect(() => aPlan({ ledger: emptyLedger(aConfig().id) })).toThrow(
    '3 tenants of the roster are not in the ledger; enroll them first',
  );
});

test('Load balancers of a tenant are as the course says, where a size has any', () => {
  const sample = aCourse();
  const course = { ...sample, sizes: { normal: { ...sample.sizes['normal']!, loadBalancers: 1 } } };
  expect(tenant(aPlan({ course }), 'ada').loadBalancers).toBe('internal');
  const open = { ...course, loadBalancers: 'external' as const };
  expect(tenant(aPlan({ course: open }), 'ada').loadBalancers).toBe('external');
});

describe('A team', () => {
  const config = aConfig('teamLabs: [project]\n');
  const roster = aRoster([
    aStudent('ada', { team: 'Barn Owl' }),
    aStudent('bo', { team: 'barn owl' }),
    aStudent('cy'),
  ]);
  const ledger = enrolled(config, roster, aCourse());

  test('has a place with its members and the labs for teams, beside theirs', () => {
    const plan = aPlan({ config, roster });
    expect(tenant(plan, 'team-barn-owl')).toMatchObject({
      kind: 'team',
      title: 'Barn Owl',
      members: [ADA, 'bo@example.edu'],
      labs: ['project'],
      quota: { pods: 5 },
    });
    expect(tenant(plan, 'ada').labs).toEqual(['lab1', 'lab2']);
  });

  test('keeps its place when it loses a member, and lets only the others in', () => {
    const smaller = aRoster([aStudent('ada', { team: 'Barn Owl' }), aStudent('bo'), aStudent('cy')]);
    const { members, registry } = tenant(aPlan({ config, roster: smaller, ledger }), 'team-barn-owl');
    expect([members, registry.writers]).toEqual([[ADA], [`user:${ADA}`]]);
  });

  test('that the roster names no more keeps its place and name, and lets no one in', () => {
    const none = aRoster([aStudent('ada'), aStudent('bo'), aStudent('cy')]);
    expect(tenant(aPlan({ config, roster: none, ledger }), 'team-barn-owl')).toMatchObject({
      title: 'Barn Owl',
      members: [],
      held: false,
    });
  });

  test('may have a tier of its own, named in any letter case', () => {
    const places = 'places:\n  - { team: BARN OWL, tier: project }\n';
    expect(
      tenant(aPlan({ config: aConfig(`teamLabs: [project]\n${places}`), roster }), 'team-barn-owl').tier,
    ).toBe('project');
  });
});
