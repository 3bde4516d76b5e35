import type { DataKind, ResourceKind } from '../provider/resource-kind';
import { artifactRegistryRepositoryKind } from './artifact-registry-repository-kind';
import { certificateKind, dnsAuthorizationKind } from './certificate-manager-kinds';
import { certificateMapKind, certificateMapEntryKind } from './certificate-map-kinds';
import { computeAddressKind, computeGlobalAddressKind } from './compute-address-kinds';
import { computeFirewallKind } from './compute-firewall-kind';
import { computeInstanceKind } from './compute-instance-kind';
import { computeNetworkKind } from './compute-network-kind';
import { computeRouterKind } from './compute-router-kind';
import { computeRouterNatKind } from './compute-router-nat-kind';
import { computeSubnetworkKind } from './compute-subnetwork-kind';
import { containerClusterKind, containerClusterData } from './container-cluster-kind';
import { containerNodePoolKind } from './container-node-pool-kind';
import { dnsManagedZoneKind, dnsManagedZoneData } from './dns-managed-zone-kind';
import { dnsRecordSetKind } from './dns-record-set-kind';
import { storageBucketKind } from './storage-bucket-kind';
import { storageBucketObjectKind } from './storage-bucket-object-kind';

/** Networks, clusters, registries, buckets, DNS and certificates. */
export const INFRASTRUCTURE_KINDS: readonly ResourceKind[] = [
  artifactRegistryRepositoryKind,
  certificateKind,
  certificateMapKind,
  certificateMapEntryKind,
  dnsAuthorizationKind,
  computeAddressKind,
  computeFirewallKind,
  computeGlobalAddressKind,
  computeInstanceKind,
  computeNetworkKind,
  computeRouterKind,
  computeRouterNatKind,
  computeSubnetworkKind,
  containerClusterKind,
  containerNodePoolKind,
  dnsManagedZoneKind,
  dnsRecordSetKind,
  storageBucketKind,
  storageBucketObjectKind,
];

/** Data sources of the same group. */
export const INFRASTRUCTURE_DATA: readonly DataKind[] = [containerClusterData, dnsManagedZoneData];
