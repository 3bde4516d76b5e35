import { byText } from '../domain/sorting';
import type { ResourceName } from './resource-name';
import { inProject, tryParseResourceName } from './resource-name';

/** A role that a policy gives to members. */
export interface ListedBinding {
  readonly role: string;
  readonly members: readonly string[];
}

/** What inventories say of a thing beside its name; only what is asked about here is kept. */
export interface ItemFacts {
  readonly displayName?: string;
  readonly description?: string;
  /** `ACTIVE`, `DELETE_REQUESTED`, `DELETED`, `RESERVED`, `IN_USE`. */
  readonly state?: string;
  readonly sizeGib?: number;
  readonly sizeBytes?: number;
  /** Type of a disk: `pd-balanced`. */
  readonly diskType?: string;
  readonly internal?: true;
  readonly dnsName?: string;
  readonly projectNumber?: string;
  /** When it was deleted, where it can be brought back. */
  readonly deleted?: string;
  /** When it is purged. */
  readonly purged?: string;
}

/** One thing that an inventory lists. */
export interface InventoryItem {
  readonly name: ResourceName;
  /** In the words of Cloud Asset Inventory where it says so. */
  readonly assetType?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly facts: ItemFacts;
  readonly policy?: readonly ListedBinding[];
}

/** Id of the project that an item is in; undefined for what is in none, or does not say. */
export const projectOf = ({ name }: InventoryItem): string | undefined => name.project;

/** True for the project itself. */
export const isProject = ({ name }: InventoryItem): boolean =>
  name.service === 'cloudresourcemanager' && name.collection === 'projects';

/**
 * Each thing once, whatever number of files list it, sorted by name. Files differ in what they say: the first that
 * says something is believed, in an order that does not depend on that of the files.
 */
export function mergeItems(items: readonly InventoryItem[]): readonly InventoryItem[] {
  const ids = new Map(
    items.flatMap((item) =>
      isProject(item) && item.facts.projectNumber !== undefined
        ? [[item.facts.projectNumber, item.name.name] as const]
        : [],
    ),
  );
  const merged = new Map<string, InventoryItem[]>();
  for (const item of items) {
    const named = byProjectId(item, ids);
    const same = merged.get(named.name.full);
    if (same === undefined) merged.set(named.name.full, [named]);
    else same.push(named);
  }
  return [...merged.values()]
    .map((same) => (same.length === 1 ? same[0]! : same.sort(byText(asText)).reduce(merge)))
    .sort(byText(({ name }) => name.full));
}

const asText = (item: InventoryItem): string => JSON.stringify(item);

function merge(one: InventoryItem, other: InventoryItem): InventoryItem {
  return {
    ...other,
    ...one,
    labels: { ...other.labels, ...one.labels },
    facts: { ...other.facts, ...one.facts },
  };
}

function byProjectId(item: InventoryItem, ids: ReadonlyMap<string, string>): InventoryItem {
  const id = item.name.project === undefined ? undefined : ids.get(item.name.project);
  if (id === undefined || id === item.name.project) return item;
  // The name of a bucket has no project in it: only what is told beside it changes.
  if (!item.name.full.includes('/projects/')) return { ...item, name: { ...item.name, project: id } };
  const name = tryParseResourceName(inProject(item.name, id));
  return name === undefined ? item : { ...item, name };
}
