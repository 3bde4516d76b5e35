import type { Asset } from '../cloud/asset';
import { textAt } from '../values/read-value';
import { tenantFinder } from './tenant-of-asset';

/** Something that stands after the teardown. */
export interface Leftover {
  readonly name: string;
  readonly type: string;
  readonly owner?: string;
  readonly cause?: string;
}

/** What costs nothing and stays on purpose: an API that is on. */
const HARMLESS = new Set(['serviceusage.googleapis.com/Service']);

/** What stands although all was taken away, but for what people had before the cohort began. */
export function leftovers(assets: readonly Asset[], tenants: ReadonlySet<string>): readonly Leftover[] {
  const tenantOf = tenantFinder(assets, tenants);
  return assets
    .filter(({ madeBy, type }) => madeBy !== 'people' && !HARMLESS.has(type))
    .map((asset) => {
      const owner = tenantOf(asset);
      const cause = textAt(asset.data, 'why');
      return {
        name: asset.name,
        type: asset.type,
        ...(owner === undefined ? {} : { owner }),
        ...(cause === undefined ? {} : { cause }),
      };
    });
}
