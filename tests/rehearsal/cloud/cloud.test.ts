import fc from 'fast-check';
import type { Asset, AssetName } from '../../../src/rehearsal/cloud/asset';
import { Cloud, resourcePath } from '../../../src/rehearsal/cloud/cloud';
import type { CloudChange } from '../../../src/rehearsal/cloud/cloud-change';
import { CloudError } from '../../../src/rehearsal/cloud/cloud-error';
import { refusal } from '../provider/sample-cloud';

/** 2027-01-11T08:00:00Z */
const START = 1_799_654_400_000;
const DAY = 86_400_000;
const network = (name: string): AssetName => `//compute.googleapis.com/projects/w255/global/networks/${name}`;
const asset = (name: string, more: Partial<Asset> = {}): Omit<Asset, 'created'> => ({
  name: network(name),
  type: 'compute.googleapis.com/Network',
  data: { name },
  madeBy: 'terraform',
  ...more,
});

let cloud: Cloud;

beforeEach(() => {
  cloud = new Cloud(START);
});

const names = (assets: readonly Asset[]): readonly string[] => assets.map(({ data }) => String(data['name']));

test('What is made stands, from the instant at which it was made', () => {
  cloud.advanceTo(START + 5000);
  expect(cloud.insert(asset('labs'))).toEqual({ ...asset('labs'), created: START + 5000 });
  expect(cloud.find(network('labs'))).toBe(cloud.tryFind(network('labs')));
});

test('A name is taken once', async () => {
  cloud.insert(asset('labs'));
  expect(await refusal(() => cloud.insert(asset('labs')))).toBe(
    'googleapi: Error 409: projects/w255/global/networks/labs already exists, alreadyExists',
  );
});

test.each<[string, (of: Cloud) => unknown]>([
  ['found', (of) => of.find(network('labs'))],
  ['changed', (of) => of.change(network('labs'), { data: {} })],
  ['removed', (of) => of.remove(network('labs'))],
  ['brought back', (of) => of.undelete(network('labs'))],
])('What is not there cannot be %s', async (_, call) => {
  expect(await refusal(() => call(cloud))).toBe(
    'googleapi: Error 404: projects/w255/global/networks/labs was not found, notFound',
  );
});

test('A change keeps what it does not name', () => {
  const policy = { etag: 'a', bindings: [], auditConfigs: [] };
  cloud.insert(asset('labs', { project: 'w255' }));
  cloud.change(network('labs'), { policy });
  cloud.change(network('labs'), { data: { name: 'labs', mtu: 1460 } });
  expect(cloud.find(network('labs'))).toEqual({
    ...asset('labs', { project: 'w255', policy, data: { name: 'labs', mtu: 1460 } }),
    created: START,
  });
});

test('Assets are listed by name: all, those of a parent, those of a project', () => {
  cloud.insert(asset('b', { project: 'w255' }));
  cloud.insert(asset('c', { project: 'w256', parent: network('b') }));
  cloud.insert(asset('a', { project: 'w255', parent: network('b') }));
  expect(names(cloud.list())).toEqual(['a', 'b', 'c']);
  expect(names(cloud.childrenOf(network('b')))).toEqual(['a', 'c']);
  expect(names(cloud.inProject('w255'))).toEqual(['a', 'b']);
  cloud.remove(network('a'));
  expect(names(cloud.childrenOf(network('b')))).toEqual(['c']);
  expect(names(cloud.inProject('w255'))).toEqual(['b']);
  expect(cloud.inProject('w257')).toEqual([]);
});

