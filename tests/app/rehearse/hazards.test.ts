import { ClusterApis } from '../../../src/app/rehearse/cluster-apis';
import { Hazards, allRemembered } from '../../../src/app/rehearse/hazards';
import { StateFiles } from '../../../src/app/rehearse/state-files';
import type { AssetName } from '../../../src/rehearsal/cloud/asset';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import type { Fault } from '../../../src/rehearsal/faults/fault';
import { bucketAsset, bucketKind } from '../../rehearsal/provider/sample-bucket';
import { START } from '../../rehearsal/provider/sample-cloud';
import { temporaryFolder } from '../temporary-folder';

const TYPE = 'google_storage_bucket';
const STACKS = ['cell-1', 'shard-1-01'];

const stateOf = (...names: readonly string[]): string =>
  JSON.stringify({
    resources: names.map((name) => ({
      mode: 'managed',
      type: TYPE,
      name,
      instances: [{ attributes: { name } }],
    })),
  });

/** Two stacks with two buckets in the first and one in the second, all with a switch that is off. */
function ground() {
  const states = new StateFiles(temporaryFolder());
  states.write('cell-1', stateOf('a', 'b'));
  states.write('shard-1-01', stateOf('c'));
  const cloud = new Cloud(START);
  for (const name of ['a', 'b', 'c'])
    cloud.insert({ name: bucketAsset(name), type: 'Bucket', data: { on: false }, madeBy: 'terraform' });
  return {
    states,
    cloud,
    stacks: STACKS,
    kindOf: (type: string) => (type === TYPE ? bucketKind() : undefined),
    apiOf: (cluster: AssetName) => new ClusterApis(cloud, undefined).of(cluster),
  };
}

const hazards = (): Hazards =>
  new Hazards({ crashProviders: () => undefined, killTerraform: () => undefined });

const drift = (change: 'delete' | 'change', type = TYPE): Fault => ({ kind: 'drift', change, type });

test('The resources of all states are remembered; a stack without a state has none', () => {
  const { states } = ground();
  expect(allRemembered(states, [...STACKS, 'cell-2']).map(({ stack, address }) => [stack, address])).toEqual([
    ['cell-1', `${TYPE}.a`],
    ['cell-1', `${TYPE}.b`],
    ['shard-1-01', `${TYPE}.c`],
  ]);
});

test('Changes by hand strike at once, each another resource', async () => {
  const [danger, on] = [hazards(), ground()];
  const faults = [drift('change'), drift('change')];
  await danger.arm(faults, on);
  expect(on.cloud.list().map(({ data }) => data['on'])).toEqual([true, true, false]);
  expect(danger.disarm()).toEqual(faults);
});

test('Deletions by hand find as much as there is, and of any type what comes first', async () => {
  const [danger, on] = [hazards(), ground()];
  await danger.arm([drift('delete', '*'), drift('delete'), drift('delete'), drift('delete')], on);
  expect(on.cloud.list()).toEqual([]);
  expect(danger.disarm().length).toBe(3);
});

test('A change by hand of a type that nobody made strikes nothing', async () => {
  const [danger, on] = [hazards(), ground()];
  await danger.arm([drift('change', 'google_dns_record_set')], on);
  expect(danger.disarm()).toEqual([]);
});

test.each([
  ['the stack that is named', 'shard-1-01', 'shard-1-01'],
  ['the first where none is named', '*', 'cell-1'],
  ['the first where it has another name here', 'shard-9-99', 'cell-1'],
])('A dead run holds the lock of %s', async (_, stack, held) => {
  const [danger, on] = [hazards(), ground()];
  await danger.arm([{ kind: 'lock-held', stack }], on);
  expect(on.states.listLocks().map((lock) => [lock.stack, lock.id])).toEqual([
    [held, '6d0a2c1e-0000-4000-8000-70726163746d'],
  ]);
  expect(danger.disarm().length).toBe(1);
});

test('A disk is full for so many saves of one stack, and only until the run has ended', async () => {
  const [danger, on] = [hazards(), ground()];
  const full: Fault = { kind: 'disk-full', stack: 'cell-1', times: 2 };
  await danger.arm([full], on);
  const refusals = ['shard-1-01', 'cell-1', 'cell-1', 'cell-1'].map(
    (stack) => danger.beforeStateWrite(stack)?.message,
  );
  const message = 'no space left on device';
  expect(refusals).toEqual([undefined, message, message, undefined]);
  expect(danger.disarm()).toEqual([full]);
  await danger.arm([full], on);
  expect(danger.disarm()).toEqual([]);
  expect(danger.beforeStateWrite('cell-1')).toBeUndefined();
});

test('Faults of calls go to the injector, and are told with the others', async () => {
  const [danger, on] = [hazards(), ground()];
  const refused: Fault = {
    kind: 'refuse', status: 429, when: 'before', action: 'create', type: '*', nth: 1, times: 1,
  }; // prettier-ignore
  await danger.arm([refused, drift('delete')], on);
  expect(() => danger.injector.before({ action: 'create', type: TYPE, attributes: {} })).toThrow(
    'Quota exceeded',
  );
  expect(danger.disarm()).toEqual([drift('delete'), refused]);
});
