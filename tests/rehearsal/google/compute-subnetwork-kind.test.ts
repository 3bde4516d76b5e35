import { computeNetworkKind } from '../../../src/rehearsal/google/compute-network-kind';
import { computeSubnetworkKind as kind } from '../../../src/rehearsal/google/compute-subnetwork-kind';
import { containerClusterKind } from '../../../src/rehearsal/google/container-cluster-kind';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { change, destroy, make, problems, read, refusal } from './foundation-cloud';
import { CLUSTER, NETWORK, SUBNETWORK, SUBNETWORK_LINK, emptyLab, labCloud } from './lab-cloud';

const PATH = 'projects/w255-c1/regions/us-west1/subnetworks/labs-us-west1';
const OTHER = { ...SUBNETWORK, name: 'other', ip_cidr_range: '10.1.0.0/22', secondary_ip_range: [] };

test('A subnetwork has its links and the address of its gateway', () => {
  const cloud = emptyLab();
  make(cloud, computeNetworkKind, NETWORK);
  expect(make(cloud, kind, SUBNETWORK)).toMatchObject({
    id: PATH,
    self_link: SUBNETWORK_LINK,
    gateway_address: '10.0.0.1',
    purpose: 'PRIVATE',
    stack_type: 'IPV4_ONLY',
    enable_flow_logs: true,
  });
});

test('A subnetwork needs its network', () => {
  expect(refusal(() => make(emptyLab(), kind, SUBNETWORK))).toBe(
    "404 The resource 'projects/w255-c1/global/networks/labs' was not found",
  );
});

test('A region that the configuration leaves out is the provider’s', () => {
  expect(kind.plan({ ...SUBNETWORK, region: UNKNOWN }, { region: 'us-east1' })).toEqual({
    region: 'us-east1',
  });
});

test.each([
  [
    { ip_cidr_range: '10.0.2.0/24' },
    "10.0.2.0/24 (primary range of subnetwork 'other') conflicts with 10.0.0.0/22 (primary range of subnetwork 'labs-us-west1')",
  ],
  [
    { secondary_ip_range: [{ range_name: 'more', ip_cidr_range: '10.4.128.0/17' }] },
    "10.4.128.0/17 (secondary range 'more' of subnetwork 'other') conflicts with 10.4.0.0/16 (secondary range 'pods' of subnetwork 'labs-us-west1')",
  ],
  [
    { secondary_ip_range: [{ range_name: 'own', ip_cidr_range: '10.1.1.0/24' }] },
    "10.1.1.0/24 (secondary range 'own' of subnetwork 'other') conflicts with 10.1.0.0/22 (primary range of subnetwork 'other')",
  ],
])('Ranges of a network do not overlap, and the message names both: %j', (changes, message) => {
  expect(refusal(() => make(labCloud(), kind, { ...OTHER, ...changes }))).toBe(
    `400 Invalid IPCidrRange: ${message}`,
  );
});

test('Ranges of another network may be the same', () => {
  const cloud = labCloud();
  make(cloud, computeNetworkKind, { ...NETWORK, name: 'second' });
  expect(make(cloud, kind, { ...SUBNETWORK, name: 'second', network: 'second' })).toMatchObject({
    ip_cidr_range: '10.0.0.0/22',
  });
});

test('A range that is none is refused', () => {
  expect(refusal(() => make(labCloud(), kind, { ...OTHER, ip_cidr_range: '10.1.0.1/22' }))).toBe(
    "400 Invalid value for field 'resource.ipCidrRange': '10.1.0.1/22'. Must be an IPv4 range in CIDR notation without bits after its prefix",
  );
  expect(refusal(() => make(labCloud(), kind, { ...OTHER, ip_cidr_range: null }))).toBe(
    "400 Invalid value for field 'resource.ipCidrRange': ''. A subnetwork has a primary IPv4 range",
  );
});

test('The same name again is a conflict of names, not of ranges', () => {
  expect(refusal(() => make(labCloud(), kind, SUBNETWORK))).toBe(`409 ${PATH} already exists`);
});

test('A primary range can grow around what it was, and nothing else', () => {
  const cloud = labCloud();
  const state = read(cloud, kind, SUBNETWORK)!;
  expect(change(cloud, kind, state, { ip_cidr_range: '10.0.0.0/20' })).toMatchObject({
    ip_cidr_range: '10.0.0.0/20',
  });
  expect(read(cloud, kind, SUBNETWORK)).toMatchObject({ ip_cidr_range: '10.0.0.0/20' });
  const grown = read(cloud, kind, SUBNETWORK)!;
  expect(refusal(() => change(cloud, kind, grown, { ip_cidr_range: '10.0.0.0/22' }))).toBe(
    "400 Invalid value for field 'resource.ipCidrRange': '10.0.0.0/22'. New ipCidrRange must contain '10.0.0.0/20'",
  );
});

test('Flow logs take a part of the flows, not more than all', () => {
  expect(refusal(() => make(labCloud(), kind, { ...OTHER, log_config: [{ flow_sampling: 1.5 }] }))).toBe(
    "400 Invalid value for field 'resource.logConfig.flowSampling': '1.5'. Must be between 0 and 1",
  );
});

test('A subnetwork stays while a cluster is in it, and says which', () => {
  const cloud = labCloud();
  make(cloud, containerClusterKind, CLUSTER);
  expect(refusal(() => destroy(cloud, kind, SUBNETWORK))).toBe(
    `400 The subnetwork resource '${PATH}' is already being used by 'projects/w255-c1/locations/us-west1/clusters/w255-c1'`,
  );
  destroy(cloud, containerClusterKind, CLUSTER);
  destroy(cloud, kind, SUBNETWORK);
  expect(read(cloud, kind, SUBNETWORK)).toBeUndefined();
});

test('The provider knows names, stacks and intervals', () => {
  const config = {
    ...SUBNETWORK,
    name: 'Labs',
    stack_type: 'IPV5',
    log_config: [{ aggregation_interval: '5s' }],
  };
  expect(problems(kind, config)).toEqual([
    'name: "name" ("Labs") doesn\'t match regexp "^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$"',
    'stack_type: expected stack_type to be one of ["IPV4_ONLY", "IPV4_IPV6", "IPV6_ONLY"], got IPV5',
    'log_config.aggregation_interval: expected aggregation_interval to be one of ["INTERVAL_5_SEC", "INTERVAL_30_SEC", ' +
      '"INTERVAL_1_MIN", "INTERVAL_5_MIN", "INTERVAL_10_MIN", "INTERVAL_15_MIN"], got 5s',
  ]);
});
