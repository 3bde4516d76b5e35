import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { AutopilotClusterProps } from '../../../constructs/gcp/autopilot-cluster';
import { AutopilotCluster } from '../../../constructs/gcp/autopilot-cluster';
import { GkeCluster } from '../../../constructs/gcp/gke-cluster';
import { serviceAccountEmailRef } from '../../../constructs/gcp/refs';
import { clusterProps } from './a-cluster';
import type { Block } from './synth-construct';
import { reference, synthConstruct } from './synth-construct';

const cluster = (change: Partial<AutopilotClusterProps> = {}): Block =>
  synthConstruct((stack) => {
    new AutopilotCluster(stack, 'cluster', { ...clusterProps(stack), ...change });
  }).one('google_container_cluster');

test('An Autopilot cluster has what is its own', () => {
  expect(cluster()).toMatchObject({
    enable_autopilot: true,
    allow_net_admin: false,
    vertical_pod_autoscaling: { enabled: true },
    node_pool_auto_config: { node_kubelet_config: { insecure_kubelet_readonly_port_enabled: 'FALSE' } },
    addons_config: {
      http_load_balancing: { disabled: false },
      horizontal_pod_autoscaling: { disabled: false },
    },
  });
});

test('The group of groups is passed on', () => {
  expect(cluster({ securityGroup: 'gke-security-groups@example.edu' })).toMatchObject({
    authenticator_groups_config: { security_group: 'gke-security-groups@example.edu' },
  });
});

test.each([
  'authenticator_groups_config',
  'remove_default_node_pool',
  'initial_node_count',
  'enable_shielded_nodes',
  'enable_intranode_visibility',
  'network_policy',
  'cluster_autoscaling',
  'default_max_pods_per_node',
  'node_pool_defaults',
  'node_locations',
  'description',
])('%s is absent: Autopilot conflicts with it or decides it alone', (attribute) => {
  expect(cluster()).not.toHaveProperty(attribute);
});

test('Every guard of a Standard cluster is on an Autopilot cluster too', () => {
  const standard = synthConstruct((stack) => {
    new GkeCluster(stack, 'cluster', clusterProps(stack));
  }).one('google_container_cluster');
  const ofStandardOnly = [
    'remove_default_node_pool',
    'initial_node_count',
    'enable_shielded_nodes',
    'service_external_ips_config',
    'vertical_pod_autoscaling',
    'node_pool_defaults',
    'addons_config',
  ];
  const shared = Object.fromEntries(
    Object.entries(standard).filter(([key]) => !ofStandardOnly.includes(key)),
  );
  expect(Object.keys(shared)).toHaveLength(Object.keys(standard).length - ofStandardOnly.length);
  expect(cluster()).toMatchObject(shared);
});

test('Nodes run as the given account', () => {
  const out = synthConstruct((stack) => {
    const serviceAccountEmail = serviceAccountEmailRef(reference(stack, 'email'));
    new AutopilotCluster(stack, 'cluster', { ...clusterProps(stack), serviceAccountEmail });
  });
  expect(out.one('google_container_cluster')['cluster_autoscaling']).toEqual({
    auto_provisioning_defaults: { service_account: '${local.given_email}' },
  });
});

test('Name and location are known now; reference and endpoint come from the cluster', () => {
  let made: AutopilotCluster | undefined;
  const out = synthConstruct((stack) => {
    made = new AutopilotCluster(stack, 'cluster', clusterProps(stack));
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
