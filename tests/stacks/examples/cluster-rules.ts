import type { Block } from './terraform-output';
import { objects } from './terraform-output';
import type { Rule } from './rule';
import { absentOr, at, has, list, matches } from './rule';

const CLUSTER = /^google_container_cluster$/;
const POOL = /^google_container_node_pool$/;
const NAME = /^(?=.{1,40}$)[a-z]([a-z0-9-]*[a-z0-9])?$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const SCOPES = ['NO_UPGRADES', 'NO_MINOR_UPGRADES', 'NO_MINOR_OR_NODE_UPGRADES'];
const LOG_COMPONENTS = ['SYSTEM_COMPONENTS', 'WORKLOADS', 'APISERVER', 'CONTROLLER_MANAGER', 'SCHEDULER'];

const exclusions = (block: unknown) => list(block, 'maintenance_policy.maintenance_exclusion');

const spans = (block: unknown) =>
  [at(block, 'maintenance_policy.recurring_window'), ...exclusions(block)].filter(
    (span) => span !== undefined,
  );

/** What an Autopilot cluster may not be told: Google decides it. */
const NOT_FOR_AUTOPILOT = [
  'remove_default_node_pool',
  'enable_shielded_nodes',
  'enable_intranode_visibility',
  'network_policy',
  'addons_config.network_policy_config',
  'cluster_autoscaling.enabled',
  'default_max_pods_per_node',
];

/** Guards that Terraform does not miss when nobody writes them. */
const GUARDS: readonly (readonly [path: string, value: unknown])[] = [
  ['anonymous_authentication_config.mode', 'LIMITED'],
  ['control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic', true],
  ['control_plane_endpoints_config.ip_endpoints_config.enabled', false],
  ['datapath_provider', 'ADVANCED_DATAPATH'],
  ['enable_legacy_abac', false],
  ['master_auth.client_certificate_config.issue_client_certificate', false],
  ['private_cluster_config.enable_private_nodes', true],
  ['rbac_binding_config.enable_insecure_binding_system_authenticated', false],
  ['rbac_binding_config.enable_insecure_binding_system_unauthenticated', false],
];

const guards: readonly Rule[] = GUARDS.map(([path, value]) => ({
  says: `${path} is ${String(value)}, written out`,
  about: CLUSTER,
  holds: (block) => at(block, path) === value,
  broken: path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), undefined) as Block,
}));

