import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import { RehearsalCohort, otherAddress } from '../../../src/app/rehearse/rehearsal-cohort';
import type { Email } from '../../../src/core/domain/ids';
import { email } from '../../../src/core/domain/ids';
import type { TenantPlan } from '../../../src/core/plan/cohort-plan';
import { problemsOf, valueOf } from '../../core/outcomes';
import { copyOfExample, filesIn, temporaryFolder } from '../temporary-folder';

const NOBODY = email('nobody@example.edu');

/** A copy of the W255 example in a folder of its own, with invented students or its own. */
function copied(
  students: number | undefined,
  edit: Readonly<Record<string, (text: string) => string>> = {},
): RehearsalCohort {
  const from = cohortDirectory(copyOfExample('w255-spring', { ledger: true, edit }));
  return valueOf(RehearsalCohort.copy(from, join(temporaryFolder(), 'cohort'), students));
}

const roster = (of: RehearsalCohort): string => readFileSync(join(of.directory.path, 'roster.csv'), 'utf8');
const addresses = (of: RehearsalCohort): readonly Email[] => of.students.map((each) => each.email);
const tenants = (of: RehearsalCohort, day = of.firstDay): readonly TenantPlan[] =>
  valueOf(of.plan(day)).shards.flatMap((shard) => shard.tenants);
const places = (of: RehearsalCohort): readonly string[] =>
  tenants(of)
    .filter(({ kind }) => kind === 'student')
    .map(({ handle, held }) => (held ? `${handle} held` : handle));

test('The files that an instructor keeps stay as they are', () => {
  const folder = copyOfExample('w255-spring', { ledger: true });
  const before = filesIn(folder);
  const cohort = valueOf(RehearsalCohort.copy(cohortDirectory(folder), join(temporaryFolder(), 'c'), 3));
  cohort.add(1);
  cohort.plan(cohort.firstDay);
  cohort.record('held', cohort.leave(1), cohort.firstDay);
  expect(filesIn(folder)).toEqual(before);
});

test('A copy may stand in the folder that it is a copy of; old output is left behind', () => {
  const folder = copyOfExample('w255-spring');
  for (const old of ['dist', '.git', 'notes']) {
    mkdirSync(join(folder, old, 'rehearsal'), { recursive: true });
    writeFileSync(join(folder, old, 'file'), '');
  }
  for (const place of ['dist/rehearsal/cohort', 'notes/rehearsal/cohort', 'rehearsal/cohort']) {
    const cohort = valueOf(RehearsalCohort.copy(cohortDirectory(folder), join(folder, place), 2));
    const copy = readdirSync(cohort.directory.path).sort();
    expect(copy.filter((file) => file !== 'notes' && file !== 'rehearsal')).toEqual([
      'cohort.yaml',
      'roster.csv',
    ]);
    expect(cohort.students).toHaveLength(2);
  }
});

test('What an earlier rehearsal left in the folder is gone', () => {
  const folder = join(temporaryFolder(), 'cohort');
  mkdirSync(folder);
  writeFileSync(join(folder, 'old'), '');
  valueOf(RehearsalCohort.copy(cohortDirectory(copyOfExample('w255-spring')), folder, 2));
  expect(readdirSync(folder)).not.toContain('old');
});

test('A cohort that is wrong is told, and nothing is copied', () => {
  const folder = copyOfExample('w255-spring', {
    edit: { 'cohort.yaml': (text) => text.replace('course: w255', 'course: w2') },
  });
  const to = join(temporaryFolder(), 'cohort');
  const problems = problemsOf(RehearsalCohort.copy(cohortDirectory(folder), to, 2));
  expect(problems[0]!.file).toMatch(/cohort\.yaml$/);
  expect(() => readdirSync(to)).toThrow('ENOENT');
});

test('Its own people come with their places, invented ones without', () => {
  const own = copied(undefined);
  expect(own.students).toHaveLength(60);
  expect(readdirSync(own.directory.path)).toContain('cohort.lock.yaml');
  expect(String(own.id)).toBe('w255-spring27');
  const invented = copied(5);
  expect(readdirSync(invented.directory.path)).not.toContain('cohort.lock.yaml');
  expect(places(invented)).toHaveLength(5);
  expect(invented.students[4]).toMatchObject({ team: 'Team 2', email: 'elif.eze@example.edu' });
});

test('A name with a comma or quotes is the same name in the roster', () => {
  const cohort = copied(2);
  cohort.change(undefined, (student) => ({ ...student, name: 'Okafor, "Ama" A.', section: '002' }));
  expect(roster(cohort).split('\n')[1]).toBe('amara.abara@example.edu,"Okafor, ""Ama"" A.",Team 1,002,');
  expect(tenants(cohort)).toContainEqual(expect.objectContaining({ kind: 'student' }));
});

