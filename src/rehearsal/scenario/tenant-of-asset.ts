import type { Asset, AssetName } from '../cloud/asset';
import { resourcePath } from '../cloud/cloud';
import { projectName } from '../provider/cloud-names';
import { textMapAt } from '../values/read-value';

/** Label of what belongs to a tenant, as the stacks write it. */
const TENANT_LABEL = 'practicum-tenant';

/** Parts of `projects/p/locations/l/clusters/c`: what they are called says nothing of a tenant. */
const CLUSTER_PARTS = 6;
/** The same for `projects/p`. */
const PROJECT_PARTS = 2;

/**
 * Finds the tenant that an asset is for: by its label, by the namespace or release it is named after, else that of what
 * it stands in, a bucket or a project of their own. What is the cell's is no tenant's.
 */
export function tenantFinder(
  assets: readonly Asset[],
  tenants: ReadonlySet<string>,
): (asset: Asset) => string | undefined {
  const standing = new Map<AssetName, Asset>(assets.map((asset) => [asset.name, asset]));
  const tenantOf = (asset: Asset): string | undefined =>
    // Google is told the effective labels alone.
    textMapAt(asset.data, 'effective_labels')[TENANT_LABEL] ??
    placeIn(asset, tenants) ??
    around(asset)
      .map((name) => standing.get(name))
      .map((other) => (other === undefined ? undefined : tenantOf(other)))
      .find((tenant) => tenant !== undefined);
  return tenantOf;
}

/** What an asset stands in, the nearest first. */
function around({ name, parent, project }: Asset): readonly AssetName[] {
  const names = [parent, project === undefined ? undefined : projectName(project)];
  return names.filter((each) => each !== undefined).filter((each) => each !== name);
}

/** The handle in the path of an object in a cluster, or of a log: neither has labels. */
function placeIn({ name }: Asset, tenants: ReadonlySet<string>): string | undefined {
  const [, service = ''] = /^\/\/(container|logging)\.googleapis\.com\//.exec(name) ?? [];
  if (service === '') return undefined;
  return resourcePath(name)
    .split('/')
    .slice(service === 'logging' ? PROJECT_PARTS : CLUSTER_PARTS)
    .find((part) => tenants.has(part));
}