const clusters: readonly Rule[] = [
  {
    says: 'a cluster name has at most 40 lower-case characters',
    about: CLUSTER,
    holds: ({ name }) => matches(NAME)(name),
    broken: { name: 'a'.repeat(41) },
  },
  {
    says: 'a cluster can be destroyed',
    about: CLUSTER,
    holds: (block) => block['deletion_protection'] === false,
    broken: { deletion_protection: undefined },
  },
  {
    says: 'a cluster has a location, and neither a region nor a description, which would replace it',
    about: CLUSTER,
    holds: (block) => has(block, 'location') && !has(block, 'region') && !has(block, 'description'),
    broken: { description: 'Labs' },
  },
  {
    says: 'upgrades have one kind of window, and exclusions only beside a window',
    about: CLUSTER,
    holds: ({ maintenance_policy: policy }) =>
      has(policy, 'recurring_window') !== has(policy, 'daily_maintenance_window'),
    broken: { maintenance_policy: { recurring_window: undefined } },
  },
  {
    says: 'windows and exclusions are instants that run forward',
    about: CLUSTER,
    holds: (block) =>
      spans(block).every((span) => {
        const [start, end] = [at(span, 'start_time'), at(span, 'end_time')];
        return matches(INSTANT)(start) && matches(INSTANT)(end) && String(start) < String(end);
      }),
    broken: { maintenance_policy: { recurring_window: { start_time: '2027-01-13 10:00' } } },
  },
  {
    says: 'a window repeats by a weekly rule',
    about: CLUSTER,
    holds: (block) =>
      matches(/^FREQ=WEEKLY;BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/)(
        at(block, 'maintenance_policy.recurring_window.recurrence'),
      ),
    broken: { maintenance_policy: { recurring_window: { recurrence: 'WEEKLY' } } },
  },
  {
    says: 'at most three exclusions, each with a name of its own and a scope that GKE knows',
    about: CLUSTER,
    holds: (block) =>
      exclusions(block).length <= 3 &&
      new Set(exclusions(block).map((each) => at(each, 'exclusion_name'))).size ===
        exclusions(block).length &&
      exclusions(block).every((each) => SCOPES.includes(String(at(each, 'exclusion_options.scope')))),
    broken: {
      maintenance_policy: { maintenance_exclusion: [{ exclusion_options: { scope: 'NO_PATCHES' } }] },
    },
  },
  {
    says: 'the release channel, the Gateway channel and the log components are some that GKE has',
    about: CLUSTER,
    holds: (block) =>
      absentOr(
        'UNSPECIFIED',
        'RAPID',
        'REGULAR',
        'STABLE',
        'EXTENDED',
      )(at(block, 'release_channel.channel')) &&
      absentOr('CHANNEL_DISABLED', 'CHANNEL_STANDARD')(at(block, 'gateway_api_config.channel')) &&
      list(block, 'logging_config.enable_components').every((each) => LOG_COMPONENTS.includes(String(each))),
    broken: { logging_config: { enable_components: ['PODS'] } },
  },
  {
    says: 'the kubelet’s read-only port is off, as the text "FALSE"',
    about: /^google_container_(cluster|node_pool)$/,
    holds: (block) => {
      const values = [...objects(block)].map((each) => each['insecure_kubelet_readonly_port_enabled']);
      return values.includes('FALSE') && values.every(absentOr('FALSE'));
    },
    broken: { node_config: { kubelet_config: { insecure_kubelet_readonly_port_enabled: false } } },
  },
  {
    says: 'pods and services take their ranges by name and not by CIDR as well',
    about: CLUSTER,
    holds: (block) =>
      ['cluster', 'services'].every(
        (range) =>
          has(block, `ip_allocation_policy.${range}_secondary_range_name`) &&
          !has(block, `ip_allocation_policy.${range}_ipv4_cidr_block`),
      ),
    broken: { ip_allocation_policy: { cluster_ipv4_cidr_block: '10.4.0.0/14' } },
  },
  {
    says: 'the workload pool is the project’s own and the only thing said of workload identity',
    about: CLUSTER,
    holds: ({ workload_identity_config: config }) =>
      matches(/^[a-z][a-z0-9-]{4,28}[a-z0-9]\.svc\.id\.goog$/)(at(config, 'workload_pool')) &&
      Object.keys(config as object).length === 1,
    broken: { workload_identity_config: { workload_pool: 'w255-spring27-c1.svc.goog' } },
  },
  {
    says: 'Kubernetes tokens open no DNS endpoint',
    about: CLUSTER,
    holds: (block) =>
      !has(block, 'control_plane_endpoints_config.dns_endpoint_config.enable_k8s_tokens_via_dns'),
    broken: {
      control_plane_endpoints_config: { dns_endpoint_config: { enable_k8s_tokens_via_dns: true } },
    },
  },
  {
    says: 'an Autopilot cluster is not told what Autopilot decides',
    about: CLUSTER,
    holds: (block) =>
      block['enable_autopilot'] !== true || NOT_FOR_AUTOPILOT.every((path) => !has(block, path)),
    broken: { enable_autopilot: true, enable_shielded_nodes: true },
  },
];

const pools: readonly Rule[] = [
  {
    says: 'a pool name has at most 40 lower-case characters',
    about: POOL,
    holds: ({ name }) => matches(NAME)(name),
    broken: { name: 'Lab' },
  },
  {
    says: 'a pool scales by bounds over all zones, without a fixed number beside them',
    about: POOL,
    holds: (block) =>
      !has(block, 'node_count') &&
      !has(block, 'autoscaling.min_node_count') &&
      !has(block, 'autoscaling.max_node_count') &&
      Number(at(block, 'autoscaling.total_min_node_count')) <=
        Number(at(block, 'autoscaling.total_max_node_count')),
    broken: { autoscaling: { min_node_count: 1 } },
  },
  {
    says: 'taints have effects that GKE knows, upgrades a strategy that it knows',
    about: POOL,
    holds: (block) =>
      list(block, 'node_config.taint').every((taint) =>
        ['NO_SCHEDULE', 'PREFER_NO_SCHEDULE', 'NO_EXECUTE'].includes(String(at(taint, 'effect'))),
      ) && absentOr('SURGE', 'BLUE_GREEN')(at(block, 'upgrade_settings.strategy')),
    broken: { node_config: { taint: [{ effect: 'NoSchedule' }] } },
  },
  {
    says: 'a node has a disk of 10 GB or more, no preemptible beside spot, and no public address',
    about: POOL,
    holds: (block) =>
      Number(at(block, 'node_config.disk_size_gb')) >= 10 &&
      !has(block, 'node_config.preemptible') &&
      at(block, 'network_config.enable_private_nodes') === true,
    broken: { node_config: { preemptible: true } },
  },
  {
    says: 'nodes have an account of their own and hide its token from pods',
    about: POOL,
    holds: (block) =>
      has(block, 'node_config.service_account') &&
      at(block, 'node_config.workload_metadata_config.mode') === 'GKE_METADATA',
    broken: { node_config: { service_account: undefined } },
  },
];

export const CLUSTER_RULES: readonly Rule[] = [...guards, ...clusters, ...pools];
