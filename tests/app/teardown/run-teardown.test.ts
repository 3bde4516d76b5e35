import { runTeardown } from '../../../src/app/teardown/run-teardown';
import { Undone } from '../../../src/app/teardown/undone';
import { examplePlan, planOfTwoCells } from '../../stacks/example-plans';
import { FakeArchive, FakeStacks, aGround } from './a-ground';

test('Places in clusters go first, then shards, services and cells, and each stack is unlocked before', async () => {
  const stacks = new FakeStacks(examplePlan('tier-cluster'));
  const { ground } = aGround(stacks, new FakeArchive());
  await runTeardown(ground);
  expect(ground.kept.size).toBe(0);
  const calls = stacks.calls.filter((call) => call.startsWith('destroy'));
  expect(calls).toEqual([
    'destroy shard-1-01-places',
    'destroy shard-1-01 helm_release.Place',
    'destroy shard-1-01',
    'destroy cell-1',
  ]);
  expect(stacks.calls.slice(0, 3).every((call) => call.startsWith('apply'))).toBe(true);
});

test('A stack that does not go is kept with those that it stands on, and the others go', async () => {
  const stacks = new FakeStacks(planOfTwoCells());
  stacks.failing.add('shard-1-01');
  const { ground } = aGround(stacks, new FakeArchive());
  await runTeardown(ground);
  expect([...ground.kept]).toEqual([
    ['shard-1-01', 'Error 403: not allowed'],
    ['cell-1-services', 'shard-1-01 is kept'],
    ['cell-1', 'cell-1-services is kept'],
  ]);
  expect(stacks.resources.get('cell-2')).toEqual([]);
  expect(stacks.resources.get('shard-1-02')).toEqual([]);
  expect(stacks.resources.get('cell-1')).toHaveLength(2);
});

test('A place that cannot be kept keeps its shard until it can, and the sums are of all then', async () => {
  const stacks = new FakeStacks(examplePlan('tier-namespace'));
  const archive = new FakeArchive();
  archive.failing.add('bjork-g');
  const first = aGround(stacks, archive);
  await runTeardown(first.ground);
  expect(first.ground.kept.get('shard-1-01')).toBe('the archive of bjork-g failed');
  expect(stacks.resources.get('shard-1-01')).toHaveLength(2);
  archive.failing.clear();
  archive.calls.splice(0);
  const second = aGround(stacks, archive, first.journal());
  await runTeardown(second.ground);
  expect(archive.calls).toEqual(['place bjork-g', 'finish']);
  expect([...stacks.resources.values()].flat()).toEqual([]);
});

test('A place whose archive is skipped by name is not archived, and goes', async () => {
  const stacks = new FakeStacks(examplePlan('tier-namespace'));
  const archive = new FakeArchive();
  archive.failing.add('bjork-g');
  const { ground } = aGround(stacks, archive);
  await runTeardown({ ...ground, skipped: new Set(['bjork-g']) });
  expect([...stacks.resources.values()].flat()).toEqual([]);
  expect(archive.calls.filter((call) => call.startsWith('place'))).toHaveLength(2);
});

test('An archive that is not whole keeps everything', async () => {
  const stacks = new FakeStacks(examplePlan('tier-namespace'));
  const archive = new FakeArchive();
  jest.spyOn(archive, 'grades').mockRejectedValue(new Undone('the disk is full'));
  const { ground } = aGround(stacks, archive);
  await runTeardown(ground);
  expect([...ground.kept.values()]).toEqual(Array(3).fill('the archive is not whole: the disk is full'));
  expect(stacks.calls).toEqual([]);
});

test('While students are not locked out everywhere, nothing is archived and nothing destroyed', async () => {
  const stacks = new FakeStacks(examplePlan('tier-namespace'));
  const access = { role: 'roles/artifactregistry.writer' };
  stacks.resources.set('shard-1-01', [
    { address: 'a.Writers', type: 'google_artifact_registry_repository_iam_binding', attributes: access },
  ]);
  stacks.failing.add('shard-1-01');
  const archive = new FakeArchive();
  const { ground } = aGround(stacks, archive);
  await runTeardown(ground);
  expect(stacks.calls).toEqual(['destroy shard-1-01 a.Writers']);
  expect(archive.calls.filter((call) => !call.startsWith('forget'))).toEqual([]);
  expect(ground.kept.size).toBe(3);
});

test('A second run does nothing again; what was deployed again meanwhile is frozen, archived anew and destroyed', async () => {
  const stacks = new FakeStacks(examplePlan('tier-namespace'));
  const archive = new FakeArchive();
  const first = aGround(stacks, archive);
  await runTeardown(first.ground);
  stacks.calls.splice(0);
  const second = aGround(stacks, archive, first.journal());
  await runTeardown(second.ground);
  expect(stacks.calls).toEqual([]);
  expect(new Set(second.reports.map(({ outcome }) => outcome))).toEqual(new Set(['done before']));
  stacks.deploy('shard-1-01');
  archive.calls.splice(0);
  const third = aGround(stacks, archive, second.journal());
  await runTeardown(third.ground);
  expect(stacks.resources.get('shard-1-01')).toEqual([]);
  expect(archive.calls).toEqual([
    'forget amara-okafor bjork-g chidi-o', 'place amara-okafor', 'place bjork-g', 'place chidi-o', 'finish',
  ]); // prettier-ignore
  expect(third.reports.filter(({ outcome }) => outcome === 'done').map(({ step }) => step)).toEqual([
    'freeze', 'archive', 'archive', 'archive', 'archive', 'archive', 'unlock', 'releases', 'shards',
  ]); // prettier-ignore
});
