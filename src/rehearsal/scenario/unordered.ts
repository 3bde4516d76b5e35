import type { AssetName } from '../cloud/asset';
import type { RecordedNeed } from '../provider/need-record';
import type { ResourceKind } from '../provider/resource-kind';
import { textAt } from '../values/read-value';
import type { RememberedResource } from './terraform-state';
import type { StateGap } from './compare-states';

/** What Terraform waits for, in one stack: addresses by the address that waits. */
export type WaitGraph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Resources that needed another of their stack without Terraform being told to wait for it: that it went well was
 * luck. The other is one that the same run made, so it must stand in the waiting one's references or `depends_on`.
 */
export function unordered(
  needs: readonly RecordedNeed[],
  remembered: readonly RememberedResource[],
  graphs: ReadonlyMap<string, WaitGraph>,
  kindOf: (type: string) => ResourceKind | undefined,
): readonly StateGap[] {
  const byId = new Map<string, RememberedResource>();
  const byAsset = new Map<AssetName, RememberedResource>();
  for (const resource of remembered) {
    byId.set(`${resource.type} ${textAt(resource.attributes, 'id')}`, resource);
    const name = kindOf(resource.type)?.assetName?.(resource.attributes);
    if (name !== undefined) byAsset.set(name, resource);
  }
  return needs.flatMap(({ type, id, needed }) => {
    const made = byId.get(`${type} ${id}`);
    if (made === undefined) return [];
    const waits = reachable(graphs.get(made.stack) ?? new Map(), made.address);
    return needed
      .map((name) => byAsset.get(name))
      .filter((other) => other !== undefined && other.stack === made.stack && !waits.has(other.address))
      .map((other) => ({
        where: `${made.stack}: ${made.address}`,
        message: `needs ${other!.address} (${about(other!)}), and nothing makes Terraform wait for it: it was luck that it stood; add it to depends_on`,
      }));
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
