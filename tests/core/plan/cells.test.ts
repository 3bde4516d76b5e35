import { cellNumber } from '../../../src/core/domain/ids';
import { cellDomain } from '../../../src/core/plan/cells';
import { COHORT, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { THREE, aPlan, after, tenantsOf } from './a-plan';

const TWO_CELLS = { tenantsPerShard: 2, tenantsPerCell: 2 };

test('The first cell has the cohort’s project, domain and cluster', () => {
  const [cell] = aPlan().cells;
  expect(cell).toMatchObject({
    number: 1,
    domain: 'mlops.example.edu',
    project: {
      id: 'mlops-fall27-c1',
      labels: { 'practicum-cohort': 'mlops-fall27', 'practicum-cell': 'c1' },
    },
    cluster: { name: 'mlops-fall27-c1', network: { nodesCidr: '10.0.0.0/20' } },
    logRetentionDays: 90,
  });
  expect(cell).not.toHaveProperty('parent');
});

test('A second cell has a project, cluster and domain of its own, below the first cell’s zone', () => {
  const plan = aPlan({ capacity: TWO_CELLS });
  expect(
    plan.cells.map(({ number, domain, project, parent }) => [number, domain, project.id, parent]),
  ).toEqual([
    [1, 'mlops.example.edu', 'mlops-fall27-c1', undefined],
    [2, 'c2.mlops.example.edu', 'mlops-fall27-c2', { project: 'mlops-fall27-c1' }],
  ]);
  expect(tenantsOf(plan).map(({ cell, host, bucket }) => [cell, host, bucket.project])).toEqual([
    [1, 'ada.mlops.example.edu', 'mlops-fall27-c1'],
    [1, 'bo.mlops.example.edu', 'mlops-fall27-c1'],
    [2, 'cy.c2.mlops.example.edu', 'mlops-fall27-c2'],
  ]);
  expect(cellDomain('example.edu', cellNumber(12))).toBe('c12.example.edu');
});

test('A cell stays with its cluster when all its tenants are destroyed: what they had goes through it', () => {
  const ledger = enrolled(aConfig(), THREE, aCourse(), TWO_CELLS);
  const before = aPlan({ ledger }).cells;
  const { cells } = aPlan({ ledger: after(ledger, 'destroyed', 'cy@example.edu') });
  expect(cells.map(({ number, cluster }) => [number, cluster?.name])).toEqual([
    [1, 'mlops-fall27-c1'],
    [2, 'mlops-fall27-c2'],
  ]);
  const roles = (cell: (typeof cells)[number]): readonly string[] =>
    cell.project.access.map(({ role }) => role);
  expect(roles(cells[1]!)).toContain('roles/iap.httpsResourceAccessor');
  expect(cells[0]!.cluster).toEqual(before[0]!.cluster);
});

test('A cell in which everyone ever had a cluster of their own has none', () => {
  const config = { ...aConfig(), tier: 'cluster' } as const;
  const ledger = enrolled(config, THREE, aCourse());
  for (const each of [ledger, after(ledger, 'destroyed', 'cy@example.edu')])
    expect(aPlan({ config, ledger: each }).cells.map(({ cluster }) => cluster)).toEqual([undefined]);
});

describe('Access to a cell’s project', () => {
  const [{ project }] = aPlan().cells as [ReturnType<typeof aPlan>['cells'][number]];
  const STUDENTS = ['user:ada@example.edu', 'user:bo@example.edu', 'user:cy@example.edu'];
  const STAFF = ['user:ines.duarte@example.edu', 'user:lin.wei@example.edu'];

  test('is: students may connect until the term’s end; staff may look; instructors may read buckets', () => {
    expect(project.access).toEqual([
      { role: 'roles/artifactregistry.reader', members: STAFF },
      { role: 'roles/container.clusterViewer', members: STAFF },
      { role: 'roles/container.clusterViewer', members: STUDENTS, expires: '2027-04-24T07:00:00Z' },
      { role: 'roles/iap.httpsResourceAccessor', members: STAFF },
      { role: 'roles/logging.viewer', members: STAFF },
      { role: 'roles/monitoring.viewer', members: STAFF },
      { role: 'roles/storage.objectViewer', members: ['user:ines.duarte@example.edu'] },
    ]);
  });

  test('names a student once, however many teams and places lead to it', () => {
    const roster = aRoster([aStudent('ada', { team: 'Owl' }), aStudent('bo', { team: 'Owl' })]);
    const plan = aPlan({ config: aConfig('teamLabs: [project]\n'), roster });
    expect(plan.cells[0]!.project.access.find(({ expires }) => expires)?.members).toEqual(
      STUDENTS.slice(0, 2),
    );
  });

  test('has no grant without members', () => {
    const ledger = THREE.students.reduce(
      (all, { email }) => after(all, 'held', email),
      enrolled(aConfig(), THREE, aCourse()),
    );
    const { access } = aPlan({ ledger }).cells[0]!.project;
    expect(access.filter(({ members, expires }) => members.length === 0 || expires !== undefined)).toEqual(
      [],
    );
  });

  test('never names who has a cluster of their own, nor staff as students', () => {
    const cluster = aPlan({ config: aConfig('tier: cluster\n') }).cells[0]!.project.access;
    expect(JSON.stringify(cluster)).not.toContain('ada@');
    const roster = aRoster([aStudent('ada'), aStudent('lin.wei')]);
    const grants = aPlan({ roster }).cells[0]!.project.access.filter(({ expires }) => expires !== undefined);
    expect(grants.map(({ members }) => members)).toEqual([['user:ada@example.edu']]);
  });
});

describe('The cluster of a cell', () => {
  const lab = (more = ''): object => aPlan({ config: aConfig(more) }).cells[0]!.cluster!.pools.lab;

  test('has as many lab nodes as all quotas together need, and the fewest that were asked for', () => {
    expect(lab()).toEqual({
      name: 'lab',
      machineType: 'e2-standard-4',
      spot: false,
      minNodes: 0,
      maxNodes: 1,
      diskGb: 170,
    });
    const roster = aRoster(Array.from({ length: 100 }, (_, n) => aStudent(`s${n}`)));
    // Two labs at once: 100 × 1,050 thousandths of a core on nodes of 3,528.
    expect(aPlan({ roster }).cells[0]!.cluster!.pools.lab.maxNodes).toBe(Math.ceil((100 * 1050) / 3528));
  });

  test('has the nodes that the cohort asks for', () => {
    expect(lab('nodes: { machineType: n2-standard-8, spot: true, min: 0, max: 7 }\n')).toEqual({
      name: 'lab-spot',
      machineType: 'n2-standard-8',
      spot: true,
      minNodes: 0,
      maxNodes: 7,
      diskGb: 300,
    });
    expect(lab('nodes: { min: 9 }\n')).toMatchObject({ minNodes: 1, maxNodes: 1 });
  });

  test('is there for tier project, and not where each tenant has one', () => {
    expect(aPlan({ config: aConfig('tier: project\n') }).cells[0]!.cluster).toBeDefined();
    expect(aPlan({ config: aConfig('tier: cluster\n') }).cells[0]).not.toHaveProperty('cluster');
  });
});

describe('The budget of a cell', () => {
  const budget = (more: string): string =>
    aPlan({ config: aConfig(more) }).cells[0]!.project.budget.toString();

  test('is that of all who work in its cluster, each with what may be spent on them', () => {
    expect(budget('')).toBe('180.00 USD');
    expect(budget('places: [{ student: ada@example.edu, tier: project }]\n')).toBe('180.00 USD');
    expect(budget('places: [{ student: ada@example.edu, tier: cluster }]\n')).toBe('120.00 USD');
    expect(budget('places: [{ student: ada@example.edu, budget: 100 USD }]\n')).toBe('220.00 USD');
  });

  test('is a dollar where every tenant has a cluster of its own, the least a budget can be', () => {
    expect(budget('tier: cluster\n')).toBe('1.00 USD');
  });
});

test('Times of the cohort’s own classes count for maintenance, not those of the course', () => {
  const classes =
    'sessions: [{ day: thursday, starts: "06:00", ends: "07:00" }, { day: friday, starts: "06:00", ends: "07:00" }]\n';
  const rule = (more: string): string =>
    aPlan({ config: aConfig(more, changed(COHORT, 'breaks: [2027-03-22]', 'breaks: []')) }).cells[0]!.cluster!
      .maintenance.recurrence;
  expect(rule('')).toBe('FREQ=WEEKLY;BYDAY=WE,TH,FR');
  expect(rule(classes)).toBe('FREQ=WEEKLY;BYDAY=TU,WE,SA');
});
