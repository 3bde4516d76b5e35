import type { StandingToolkit } from '../../../src/core/plan/monitoring-plan';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { aPlan, after } from './a-plan';

/** Lab 1 and the project find a cache, the project a database too. */
const course = aCourse(
  changed(
    changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: redis }]'),
    'due: { hoursBeforeLastSession: 24 }\n    size: normal\n',
    'due: { hoursBeforeLastSession: 24 }\n    size: normal\n    toolkits: [{ id: redis }, { id: postgres }]\n',
  ),
);

const rowsOf = (plan: CohortPlan): readonly StandingToolkit[] => plan.cells[0]!.cluster!.monitoring.toolkits;
const named = (rows: readonly StandingToolkit[]) =>
  rows.map(({ toolkit, namespaces }) => `${toolkit}: ${namespaces.join(' ')}`);
const windowOf = ({ labs }: CohortPlan, lab: string) => {
  const { opens, closes } = labs.find(({ id }) => id === lab)!;
  return { opens, closes };
};

test('Places that have a toolkit alike are in one row, awake while a lab of theirs uses it', () => {
  const plan = aPlan({ course });
  expect(named(rowsOf(plan))).toEqual(['postgres: ada bo cy', 'redis: ada bo cy']);
  const [postgres, redis] = rowsOf(plan);
  expect(postgres!.awake).toEqual([windowOf(plan, 'project')]);
  expect(redis!.awake).toEqual([windowOf(plan, 'lab1'), windowOf(plan, 'project')]);
  expect(postgres!.workloads).toEqual([{ kind: 'StatefulSet', name: 'postgres', replicas: 1 }]);
  expect(postgres!.secrets.map(({ name }) => name)).toEqual(['postgres']);
  expect(redis!.secrets).toEqual([]);
});

test('Labs of teams wake nothing in a student’s place', () => {
  const config = aConfig('teamLabs: [project]\n');
  const roster = aRoster([aStudent('ada', { team: 'kestrel' }), aStudent('bo', { team: 'kestrel' })]);
  const plan = aPlan({ config, roster, course });
  const team = plan.shards.flatMap(({ tenants }) => tenants).find(({ kind }) => kind === 'team')!.namespace;
  expect(rowsOf(plan).map(({ toolkit, namespaces, awake }) => [toolkit, namespaces, awake])).toEqual([
    ['postgres', [team], [windowOf(plan, 'project')]],
    ['redis', ['ada', 'bo'], [windowOf(plan, 'lab1')]],
    ['redis', [team], [windowOf(plan, 'project')]],
  ]);
});

test('A deadline of one’s own keeps one’s own toolkits awake, and nobody else’s', () => {
  const config = aConfig('accommodations:\n  - { student: bo@example.edu, lab: lab1, extraDays: 2 }\n');
  const rows = rowsOf(aPlan({ config, course })).filter(({ toolkit }) => toolkit === 'redis');
  expect(named(rows)).toEqual(['redis: ada cy', 'redis: bo']);
  const [others, own] = rows;
  expect(own!.awake[0]!.closes > others!.awake[0]!.closes).toBe(true);
  expect(own!.awake.slice(1)).toEqual(others!.awake.slice(1));
});

test('A place that is held has its toolkits asleep, and they wake when its student returns', () => {
  const [config, roster] = [aConfig(), aRoster(['ada', 'bo', 'cy'].map((name) => aStudent(name)))];
  const held = after(enrolled(config, roster, course), 'held', 'bo@example.edu');
  const rowsAt = (ledger: typeof held) => rowsOf(aPlan({ config, roster, course, ledger }));
  const redis = rowsAt(held).filter(({ toolkit }) => toolkit === 'redis');
  expect(redis.map(({ namespaces, awake }) => [namespaces, awake.length])).toEqual([
    [['ada', 'cy'], 2],
    [['bo'], 0],
  ]);
  expect(named(rowsAt(after(held, 'returned', 'bo@example.edu')))).toContain('redis: ada bo cy');
});

test('A student more is in the rows of the others and changes nothing else', () => {
  const students = ['ada', 'bo', 'cy', 'dee'].map((name) => aStudent(name));
  const [before, later] = [students.slice(0, 3), students].map((each) =>
    rowsOf(aPlan({ roster: aRoster(each), course })),
  );
  expect(later!.map((row) => ({ ...row, namespaces: row.namespaces.filter((each) => each !== 'dee') }))).toEqual(before); // prettier-ignore
});

test('What a student sets up is theirs to start and stop', () => {
  expect(rowsOf(aPlan())).toEqual([]);
});
