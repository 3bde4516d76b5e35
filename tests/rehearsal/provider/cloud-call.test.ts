import type { AssetName } from '../../../src/rehearsal/cloud/asset';
import { invalid } from '../../../src/rehearsal/cloud/cloud-error';
import { VirtualClock } from '../../../src/rehearsal/cloud/virtual-clock';
import type { CallCost } from '../../../src/rehearsal/provider/cloud-call';
import { callCloud } from '../../../src/rehearsal/provider/cloud-call';
import { projectName, serviceName } from '../../../src/rehearsal/provider/cloud-names';
import type { Operation } from '../../../src/rehearsal/provider/operation';
import { START, projectCloud, put, refusal } from './sample-cloud';

const cloud = projectCloud('storage.googleapis.com');
let clock: VirtualClock;
let shared: { cloud: typeof cloud; clock: VirtualClock; session: ReturnType<VirtualClock['open']> };

beforeEach(() => {
  clock = new VirtualClock(START);
  shared = { cloud, clock, session: clock.open() };
});

function run<T>(
  seconds: number,
  call: (operation: Operation) => T | Promise<T>,
  more: Partial<CallCost> = {},
): Promise<T> {
  return callCloud(
    shared,
    { region: 'us-west1' },
    { about: 'bucket', seconds, attributes: {}, ...more },
    call,
  );
}

/** Seconds of virtual time since the test began. */
const passed = (): number => (clock.now - START) / 1000;

test('A call takes the time of its kind, and what it waits for beyond that', async () => {
  expect(await run(5, ({ provider }) => provider['region'])).toBe('us-west1');
  expect(passed()).toBe(5);
  await run(5, ({ wait }) => wait(300, 'a cluster'));
  expect(passed()).toBe(305);
  expect(cloud.now).toBe(clock.now);
});

test('What a call made stands when it has ended, and who needs it begins then', async () => {
  await run(60, () => put(cloud, '//example/cluster', 'cluster'));
  await run(5, ({ need }) => need('//example/cluster', 'the cluster'));
  expect(passed()).toBe(65);
});

test('What a call that answers later made stands when it has ended, too', async () => {
  await run(60, async () => {
    await Promise.resolve();
    put(cloud, '//example/release', 'release');
  });
  await run(5, async ({ need }) => need('//example/release', 'the release'));
  expect(passed()).toBe(65);
});

test('An API that is needed makes the call wait for itself and its project', async () => {
  clock.ready(projectName('w255'), START + 10_000);
  clock.ready(serviceName('w255', 'storage.googleapis.com'), START + 20_000);
  const needed: AssetName[] = [];
  await run(5, ({ needApi }) => needApi('w255', 'storage.googleapis.com'), {
    onNeeds: (names) => needed.push(...names),
  });
  expect(passed()).toBe(25);
  expect(needed).toEqual([projectName('w255'), serviceName('w255', 'storage.googleapis.com')]);
});

test('A quota on writes makes calls in its scope wait', async () => {
  const rate = { about: 'buckets', perSecond: 0.5, scope: () => 'w255', source: 'a page, 2026-11' };
  await Promise.all([1, 2, 3].map(() => run(1, () => undefined, { rate })));
  expect(passed()).toBe(5);
  expect(clock.takeWaits()).toEqual({
    quotas: [{ about: 'buckets', seconds: 4 }],
    work: [{ about: 'bucket', seconds: 3 }],
  });
});

test('A call that is refused takes its time as well, and needed nothing', async () => {
  const needed: string[] = [];
  const failing = run(
    5,
    () => {
      throw invalid('no');
    },
    { onNeeds: (names) => needed.push(...names) },
  );
  expect(await refusal(() => failing)).toBe('googleapi: Error 400: no, badRequest');
  expect(passed()).toBe(5);
  const missing = run(5, ({ need }) => need('//example/nothing', 'There is no such thing'));
  expect(await refusal(() => missing)).toBe('googleapi: Error 404: There is no such thing, notFound');
  expect(needed).toEqual([]);
});

test('When a call has ended, what others make is not its own', async () => {
  await run(60, () => undefined);
  put(cloud, '//example/other', 'other');
  await run(5, ({ need }) => need('//example/other', 'the other'));
  expect(passed()).toBe(60);
});
