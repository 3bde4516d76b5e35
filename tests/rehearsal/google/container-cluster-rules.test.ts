import { containerClusterKind as kind } from '../../../src/rehearsal/google/container-cluster-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { problems } from './foundation-cloud';
import { CLUSTER } from './lab-cloud';

const RULES = { exclusion_name: 'due', start_time: '2027-03-27T06:59:00Z', end_time: '2027-03-31T06:59:00Z' };
const WINDOW = {
  start_time: '2027-01-13T10:00:00Z',
  end_time: '2027-01-13T16:00:00Z',
  recurrence: 'FREQ=WEEKLY;BYDAY=WE,TH,FR',
};
const AUTOPILOT = { name: 'own', location: 'us-west1', enable_autopilot: true };

test('What the stacks write is taken', () => {
  expect(problems(kind, CLUSTER)).toEqual([]);
  expect(
    problems(kind, {
      ...CLUSTER,
      maintenance_policy: [{ recurring_window: [WINDOW], maintenance_exclusion: [RULES] }],
    }),
  ).toEqual([]);
});

test.each([
  ['a'.repeat(41), 'cannot be longer than 40 characters'],
  ['Labs', 'can only contain lowercase letters, numbers and hyphens'],
  ['1labs', 'must start with a letter'],
  ['labs-', 'must end with a number or a letter'],
])('The provider refuses the name %s', (name, message) => {
  expect(problems(kind, { ...CLUSTER, name })).toContain(`name: "name" ("${name}") ${message}`);
});

test.each<[Attributes, string]>([
  [
    { private_cluster_config: [{}] },
    'private_cluster_config: "private_cluster_config": one of `enable_private_endpoint,enable_private_nodes,' +
      'master_global_access_config,master_ipv4_cidr_block,private_endpoint_subnetwork` must be specified',
  ],
  [
    { private_cluster_config: [{ master_ipv4_cidr_block: '10.9.0.0/24' }] },
    'private_cluster_config.master_ipv4_cidr_block: "master_ipv4_cidr_block" ("10.9.0.0/24") must be an IPv4 range with the prefix /28',
  ],
  [
    {
      maintenance_policy: [
        { daily_maintenance_window: [{ start_time: '03:00' }], recurring_window: [WINDOW] },
      ],
    },
    'maintenance_policy.daily_maintenance_window: one of [maintenance_policy.daily_maintenance_window, ' +
      'maintenance_policy.recurring_window] must be written, maintenance_policy.daily_maintenance_window and ' +
      'maintenance_policy.recurring_window are written',
  ],
  [
    { maintenance_policy: [{ maintenance_exclusion: [RULES] }] },
    'maintenance_policy.daily_maintenance_window: one of [maintenance_policy.daily_maintenance_window, ' +
      'maintenance_policy.recurring_window] must be written, none is written',
  ],
  [
    { maintenance_policy: [{ daily_maintenance_window: [{ start_time: '3 am' }] }] },
    'maintenance_policy.daily_maintenance_window.start_time: "start_time" ("3 am") must be a time like 03:00',
  ],
  [
    { maintenance_policy: [{ recurring_window: [{ ...WINDOW, end_time: '2027-01-13 16:00' }] }] },
    'maintenance_policy.recurring_window.end_time: "end_time" ("2027-01-13 16:00") must be a date and time of RFC 3339, like 2027-01-13T10:00:00Z',
  ],
  [
    {
      maintenance_policy: [
        {
          recurring_window: [WINDOW],
          maintenance_exclusion: [{ ...RULES, exclusion_options: [{ scope: 'NOTHING' }] }],
        },
      ],
    },
    'maintenance_policy.maintenance_exclusion.exclusion_options.scope: expected scope to be one of ["NO_UPGRADES", ' +
      '"NO_MINOR_UPGRADES", "NO_MINOR_OR_NODE_UPGRADES"], got NOTHING',
  ],
  [
    { release_channel: [{ channel: 'FAST' }] },
    'release_channel.channel: expected channel to be one of ["UNSPECIFIED", "RAPID", "REGULAR", "STABLE", "EXTENDED"], got FAST',
  ],
  [
    { gateway_api_config: [{ channel: 'STANDARD' }] },
    'gateway_api_config.channel: expected channel to be one of ["CHANNEL_DISABLED", "CHANNEL_EXPERIMENTAL", "CHANNEL_STANDARD"], got STANDARD',
  ],
  [
    { anonymous_authentication_config: [{ mode: 'DISABLED' }] },
    'anonymous_authentication_config.mode: expected mode to be one of ["ENABLED", "LIMITED"], got DISABLED',
  ],
  [
    { node_pool_defaults: [{ node_config_defaults: [{ insecure_kubelet_readonly_port_enabled: 'false' }] }] },
    'node_pool_defaults.node_config_defaults.insecure_kubelet_readonly_port_enabled: ' +
      'expected insecure_kubelet_readonly_port_enabled to be one of ["FALSE", "TRUE"], got false',
  ],
  [
    { ip_allocation_policy: [{ cluster_secondary_range_name: 'pods', cluster_ipv4_cidr_block: '/16' }] },
    'ip_allocation_policy.cluster_secondary_range_name: "ip_allocation_policy.cluster_secondary_range_name": ' +
      'conflicts with ip_allocation_policy.cluster_ipv4_cidr_block',
  ],
])('The provider refuses %j', (changes, message) => {
  expect(problems(kind, { ...CLUSTER, ...changes })).toEqual([message]);
});

test.each<[string, Attributes]>([
  ['remove_default_node_pool', { remove_default_node_pool: true }],
  ['enable_shielded_nodes', { enable_shielded_nodes: true }],
  ['enable_intranode_visibility', { enable_intranode_visibility: true }],
  ['network_policy', { network_policy: [{ enabled: true }] }],
  [
    'addons_config.network_policy_config',
    { addons_config: [{ network_policy_config: [{ disabled: false }] }] },
  ],
  ['cluster_autoscaling.enabled', { cluster_autoscaling: [{ enabled: true }] }],
  ['default_max_pods_per_node', { default_max_pods_per_node: 64 }],
])('Autopilot does not take %s', (path, changes) => {
  expect(problems(kind, { ...AUTOPILOT, ...changes })).toEqual([
    `${path}: "${path}": conflicts with enable_autopilot`,
  ]);
  expect(problems(kind, { ...AUTOPILOT, ...changes, enable_autopilot: UNKNOWN })).toEqual([]);
});

test('Of what is unknown yet, nothing is said', () => {
  const config = {
    name: UNKNOWN,
    release_channel: [{ channel: UNKNOWN }],
    maintenance_policy: [{ daily_maintenance_window: [{ start_time: UNKNOWN }] }],
    private_cluster_config: [{ enable_private_nodes: UNKNOWN }],
  };
  expect(problems(kind, config)).toEqual([]);
});