describe('On the roster', () => {
  test('newcomers are invented ones that nobody is yet, or these; they go into a team', () => {
    const cohort = copied(3);
    cohort.add([{ email: email('defne.dvorak@example.edu'), name: 'Defne' }]);
    expect(cohort.add(2)).toEqual(['elif.eze@example.edu', 'farid.fontaine@example.edu']);
    expect(cohort.students.slice(3).map(({ team }) => team)).toEqual(['Team 1', 'Team 1', 'Team 1']);
    expect(places(cohort)).toHaveLength(6);
    expect(roster(cohort)).toContain('farid.fontaine@example.edu');
  });

  test('the last ones leave, or these', () => {
    const cohort = copied(4);
    const [first, second, third, fourth] = addresses(cohort);
    expect(cohort.leave(1)).toEqual([fourth]);
    expect(cohort.leave([first!])).toEqual([first]);
    expect(addresses(cohort)).toEqual([second, third]);
    expect(roster(cohort)).not.toContain(first);
  });

  test('those come back who left last, or these, and have their places again', () => {
    const cohort = copied(4);
    const before = places(cohort);
    const left = [...cohort.leave(1), ...cohort.leave(1)];
    cohort.record('held', left, cohort.firstDay);
    expect(places(cohort).filter((place) => place.endsWith('held'))).toHaveLength(2);
    expect(cohort.comeBack(1, cohort.firstDay)).toEqual([left[1]]);
    expect(cohort.comeBack([left[0]!], cohort.firstDay)).toEqual([left[0]]);
    expect([...places(cohort)].sort()).toEqual([...before].sort());
  });

  test('those whose places are gone do not come back to them', () => {
    const cohort = copied(4);
    tenants(cohort);
    const held = cohort.leave(1);
    cohort.record('held', held, cohort.firstDay);
    const gone = cohort.leave(1);
    cohort.record('held', gone, cohort.firstDay);
    cohort.record('destroyed', gone, cohort.firstDay);
    expect(cohort.comeBack(1, cohort.firstDay)).toEqual(held);
    expect(places(cohort)).toHaveLength(3);
  });

  test('one person changes, the first unless another is named', () => {
    const cohort = copied(3);
    const [first, second] = addresses(cohort);
    const renamed = (who?: Email): string =>
      cohort.change(who, (student) => ({ ...student, name: `${student.name} R.` })).email;
    expect([renamed(), renamed(second)]).toEqual([first, second]);
    expect(cohort.students.map(({ name }) => name)).toEqual([
      'Amara Abara R.',
      'Bruno Berg R.',
      'Chidi Castillo',
    ]);
  });

  test('someone moves to another team, and both teams are told', () => {
    const cohort = copied(6);
    const all = addresses(cohort);
    expect(cohort.moveTeam(undefined, undefined)).toEqual(all);
    expect(cohort.students[0]!.team).toBe('Team 2');
    expect(cohort.moveTeam(all[1], 'Team 9')).toEqual([all[1], all[2], all[3]]);
    expect(cohort.students[1]!.team).toBe('Team 9');
  });

  test('nobody moves where there are no teams', () => {
    const cohort = copied(3, {
      'cohort.yaml': (text) => text.replace('teamLabs: [project]', 'teamLabs: []'),
    });
    expect(cohort.moveTeam(undefined, undefined)).toEqual([]);
    expect(cohort.students[0]).toEqual({ email: 'amara.abara@example.edu', name: 'Amara Abara' });
  });

  test.each<[string, (cohort: RehearsalCohort) => unknown]>([
    ['leaves', (cohort) => cohort.leave([NOBODY])],
    ['comes back', (cohort) => cohort.comeBack([NOBODY], cohort.firstDay)],
    ['is changed', (cohort) => cohort.change(NOBODY, (student) => student)],
    ['moves', (cohort) => cohort.moveTeam(NOBODY, 'Team 1')],
  ])('someone who is not there is told, and nobody else %s', (_, step) => {
    const cohort = copied(2);
    const before = roster(cohort);
    expect(() => step(cohort)).toThrow(
      new Error('The scenario names nobody@example.edu, who is not there at this step'),
    );
    expect(roster(cohort)).toBe(before);
  });
});

test('What becomes of a place is told of those who have one', () => {
  const cohort = copied(2);
  tenants(cohort);
  const [first] = addresses(cohort);
  const [handle] = cohort.record('held', [first!, NOBODY], cohort.firstDay);
  expect(cohort.record('held', [NOBODY], cohort.firstDay)).toEqual([]);
  expect(places(cohort)).toContain(`${handle} held`);
});

test('Another address of a person is of the same house', () => {
  expect(otherAddress(email('amara.abara@example.edu'))).toBe('amara.abara.new@example.edu');
});
