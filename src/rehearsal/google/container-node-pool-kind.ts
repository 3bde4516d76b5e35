import { resourcePath } from '../cloud/cloud';
import { assetKind } from '../provider/asset-kind';
import type { Operation } from '../provider/operation';
import { blockAt, blocksAt, numberAt, textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { GKE_VERSION } from './container-cluster-computed';
import { CONTAINER_API, poolCluster } from './container-cluster-name';
import { poolName, poolNameOf } from './container-node-pool-name';
import { checkPool, poolProblems, refuseCountWithAutoscaling } from './container-node-pool-rules';
import { fillIn, fillInBlock, fillInBlocks } from './filled-values';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { isZone, plannedLocation } from './place-attributes';
import { stableHex } from './stable-value';

/** Nodes that cannot be changed in place. PROVIDER measurements and provider google 6.50, 2026-11. */
const NODES_FORCE_NEW = [
  'advanced_machine_features',
  'boot_disk_kms_key',
  'confidential_nodes',
  'enable_confidential_storage',
  'ephemeral_storage_local_ssd_config',
  'flex_start',
  'guest_accelerator',
  'local_nvme_ssd_block_config',
  'local_ssd_count',
  'local_ssd_encryption_mode',
  'max_run_duration',
  'metadata',
  'min_cpu_platform',
  'node_group',
  'oauth_scopes',
  'preemptible',
  'reservation_affinity',
  'secondary_boot_disks',
  'service_account',
  'shielded_instance_config',
  'sole_tenant_config',
  'spot',
].map((name) => `node_config.${name}`);

/** A pool of nodes of a Standard cluster. */
export const containerNodePoolKind = assetKind({
  type: 'google_container_node_pool',
  assetType: 'container.googleapis.com/NodePool',
  api: CONTAINER_API,
  forceNew: [
    'name',
    'name_prefix',
    'project',
    'location',
    'cluster',
    'initial_node_count',
    'max_pods_per_node',
    'network_config.additional_node_network_configs',
    'network_config.additional_pod_network_configs',
    'network_config.create_pod_range',
    'network_config.pod_ipv4_cidr_block',
    'network_config.pod_range',
    'placement_policy',
    'queued_provisioning',
    ...NODES_FORCE_NEW,
  ],
  defaults: {
    'management.auto_repair': false,
    'management.auto_upgrade': false,
    'node_config.preemptible': false,
    'node_config.shielded_instance_config.enable_integrity_monitoring': true,
    'node_config.shielded_instance_config.enable_secure_boot': false,
    'node_config.spot': false,
    'upgrade_settings.strategy': 'SURGE',
  },
  computedBlocks: ['management', 'network_config', 'node_config', 'upgrade_settings'],
  terraformOnly: ['name_prefix'],
  latency: LATENCY.nodePool,
  checks: [
    'Its cluster stands and is not Autopilot; its node service account stands; its name has the form that GKE asks for.',
    'Bounds of autoscaling are for each zone or for all, not both, and not upside down; no node_count beside them.',
    'Taint effects, upgrade strategy, disks of at least 10 GB, pods for each node, sharing of GPUs, spot or preemptible but not both, labels.',
    'It goes with its cluster.',
  ],
  ignores: [
    'Machine types, quotas and capacity of zones, whether pod ranges have room for the nodes, and what the autoscaler does.',
    'That GKE changes pools of one cluster one after another.',
  ],
  name: poolNameOf,
  parent: poolCluster,
  importIds: importPatterns(
    'projects/{project}/locations/{location}/clusters/{cluster}/nodePools/{name}',
    '{project}/{location}/{cluster}/{name}',
    '{location}/{cluster}/{name}',
  ),
  validate: poolProblems,
  plan: plannedLocation,
  check: (attributes, operation, prior) => {
    checkPool(attributes, operation);
    // What the autoscaler made of the count is no configuration.
    if (prior?.['node_count'] === attributes['node_count'] && prior !== undefined) return;
    refuseCountWithAutoscaling(attributes, poolName(attributes, operation.provider));
  },
  computed: computedPool,
});

function computedPool(attributes: Attributes, operation: Operation): Attributes {
  const { provider, cloud } = operation;
  const cluster = cloud.find(poolCluster(attributes, provider)).data;
  const name = poolNameOf(attributes, provider);
  const location = textAt(cluster, 'location') ?? '';
  const zones = textsAt(attributes, 'node_locations');
  const ofCluster = isZone(location) ? [location] : textsAt(cluster, 'node_locations');
  const groups = groupUrls(attributes, provider, zones.length > 0 ? zones : ofCluster);
  const initial = numberAt(attributes, 'initial_node_count') ?? numberAt(attributes, 'node_count') ?? 0;
  return {
    id: resourcePath(name),
    operation: '',
    instance_group_urls: groups.map((url) => url.replace('/instanceGroupManagers/', '/instanceGroups/')),
    managed_instance_group_urls: groups,
    ...nodesOf(attributes),
    ...fillInBlock(attributes, 'management', { auto_repair: true, auto_upgrade: true }),
    ...fillInBlock(attributes, 'network_config', {
      create_pod_range: false,
      enable_private_nodes: false,
      pod_ipv4_cidr_block: '',
      pod_range: '',
      subnetwork: textAt(cluster, 'subnetwork') ?? '',
    }),
    ...fillInBlock(attributes, 'upgrade_settings', { max_surge: 1, max_unavailable: 0, strategy: 'SURGE' }),
    ...fillInBlocks(attributes, 'autoscaling', { location_policy: 'BALANCED' }),
    ...fillIn(attributes, {
      initial_node_count: initial,
      location,
      max_pods_per_node: numberAt(cluster, 'default_max_pods_per_node') ?? 110,
      name: poolName(attributes, provider),
      name_prefix: '',
      node_count: Math.max(initial, leastPerZone(attributes)),
      node_locations: ofCluster,
      version: GKE_VERSION,
    }),
  };
}

const leastPerZone = (attributes: Attributes): number =>
  numberAt(blockAt(attributes, 'autoscaling') ?? {}, 'min_node_count') ?? 0;

/** Nodes with Google's defaults. @see https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/NodeConfig (2026-11) */
function nodesOf(attributes: Attributes): Attributes {
  const nodes = blockAt(attributes, 'node_config') ?? {};
  return {
    node_config: [
      {
        ...nodes,
        effective_taints: blocksAt(nodes, 'taint').map(({ key, value, effect }) => ({
          key: key ?? null,
          value: value ?? null,
          effect: effect ?? null,
        })),
        ...fillInBlocks(nodes, 'kubelet_config', {
          insecure_kubelet_readonly_port_enabled: 'TRUE',
          max_parallel_image_pulls: 0,
        }),
        ...fillInBlocks(nodes, 'linux_node_config', { cgroup_mode: '', transparent_hugepage_enabled: '' }),
        ...fillIn(nodes, {
          disk_size_gb: 100,
          disk_type: 'pd-balanced',
          image_type: 'COS_CONTAINERD',
          labels: {},
          local_ssd_count: 0,
          logging_variant: 'DEFAULT',
          machine_type: 'e2-medium',
          metadata: { 'disable-legacy-endpoints': 'true' },
          min_cpu_platform: '',
          oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
          preemptible: false,
          service_account: 'default',
          spot: false,
        }),
      },
    ],
  };
}

function groupUrls(
  attributes: Attributes,
  provider: Attributes,
  zones: readonly string[],
): readonly string[] {
  const cluster = poolCluster(attributes, provider);
  const [, project, name] = /\/projects\/([^/]+)\/.*\/clusters\/([^/]+)$/.exec(cluster) ?? [];
  const pool = poolName(attributes, provider);
  return zones.map((zone) => {
    const group = `gke-${name}-${pool}-${stableHex(`${cluster} ${pool} ${zone}`, 8)}-grp`;
    return `https://www.googleapis.com/compute/v1/projects/${project}/zones/${zone}/instanceGroupManagers/${group}`;
  });
}
