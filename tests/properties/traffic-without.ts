import type { LedgerPlace } from '../../src/core/ledger/ledger';
import type { Block, Resource } from '../stacks/examples/terraform-output';

const HOSTS = /(\((?:\?:)?)([a-z0-9|-]+)(\)\[\.\])/g;

/** A resource as it would be without some tenants: metrics that count a shard's hosts list them all, and go with the last. */
export function trafficWithout(places: readonly LedgerPlace[], resource: Resource): readonly Resource[] {
  if (!/^[^/]+\/Traffic\//.test(resource.path)) return [resource];
  const handles = new Set(places.map(({ handle }) => String(handle)));
  let isEmpty = false;
  const text = JSON.stringify(resource.block).replace(
    HOSTS,
    (_, open: string, names: string, close: string) => {
      const left = names.split('|').filter((name) => !handles.has(name));
      isEmpty ||= left.length === 0;
      return `${open}${left.join('|')}${close}`;
    },
  );
  return isEmpty ? [] : [{ ...resource, block: JSON.parse(text) as Block }];
}
