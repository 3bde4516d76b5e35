import { findToolkit } from '../../../src/core/catalogue/catalogue';
import type { ToolkitId } from '../../../src/core/domain/ids';
import { imageName } from '../../../src/core/domain/pinned-images';
import fc from 'fast-check';
import type { Instant } from '../../../src/core/domain/time';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { resolvePlan } from '../../../src/core/plan/resolve-plan';
import { w255, w255Spring, w255SpringRoster } from '../example-cohort';
import { shuffled } from '../invented-people';
import { COHORT, NOON, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { BY_TAG, THREE, aPlan, after, tenantsOf } from './a-plan';

const PEOPLE = Array.from({ length: 12 }, (_, n) =>
  aStudent(`s${n}`, n % 3 === 0 ? {} : { team: `Team ${n % 4}` }),
);
const TEAMS = aConfig('teamLabs: [project]\n');
const SMALL = { tenantsPerShard: 3, tenantsPerCell: 7 };
const json = (plan: CohortPlan): string => JSON.stringify(plan);
const byHandle = (plan: CohortPlan): ReadonlyMap<string, string> =>
  new Map(tenantsOf(plan).map((each) => [each.handle, JSON.stringify(each)]));

function unfrozenIn(value: unknown, path = 'plan'): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, member]) => unfrozenIn(member, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

test('The same inputs give the same plan, byte by byte, and are not changed by it', () => {
  const parts = {
    config: aConfig('teamLabs: [project]\ntier: cluster\n'),
    roster: aRoster(PEOPLE),
    course: aCourse(),
  };
  const before = JSON.stringify(parts);
  expect(json(aPlan(parts))).toBe(json(aPlan(parts)));
  expect(JSON.stringify(parts)).toBe(before);
});

test('A plan is frozen in all its depth', () => {
  for (const tier of ['namespace', 'cluster']) {
    expect(
      unfrozenIn(
        aPlan({
          config: aConfig(`teamLabs: [project]\ntier: ${tier}\n`),
          roster: aRoster(PEOPLE),
          capacity: SMALL,
        }),
      ),
    ).toEqual([]);
  }
});

test('A plan is written as JSON that names amounts and instants as people do', () => {
  const plan = JSON.parse(json(aPlan())) as CohortPlan;
  expect(plan.cells[0]!.project.budget).toBe('180.00 USD');
  expect(plan.shards[0]!.tenants[0]!.quota).toMatchObject({
    cpu: '1050m',
    memory: '2112Mi',
    storage: '4Gi',
    pods: 11,
  });
  expect(json(aPlan())).not.toMatch(/"(micros|millis|bytes)"|null|undefined/);
});

test('The order of the roster’s rows decides nothing', () => {
  const ledger = enrolled(TEAMS, aRoster(PEOPLE), aCourse(), SMALL);
  const plan = json(aPlan({ config: TEAMS, roster: aRoster(PEOPLE), ledger }));
  fc.assert(
    fc.property(shuffled(PEOPLE), (people) => {
      expect(json(aPlan({ config: TEAMS, roster: aRoster(people), capacity: SMALL }))).toBe(plan);
    }),
    { numRuns: 20 },
  );
});

test('One student more changes the plan of no other tenant', () => {
  const before = aPlan({ config: TEAMS, roster: aRoster(PEOPLE), capacity: SMALL });
  const ledger = enrolled(TEAMS, aRoster(PEOPLE), aCourse(), SMALL);
  fc.assert(
    fc.property(
      fc
        .constantFrom('a', 's0x', 's3', 'zz', 's-0', "o'brien", 'admin')
        .map((local) => aStudent(`${local}.new`)),
      (newcomer) => {
        const roster = aRoster([...PEOPLE, newcomer]);
        const now = byHandle(
          aPlan({ config: TEAMS, roster, ledger: enrolled(TEAMS, roster, aCourse(), SMALL, ledger) }),
        );
        for (const [handle, tenant] of byHandle(before)) expect(now.get(handle)).toBe(tenant);
        expect(now.size).toBe(byHandle(before).size + 1);
      },
    ),
    { numRuns: 20 },
  );
});

test('One student held, destroyed or gone from the roster changes the plan of no other tenant', () => {
  const ledger = enrolled(aConfig(), THREE, aCourse());
  const before = byHandle(aPlan());
  for (const event of ['held', 'destroyed'] as const) {
    const now = byHandle(aPlan({ ledger: after(ledger, event, 'bo@example.edu') }));
    for (const handle of ['ada', 'cy']) expect(now.get(handle)).toBe(before.get(handle));
  }
  const gone = byHandle(aPlan({ roster: aRoster([aStudent('ada'), aStudent('cy')]), ledger }));
  for (const handle of ['ada', 'cy']) expect(gone.get(handle)).toBe(before.get(handle));
});

test('Tenants stand in the order of their handles, in shards in the order of their numbers', () => {
  const plan = aPlan({ config: TEAMS, roster: aRoster(PEOPLE), capacity: SMALL });
  const places = plan.shards.map(({ cell, number }) => cell * 100 + number);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  for (const { tenants } of plan.shards)
    expect(tenants.map(({ handle }) => handle)).toEqual(tenants.map(({ handle }) => handle).sort());
});

test.each([
  ['2027-01-11T07:59:59Z', 'before', 'upcoming upcoming upcoming'],
  ['2027-01-11T08:00:00Z', 'running', 'upcoming upcoming upcoming'],
  ['2027-01-11T16:00:00Z', 'running', 'open upcoming upcoming'],
  ['2027-01-19T07:58:59Z', 'running', 'open open upcoming'],
  ['2027-01-19T07:59:00Z', 'running', 'closed open upcoming'],
  ['2027-04-24T06:59:59Z', 'running', 'closed closed closed'],
  ['2027-04-24T07:00:00Z', 'over', 'closed closed closed'],
])('At %s the term is %s and the labs are %s', (at, term, labs) => {
  const plan = aPlan({ at: at as Instant });
  expect([plan.at, plan.term.phase, plan.labs.map(({ phase }) => phase).join(' ')]).toEqual([at, term, labs]);
});

test('A lab is late between its due time and the end of what is accepted', () => {
  const course = { ...aCourse(), late: { acceptedDays: 2 } };
  const phases = ['2027-01-19T07:59:00Z', '2027-01-21T07:58:59Z', '2027-01-21T07:59:00Z'].map(
    (at) => aPlan({ course, at: at as Instant }).labs[0]!.phase,
  );
  expect(phases).toEqual(['late', 'late', 'closed']);
});

test('A passing deadline changes the place of no tenant', () => {
  const [early, late] = ['2027-01-12T00:00:00Z', '2027-04-01T00:00:00Z'].map((at) =>
    aPlan({ at: at as Instant }),
  );
  expect(late!.shards).toEqual(early!.shards);
  expect(late!.cells).toEqual(early!.cells);
});

test('State is kept in the bucket of the admin project, or on this machine', () => {
  expect(aPlan().state).toMatchObject({
    backend: 'gcs',
    bucket: 'example-mlops-state',
    project: 'example-labs-admin',
  });
  const local = aConfig(
    '',
    changed(COHORT, '{ backend: gcs, bucket: example-mlops-state }', '{ backend: local }'),
  );
  expect(aPlan({ config: local }).state).toEqual({ backend: 'local' });
});

test('Staff are sorted by role and e-mail, and at most five instructors hear of budgets', () => {
  const people = Array.from(
    { length: 7 },
    (_, n) => `  - { email: i${6 - n}@example.edu, name: I, role: instructor }\n`,
  ).join('');
  const { staff } = aPlan({
    config: aConfig('taReadsSecrets: true\n', changed(COHORT, 'staff:\n', `staff:\n${people}`)),
  });
  expect(staff.instructors).toEqual(
    ['i0', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'ines.duarte'].map((local) => `${local}@example.edu`),
  );
  expect([staff.tas, staff.taReadsSecrets]).toEqual([['lin.wei@example.edu'], true]);
  expect(staff.budgetContacts.map(({ email }) => email)).toEqual(staff.instructors.slice(0, 5));
  expect(staff.budgetContacts.filter(({ displayName }) => displayName.includes('@'))).toEqual([]);
});

test('The example cohort has a place per student and per team, within all limits and without notices but two', () => {
  const { config } = w255Spring();
  const roster = w255SpringRoster();
  const { course } = w255();
  const plan = resolvePlan(config, roster, course, enrolled(config, roster, course), NOON);
  const teams = new Set(roster.students.flatMap(({ team }) => team ?? []));
  expect(roster.students).toHaveLength(60);
  expect(tenantsOf(plan)).toHaveLength(60 + teams.size);
  expect(plan.shards.map(({ tenants }) => tenants.length)).toEqual([50, 10 + teams.size]);
  expect(plan.breaches).toEqual([]);
  expect(plan.notices).toEqual([
    '1 of 60 students have no team yet, for project',
    expect.stringContaining('the disks of cell 1 may come to 4115 GB'),
    BY_TAG,
  ]);
});

test('No cloud name, host, label or path of the example holds an e-mail or a person’s name', () => {
  const { config } = w255Spring();
  const roster = w255SpringRoster();
  const { course } = w255();
  const plan = resolvePlan(config, roster, course, enrolled(config, roster, course), NOON);
  const named = tenantsOf(plan).map(({ namespace, host, registry, bucket, labels }) => [
    namespace,
    host,
    registry.path,
    bucket.name,
    labels,
  ]);
  const text = JSON.stringify([
    named,
    plan.cells.map(({ project, cluster, domain }) => [project.id, project.labels, cluster?.name, domain]),
  ]);
  expect(text).not.toContain('@');
  expect(text).not.toMatch(/[^\x20-\x7e]/);
});

test('Tenants may run what the course names and what the cohort adds, each once', () => {
  const config = aConfig(
    'images: { registries: [quay.io, ghcr.io], allow: [docker.io/library/redis, docker.io/a/b] }\n',
  );
  const course = { ...aCourse(), images: ['docker.io/library/redis', 'docker.io/grafana/k6'] };
  const ofRedis = findToolkit('redis' as ToolkitId).images.map(({ ref }) => imageName(ref));
  expect(aPlan({ config, course }).images).toEqual({
    registries: ['ghcr.io', 'quay.io'],
    images: ['docker.io/a/b', 'docker.io/grafana/k6', 'docker.io/library/redis', ...ofRedis].sort(),
  });
});
