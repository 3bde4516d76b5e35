import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { CloudError } from '../../../src/rehearsal/cloud/cloud-error';
import { VirtualClock } from '../../../src/rehearsal/cloud/virtual-clock';
import type { Call, CallObserver } from '../../../src/rehearsal/provider/call';
import { PartlyMade } from '../../../src/rehearsal/provider/partly-made';
import { ProviderInstance } from '../../../src/rehearsal/provider/provider-instance';
import type { DataKind, ResourceKind } from '../../../src/rehearsal/provider/resource-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { attribute, schemaOf } from '../schema/sample-schema';
import { BUCKET_SCHEMA, BUCKET_TYPE, bucketAsset, bucketKind } from './sample-bucket';
import { START, refusal } from './sample-cloud';

const DATA: DataKind = {
  type: 'google_project',
  latency: 0.5,
  read: (config, { provider }) => ({ number: '1', ...provider, name: config['project_id']! }),
};
const DATA_SCHEMA = schemaOf({
  attributes: ['name', 'number', 'project_id', 'region', 'state'].map((name) => attribute(name, 'string')),
});

let cloud: Cloud;
let clock: VirtualClock;
let calls: string[];
let struck: { before?: number; after?: CloudError };

beforeEach(() => {
  cloud = new Cloud(START);
  clock = new VirtualClock(START);
  calls = [];
  struck = {};
});

const observer: CallObserver = {
  before: ({ action, type, attributes }: Call) => {
    calls.push(`${action} ${type} ${String(attributes['name'] ?? attributes['id'])}`);
    return struck.before ?? 0;
  },
  after: (_, { needed, attributes }) => {
    calls.push(`done, ${needed.length} needed, ${String(attributes?.['url'] ?? 'nothing')} made`);
    if (struck.after !== undefined) throw struck.after;
  },
};

function instanceOf(kind: ResourceKind = bucketKind()): ProviderInstance {
  const provider = {
    source: 'registry.terraform.io/hashicorp/google',
    schema: {
      provider: schemaOf({}),
      resources: new Map([[BUCKET_TYPE, BUCKET_SCHEMA]]),
      dataSources: new Map([[DATA.type, DATA_SCHEMA]]),
    },
    resources: new Map([[BUCKET_TYPE, kind]]),
    dataSources: new Map([[DATA.type, DATA]]),
  };
  return new ProviderInstance(provider, { cloud, clock, observer }, clock.open());
}

const PLANNED: Attributes = { name: 'labs', location: 'US', id: UNKNOWN, url: UNKNOWN, seconds: UNKNOWN };

test('What is made is remembered whole, with something empty for what nobody knows', async () => {
  const { state, error } = await instanceOf().apply(BUCKET_TYPE, null, PLANNED);
  expect(error).toBeUndefined();
  expect(state).toEqual({
    id: 'labs',
    labels: null,
    location: 'US',
    name: 'labs',
    owners: null,
    project: null,
    ratio: null,
    seconds: 0,
    storage_class: null,
    url: 'gs://labs',
    placement: [],
    rule: [],
    soft_delete: [{ days: 7 }],
    timeouts: null,
  });
  expect(calls).toEqual(['create google_storage_bucket labs', 'done, 0 needed, gs://labs made']);
});

test('Each call takes the time of its kind', async () => {
  const { state } = await instanceOf().apply(BUCKET_TYPE, null, PLANNED);
  const seconds: number[] = [(clock.now - START) / 1000];
  const works: readonly ((instance: ProviderInstance) => Promise<unknown>)[] = [
    (instance) => instance.read(BUCKET_TYPE, state!),
    (instance) => instance.importState(BUCKET_TYPE, 'labs'),
    (instance) => instance.apply(BUCKET_TYPE, state, state),
    (instance) => instance.readData(DATA.type, { project_id: 'w255' }),
    (instance) => instance.apply(BUCKET_TYPE, state, null),
  ];
  for (const work of works) {
    clock.advanceTo(clock.now);
    const began = clock.now;
    await work(instanceOf());
    seconds.push((clock.now - began) / 1000);
  }
  expect(seconds).toEqual([5, 1, 1, 3, 0.5, 2]);
});

test('A fault adds to the time', async () => {
  struck.before = 100;
  await instanceOf().apply(BUCKET_TYPE, null, PLANNED);
  expect(clock.now).toBe(START + 105_000);
});

test('A quota holds creations and deletions, and no changes', async () => {
  const writeRate = { about: 'buckets', perSecond: 0.5, scope: () => '', source: 'a page, 2026-11' };
  const instance = instanceOf(bucketKind({ writeRate }));
  const { state } = await instance.apply(BUCKET_TYPE, null, PLANNED);
  await instance.apply(BUCKET_TYPE, state, state);
  expect(clock.takeWaits().quotas).toEqual([]);
  await instance.apply(BUCKET_TYPE, state, null);
  expect(clock.takeWaits().quotas).toEqual([{ about: 'buckets', seconds: 2 }]);
});

