import type { Accelerator } from '../domain/gpu-machines';
import type { ToolkitId } from '../domain/ids';
import type { PlacedObject } from '../kubernetes/placed-object';
import type { PriceItem } from '../prices/price-item';
import type { PriceList } from '../prices/price-list';
import type { Allowance, ToolkitSize } from './allowance';

/** What a toolkit is for; the catalogue is read by these. */
export const AREAS = [
  'serving',
  'state',
  'pipelines',
  'distributed',
  'frameworks',
  'experiments',
  'actors',
  'delivery',
  'observe',
  'network',
  'machine',
] as const;
export type Area = (typeof AREAS)[number];

/** A container image that somebody else publishes. */
export interface CatalogueImage {
  /** Registry, path, tag and digest: `docker.io/library/redis:7@sha256:…`. */
  readonly ref: string;
  /** Where the digest was read. */
  readonly source: string;
  /** Month in which it was read or published there: `2026-11`. */
  readonly date: string;
  /** Why there is no digest, where none could be read: then it must be mirrored and pinned. */
  readonly unpinned?: string;
}

/** A place in which a toolkit stands: all that its objects may depend on. */
export interface ToolkitPlace {
  readonly namespace: string;
  /** Host of the tenant, without a scheme. */
  readonly host: string;
  /** Path of the tenant's registry: images are below it. */
  readonly registryPath: string;
  /** Project of the tenant's service on Cloud Run, where it is not that of the registry. */
  readonly servicesProject?: string;
  /** Project of the tenant's machine, where it is not that of the registry. */
  readonly machinesProject?: string;
  /** The tenant's repository on GitHub, where the cohort says whose it is. */
  readonly github?: RepositoryOfPlace;
  /** Kind of GPU that pods name in a cluster of the tenant's own, which makes nodes to measure; elsewhere a pool has it. */
  readonly accelerator?: Accelerator;
  /** Name of the tenant's bucket, without a scheme. */
  readonly bucket: string;
  readonly size: ToolkitSize;
  readonly allowance: Allowance;
  /** All toolkits of the place, by id: some speak to each other. */
  readonly toolkits: readonly ToolkitId[];
}

/** A repository on GitHub whose workflows push the images of a place. */
export interface RepositoryOfPlace {
  /** With its owner. */
  readonly repository: string;
  /** The one branch whose workflows may. */
  readonly branch: string;
  /** Whether it is made together with the place. */
  readonly isMade?: boolean;
  /** Where they deploy, and as what; absent where they only push. */
  readonly deployer?: { readonly email: string; readonly cluster: string };
}

/** A Secret whose values are drawn in the cluster when a toolkit first wakes; they stand in no file and no state. */
export interface SecretNeed {
  readonly name: string;
  /** Keys that get a random value each: 24 letters and digits. */
  readonly keys: readonly string[];
}

/** Where a toolkit is reached from inside the place; from outside by `kubectl port-forward`. */
export interface Endpoint {
  readonly service: string;
  readonly port: number;
  /** What is spoken: `redis`, `postgresql`, `http`. */
  readonly protocol: string;
}

/** A file that a student gets beside the page of their place, and applies, runs or builds. */
export type ExampleFile =
  | { readonly name: string; readonly objects: readonly PlacedObject[] }
  | { readonly name: string; readonly text: string };

/** What shows within a minute that a toolkit works. */
export interface SmokeCheck {
  /** Arguments of `kubectl` in the place. */
  readonly kubectl: readonly string[];
  /** What its answer has in it. */
  readonly says: string;
}

/** What a toolkit needs of Google beside the place. */
export interface CloudNeeds {
  /** Services of the project: `run.googleapis.com`. */
  readonly apis: readonly string[];
}

/** A right in the place by the Kubernetes API that the account of a toolkit holds; never more than the student has. */
export interface PlaceRight {
  /**
   * Account that holds it: the toolkit's id, or that with a dash and a word.
   * @default - the toolkit's id
   */
  readonly account?: string;
  readonly apiGroup: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** Something that pods of places do not reach: `api-server` is the Kubernetes API of their cluster. */
export type Opening = 'api-server';

/** Why a system that nobody maintains any more has a row, and what a student gets. */
export interface Retirement {
  /** Month in which it was archived, or of its last release. */
  readonly since: string;
  readonly source: string;
  /** Toolkits that a lab uses in its place. */
  readonly instead: readonly string[];
  readonly says: string;
}

/** How far a toolkit was seen to work by the tests of this repository. */
export type Shown =
  | { readonly how: 'run'; readonly what: string }
  | { readonly how: 'admitted'; readonly why: string }
  | { readonly how: 'not here'; readonly why: string };

/** Panels of a board in which the Grafana of a place shows a toolkit. */
export interface ShownOn {
  /** Its uid. */
  readonly board: string;
  /** By their titles. */
  readonly panels: readonly string[];
}

/** Where a toolkit is shown; or why no board can show it. */
export type Dashboards = readonly [ShownOn, ...ShownOn[]] | { readonly none: string };

/** What a toolkit costs beside processor, memory and disk of the quota. */
export interface AlsoCosts {
  /** What of it the tables of costs count. @default - nothing: no bill of Google's, or nobody knows how much of it */
  readonly items?: (size: ToolkitSize) => readonly PriceItem[];
  /** In words, with prices out of the list alone. */
  readonly says: (size: ToolkitSize, prices: PriceList) => string;
}

/** One tool that a lab can ask for: the contract that every toolkit of the catalogue fulfils. */
export interface Toolkit {
  readonly id: string;
  readonly title: string;
  readonly area: Area;
  /** What the student gets, in a sentence for the hand-out. */
  readonly gives: string;
  /** SPDX id of what is run. */
  readonly licence: string;
  readonly homepage: string;
  readonly sizes: Readonly<Record<ToolkitSize, Allowance>>;
  /** Every image that its objects and examples start. */
  readonly images: readonly CatalogueImage[];
  /** Objects that stand in a place, as they are when awake; a toolkit without any is for the student to start. */
  readonly place?: (place: ToolkitPlace) => readonly PlacedObject[];
  /** What scales by the clock, where something else than `place` makes it. */
  readonly workloads?: readonly Workload[];
  readonly secrets?: readonly SecretNeed[];
  readonly endpoint?: Endpoint;
  /** Rights of its ServiceAccounts, through the API server. @default - no account of its own */
  readonly rights?: readonly PlaceRight[];
  /**
   * What its pods reach beside what all pods of a place do; made in places that have it, and for pods with its label.
   * @default - nothing
   */
  readonly openings?: readonly Opening[];
  readonly cloud?: CloudNeeds;
  readonly examples: (place: ToolkitPlace) => readonly ExampleFile[];
  /** @default - nothing runs until the student starts it */
  readonly smoke?: SmokeCheck;
  /** How it is used, in Markdown, for the page of a place. */
  readonly handout: (place: ToolkitPlace) => string;
  /**
   * What the page says in place of `handout` where setting it up is the work of a lab.
   * @default - no lab can leave to the student what stands by itself
   */
  readonly setUp?: (place: ToolkitPlace) => string;
  /** Where its pods are seen. */
  readonly dashboards: Dashboards;
  /** Metrics by which its pods are known, or those that examples start; all that boards ask for are among them. @default - none */
  readonly metrics?: readonly string[];
  /** @default - nothing */
  readonly alsoCosts?: AlsoCosts;
  readonly retired?: Retirement;
  readonly shown: Shown;
}

/** A workload that sleeps outside of its labs' windows. */
export interface Workload {
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly name: string;
  /** When awake. */
  readonly replicas: number;
}
