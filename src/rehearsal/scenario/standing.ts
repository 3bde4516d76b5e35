import { createHash } from 'node:crypto';
import type { Asset, AssetName } from '../cloud/asset';
import { resourcePath } from '../cloud/cloud';
import { textMapAt } from '../values/read-value';

/** Label of what belongs to a tenant, as the stacks write it. */
const TENANT_LABEL = 'practicum-tenant';

/** What stands at a moment: a digest of each asset, by its name. */
export type Standing = ReadonlyMap<
  AssetName,
  { readonly tenant: string | undefined; readonly digest: string }
>;

/** Takes down what stands; `tenants` are the handles of all places. */
export function standing(assets: readonly Asset[], tenants: ReadonlySet<string>): Standing {
  return new Map(
    assets.map((asset) => [asset.name, { tenant: tenantOf(asset, tenants), digest: digestOf(asset) }]),
  );
}

/** An asset of a tenant that a step should not have touched. */
export interface Touched {
  readonly name: AssetName;
  readonly tenant: string;
  readonly how: 'changed' | 'is gone' | 'is new';
}

/** The assets of tenants other than `meant` that are not as they were. */
export function touchedOthers(
  before: Standing,
  after: Standing,
  meant: ReadonlySet<string>,
): readonly Touched[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    const tenant = (is ?? was)?.tenant;
    if (tenant === undefined || meant.has(tenant) || was?.digest === is?.digest) return [];
    const how = was === undefined ? 'is new' : is === undefined ? 'is gone' : 'changed';
    return [{ name, tenant, how }];
  });
}

/** The tenant that an asset is for: by its label, or by the namespace or release it is named after. */
export function tenantOf(asset: Asset, tenants: ReadonlySet<string>): string | undefined {
  const labelled = textMapAt(asset.data, 'labels')[TENANT_LABEL];
  if (labelled !== undefined) return labelled;
  if (!asset.name.startsWith('//container.googleapis.com/') && !asset.type.startsWith('helm'))
    return undefined;
  return resourcePath(asset.name)
    .split('/')
    .slice(CLUSTER_PARTS)
    .find((part) => tenants.has(part));
}

/** Parts of `projects/p/locations/l/clusters/c`: what they are called says nothing of a tenant. */
const CLUSTER_PARTS = 6;

function digestOf({ data, policy, type }: Asset): string {
  const bindings = policy?.bindings;
  return createHash('sha256')
    .update(JSON.stringify([type, data, bindings ?? []], exact))
    .digest('hex');
}

const exact = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
