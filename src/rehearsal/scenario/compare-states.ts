import type { Asset } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { directOperation } from '../provider/direct-operation';
import type { ResourceKind } from '../provider/resource-kind';
import type { RememberedResource } from './terraform-state';

/** What differs between what the states remember and what stands. */
export interface StateGap {
  readonly where: string;
  readonly message: string;
}

/** Types of assets that Terraform makes and no resource of it is: what stands inside a release or a project. */
const INSIDE = /^(k8s\.io|helm\.sh)\//;

/**
 * Compares states with the cloud, both ways: each resource that is remembered stands, and each asset that Terraform
 * made is remembered. After an apply whose next plan is empty, states and files say the same.
 */
export async function stateGaps(
  cloud: Cloud,
  remembered: readonly RememberedResource[],
  kindOf: (type: string) => ResourceKind | undefined,
): Promise<readonly StateGap[]> {
  const known = new Set<string>();
  const gaps: StateGap[] = [];
  for (const { stack, type, address, attributes } of remembered) {
    const kind = kindOf(type);
    if (kind === undefined) continue;
    const name = kind.assetName?.(attributes);
    if (name !== undefined) known.add(name);
    // A release can only be asked for at its cluster, which terraform's own plan has done.
    if (type.startsWith('helm_')) continue;
    const stands =
      name === undefined
        ? (await kind.read(attributes, directOperation(cloud))) !== undefined
        : cloud.tryFind(name) !== undefined;
    if (!stands) gaps.push({ where: `${stack}: ${address}`, message: 'is in the state and does not stand' });
  }
  const strays = cloud.list().filter((asset) => isMade(asset) && !known.has(asset.name));
  return [
    ...gaps,
    ...strays.map(({ name, type }) => ({ where: name, message: `a ${type} that no state knows` })),
  ];
}

const isMade = ({ madeBy, type }: Asset): boolean => madeBy === 'terraform' && !INSIDE.test(type);
