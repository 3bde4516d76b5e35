import type { AssetName } from '../cloud/asset';
import { identityOf } from '../provider/identity';
import type { RecordedNeed } from '../provider/need-record';
import type { ResourceKind } from '../provider/resource-kind';
import { textAt } from '../values/read-value';
import type { RememberedResource } from './terraform-state';
import type { StateGap } from './compare-states';

/** What is waited for: addresses by the address that waits, in one stack; or stacks by the stack that waits. */
export type WaitGraph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Resources that needed another without Terraform being told to wait for it: that it went well was
 * luck. The other is one that
 * the same run made: of the same stack it must stand in the references or `depends_on`, of another in the order of stacks.
 */
export function unordered(
  needs: readonly RecordedNeed[],
  remembered: readonly RememberedResource[],
  graphs: ReadonlyMap<string, WaitGraph>,
  stacks: WaitGraph,
  kindOf: (type: string) => ResourceKind | undefined,
): readonly StateGap[] {
  const byIdentity = new Map<string, RememberedResource>();
  const byAsset = new Map<AssetName, RememberedResource>();
  for (const resource of remembered) {
    const identity = identityOf(resource.type, resource.attributes);
    if (identity !== undefined) byIdentity.set(identity, resource);
    const name = kindOf(resource.type)?.assetName?.(resource.attributes);
    if (name !== undefined) byAsset.set(name, resource);
  }
  return needs.flatMap(({ resource, needed }) => {
    const made = byIdentity.get(resource);
    if (made === undefined) return [];
    const waits = reachable(graphs.get(made.stack) ?? new Map(), made.address);
    const stacksBefore = reachable(stacks, made.stack);
    return needed.flatMap((name) => {
      const other = byAsset.get(name);
      if (other === undefined) return [];
      const where = `${made.stack}: ${made.address}`;
      const what = `needs ${other.address} (${about(other)})`;
      if (other.stack === made.stack) {
        if (waits.has(other.address)) return [];
        const message = `${what}, and nothing makes Terraform wait for it: it was luck that it stood; add it to depends_on`;
        return [{ where, message }];
      }
      if (stacksBefore.has(other.stack)) return [];
      const message = `${what} of the stack ${other.stack}, and nothing makes ${made.stack} wait for that: it was luck that it stood; let the stack depend on it`;
      return [{ where, message }];
    });
  });
}

const about = ({ attributes }: RememberedResource): string =>
  ['service', 'name', 'project_id', 'id'].map((name) => textAt(attributes, name)).find(Boolean) ?? '';

function reachable(graph: WaitGraph, from: string): ReadonlySet<string> {
  const seen = new Set<string>([from]);
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of graph.get(next) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}
