import type { ConfigProblem } from '../provider/resource-kind';
import { blocksAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import {
  expectBetween,
  expectExactlyOne,
  expectForm,
  expectNotWith,
  expectOneOf,
  isWritten,
  knownValuesAt,
} from './config-checks';

/** A date and time of RFC 3339: `2027-01-13T10:00:00Z`. */
const DATE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const TIME = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;
const NETWORK_OF_28 = /^\d{1,3}(?:\.\d{1,3}){3}\/28$/;

/** Blocks and attributes that Google decides on itself in an Autopilot cluster. PROVIDER measurements and provider google 6.50, 2026-11. */
const NOT_ON_AUTOPILOT = [
  'addons_config.dns_cache_config',
  'addons_config.network_policy_config',
  'addons_config.stateful_ha_config',
  'binary_authorization.enabled',
  'cluster_autoscaling.enabled',
  'cluster_autoscaling.resource_limits',
  'default_max_pods_per_node',
  'enable_intranode_visibility',
  'enable_shielded_nodes',
  'network_policy',
  'node_pool',
  'remove_default_node_pool',
];

/** One of these makes a `private_cluster_config` block meaningful. */
const PRIVATE_CLUSTER_MEMBERS = [
  'enable_private_endpoint',
  'enable_private_nodes',
  'master_global_access_config',
  'master_ipv4_cidr_block',
  'private_endpoint_subnetwork',
];

/** Every attribute whose values the provider knows. PROVIDER measurements and provider google 6.50, 2026-11. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'anonymous_authentication_config.mode': ['ENABLED', 'LIMITED'],
  'binary_authorization.evaluation_mode': ['DISABLED', 'PROJECT_SINGLETON_POLICY_ENFORCE'],
  'cluster_autoscaling.autoscaling_profile': ['BALANCED', 'OPTIMIZE_UTILIZATION'],
  datapath_provider: ['DATAPATH_PROVIDER_UNSPECIFIED', 'LEGACY_DATAPATH', 'ADVANCED_DATAPATH'],
  'gateway_api_config.channel': ['CHANNEL_DISABLED', 'CHANNEL_EXPERIMENTAL', 'CHANNEL_STANDARD'],
  'ip_allocation_policy.stack_type': ['IPV4', 'IPV4_IPV6'],
  'maintenance_policy.maintenance_exclusion.exclusion_options.scope': [
    'NO_UPGRADES',
    'NO_MINOR_UPGRADES',
    'NO_MINOR_OR_NODE_UPGRADES',
  ],
  'network_policy.provider': ['PROVIDER_UNSPECIFIED', 'CALICO'],
  networking_mode: ['VPC_NATIVE', 'ROUTES'],
  'node_config.kubelet_config.insecure_kubelet_readonly_port_enabled': ['FALSE', 'TRUE'],
  'node_pool_auto_config.node_kubelet_config.insecure_kubelet_readonly_port_enabled': ['FALSE', 'TRUE'],
  'node_pool_defaults.node_config_defaults.insecure_kubelet_readonly_port_enabled': ['FALSE', 'TRUE'],
  'release_channel.channel': ['UNSPECIFIED', 'RAPID', 'REGULAR', 'STABLE', 'EXTENDED'],
  'security_posture_config.mode': ['DISABLED', 'BASIC', 'ENTERPRISE', 'MODE_UNSPECIFIED'],
  'security_posture_config.vulnerability_mode': [
    'VULNERABILITY_DISABLED',
    'VULNERABILITY_BASIC',
    'VULNERABILITY_ENTERPRISE',
    'VULNERABILITY_MODE_UNSPECIFIED',
  ],
};

/** What the provider refuses of a cluster's configuration without asking Google. */
export function clusterProblems(config: Attributes): readonly ConfigProblem[] {
  return [
    ...nameProblems(config),
    ...Object.entries(VALUES).flatMap(([path, values]) => expectOneOf(config, path, values)),
    ...NOT_ON_AUTOPILOT.flatMap((path) => expectNotWith(config, path, ['enable_autopilot'])),
    ...expectNotWith(config, 'cluster_ipv4_cidr', ['ip_allocation_policy']),
    ...rangeProblems(config),
    ...privateClusterProblems(config),
    ...maintenanceProblems(config),
    ...expectBetween(config, 'cluster_autoscaling.auto_provisioning_defaults.disk_size', 10),
    ...expectBetween(config, 'node_config.disk_size_gb', 10),
  ];
}

function nameProblems(config: Attributes): readonly ConfigProblem[] {
  const [name] = knownValuesAt(config, 'name');
  if (typeof name !== 'string') return [];
  const rules: readonly (readonly [boolean, string])[] = [
    [name.length <= 40, 'cannot be longer than 40 characters'],
    [/^[a-z0-9-]+$/.test(name), 'can only contain lowercase letters, numbers and hyphens'],
    [/^[a-z]/.test(name), 'must start with a letter'],
    [/[a-z0-9]$/.test(name), 'must end with a number or a letter'],
  ];
  return rules
    .filter(([isKept]) => !isKept)
    .map(([, message]) => ({ path: ['name'], message: `"name" ("${name}") ${message}` }));
}

function rangeProblems(config: Attributes): readonly ConfigProblem[] {
  const cidrs = ['cluster_ipv4_cidr_block', 'services_ipv4_cidr_block'];
  return ['cluster_secondary_range_name', 'services_secondary_range_name'].flatMap((name) =>
    expectNotWith(
      config,
      `ip_allocation_policy.${name}`,
      cidrs.map((cidr) => `ip_allocation_policy.${cidr}`),
    ),
  );
}

function privateClusterProblems(config: Attributes): readonly ConfigProblem[] {
  const empty = blocksAt(config, 'private_cluster_config').filter(
    (block) => !PRIVATE_CLUSTER_MEMBERS.some((member) => isWritten(block, member)),
  );
  return [
    ...empty.map(() => ({
      path: ['private_cluster_config'],
      message: `"private_cluster_config": one of \`${PRIVATE_CLUSTER_MEMBERS.join(',')}\` must be specified`,
    })),
    ...expectForm(
      config,
      'private_cluster_config.master_ipv4_cidr_block',
      NETWORK_OF_28,
      'must be an IPv4 range with the prefix /28',
    ),
  ];
}

function maintenanceProblems(config: Attributes): readonly ConfigProblem[] {
  if (!isWritten(config, 'maintenance_policy')) return [];
  const policy = 'maintenance_policy';
  const dates = ['recurring_window', 'maintenance_exclusion'].flatMap((block) =>
    ['start_time', 'end_time'].map((name) => `${policy}.${block}.${name}`),
  );
  return [
    ...expectExactlyOne(config, [`${policy}.daily_maintenance_window`, `${policy}.recurring_window`]),
    ...expectForm(config, `${policy}.daily_maintenance_window.start_time`, TIME, 'must be a time like 03:00'),
    ...dates.flatMap((path) =>
      expectForm(config, path, DATE, 'must be a date and time of RFC 3339, like 2027-01-13T10:00:00Z'),
    ),
  ];
}
