import { computeRouterKind } from '../../../src/rehearsal/google/compute-router-kind';
import { computeRouterNatKind as kind } from '../../../src/rehearsal/google/compute-router-nat-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { destroy, make, problems, read, refusal } from './foundation-cloud';
import { NETWORK_LINK, PROJECT_ID, SUBNETWORK_LINK, emptyLab, labCloud } from './lab-cloud';

const ROUTER = { project: PROJECT_ID, region: 'us-west1', name: 'labs', network: NETWORK_LINK };
const NAT = {
  project: PROJECT_ID,
  region: 'us-west1',
  name: 'labs',
  router: 'labs',
  nat_ip_allocate_option: 'AUTO_ONLY',
  source_subnetwork_ip_ranges_to_nat: 'ALL_SUBNETWORKS_ALL_IP_RANGES',
  enable_dynamic_port_allocation: true,
  enable_endpoint_independent_mapping: false,
  min_ports_per_vm: 128,
  max_ports_per_vm: 8192,
};
const FIELD = "400 Invalid value for field 'resource.nats[labs]";

function routedLab() {
  const cloud = labCloud();
  make(cloud, computeRouterKind, ROUTER);
  return cloud;
}

const refused = (changes: Attributes): string =>
  refusal(() => make(routedLab(), kind, { ...NAT, ...changes }));

test('A router has its links, and needs its network', () => {
  expect(make(labCloud(), computeRouterKind, ROUTER)).toMatchObject({
    id: 'projects/w255-c1/regions/us-west1/routers/labs',
    self_link: 'https://www.googleapis.com/compute/v1/projects/w255-c1/regions/us-west1/routers/labs',
  });
  expect(refusal(() => make(emptyLab(), computeRouterKind, ROUTER))).toBe(
    "404 The resource 'projects/w255-c1/global/networks/labs' was not found",
  );
});

test('A gateway has the id that the provider writes, and needs its router', () => {
  expect(make(routedLab(), kind, NAT)).toMatchObject({
    id: 'w255-c1/us-west1/labs/labs',
    endpoint_types: ['ENDPOINT_TYPE_VM'],
  });
  expect(refusal(() => make(labCloud(), kind, NAT))).toBe(
    "404 The resource 'projects/w255-c1/regions/us-west1/routers/labs' was not found",
  );
});

test.each([
  [{ min_ports_per_vm: 100 }, ".minPortsPerVm': 100 is not a power of two from 32 to 32768"],
  [{ min_ports_per_vm: 16 }, ".minPortsPerVm': 16 is not a power of two from 32 to 32768"],
  [{ max_ports_per_vm: 131_072 }, ".maxPortsPerVm': 131072 is not a power of two from 64 to 65536"],
  [{ min_ports_per_vm: 8192 }, ".minPortsPerVm': 8192 is not below maxPortsPerVm 8192"],
  [{ enable_dynamic_port_allocation: false }, ".maxPortsPerVm': needs enable_dynamic_port_allocation"],
  [
    { enable_endpoint_independent_mapping: true },
    ".enableEndpointIndependentMapping': does not go together with dynamic port allocation",
  ],
  [
    { source_subnetwork_ip_ranges_to_nat: 'LIST_OF_SUBNETWORKS' },
    ".subnetworks': LIST_OF_SUBNETWORKS names at least one subnetwork",
  ],
  [{ nat_ip_allocate_option: 'MANUAL_ONLY' }, ".natIps': MANUAL_ONLY allocation names at least one address"],
])('Google refuses %j', (changes, message) => {
  expect(refused(changes)).toBe(`${FIELD}${message}`);
});

test.each([
  [{ max_ports_per_vm: null }],
  [{ enable_dynamic_port_allocation: false, max_ports_per_vm: null, min_ports_per_vm: 100 }],
])('Google takes %j', (changes) => {
  expect(make(routedLab(), kind, { ...NAT, ...changes })).toMatchObject({ name: 'labs' });
});

test('Subnetworks that are listed stand', () => {
  const listed = (name: string) => ({
    source_subnetwork_ip_ranges_to_nat: 'LIST_OF_SUBNETWORKS',
    subnetwork: [{ name, source_ip_ranges_to_nat: ['ALL_IP_RANGES'] }],
  });
  expect(refused(listed('none'))).toBe(
    "404 The resource 'projects/w255-c1/regions/us-west1/subnetworks/none' was not found",
  );
  expect(make(routedLab(), kind, { ...NAT, ...listed(SUBNETWORK_LINK) })).toMatchObject({ name: 'labs' });
});

test('One gateway of a router serves all subnetworks', () => {
  const cloud = routedLab();
  make(cloud, kind, NAT);
  expect(refusal(() => make(cloud, kind, { ...NAT, name: 'second' }))).toBe(
    "400 Invalid value for field 'resource.nats[second].sourceSubnetworkIpRangesToNat': " +
      "gateway 'labs' serves all subnetworks of this router already",
  );
});

test('A router takes its gateways with it', () => {
  const cloud = routedLab();
  make(cloud, kind, NAT);
  destroy(cloud, computeRouterKind, ROUTER);
  expect(read(cloud, kind, NAT)).toBeUndefined();
});

test('The provider knows ways of allocation, sources and filters', () => {
  expect(
    problems(kind, {
      ...NAT,
      nat_ip_allocate_option: 'AUTO',
      log_config: [{ enable: true, filter: 'SOME' }],
    }),
  ).toEqual([
    'nat_ip_allocate_option: expected nat_ip_allocate_option to be one of ["MANUAL_ONLY", "AUTO_ONLY"], got AUTO',
    'log_config.filter: expected filter to be one of ["ERRORS_ONLY", "TRANSLATIONS_ONLY", "ALL"], got SOME',
  ]);
});
