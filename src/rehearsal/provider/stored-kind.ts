import type { AssetName } from '../cloud/asset';
import type { BlockSchema } from '../schema/block-schema';
import { requiredText, textAt } from '../values/read-value';
import type { Attributes, Value } from '../values/value';
import { assetKind } from './asset-kind';
import type { ResourceKind } from './resource-kind';

/**
 * A type that the simulation knows only by its schema: its attributes are checked as strictly as the provider's
 * schema is, it is kept and returned, and of all else only a name that is taken is refused. The report names such
 * types.
 */
export function storedKind(type: string, schema: BlockSchema): ResourceKind {
  const identity = schema.attributes.filter(
    ({ name, required, type: of }) => of === 'string' && (required || name === 'name'),
  );
  const path = (attributes: Attributes): string =>
    [attributes['project'], ...identity.map((each) => attributes[each.name])]
      .filter((value): value is Value & string => typeof value === 'string')
      .map(encodeURIComponent)
      .join('/');
  const assetOf = (id: string): AssetName => `//${type}/${id}`;
  return assetKind({
    type,
    assetType: `rehearsal/${type}`,
    forceNew: [],
    latency: { create: 5, update: 5, delete: 5, read: 0.4 },
    checks: ['names and types of attributes, as the provider’s schema says'],
    ignores: ['everything else'],
    name: (attributes) => assetOf(requiredText(attributes, 'id')),
    importIds: [],
    computed: (attributes, { cloud }) => {
      const given = textAt(attributes, 'id');
      if (given !== undefined) return {};
      const first = path(attributes);
      // What has no name of its own, Google gives one: two may have the same title.
      if (textAt(attributes, 'name') !== undefined) return { id: first };
      for (let number = 1; ; number += 1) {
        const id = number === 1 ? first : `${first}/${number}`;
        if (cloud.tryFind(assetOf(id)) === undefined) return { id };
      }
    },
  });
}
