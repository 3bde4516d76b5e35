import { join } from 'node:path';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import { inputPhases } from '../../../src/app/rehearse/change-inputs';
import { RehearsalCohort } from '../../../src/app/rehearse/rehearsal-cohort';
import type { Email } from '../../../src/core/domain/ids';
import { email } from '../../../src/core/domain/ids';
import type { Step } from '../../../src/rehearsal/scenario/scenario';
import { valueOf } from '../../core/outcomes';
import { scenarioOf } from '../../rehearsal/scenario/sample-scenario';
import { copyOfExample, temporaryFolder } from '../temporary-folder';

let cohort: RehearsalCohort;
let all: readonly Email[];

beforeEach(() => {
  const from = cohortDirectory(copyOfExample('w255-spring'));
  cohort = valueOf(RehearsalCohort.copy(from, join(temporaryFolder(), 'cohort'), 6));
  all = cohort.students.map((each) => each.email);
  valueOf(cohort.plan(cohort.firstDay));
});

const stepOf = (text: string): Step => scenarioOf('deploy', text).steps[1]!;

/** The people of each phase that a step takes. */
const people = (text: string): readonly (readonly Email[])[] =>
  inputPhases(stepOf(text), cohort, cohort.firstDay).map(({ change }) => change());

/** Handles of students, and which of them are held. */
const places = (): readonly string[] =>
  valueOf(cohort.plan(cohort.firstDay))
    .shards.flatMap(({ tenants }) => tenants)
    .filter(({ kind }) => kind === 'student')
    .map(({ held }) => (held ? 'held' : 'open'))
    .sort();

test.each(['deploy', 're-apply'])('A %s applies the files as they are', (text) => {
  expect(people(text)).toEqual([[]]);
  expect(cohort.students).toHaveLength(6);
});

test.each(['use: { objects: 1 }', 'drift: { delete: google_project }', 'fault: { kind: 429 }', 'teardown'])(
  'Nothing is written for: %s',
  (text) => expect(people(text)).toEqual([]),
);

test('Students come', () => {
  expect(people('add: { students: 2 }')).toEqual([['greta.garcia@example.edu', 'hana.haddad@example.edu']]);
  expect(places()).toEqual(Array<string>(8).fill('open'));
});

test('Students leave, and their places are held', () => {
  expect(people('drop: { students: 2, until: held }')).toEqual([[all[4], all[5]]]);
  expect(places()).toEqual(['held', 'held', 'open', 'open', 'open', 'open']);
});

test('Students leave for good in two applies: first the access, then the place', () => {
  const [hold, empty, destroy, ...more] = inputPhases(
    stepOf('drop: { students: 1, until: destroyed }'),
    cohort,
    cohort.firstDay,
  );
  expect(hold!.change()).toEqual([all[5]]);
  expect(places()).toContain('held');
  expect(empty!.isNeeded!()).toBe(false);
  expect(destroy!.change()).toEqual([all[5]]);
  expect(places()).toEqual(Array<string>(5).fill('open'));
  expect(more).toEqual([]);
});

test('A cluster of somebody’s own goes in three: what is in it before the cluster', () => {
  const from = cohortDirectory(copyOfExample('tier-cluster'));
  const own = valueOf(RehearsalCohort.copy(from, join(temporaryFolder(), 'cohort'), undefined));
  valueOf(own.plan(own.firstDay));
  const [hold, empty, destroy] = inputPhases(stepOf('drop: { students: 1 }'), own, own.firstDay);
  const tenants = (): readonly string[] =>
    valueOf(own.plan(own.firstDay))
      .shards.flatMap(({ tenants: all }) => all)
      .map(({ handle, held, emptied }) => `${handle} ${held} ${emptied === true}`);
  hold!.change();
  expect(tenants()).toEqual(['gala-ruiz false false', 'hana-kim true false']);
  expect(empty!.isNeeded!()).toBe(true);
  empty!.change();
  expect(tenants()).toEqual(['gala-ruiz false false', 'hana-kim true true']);
  destroy!.change();
  expect(tenants()).toEqual(['gala-ruiz false false']);
});

test('Students come back', () => {
  people('drop: { students: 2, until: held }');
  expect(
    inputPhases({ ...RETURN, students: 1 }, cohort, cohort.firstDay).map(({ change }) => change()),
  ).toEqual([[all[5]]]);
  expect(places()).toEqual(['held', 'open', 'open', 'open', 'open', 'open']);
});

const RETURN = { action: 'return', name: 'return', faults: [] } as const;

test('An address changes: the first student’s, or the one that is named', () => {
  const other = email('farid@example.edu');
  const before = valueOf(cohort.plan(cohort.firstDay)).shards.flatMap(({ tenants }) =>
    tenants.map(({ handle }) => handle),
  );
  expect(people('change-email')).toEqual([[all[0], 'amara.abara.new@example.edu']]);
  expect(people(`change-email: { from: ${all[5]}, to: ${other} }`)).toEqual([[all[5], other]]);
  expect(cohort.students.map((each) => each.email)).toEqual([
    'amara.abara.new@example.edu',
    ...all.slice(1, 5),
    other,
  ]);
  // The places stay: an address is no new person.
  expect(
    valueOf(cohort.plan(cohort.firstDay)).shards.flatMap(({ tenants }) =>
      tenants.map(({ handle }) => handle),
    ),
  ).toEqual(before);
});

test('A name changes, and the address stays', () => {
  expect(people('rename')).toEqual([[all[0]]]);
  expect(people(`rename: { student: ${all[1]}, to: Bruno B. }`)).toEqual([[all[1]]]);
  expect(cohort.students.slice(0, 2).map(({ name }) => name)).toEqual(['Amara Abara Renamed', 'Bruno B.']);
});

test('A student moves to another team', () => {
  expect(people('change-team')).toEqual([all]);
  expect(cohort.students[0]!.team).toBe('Team 2');
});