describe('What fails', () => {
  const lost = new CloudError({ status: 503, reason: 'backendError', message: 'lost' });

  test('while it was made leaves nothing to remember, although it may stand', async () => {
    struck.after = lost;
    expect(await instanceOf().apply(BUCKET_TYPE, null, PLANNED)).toEqual({ state: null, error: lost });
    expect(cloud.tryFind(bucketAsset('labs'))).toBeDefined();
  });

  test('while it was changed or deleted leaves what was remembered', async () => {
    const instance = instanceOf();
    const { state } = await instance.apply(BUCKET_TYPE, null, PLANNED);
    struck.after = lost;
    const changed = await instance.apply(BUCKET_TYPE, state, { ...state, ratio: 1 });
    expect(changed).toEqual({ state, error: lost });
    expect(changed.state).toBe(state);
    expect(await instance.apply(BUCKET_TYPE, state, null)).toEqual({ state, error: lost });
  });

  test('half-way leaves what was made, without unknowns, and the reason', async () => {
    const kind = {
      ...bucketKind(),
      create: () => {
        throw new PartlyMade({ ...PLANNED, id: 'labs' }, lost);
      },
    };
    const { state, error } = await instanceOf(kind).apply(BUCKET_TYPE, null, PLANNED);
    expect(error).toBe(lost);
    expect(state).toMatchObject({ id: 'labs', url: '', seconds: 0, rule: [] });
  });
});

test('A deletion leaves nothing; of nothing there is nothing to delete', async () => {
  const instance = instanceOf();
  const { state } = await instance.apply(BUCKET_TYPE, null, PLANNED);
  calls = [];
  expect(await instance.apply(BUCKET_TYPE, state, null)).toEqual({ state: null });
  expect(calls).toEqual(['delete google_storage_bucket labs', 'done, 0 needed, nothing made']);
  expect(await instance.apply(BUCKET_TYPE, null, null)).toEqual({ state: null });
  expect(calls.length).toBe(2);
});

describe('Reading', () => {
  test('lays over what is remembered what the cloud knows better, and nothing that only says the same', async () => {
    const instance = instanceOf();
    const { state } = await instance.apply(BUCKET_TYPE, null, {
      ...PLANNED,
      owners: ['b', 'a'],
      ratio: '0.1',
    });
    const known = { ...state!, labels: {}, timeouts: { create: '5m' } };
    const { timeouts: ofTerraform, ...data } = state!;
    expect(ofTerraform).toBeNull();
    cloud.change(bucketAsset('labs'), { data: { ...data, owners: ['a', 'b'], labels: null, ratio: 0.1 } });
    expect(await instance.read(BUCKET_TYPE, known)).toEqual(known);
    cloud.change(bucketAsset('labs'), { data: { ...data, location: 'EU', stray: 1 } });
    expect(await instance.read(BUCKET_TYPE, known)).toEqual({ ...known, location: 'EU' });
  });

  test('finds nothing of what is gone', async () => {
    const instance = instanceOf();
    const { state } = await instance.apply(BUCKET_TYPE, null, PLANNED);
    cloud.remove(bucketAsset('labs'));
    expect(await instance.read(BUCKET_TYPE, state!)).toBeNull();
    expect(await instance.importState(BUCKET_TYPE, 'labs')).toBeNull();
  });
});

test('An import gives all attributes, and is told of by its id', async () => {
  const instance = instanceOf();
  const { state } = await instance.apply(BUCKET_TYPE, null, { ...PLANNED, project: 'w255' });
  calls = [];
  expect(await instance.importState(BUCKET_TYPE, 'labs')).toEqual(state);
  expect(calls[0]).toBe('import google_storage_bucket labs');
});

test('A data source sees how its own instance is configured', async () => {
  const one = instanceOf();
  const other = instanceOf();
  one.configure({ region: 'us-west1' });
  other.configure({ region: 'europe-west1' });
  const read = (instance: ProviderInstance) =>
    instance.readData(DATA.type, { project_id: 'w255', state: UNKNOWN });
  expect(await read(one)).toEqual({
    project_id: 'w255',
    name: 'w255',
    number: '1',
    region: 'us-west1',
    state: '',
  });
  expect(await read(other)).toMatchObject({ region: 'europe-west1' });
});

test('A type that is not served is refused by name', async () => {
  const refused = (call: () => unknown): Promise<string> => refusal(call);
  expect(await refused(() => instanceOf().validate('google_widget', {}))).toBe(
    'googleapi: Error 400: The rehearsal does not serve the type google_widget, badRequest',
  );
  expect(await refused(() => instanceOf().readData('google_widget', {}))).toBe(
    'googleapi: Error 400: The rehearsal does not know the data source google_widget, badRequest',
  );
});

test('A plan and a check are asked of the kind, with the instance’s configuration', () => {
  const problem = { path: ['name'], message: 'is wrong' };
  const instance = instanceOf(bucketKind({ validate: () => [problem] }));
  instance.configure({ project: 'w255' });
  expect(instance.validate(BUCKET_TYPE, {})).toEqual([problem]);
  const config = { name: 'labs', location: 'US' };
  const { planned } = instance.plan(BUCKET_TYPE, { prior: null, proposed: config, config });
  expect(planned).toMatchObject({ project: 'w255', storage_class: 'STANDARD', url: UNKNOWN });
});
