import type { Attributes } from '../values/value';

/**
 * Full resource name, as Cloud Asset Inventory writes it: `//compute.googleapis.com/projects/p/global/networks/n`.
 * @see https://cloud.google.com/asset-inventory/docs/asset-names
 */
export type AssetName = `//${string}`;

/** A role given to members, perhaps under a condition. */
export interface IamBinding {
  readonly role: string;
  readonly members: readonly string[];
  readonly condition?: { readonly title: string; readonly description: string; readonly expression: string };
}

export interface IamAuditConfig {
  readonly service: string;
  readonly logs: readonly { readonly type: string; readonly exempted: readonly string[] }[];
}

/** Who may do what with an asset. */
export interface IamPolicy {
  readonly etag: string;
  readonly bindings: readonly IamBinding[];
  readonly auditConfigs: readonly IamAuditConfig[];
}

/** One thing that stands in the simulated cloud. */
export interface Asset {
  readonly name: AssetName;
  /** Type of Cloud Asset Inventory, such as `storage.googleapis.com/Bucket`. */
  readonly type: string;
  /** Id of the project that it is in and goes with; none for folders, billing accounts and budgets. */
  readonly project?: string;
  /** What it cannot stand without: network of a subnetwork, zone of a record set. */
  readonly parent?: AssetName;
  /** What the service knows of it, in the provider's words; never what only Terraform knows. */
  readonly data: Attributes;
  readonly policy?: IamPolicy;
  /** Who made it: Terraform, or Google by itself as a consequence. */
  readonly madeBy: 'terraform' | 'google' | 'people';
  /** Virtual instant, milliseconds since 1970. */
  readonly created: number;
}

/** A name that stays taken after its asset was deleted. */
export interface Tombstone {
  readonly asset: Asset;
  /** Virtual instants, milliseconds since 1970. */
  readonly deleted: number;
  readonly until: number;
}
