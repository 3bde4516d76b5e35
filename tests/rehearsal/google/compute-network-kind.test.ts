import { computeFirewallKind } from '../../../src/rehearsal/google/compute-firewall-kind';
import { computeNetworkKind as kind } from '../../../src/rehearsal/google/compute-network-kind';
import { serviceName } from '../../../src/rehearsal/provider/cloud-names';
import { destroy, importOf, make, problems, read, refusal } from './foundation-cloud';
import { NETWORK, NETWORK_LINK, PROJECT_ID, emptyLab, labCloud } from './lab-cloud';

const PATH = 'projects/w255-c1/global/networks/labs';

test('A network has its links, and what Google fills in', () => {
  const state = make(emptyLab(), kind, NETWORK);
  expect(state).toMatchObject({
    ...NETWORK,
    id: PATH,
    self_link: NETWORK_LINK,
    bgp_best_path_selection_mode: 'LEGACY',
  });
  expect(state['network_id']).toBe(state['numeric_id']);
});

test('A network needs the Compute API', () => {
  const cloud = emptyLab();
  cloud.remove(serviceName(PROJECT_ID, 'compute.googleapis.com'));
  expect(refusal(() => make(cloud, kind, NETWORK))).toBe(
    '403 compute.googleapis.com has not been used in project w255-c1 before or it is disabled; ' +
      'enable it with a google_project_service and let this resource depend on it (SERVICE_DISABLED)',
  );
});

test('A name is taken once in a project', () => {
  const cloud = emptyLab();
  make(cloud, kind, NETWORK);
  expect(refusal(() => make(cloud, kind, NETWORK))).toBe(`409 ${PATH} already exists`);
});

test('A name has the form that Compute Engine asks for', () => {
  expect(refusal(() => make(emptyLab(), kind, { ...NETWORK, name: 'Labs' }))).toBe(
    "400 Invalid value for field 'resource.name': 'Labs'. Must be a match of regex '^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$'",
  );
});

test('The provider knows routing modes and sizes of packets', () => {
  expect(problems(kind, { ...NETWORK, routing_mode: 'LOCAL', mtu: 100 })).toEqual([
    'routing_mode: expected routing_mode to be one of ["REGIONAL", "GLOBAL"], got LOCAL',
    'mtu: expected mtu to be in the range (1300 - 8896), got 100',
  ]);
});

test('A network stays while something is in it, and says what', () => {
  const cloud = labCloud();
  expect(refusal(() => destroy(cloud, kind, NETWORK))).toBe(
    `400 The network resource '${PATH}' is already being used by 'projects/w255-c1/regions/us-west1/subnetworks/labs-us-west1'`,
  );
  const alone = emptyLab();
  make(alone, kind, NETWORK);
  const rule = { project: PROJECT_ID, name: 'labs-deny', network: 'labs', deny: [{ protocol: 'all' }] };
  make(alone, computeFirewallKind, rule);
  expect(refusal(() => destroy(alone, kind, NETWORK))).toBe(
    `400 The network resource '${PATH}' is already being used by 'projects/w255-c1/global/firewalls/labs-deny'`,
  );
  destroy(alone, computeFirewallKind, rule);
  destroy(alone, kind, NETWORK);
  expect(read(alone, kind, NETWORK)).toBeUndefined();
});

test('A network is imported by its path or its name', () => {
  const cloud = emptyLab();
  make(cloud, kind, NETWORK);
  const imported = importOf(cloud, kind, PATH);
  expect(imported).toMatchObject({ self_link: NETWORK_LINK, delete_default_routes_on_create: false });
  expect(importOf(cloud, kind, 'w255-c1/labs')).toEqual(imported);
});
