import type { AssetName } from '../cloud/asset';
import { resourcePath } from '../cloud/cloud';
import { failedPrecondition } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import type { Operation } from '../provider/operation';
import type { DataKind, ResourceKind } from '../provider/resource-kind';
import { blocksAt, booleanAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { checkCluster } from './container-cluster-checks';
import { computedCluster, isAutopilot } from './container-cluster-computed';
import { CONTAINER_API, clusterNameOf } from './container-cluster-name';
import { clusterProblems } from './container-cluster-rules';
import { labelAttributes, labelsNow } from './effective-labels';
import { importPatterns } from './import-patterns';
import { removeAllOf } from '../kubernetes/cluster-store';
import { LATENCY } from './infrastructure-latency';
import { plannedLocation, projectOf } from './place-attributes';
import { notThere } from './resource-in-use';

const NODE_POOL = 'container.googleapis.com/NodePool';

const base = assetKind({
  type: 'google_container_cluster',
  assetType: 'container.googleapis.com/Cluster',
  api: CONTAINER_API,
  // PROVIDER measurements and the schema of provider google 6.50, 2026-11.
  forceNew: [
    'name',
    'project',
    'location',
    'description',
    'cluster_ipv4_cidr',
    'confidential_nodes',
    'datapath_provider',
    'default_max_pods_per_node',
    'enable_autopilot',
    'enable_kubernetes_alpha',
    'enable_l4_ilb_subsetting',
    'enable_multi_networking',
    'enable_tpu',
    'initial_node_count',
    'ip_allocation_policy.cluster_ipv4_cidr_block',
    'ip_allocation_policy.cluster_secondary_range_name',
    'ip_allocation_policy.pod_cidr_overprovision_config',
    'ip_allocation_policy.services_ipv4_cidr_block',
    'ip_allocation_policy.services_secondary_range_name',
    'master_auth.client_certificate_config',
    'network',
    'networking_mode',
    'node_config',
    'node_pool',
    'private_cluster_config.enable_private_nodes',
    'private_cluster_config.master_ipv4_cidr_block',
    'private_cluster_config.private_endpoint_subnetwork',
    'subnetwork',
    'user_managed_keys_config',
  ],
  defaults: {
    'cluster_autoscaling.autoscaling_profile': 'BALANCED',
    'cluster_autoscaling.auto_provisioning_defaults.disk_size': 100,
    'cluster_autoscaling.auto_provisioning_defaults.disk_type': 'pd-standard',
    'cluster_autoscaling.auto_provisioning_defaults.image_type': 'COS_CONTAINERD',
    'cluster_autoscaling.auto_provisioning_defaults.service_account': 'default',
    'ip_allocation_policy.stack_type': 'IPV4',
    deletion_protection: true,
    enable_cilium_clusterwide_network_policy: false,
    enable_fqdn_network_policy: false,
    enable_kubernetes_alpha: false,
    enable_l4_ilb_subsetting: false,
    enable_legacy_abac: false,
    enable_multi_networking: false,
    enable_shielded_nodes: true,
    network: 'default',
  },
  computedBlocks: [
    'addons_config',
    'anonymous_authentication_config',
    'authenticator_groups_config',
    'cluster_autoscaling',
    'confidential_nodes',
    'control_plane_endpoints_config',
    'cost_management_config',
    'database_encryption',
    'default_snat_status',
    'enterprise_config',
    'gateway_api_config',
    'identity_service_config',
    'ip_allocation_policy',
    'logging_config',
    'master_auth',
    'master_authorized_networks_config',
    'mesh_certificates',
    'monitoring_config',
    'node_config',
    'node_pool',
    'node_pool_auto_config',
    'node_pool_defaults',
    'notification_config',
    'pod_autoscaling',
    'private_cluster_config',
    'rbac_binding_config',
    'release_channel',
    'security_posture_config',
    'service_external_ips_config',
    'vertical_pod_autoscaling',
    'workload_identity_config',
  ],
  terraformOnly: [
    'deletion_protection',
    'min_master_version',
    'remove_default_node_pool',
    'resource_labels',
    'terraform_labels',
  ],
  afterImport: { deletion_protection: true, resource_labels: null, terraform_labels: null },
  latency: LATENCY.cluster,
  checks: [
    'Its network, subnetwork, secondary ranges and node service account stand; the subnetwork is in the network and the region.',
    "The workload pool is the project's own; labels, log and metric components are such; Autopilot is regional; a Standard cluster begins with a node.",
    'Exclusions from maintenance: at most 20, at most three without upgrades, and those of at most 30 days.',
    'What does not go together with Autopilot, empty private_cluster_config, windows and ranges, as the provider checks them.',
    'Its name is unique in project and location; deletion_protection refuses deletion, also when nobody wrote it.',
    'It takes its node pools with it. Disks, forwarding rules, network endpoint groups and firewall rules that its controllers made stay, unless their objects went first.',
    'enable_private_endpoint comes back as true where the IP endpoint is off.',
  ],
  ignores: [
    'Versions and upgrades, quotas, capacity of zones, whether ranges are large enough, and which zones a region has.',
    'Secondary ranges that GKE makes itself where only CIDR blocks are given.',
    "The list of node pools inside the cluster's own attributes; what add-ons do.",
    'The certificate is made up: nobody can connect with it.',
  ],
  name: clusterNameOf,
  importIds: importPatterns(
    'projects/{project}/locations/{location}/clusters/{name}',
    '{project}/{location}/{name}',
    '{location}/{name}',
  ),
  validate: clusterProblems,
  plan: (planned, provider) => ({
    ...plannedLocation(planned, provider),
    ...labelAttributes({ ...planned, labels: planned['resource_labels'] ?? null }, provider),
  }),
  check: checkCluster,
  computed: computedCluster,
  afterCreate: ({ name, data }, operation) => {
    if (!isAutopilot(data) && blocksAt(data, 'node_pool').length === 0) addDefaultPool(name, operation);
  },
  beforeDelete: (state, operation) => {
    const name = clusterNameOf(state, operation.provider);
    if (booleanAt(state, 'deletion_protection') !== false) {
      throw failedPrecondition(
        `Cannot destroy cluster ${resourcePath(name)} because deletion_protection is set to true: ` +
          'set it to false and apply that before destroying the cluster',
      );
    }
    removePools(name, operation);
    removeAllOf(operation.cloud, name);
  },
});

/** A GKE cluster, Standard or Autopilot. */
export const containerClusterKind: ResourceKind = {
  ...base,
  create: (planned, operation) => {
    const attributes = base.create(planned, operation);
    if (booleanAt(planned, 'remove_default_node_pool') === true) {
      operation.wait(LATENCY.nodePool.delete, 'the default node pool is removed');
      removePools(clusterNameOf(planned, operation.provider), operation);
    }
    return attributes;
  },
  read: (state, { cloud, provider }) => {
    const asset = cloud.tryFind(clusterNameOf(state, provider));
    if (asset === undefined) return undefined;
    const labels = labelsNow({ ...state, labels: state['resource_labels'] ?? null }, asset.data);
    return {
      ...asset.data,
      resource_labels: labels['labels'] ?? null,
      terraform_labels: labels['terraform_labels'] ?? null,
    };
  },
};

/** The pool that Google makes with a Standard cluster. */
function addDefaultPool(cluster: AssetName, { cloud }: Operation): void {
  const { project, data } = cloud.find(cluster);
  cloud.insert({
    name: `${cluster}/nodePools/default-pool`,
    type: NODE_POOL,
    parent: cluster,
    ...(project === undefined ? {} : { project }),
    data: {
      name: 'default-pool',
      cluster: data['name'] ?? null,
      location: data['location'] ?? null,
      initial_node_count: data['initial_node_count'] ?? null,
    },
    madeBy: 'google',
  });
}

function removePools(cluster: AssetName, { cloud }: Operation): void {
  for (const { name, type } of cloud.childrenOf(cluster)) if (type === NODE_POOL) cloud.remove(name);
}

/** A cluster that stands, looked up by its name. */
export const containerClusterData: DataKind = {
  type: 'google_container_cluster',
  latency: LATENCY.cluster.read,
  read: (config, operation): Attributes => {
    const { provider } = operation;
    const project = projectOf(config, provider);
    operation.needApi(project, CONTAINER_API);
    const name = clusterNameOf(config, provider);
    const asset = operation.need(name, notThere(name));
    return { ...asset.data, project, location: config['location'] ?? asset.data['location'] ?? null };
  },
};
