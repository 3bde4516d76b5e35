import { installedSchema } from '../../../src/app/rehearse/installed-bindings';
import { VirtualClock } from '../../../src/rehearsal/cloud/virtual-clock';
import {
  INFRASTRUCTURE_DATA,
  INFRASTRUCTURE_KINDS,
} from '../../../src/rehearsal/google/infrastructure-kinds';
import { serviceAccountName } from '../../../src/rehearsal/provider/cloud-names';
import { NO_OBSERVER } from '../../../src/rehearsal/provider/call';
import { ProviderInstance } from '../../../src/rehearsal/provider/provider-instance';
import type { BlockSchema } from '../../../src/rehearsal/schema/block-schema';
import { encodeDynamicValue } from '../../../src/rehearsal/values/dynamic-value';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { isList, isRecord } from '../../../src/rehearsal/values/value';
import { START, put } from './foundation-cloud';
import { NODES_EMAIL, PROJECT_ID, emptyLab } from './lab-cloud';
import { CONFIGURATIONS } from './lab-configurations';

const SCHEMA = installedSchema('google', {
  resources: INFRASTRUCTURE_KINDS.map(({ type }) => type),
  dataSources: INFRASTRUCTURE_DATA.map(({ type }) => type),
});
const TYPES = CONFIGURATIONS.map(([type]) => type);

/** The configuration with null for what it leaves out, and what Google chose before, as Terraform proposes it. */
function proposed(written: Attributes, prior: Attributes | undefined, schema: BlockSchema): Attributes {
  return Object.fromEntries([
    ...schema.attributes.map(({ name, computed }) => [
      name,
      written[name] ?? (computed ? (prior?.[name] ?? null) : null),
    ]),
    ...schema.blocks
      .filter(({ nesting }) => nesting !== 'single')
      .map(({ name, block }) => {
        const before = prior?.[name];
        return [
          name,
          ((written[name] ?? []) as readonly Attributes[]).map((each, index) => {
            const old = isList(before) ? before[index] : undefined;
            return proposed(each, isRecord(old) ? old : undefined, block);
          }),
        ];
      }),
  ]) as Attributes;
}

/** A provider whose cloud holds what comes before `type`, and what `type` itself is after its first apply. */
async function appliedUpTo(type: string) {
  const cloud = emptyLab();
  const name = serviceAccountName(PROJECT_ID, NODES_EMAIL);
  put(cloud, { name, type: 'iam.googleapis.com/ServiceAccount', data: {} });
  const clock = new VirtualClock(START);
  const google = {
    source: 'registry.terraform.io/hashicorp/google',
    schema: SCHEMA,
    resources: new Map(INFRASTRUCTURE_KINDS.map((kind) => [kind.type, kind])),
    dataSources: new Map(INFRASTRUCTURE_DATA.map((kind) => [kind.type, kind])),
  };
  const instance = new ProviderInstance(google, { cloud, clock, observer: NO_OBSERVER }, clock.open());
  let state: Attributes = {};
  for (const [each, written] of CONFIGURATIONS.slice(0, TYPES.indexOf(type) + 1)) {
    const config = proposed(written, undefined, SCHEMA.resources.get(each)!);
    expect([each, instance.validate(each, config)]).toEqual([each, []]);
    const { planned } = instance.plan(each, { prior: null, proposed: config, config });
    const applied = await instance.apply(each, null, planned);
    if (applied.error !== undefined) throw applied.error;
    state = applied.state!;
  }
  return { instance, state, config: CONFIGURATIONS[TYPES.indexOf(type)]![1] };
}

test('Every type of infrastructure is tried here', () => {
  expect([...TYPES].sort()).toEqual(INFRASTRUCTURE_KINDS.map(({ type }) => type).sort());
});

test.each(TYPES)('A %s that was applied is planned again without a change', async (type) => {
  const { instance, state, config } = await appliedUpTo(type);
  const schema = SCHEMA.resources.get(type)!;
  const seen = (await instance.read(type, state))!;
  expect(seen).toEqual(state);
  const again = instance.plan(type, {
    prior: seen,
    proposed: proposed(config, seen, schema),
    config: proposed(config, undefined, schema),
  });
  expect(again).toEqual({ planned: seen, replaces: [] });
  expect(encodeDynamicValue(seen, schema).length).toBeGreaterThan(0);
});

/** Attributes that an import leaves empty, and the next apply sets without asking Google. */
const ONLY_TERRAFORMS: Readonly<Record<string, readonly string[]>> = {
  google_compute_instance: ['allow_stopping_for_update'],
  google_container_cluster: ['remove_default_node_pool'],
};

test.each(TYPES)(
  'A %s can be imported by its id, and is then what it was but for what only Terraform knows',
  async (type) => {
    const { instance, state } = await appliedUpTo(type);
    const kind = INFRASTRUCTURE_KINDS.find((each) => each.type === type)!;
    // The provider cannot import an object.
    if (type === 'google_storage_bucket_object') return;
    const imported = await instance.importState(type, String(state['id']));
    const own = ['labels', 'terraform_labels', 'resource_labels', 'force_destroy', 'deletion_protection'];
    const wrong = Object.keys(state).filter(
      (name) => !own.includes(name) && JSON.stringify(imported![name]) !== JSON.stringify(state[name]),
    );
    expect([kind.type, wrong]).toEqual([type, ONLY_TERRAFORMS[type] ?? []]);
  },
);

test.each(INFRASTRUCTURE_KINDS.map((kind) => [kind.type, kind] as const))(
  'What %s says of attributes is said of attributes that the provider has',
  (type, kind) => {
    const schema = SCHEMA.resources.get(type)!;
    for (const path of [...kind.forceNew, ...Object.keys(kind.defaults), ...kind.computedBlocks]) {
      expect([path, has(schema, path.split('.'))]).toEqual([path, true]);
    }
    for (const name of kind.computedBlocks) expect(schema.blocks.map((each) => each.name)).toContain(name);
    expect(kind.checks.length).toBeGreaterThan(0);
    expect(kind.ignores.length).toBeGreaterThan(0);
    for (const sentence of [...kind.checks, ...kind.ignores]) expect(sentence).toMatch(/^[A-Za-z].*\.$/);
  },
);

test('Data sources answer with what the provider’s schema has', async () => {
  const { instance } = await appliedUpTo('google_dns_managed_zone');
  const cluster = { project: PROJECT_ID, location: 'us-west1', name: 'w255-c1' };
  for (const [type, config] of [
    ['google_container_cluster', cluster],
    ['google_dns_managed_zone', { project: PROJECT_ID, name: 'labs' }],
  ] as const) {
    const answer = await instance.readData(type, config);
    expect(encodeDynamicValue(answer, SCHEMA.dataSources.get(type)!).length).toBeGreaterThan(0);
    expect(answer).toMatchObject(config);
  }
});

function has({ attributes, blocks }: BlockSchema, [name, ...rest]: readonly string[]): boolean {
  const block = blocks.find((each) => each.name === name)?.block;
  if (rest.length > 0) return block !== undefined && has(block, rest);
  return block !== undefined || attributes.some((each) => each.name === name);
}
