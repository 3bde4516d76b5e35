import type { AssetName } from '../cloud/asset';
import type { Attributes } from '../values/value';
import type { Operation } from './operation';

/** What is wrong with a configuration, at the attribute it is about: `['node_config', 'disk_size_gb']`. */
export interface ConfigProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** How long Google takes, in seconds of real time. */
export interface Latency {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  readonly read: number;
}

/** A quota on writes: Google works on one after another, `perSecond` of them in each `scope`. */
export interface WriteRate {
  readonly about: string;
  readonly perSecond: number;
  /** Where the quota counts: a project, an account. */
  scope(attributes: Attributes): string;
  /** Where it is published, with the month. */
  readonly source: string;
}

/** How one type of Terraform resource behaves on the simulated cloud. */
export interface ResourceKind {
  /** Terraform's name of the type, such as `google_storage_bucket`. */
  readonly type: string;
  /**
   * Attributes and blocks that cannot be changed in place; a path inside a block is written with dots, such as
   * `private_cluster_config.enable_private_nodes`.
   */
  readonly forceNew: readonly string[];
  /** Names of attributes that, changed in this way, cannot change in place: a range that becomes smaller. */
  replaceWhen?(planned: Attributes, prior: Attributes): readonly string[];
  /** What the provider plans where the configuration is silent: `{ priority: 1000, 'node_config.disk_size_gb': 100 }`. */
  readonly defaults: Attributes;
  /** Blocks that keep what they have when the configuration leaves them out. */
  readonly computedBlocks: readonly string[];
  readonly latency: Latency;
  readonly writeRate?: WriteRate;
  /** What the simulation checks and what it does not, a sentence each, for the page about the rehearsal. */
  readonly checks: readonly string[];
  readonly ignores: readonly string[];

  /** The asset that a resource is; none for what is part of another, as a binding is of a policy. */
  assetName?(state: Attributes): AssetName;
  /** What the provider refuses without asking Google; values may be unknown. */
  validate(config: Attributes): readonly ConfigProblem[];
  /** Computed attributes that are known at plan time already; `planned` may hold unknowns. */
  plan(planned: Attributes, provider: Attributes): Attributes;
  /** Makes it; all attributes. Throws CloudError. */
  create(planned: Attributes, operation: Operation): Attributes | Promise<Attributes>;
  /** What the cloud knows of it now, to lay over what Terraform remembers; undefined if it is gone. */
  read(state: Attributes, operation: Operation): Attributes | undefined | Promise<Attributes | undefined>;
  /** Changes it in place; all attributes. */
  update(planned: Attributes, prior: Attributes, operation: Operation): Attributes | Promise<Attributes>;
  delete(state: Attributes, operation: Operation): void | Promise<void>;
  /** All attributes of what `id` names; undefined if there is no such thing. Throws CloudError for an id of wrong form. */
  importState(id: string, operation: Operation): Attributes | undefined | Promise<Attributes | undefined>;
}

/** How a data source answers. */
export interface DataKind {
  readonly type: string;
  /** Seconds of real time. */
  readonly latency: number;
  /** All attributes; throws CloudError if there is no such thing. */
  read(config: Attributes, operation: Operation): Attributes;
}
