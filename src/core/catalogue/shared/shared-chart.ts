import type { CatalogueImage } from '../toolkit';

/** Where a chart is published: in a registry by OCI, or behind the index of a repository of charts. */
export type ChartOrigin =
  /** Registry and path, without a scheme and a tag: `ghcr.io/istio/release/charts/base`. */
  | { readonly oci: string }
  /** Address of the repository, below which `index.yaml` stands, and the chart's name in it. */
  | { readonly repository: string; readonly chart: string };

/** By what a chart is known to be the one that was looked at. */
export type ChartPin =
  | {
      /** SHA-256 of the archive (`.tgz`), which is the digest of the OCI layer as well; hexadecimal. */
      readonly archive?: string;
      /** Digest of the OCI manifest, `sha256:…`. At least one of the two is there. */
      readonly manifest?: string;
      /** Where it was read. */
      readonly source: string;
      /** Month in which it was read or published there: `2026-11`. */
      readonly date: string;
    }
  /** Why no digest is known: then the cohort's own lock holds what was seen first. */
  | { readonly unpinned: string };

export type ChartValue =
  string | number | boolean | null | readonly ChartValue[] | { readonly [name: string]: ChartValue };
/** Values of a release, as `helm install --values` takes them. */
export type ChartValues = Readonly<Record<string, ChartValue>>;

/** The cluster that a chart is installed in: all that its values may depend on. */
export interface ChartCluster {
  /** A cell's, which tenants share, or an Autopilot cluster that one tenant has alone. */
  readonly kind: 'shared' | 'own';
  readonly name: string;
  readonly projectId: string;
  readonly location: string;
  /** Domain that the cluster answers for. */
  readonly domain: string;
}

/** A chart of somebody else's that a cluster has once, for all its tenants. */
export interface SharedChart {
  /** Kebab-case; the archive of a cohort is `charts/<id>-<version>.tgz`. */
  readonly id: string;
  readonly title: string;
  readonly origin: ChartOrigin;
  /** The chart's own version, and its tag in a registry. */
  readonly version: string;
  /** Version of what the chart installs. */
  readonly appVersion: string;
  readonly pin: ChartPin;
  /** SPDX id. */
  readonly licence: string;
  readonly homepage: string;
  /** Why tenants share it, in a sentence. */
  readonly shared: string;
  /** What keeps tenants apart in it, in a sentence. */
  readonly apart: string;
  /** Namespace that its objects go to when they name none: one of the staff's, made if it is not there. */
  readonly namespace: string;
  /** Name of the Helm release; the same in every cluster. */
  readonly release: string;
  /** Charts are installed one after the other, the lowest first, those of one number by id. */
  readonly order: number;
  /**
   * Whether it is installed after Practicum's own services, because it needs objects of theirs.
   * @default - before them, so that they may hold objects of the kinds that it brings
   */
  readonly afterServices?: true;
  /** Pure: the same cluster, the same values. */
  readonly values: (cluster: ChartCluster) => ChartValues;
  /** Every image that it starts with these values; none of them becomes allowed in places. */
  readonly images: readonly CatalogueImage[];
  /** Ids of toolkits that cannot do without it. A course that uses none of them does not get it. */
  readonly neededBy: readonly string[];
}
