import { createHash } from 'node:crypto';
import type { Asset, AssetName } from '../cloud/asset';
import { tenantFinder } from './tenant-of-asset';

/** What stands at a moment: by its name, whose an asset is and a digest of it; only the name of what is no tenant's. */
export type Standing = ReadonlyMap<AssetName, { readonly tenant?: string; readonly digest?: string }>;

/**
 * What says in a cluster how labs and hours stand now, and the release that it is part of: it changes with the day, whoever
 * a step is about. A tenant's own cluster has it too.
 */
const OF_THE_DAY =
  /\/clusters\/[^/]+\/k8s\/namespaces\/practicum-system\/(configmaps\/(windows|hours)|helm\.sh\/releases\/practicum-services)$/;

/** Takes down what stands; `tenants` are the handles of all places. */
export function standing(assets: readonly Asset[], tenants: ReadonlySet<string>): Standing {
  const tenantOf = tenantFinder(assets, tenants);
  return new Map(
    assets.map((asset) => {
      const tenant = OF_THE_DAY.test(asset.name) ? undefined : tenantOf(asset);
      return [asset.name, tenant === undefined ? {} : { tenant, digest: digestOf(asset) }];
    }),
  );
}

/** An asset of a tenant that a step should not have touched. */
export interface Touched {
  readonly name: AssetName;
  readonly tenant: string;
  readonly how: 'changed' | 'is gone' | 'is new';
}

/** The assets of tenants other than `meant` that are not as they were; one that changed hands is of both. */
export function touchedOthers(
  before: Standing,
  after: Standing,
  meant: ReadonlySet<string>,
): readonly Touched[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    const tenant = [was?.tenant, is?.tenant].find((each) => each !== undefined && !meant.has(each));
    if (tenant === undefined || was?.digest === is?.digest) return [];
    const how = was === undefined ? 'is new' : is === undefined ? 'is gone' : 'changed';
    return [{ name, tenant, how }];
  });
}

/** When it was last written is left out: what was mended is as it was. */
function digestOf({ data, policy, type }: Asset): string {
  const bindings = policy?.bindings;
  return createHash('sha256')
    .update(JSON.stringify([type, { ...data, update_time: null, updated: null }, bindings ?? []], exact))
    .digest('hex');
}

const exact = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
