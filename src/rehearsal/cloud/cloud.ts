import type { Asset, AssetName, Tombstone } from './asset';
import type { CloudChange, Journal } from './cloud-change';
import { NO_JOURNAL } from './cloud-change';
import { isoInstant } from './iso-instant';
import { alreadyExists, notFound } from './cloud-error';

const DAY = 86_400_000;

/** All that stands in the simulated cloud, and the names that deleted things still hold. */
export class Cloud {
  private readonly assets = new Map<AssetName, Asset>();
  private readonly tombstones = new Map<AssetName, Tombstone>();
  /** Names by what they stand in: a parent or a project. */
  private readonly inside = new Map<string, Set<AssetName>>();
  private readonly watchers = new Set<(name: AssetName) => void>();
  private time: number;

  constructor(
    /** Virtual instant at which it begins, milliseconds since 1970. */
    start: number,
    private readonly journal: Journal = NO_JOURNAL,
  ) {
    this.time = start;
  }

  /** The cloud that a journal tells of. */
  static restore(start: number, changes: Iterable<CloudChange>, journal: Journal = NO_JOURNAL): Cloud {
    const cloud = new Cloud(start, journal);
    for (const change of changes) cloud.replay(change);
    return cloud;
  }

  /** Virtual instant, milliseconds since 1970. */
  get now(): number {
    return this.time;
  }

  advanceTo(instant: number): void {
    if (instant <= this.time) return;
    this.time = instant;
    this.journal.append({ change: 'clock', now: instant });
  }

  /** All assets, sorted by name. */
  list(): readonly Asset[] {
    return [...this.assets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  tryFind(name: AssetName): Asset | undefined {
    return this.assets.get(name);
  }

  /** What has `name` as its parent, sorted by name. */
  childrenOf(name: AssetName): readonly Asset[] {
    return this.listed(name);
  }

  /** What is in a project, sorted by name. */
  inProject(project: string): readonly Asset[] {
    return this.listed(project);
  }

  /** The deleted asset that still holds `name`. */
  tryFindTombstone(name: AssetName): Tombstone | undefined {
    const tombstone = this.tombstones.get(name);
    return tombstone !== undefined && tombstone.until > this.time ? tombstone : undefined;
  }

  /** Deleted things whose names are still taken, sorted by name. */
  listTombstones(): readonly Tombstone[] {
    return [...this.tombstones.values()]
      .filter(({ until }) => until > this.time)
      .sort((a, b) => (a.asset.name < b.asset.name ? -1 : 1));
  }

  /** Makes a new asset; a name that is taken, also by something deleted, is a 409. */
  insert(asset: Omit<Asset, 'created'>): Asset {
    if (this.assets.has(asset.name)) throw alreadyExists(`${resourcePath(asset.name)} already exists`);
    const buried = this.tryFindTombstone(asset.name);
    if (buried !== undefined) {
      const until = isoInstant(buried.until).slice(0, 10);
      throw alreadyExists(`${resourcePath(asset.name)} was deleted and keeps its name until ${until}`);
    }
    return this.appear({ ...asset, created: this.time });
  }

  /** Tells of each asset that is made or brought back from now on; the result ends it. */
  watch(watcher: (name: AssetName) => void): () => void {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  /** Changes an asset that stands; one that does not is a 404. */
  change(name: AssetName, change: Partial<Pick<Asset, 'data' | 'policy'>>): Asset {
    return this.put({ ...this.find(name), ...change });
  }

  /** An asset that stands; one that does not is a 404. */
  find(name: AssetName): Asset {
    const asset = this.assets.get(name);
    if (asset === undefined) throw notFound(`${resourcePath(name)} was not found`);
    return asset;
  }

  /** Deletes an asset alone; `keepNameForDays` keeps its name taken. */
  remove(name: AssetName, keepNameForDays = 0): void {
    const asset = this.find(name);
    this.forget(asset);
    this.journal.append({ change: 'remove', name });
    if (keepNameForDays === 0) return;
    const tombstone = { asset, deleted: this.time, until: this.time + keepNameForDays * DAY };
    this.tombstones.set(name, tombstone);
    this.journal.append({ change: 'bury', tombstone });
  }

  /** Brings a deleted asset back. */
  undelete(name: AssetName): Asset {
    const tombstone = this.tryFindTombstone(name);
    if (tombstone === undefined) throw notFound(`${resourcePath(name)} was not found`);
    this.tombstones.delete(name);
    this.journal.append({ change: 'unbury', name });
    return this.appear(tombstone.asset);
  }

  private appear(asset: Asset): Asset {
    for (const watcher of this.watchers) watcher(asset.name);
    return this.put(asset);
  }

  private put(asset: Asset): Asset {
    this.remember(asset);
    this.journal.append({ change: 'put', asset });
    return asset;
  }

  private replay(change: CloudChange): void {
    if (change.change === 'put') this.remember(change.asset);
    else if (change.change === 'remove') this.forget(this.find(change.name));
    else if (change.change === 'bury') this.tombstones.set(change.tombstone.asset.name, change.tombstone);
    else if (change.change === 'unbury') this.tombstones.delete(change.name);
    else this.time = Math.max(this.time, change.now);
  }

  private remember(asset: Asset): void {
    this.assets.set(asset.name, asset);
    for (const place of placesOf(asset)) {
      const names = this.inside.get(place) ?? new Set();
      this.inside.set(place, names.add(asset.name));
    }
  }

  private forget(asset: Asset): void {
    this.assets.delete(asset.name);
    for (const place of placesOf(asset)) this.inside.get(place)?.delete(asset.name);
  }

  private listed(place: string): readonly Asset[] {
    return [...(this.inside.get(place) ?? [])].sort().map((name) => this.find(name));
  }
}

const placesOf = ({ parent, project }: Asset): readonly string[] =>
  [parent, project].filter((place) => place !== undefined);

/** A name without its service: `projects/p/global/networks/n`. */
export const resourcePath = (name: AssetName): string => name.replace(/^\/\/[^/]*\//, '');
