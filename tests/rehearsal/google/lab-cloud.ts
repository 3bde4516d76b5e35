import type { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { computeNetworkKind } from '../../../src/rehearsal/google/compute-network-kind';
import { computeSubnetworkKind } from '../../../src/rehearsal/google/compute-subnetwork-kind';
import { serviceAccountName } from '../../../src/rehearsal/provider/cloud-names';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { make, projectCloud, put } from './foundation-cloud';

export const PROJECT_ID = 'w255-c1';

export const APIS = [
  'artifactregistry.googleapis.com',
  'certificatemanager.googleapis.com',
  'compute.googleapis.com',
  'container.googleapis.com',
  'dns.googleapis.com',
  'storage.googleapis.com',
];

/** As the stacks write a network. */
export const NETWORK: Attributes = {
  project: PROJECT_ID,
  name: 'labs',
  auto_create_subnetworks: false,
  routing_mode: 'REGIONAL',
};

export const NETWORK_LINK = 'https://www.googleapis.com/compute/v1/projects/w255-c1/global/networks/labs';
export const SUBNETWORK_LINK =
  'https://www.googleapis.com/compute/v1/projects/w255-c1/regions/us-west1/subnetworks/labs-us-west1';

/** As the stacks write a subnetwork. */
export const SUBNETWORK: Attributes = {
  project: PROJECT_ID,
  region: 'us-west1',
  name: 'labs-us-west1',
  network: NETWORK_LINK,
  ip_cidr_range: '10.0.0.0/22',
  secondary_ip_range: [
    { range_name: 'pods', ip_cidr_range: '10.4.0.0/16' },
    { range_name: 'services', ip_cidr_range: '10.8.0.0/20' },
  ],
  log_config: [
    { aggregation_interval: 'INTERVAL_10_MIN', flow_sampling: 0.1, metadata: 'INCLUDE_ALL_METADATA' },
  ],
};

export const NODES_EMAIL = `nodes@${PROJECT_ID}.iam.gserviceaccount.com`;

/** A project with every API on, and nothing in it. */
export const emptyLab = (): Cloud => projectCloud(...APIS);

/** A project with the network, the subnetwork and the account of the nodes. */
export function labCloud(): Cloud {
  const cloud = emptyLab();
  make(cloud, computeNetworkKind, NETWORK);
  make(cloud, computeSubnetworkKind, SUBNETWORK);
  put(cloud, {
    name: serviceAccountName(PROJECT_ID, NODES_EMAIL),
    type: 'iam.googleapis.com/ServiceAccount',
    data: { email: NODES_EMAIL },
  });
  return cloud;
}

/** As the stacks write a Standard cluster, with what the provider does not know before apply. */
export const CLUSTER: Attributes = {
  project: PROJECT_ID,
  name: 'w255-c1',
  location: 'us-west1',
  network: NETWORK_LINK,
  subnetwork: SUBNETWORK_LINK,
  networking_mode: 'VPC_NATIVE',
  datapath_provider: 'ADVANCED_DATAPATH',
  initial_node_count: 1,
  remove_default_node_pool: true,
  deletion_protection: false,
  resource_labels: { 'managed-by': 'practicum' },
  ip_allocation_policy: [
    {
      cluster_secondary_range_name: 'pods',
      services_secondary_range_name: 'services',
      cluster_ipv4_cidr_block: UNKNOWN,
      services_ipv4_cidr_block: UNKNOWN,
      stack_type: 'IPV4',
    },
  ],
  private_cluster_config: [
    { enable_private_nodes: true, enable_private_endpoint: true, private_endpoint: UNKNOWN },
  ],
  control_plane_endpoints_config: [
    {
      dns_endpoint_config: [{ allow_external_traffic: true, endpoint: UNKNOWN }],
      ip_endpoints_config: [{ enabled: false }],
    },
  ],
  workload_identity_config: [{ workload_pool: `${PROJECT_ID}.svc.id.goog` }],
  master_auth: [
    {
      client_certificate_config: [{ issue_client_certificate: false }],
      client_certificate: UNKNOWN,
      client_key: UNKNOWN,
      cluster_ca_certificate: UNKNOWN,
    },
  ],
  release_channel: [{ channel: 'REGULAR' }],
  logging_config: [{ enable_components: ['SYSTEM_COMPONENTS', 'WORKLOADS'] }],
  monitoring_config: [{ enable_components: ['SYSTEM_COMPONENTS'] }],
};
