import { drop, inResource, plusResource, put, withoutResource } from '../changes';
import { weakening } from '../weakening';

const CLUSTER = 'cell-1/Cluster/Resource';
const LAB = 'cell-1/lab pool/Resource';

/** Ways in which Google Cloud keeps tenants apart less than it should. */
export const CLOUD_WEAKENINGS = [
  weakening(
    "pods get the node's token",
    inResource(LAB, put('node_config > workload_metadata_config > mode', 'GCE_METADATA')),
    'clusters',
    'Unless node_config.workload_metadata_config.mode is "GKE_METADATA", pods get the node\'s own token, which reads every tenant\'s registry',
  ),
  weakening(
    "nodes run as Google's default account",
    inResource(LAB, drop('node_config > service_account')),
    'clusters',
    'Nodes run as another account than the one that may little',
  ),
  weakening(
    'nodes have public addresses',
    inResource(LAB, put('network_config > enable_private_nodes', false)),
    'clusters',
    'Unless network_config.enable_private_nodes is true, nodes are reached from the internet',
  ),
  weakening(
    'network policies are not enforced',
    inResource(CLUSTER, drop('datapath_provider')),
    'clusters',
    'Unless datapath_provider is "ADVANCED_DATAPATH", network policies are not enforced',
  ),
  weakening(
    'the API has an address',
    inResource(CLUSTER, put('control_plane_endpoints_config > ip_endpoints_config > enabled', true)),
    'clusters',
    'Unless control_plane_endpoints_config.ip_endpoints_config.enabled is false, the API is reached past IAM, and the end of the term ends nothing',
  ),
  weakening(
    'everyone with an account has rights',
    inResource(CLUSTER, put('rbac_binding_config > enable_insecure_binding_system_authenticated', true)),
    'clusters',
    'Unless rbac_binding_config.enable_insecure_binding_system_authenticated is false, everyone with a Google account has rights in the cluster',
  ),
  weakening(
    'rights are given past RBAC',
    inResource(CLUSTER, put('enable_legacy_abac', true)),
    'clusters',
    'Unless enable_legacy_abac is false, rights are given out past RBAC',
  ),
  weakening(
    'there is no workload identity',
    inResource(CLUSTER, drop('workload_identity_config')),
    'clusters',
    "Without workload identity pods share the node's account",
  ),
  weakening(
    'pods have IPv6',
    inResource(CLUSTER, put('ip_allocation_policy > stack_type', 'IPV4_IPV6')),
    'clusters',
    'Unless ip_allocation_policy.stack_type is "IPV4", pods have IPv6 addresses that no policy speaks of',
  ),
  weakening(
    'the firewall is open',
    inResource('cell-1/Network/AllowInternal', put('source_ranges', ['0.0.0.0/0'])),
    'clusters',
    "The firewall lets in more than the cluster itself and Google's front ends",
  ),
  weakening(
    'the firewall denies nothing',
    withoutResource('cell-1/Network/DenyAll'),
    'clusters',
    'No firewall rule denies all that the others do not name',
  ),
  weakening(
    "system nodes take tenants' pods",
    inResource('cell-1/system pool/Resource', drop('node_config > taint')),
    'clusters',
    "Tenants' pods run on the nodes of the staff's programs",
  ),
  weakening(
    'nodes for GPUs take every pod',
    inResource(LAB, put('node_config > labels', { 'practicum.dev/pool': 'gpu' })),
    'clusters',
    'Pods that ask for no GPU keep nodes with GPUs standing',
  ),
  weakening(
    "a tenant's cluster lets pods change the network",
    inResource('shard-1-01/cleo/Own/Cluster/Resource', put('allow_net_admin', true)),
    'clusters',
    "Unless allow_net_admin is false, pods may change the node's network",
  ),
  weakening(
    'a cluster is in no list',
    plusResource('cell-1', 'google_container_cluster', { project: 'mlops-fall27-c1', name: 'more' }),
    'clusters',
    'A cluster is in no list of the cohort',
  ),
  weakening(
    "a name leads to another's address",
    inResource('shard-1-01/Zone/Records/cleo', put('rrdatas', ['203.0.113.9'])),
    'hosts',
    "A name leads to an address that is not its owner's",
  ),
  weakening(
    'a name of another leads to a tenant',
    inResource('shard-1-01/Zone/Records/cleo', put('name', 'ada.mlops.example.edu.')),
    'hosts',
    "A name leads to an address that is not its owner's",
  ),
  weakening(
    "a certificate is for another's name",
    inResource(
      'shard-1-01/cleo/Own/Certificate/Resource',
      put('managed > domains > 0', '*.mlops.example.edu'),
    ),
    'hosts',
    "A certificate is for a name that is not its project's",
  ),
  weakening(
    'a key of an account is made',
    plusResource('cell-1', 'google_service_account_key', { service_account_id: 'lab-nodes' }),
    'objects',
    'What google_service_account_key opens is not known',
  ),
  weakening(
    'a release goes to another cluster',
    inResource('shard-1-01-places/cleo/Place/Resource', drop('provider')),
    'releases',
    'A release goes to another cluster than its place is in',
  ),
  weakening(
    'a release lies where tenants read secrets',
    inResource('shard-1-01/ada/Place/Resource', put('namespace', 'ada')),
    'releases',
    'The record of a release, with all it installed, lies where tenants read secrets',
  ),
  weakening(
    'a place is not installed',
    withoutResource('shard-1-01/ada/Place/Resource'),
    'releases',
    'A manifest is installed by no release',
  ),
] as const;
