import type { Artifacts } from './artifacts';
import type { ClusterRecord, CohortRecord, PlaceRecord } from './cohort-record';
import { grouped } from './grouped';
import type { IamGrant } from './iam/iam-grants';
import { iamGrants } from './iam/iam-grants';
import { ClusterObjects } from './kubernetes/cluster-objects';
import { CloudResources } from './terraform/cloud-resources';

/** The artifacts, indexed, beside the record that they are held against. */
export interface World {
  readonly record: CohortRecord;
  readonly artifacts: Artifacts;
  readonly clusters: readonly ClusterWorld[];
  readonly cloud: CloudResources;
  readonly iam: readonly IamGrant[];
}

/** A cluster with the places in it and the objects for it. */
export interface ClusterWorld extends ClusterRecord {
  readonly places: readonly PlaceRecord[];
  readonly objects: ClusterObjects;
}

export function worldOf(artifacts: Artifacts, record: CohortRecord): World {
  const documents = grouped(artifacts.kubernetes, ({ cluster }) => cluster);
  const cloud = new CloudResources(artifacts.terraform);
  const empty = new Set(record.places.filter(({ emptied }) => emptied).map(({ handle }) => handle));
  // What stood in the cluster of an emptied tenant is taken away; the cluster itself is Google Cloud's matter.
  const isFilled = ({ owner }: ClusterRecord): boolean => owner === undefined || !empty.has(owner);
  const places = grouped(
    record.places.filter(({ emptied }) => !emptied),
    ({ cluster }) => cluster,
  );
  return {
    record,
    artifacts,
    clusters: record.clusters.filter(isFilled).map((cluster) => ({
      ...cluster,
      places: places.get(cluster.name) ?? [],
      objects: new ClusterObjects(documents.get(cluster.name) ?? []),
    })),
    cloud,
    iam: iamGrants(cloud),
  };
}
