import type { LabNetworkProps } from '../../../constructs/gcp/lab-network';
import { LabNetwork } from '../../../constructs/gcp/lab-network';
import { aProject, standing, synthConstruct } from './synth-construct';

let network: LabNetwork;
const out = synthConstruct((stack) => {
  const props: Required<LabNetworkProps> = {
    project: aProject(stack),
    region: 'us-west1',
    nodesCidr: '10.0.0.0/20',
    podsCidr: '10.4.0.0/14',
    servicesCidr: '10.8.0.0/20',
    dependsOn: [standing(stack)],
  };
  network = new LabNetwork(stack, 'network', props);
});
const link = expect.stringMatching(/^\$\{google_compute_network\.network_Network_\w+\.self_link\}$/);

test('A network is a VPC, a subnetwork, a router with NAT and three firewall rules', () => {
  expect(out.counts()).toEqual({
    google_compute_network: 1,
    google_compute_subnetwork: 1,
    google_compute_router: 1,
    google_compute_router_nat: 1,
    google_compute_firewall: 3,
  });
});

test('Everything is in the given project', () => {
  for (const type of Object.keys(out.counts())) {
    expect(out.all(type).map((block) => block['project'])).toEqual(
      out.all(type).map(() => '${local.given_project}'),
    );
  }
});

test('The VPC has no subnetworks of its own making and no description, which would replace it', () => {
  expect(out.one('google_compute_network')).toEqual({
    project: '${local.given_project}',
    name: 'labs',
    auto_create_subnetworks: false,
    routing_mode: 'REGIONAL',
    depends_on: ['terraform_data.standing'],
  });
});

test('The subnetwork has ranges for nodes, pods and services, reaches Google privately and samples its flows', () => {
  expect(out.one('google_compute_subnetwork')).toEqual({
    project: '${local.given_project}',
    region: 'us-west1',
    name: 'labs-us-west1',
    network: link,
    ip_cidr_range: '10.0.0.0/20',
    secondary_ip_range: [
      { range_name: 'pods', ip_cidr_range: '10.4.0.0/14' },
      { range_name: 'services', ip_cidr_range: '10.8.0.0/20' },
    ],
    stack_type: 'IPV4_ONLY',
    private_ip_google_access: true,
    log_config: {
      aggregation_interval: 'INTERVAL_10_MIN',
      flow_sampling: 0.1,
      metadata: 'INCLUDE_ALL_METADATA',
    },
  });
});

test('NAT serves every range with ports by need and logs errors only', () => {
  expect(out.one('google_compute_router')).toMatchObject({ name: 'labs', region: 'us-west1', network: link });
  expect(out.one('google_compute_router_nat')).toEqual({
    project: '${local.given_project}',
    region: 'us-west1',
    name: 'labs',
    router: expect.stringMatching(/^\$\{google_compute_router\.network_Router_\w+\.name\}$/),
    nat_ip_allocate_option: 'AUTO_ONLY',
    source_subnetwork_ip_ranges_to_nat: 'ALL_SUBNETWORKS_ALL_IP_RANGES',
    enable_dynamic_port_allocation: true,
    enable_endpoint_independent_mapping: false,
    min_ports_per_vm: 128,
    max_ports_per_vm: 8192,
    log_config: { enable: true, filter: 'ERRORS_ONLY' },
  });
});

test('The ports of NAT are powers of two', () => {
  const nat = out.one('google_compute_router_nat');
  for (const ports of [nat['min_ports_per_vm'], nat['max_ports_per_vm']]) {
    expect(Math.log2(ports as number) % 1).toBe(0);
  }
});

test('Everything from anywhere is denied and logged, after all other rules', () => {
  expect(out.where('google_compute_firewall', 'name', 'labs-deny-all')).toEqual({
    project: '${local.given_project}',
    name: 'labs-deny-all',
    network: link,
    direction: 'INGRESS',
    priority: 65534,
    source_ranges: ['0.0.0.0/0'],
    deny: [{ protocol: 'all' }],
    log_config: { metadata: 'EXCLUDE_ALL_METADATA' },
  });
});

test('Nodes and pods reach each other', () => {
  expect(out.where('google_compute_firewall', 'name', 'labs-allow-internal')).toEqual({
    project: '${local.given_project}',
    name: 'labs-allow-internal',
    network: link,
    direction: 'INGRESS',
    priority: 1000,
    source_ranges: ['10.0.0.0/20', '10.4.0.0/14'],
    allow: [{ protocol: 'all' }],
  });
});

test('Google’s health checks and proxies reach pods, and nothing else', () => {
  expect(out.where('google_compute_firewall', 'name', 'labs-allow-google-front-ends')).toEqual({
    project: '${local.given_project}',
    name: 'labs-allow-google-front-ends',
    network: link,
    direction: 'INGRESS',
    priority: 1000,
    source_ranges: ['130.211.0.0/22', '35.191.0.0/16'],
    destination_ranges: ['10.4.0.0/14'],
    allow: [{ protocol: 'tcp' }],
  });
});

test('No rule but the deny takes traffic from everywhere', () => {
  const open = out
    .all('google_compute_firewall')
    .filter((rule) => (rule['source_ranges'] as string[]).includes('0.0.0.0/0'));
  expect(open.map((rule) => rule['name'])).toEqual(['labs-deny-all']);
});

test('The names of the secondary ranges are known before apply', () => {
  expect([network.podsRange, network.servicesRange]).toEqual(['pods', 'services']);
});