describe('A name that is kept after a deletion', () => {
  beforeEach(() => {
    cloud.insert(asset('labs', { project: 'w255' }));
    cloud.remove(network('labs'), 30);
  });

  test('is taken for so many days, and free afterwards', async () => {
    cloud.advanceTo(START + 30 * DAY - 1);
    expect(await refusal(() => cloud.insert(asset('labs')))).toBe(
      'googleapi: Error 409: projects/w255/global/networks/labs was deleted and keeps its name until 2027-02-10, alreadyExists',
    );
    expect(cloud.listTombstones()).toEqual([
      {
        asset: { ...asset('labs', { project: 'w255' }), created: START },
        deleted: START,
        until: START + 30 * DAY,
      },
    ]);
    cloud.advanceTo(START + 30 * DAY);
    expect(cloud.listTombstones()).toEqual([]);
    expect(cloud.tryFindTombstone(network('labs'))).toBeUndefined();
    expect(cloud.insert(asset('labs')).created).toBe(START + 30 * DAY);
  });

  test('belongs to nothing that stands', () => {
    expect(cloud.tryFind(network('labs'))).toBeUndefined();
    expect(cloud.list()).toEqual([]);
    expect(cloud.inProject('w255')).toEqual([]);
  });

  test('lets what was deleted come back as it was, until it is free', async () => {
    expect(cloud.undelete(network('labs')).created).toBe(START);
    expect(names(cloud.inProject('w255'))).toEqual(['labs']);
    expect(cloud.listTombstones()).toEqual([]);
    cloud.remove(network('labs'), 30);
    cloud.advanceTo(START + 30 * DAY);
    expect(await refusal(() => cloud.undelete(network('labs')))).toMatch(/^googleapi: Error 404: /);
  });
});

test('What is made is told of while someone watches, and what comes back is told of too', () => {
  const told: string[] = [];
  const stop = cloud.watch((name) => told.push(resourcePath(name)));
  cloud.insert(asset('a'));
  cloud.change(network('a'), { data: {} });
  cloud.remove(network('a'), 1);
  cloud.undelete(network('a'));
  expect(() => cloud.insert(asset('a'))).toThrow(CloudError);
  stop();
  cloud.insert(asset('b'));
  expect(told).toEqual(['projects/w255/global/networks/a', 'projects/w255/global/networks/a']);
});

test('Time goes forward only, and what stands still is not written down', () => {
  const changes: CloudChange[] = [];
  const written = new Cloud(START, { append: (change) => void changes.push(change) });
  written.advanceTo(START + 1000);
  written.advanceTo(START + 1000);
  written.advanceTo(START);
  expect(written.now).toBe(START + 1000);
  expect(changes).toEqual([{ change: 'clock', now: START + 1000 }]);
});

type Step = (of: Cloud) => unknown;

const name = fc.constantFrom('a', 'b');
const place = fc.record(
  { project: fc.constantFrom('w255', 'w256'), parent: name.map(network) },
  { requiredKeys: [] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, place).map(
    ([each, more]): Step =>
      (of) =>
        of.insert(asset(each, more)),
  ),
  fc.tuple(name, fc.nat()).map(
    ([each, mtu]): Step =>
      (of) =>
        of.change(network(each), { data: { mtu } }),
  ),
  fc.tuple(name, fc.nat(2)).map(
    ([each, days]): Step =>
      (of) =>
        of.remove(network(each), days),
  ),
  name.map(
    (each): Step =>
      (of) =>
        of.undelete(network(each)),
  ),
  fc.nat(DAY / 2).map(
    (later): Step =>
      (of) =>
        of.advanceTo(of.now + later),
  ),
);

test('A cloud is the same when it is made again from its journal, and goes on as it would have', () => {
  const take = (of: Cloud, steps: readonly Step[]): readonly string[] =>
    steps.map((each) => {
      try {
        return JSON.stringify(each(of)) ?? '';
      } catch (error) {
        if (error instanceof CloudError) return error.text;
        throw error;
      }
    });
  const all = (of: Cloud): unknown => [
    of.now,
    of.list(),
    of.listTombstones(),
    ['a', 'b'].map((each) => of.childrenOf(network(each))),
    ['w255', 'w256'].map((each) => of.inProject(each)),
  ];
  const steps = fc.array(step, { maxLength: 30 });
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const lines: string[] = [];
      const original = new Cloud(START, { append: (change) => void lines.push(JSON.stringify(change)) });
      take(original, before);
      const again = Cloud.restore(
        START,
        lines.map((line) => JSON.parse(line) as CloudChange),
      );
      expect(all(again)).toEqual(all(original));
      expect(take(again, after)).toEqual(take(original, after));
      expect(all(again)).toEqual(all(original));
    }),
  );
});

test('A resource’s path is its name without the service', () => {
  expect(resourcePath('//compute.googleapis.com/projects/w255')).toBe('projects/w255');
});
