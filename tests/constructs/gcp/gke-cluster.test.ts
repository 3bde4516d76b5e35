import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { GkeClusterProps } from '../../../constructs/gcp/gke-cluster';
import { GkeCluster } from '../../../constructs/gcp/gke-cluster';
import { clusterProps } from './a-cluster';
import type { Block } from './synth-construct';
import { synthConstruct } from './synth-construct';

const cluster = (change: Partial<GkeClusterProps> = {}): Block =>
  synthConstruct((stack) => {
    new GkeCluster(stack, 'cluster', { ...clusterProps(stack), ...change });
  }).one('google_container_cluster');

test('A Standard cluster is told this much and no more', () => {
  expect(cluster()).toEqual({
    project: '${local.given_project}',
    name: 'w255-spring27-c1',
    location: 'us-west1',
    resource_labels: { cohort: 'w255-spring27' },
    release_channel: { channel: 'REGULAR' },
    maintenance_policy: {
      recurring_window: {
        start_time: '2027-01-02T10:00:00Z',
        end_time: '2027-01-02T18:00:00Z',
        recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
      },
      maintenance_exclusion: [],
    },
    deletion_protection: false,
    timeouts: { create: '60m', update: '60m', delete: '60m' },
    depends_on: ['terraform_data.standing'],
    network: expect.stringMatching(/^\$\{google_compute_network\.\w+\.self_link\}$/),
    subnetwork: expect.stringMatching(/^\$\{google_compute_subnetwork\.\w+\.self_link\}$/),
    networking_mode: 'VPC_NATIVE',
    datapath_provider: 'ADVANCED_DATAPATH',
    ip_allocation_policy: {
      cluster_secondary_range_name: 'pods',
      services_secondary_range_name: 'services',
      stack_type: 'IPV4',
    },
    private_cluster_config: { enable_private_nodes: true, enable_private_endpoint: true },
    control_plane_endpoints_config: {
      dns_endpoint_config: { allow_external_traffic: true },
      ip_endpoints_config: { enabled: false },
    },
    gateway_api_config: { channel: 'CHANNEL_STANDARD' },
    enable_l4_ilb_subsetting: true,
    workload_identity_config: { workload_pool: 'w255-spring27-c1.svc.id.goog' },
    rbac_binding_config: {
      enable_insecure_binding_system_authenticated: false,
      enable_insecure_binding_system_unauthenticated: false,
    },
    anonymous_authentication_config: { mode: 'LIMITED' },
    master_auth: { client_certificate_config: { issue_client_certificate: false } },
    enable_legacy_abac: false,
    security_posture_config: { mode: 'BASIC', vulnerability_mode: 'VULNERABILITY_DISABLED' },
    cost_management_config: { enabled: true },
    logging_config: { enable_components: ['SYSTEM_COMPONENTS', 'WORKLOADS'] },
    monitoring_config: { enable_components: ['SYSTEM_COMPONENTS'], managed_prometheus: { enabled: true } },
    remove_default_node_pool: true,
    initial_node_count: 1,
    enable_shielded_nodes: true,
    service_external_ips_config: { enabled: false },
    vertical_pod_autoscaling: { enabled: false },
    node_pool_defaults: {
      node_config_defaults: {
        insecure_kubelet_readonly_port_enabled: 'FALSE',
        gcfs_config: { enabled: true },
      },
    },
    addons_config: {
      gce_persistent_disk_csi_driver_config: { enabled: true },
      dns_cache_config: { enabled: true },
      http_load_balancing: { disabled: false },
      horizontal_pod_autoscaling: { disabled: false },
    },
  });
});

test('Zones and the group of groups are passed on, zones in order', () => {
  expect(
    cluster({
      nodeLocations: ['us-west1-b', 'us-west1-a'],
      securityGroup: 'gke-security-groups@example.edu',
    }),
  ).toMatchObject({
    node_locations: ['us-west1-a', 'us-west1-b'],
    authenticator_groups_config: { security_group: 'gke-security-groups@example.edu' },
  });
});

test('Name and location are known now; reference and endpoint come from the cluster', () => {
  let made: GkeCluster | undefined;
  const out = synthConstruct((stack) => {
    made = new GkeCluster(stack, 'cluster', clusterProps(stack));
    new ServiceAccount(stack, 'user', {
      accountId: 'user',
      displayName: made.ref,
      description: made.endpoint,
      dependsOn: [made.ready],
    });
  });
  expect([made?.name, made?.location]).toEqual(['w255-spring27-c1', 'us-west1']);
  const address = `google_container_cluster.${out.addresses('google_container_cluster')[0]}`;
  expect(out.one('google_service_account')).toMatchObject({
    display_name: `\${${address}.name}`,
    description: `\${${address}.control_plane_endpoints_config[0].dns_endpoint_config[0].endpoint}`,
    depends_on: [address],
  });
});
