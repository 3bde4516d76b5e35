import { installedSchema } from '../../../src/app/rehearse/installed-bindings';
import { SIMULATED_KINDS, simulatedProviders } from '../../../src/app/rehearse/simulated-providers';
import type { BlockSchema } from '../../../src/rehearsal/schema/block-schema';
import { bucketKind } from '../../rehearsal/provider/sample-bucket';

const HELM = bucketKind({ type: 'helm_release' });

test('Of types that stacks use, some are known by more than their schema, and the others are named', () => {
  const used = {
    resources: ['google_project', 'google_pubsub_topic', 'helm_release', 'google_nothing'],
    dataSources: ['google_project', 'google_client_config'],
  };
  const { providers, storedOnly } = simulatedProviders(used, HELM);
  const [google, helm] = providers;
  expect(providers.map(({ source }) => source)).toEqual([
    'registry.terraform.io/hashicorp/google',
    'registry.terraform.io/hashicorp/helm',
  ]);
  expect(storedOnly).toEqual(['google_pubsub_topic']);
  expect([...google!.schema.resources.keys()]).toEqual(['google_project', 'google_pubsub_topic']);
  expect([...google!.schema.dataSources.keys()]).toEqual(['google_client_config', 'google_project']);
  expect(google!.resources.get('google_pubsub_topic')!.ignores).toEqual(['everything else']);
  expect(helm!.resources.get('helm_release')).toBe(HELM);
});

test('What a kind says of attributes and blocks, the provider’s schema has', () => {
  const types = SIMULATED_KINDS.map(({ type }) => type);
  const of = (name: 'google' | 'helm'): ReadonlyMap<string, BlockSchema> =>
    installedSchema(name, { resources: types.filter((type) => type.startsWith(name)), dataSources: [] })
      .resources;
  const schemas = new Map([...of('google'), ...of('helm')]);
  const stray = SIMULATED_KINDS.flatMap(({ type, forceNew, defaults, computedBlocks }) =>
    [...forceNew, ...Object.keys(defaults), ...computedBlocks]
      .filter((path) => !has(schemas.get(type)!, path.split('.')))
      .map((path) => `${type}.${path}`),
  );
  expect(types.length).toBeGreaterThan(30);
  expect(stray).toEqual([]);
});

function has({ attributes, blocks }: BlockSchema, [name, ...rest]: readonly string[]): boolean {
  const block = blocks.find((each) => each.name === name)?.block;
  if (rest.length > 0) return block !== undefined && has(block, rest);
  return block !== undefined || attributes.some((each) => each.name === name);
}
