import type { AssetName } from '../cloud/asset';
import type { BlockSchema } from '../schema/block-schema';
import type { Attributes, Value } from '../values/value';
import { Unknown } from '../values/value';
import { assetKind } from './asset-kind';
import type { ResourceKind } from './resource-kind';

/**
 * A type that the simulation knows only by its schema: its attributes are checked as strictly as the provider's
 * schema is, it is kept and returned, and nothing about it is refused. The report names such types.
 */
export function storedKind(type: string, schema: BlockSchema): ResourceKind {
  const identity = schema.attributes.filter(
    ({ name, required, type: of }) => of === 'string' && (required || name === 'name'),
  );
  const name = (attributes: Attributes): AssetName => {
    const texts = [attributes['project'], ...identity.map((each) => attributes[each.name])].filter(
      (value): value is Value & string => typeof value === 'string',
    );
    return `//${type}/${texts.map(encodeURIComponent).join('/')}`;
  };
  return assetKind({
    type,
    assetType: `rehearsal/${type}`,
    forceNew: [],
    latency: { create: 5, update: 5, delete: 5, read: 0.4 },
    checks: ['names and types of attributes, as the provider’s schema says'],
    ignores: ['everything else'],
    name,
    importIds: [],
    computed: (attributes) =>
      attributes['id'] instanceof Unknown ? { id: name(attributes).replace(`//${type}/`, '') } : {},
  });
}
