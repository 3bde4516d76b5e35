import type { ResourceKind } from '../provider/resource-kind';
import { textAt } from '../values/read-value';
import type { StateGap } from './compare-states';
import type { RememberedResource } from './terraform-state';

/**
 * Resources that write one and the same part of an asset, such as one role of a policy: each apply lets the last one
 * win, and no two applies agree. Two resources that are one asset cannot both be made.
 */
export function writtenTwice(
  remembered: readonly RememberedResource[],
  kindOf: (type: string) => ResourceKind | undefined,
): readonly StateGap[] {
  const first = new Map<string, RememberedResource>();
  return remembered.flatMap((resource) => {
    const { stack, type, address, attributes } = resource;
    const kind = kindOf(type);
    const id = textAt(attributes, 'id');
    // A release has no name of its own in the cloud, and may be called as one of another cluster.
    if (kind === undefined || kind.assetName !== undefined || id === undefined || type.startsWith('helm_'))
      return [];
    const other = first.get(`${type} ${id}`);
    if (other === undefined) {
      first.set(`${type} ${id}`, resource);
      return [];
    }
    const message = `writes ${id}, and so does ${other.stack}: ${other.address}; each undoes what the other did: make them one`;
    return [{ where: `${stack}: ${address}`, message }];
  });
}
