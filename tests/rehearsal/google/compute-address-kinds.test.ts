import {
  computeAddressKind,
  computeGlobalAddressKind as kind,
} from '../../../src/rehearsal/google/compute-address-kinds';
import { containerClusterKind } from '../../../src/rehearsal/google/container-cluster-kind';
import { recordClusterSideEffect } from '../../../src/rehearsal/google/gke-leftovers';
import { destroy, make, problems, refusal } from './foundation-cloud';
import { CLUSTER, PROJECT_ID, SUBNETWORK_LINK, emptyLab, labCloud } from './lab-cloud';

const ADDRESS = { project: PROJECT_ID, name: 'labs-gateway', address_type: 'EXTERNAL' };

test('A global address is an example that follows from its name', () => {
  const state = make(emptyLab(), kind, ADDRESS);
  expect(state).toMatchObject({
    id: 'projects/w255-c1/global/addresses/labs-gateway',
    self_link: 'https://www.googleapis.com/compute/v1/projects/w255-c1/global/addresses/labs-gateway',
  });
  expect(state['address']).toMatch(/^(?:203\.0\.113|198\.51\.100)\.(?!0$|255$)\d+$/);
  expect(make(emptyLab(), kind, ADDRESS)['address']).toBe(state['address']);
});

test('No two addresses of a project are the same', () => {
  const cloud = emptyLab();
  const names = Array.from({ length: 300 }, (_, index) => `address-${index}`);
  const addresses = names.map((name) => make(cloud, kind, { ...ADDRESS, name })['address']);
  expect(new Set(addresses).size).toBe(300);
});

test('An address stays while a Gateway listens on it', () => {
  const cloud = labCloud();
  const state = make(cloud, kind, ADDRESS);
  const cluster = containerClusterKind.assetName!(make(cloud, containerClusterKind, CLUSTER));
  recordClusterSideEffect(cloud, cluster, {
    kind: 'forwarding rule',
    name: 'gkegw1-labs',
    why: 'Gateway practicum-system/labs',
    address: String(state['address']),
  });
  expect(refusal(() => destroy(cloud, kind, state))).toBe(
    "400 The address resource 'projects/w255-c1/global/addresses/labs-gateway' is already being used by " +
      "'projects/w255-c1/global/forwardingRules/gkegw1-labs'",
  );
});

test('An internal address is in its subnetwork', () => {
  const internal = { ...ADDRESS, region: 'us-west1', address_type: 'INTERNAL', subnetwork: SUBNETWORK_LINK };
  expect(make(labCloud(), computeAddressKind, internal)['address']).toMatch(/^10\.0\.[0-3]\.\d+$/);
  expect(refusal(() => make(labCloud(), computeAddressKind, { ...internal, address: '10.9.0.5' }))).toBe(
    "400 Invalid value for field 'resource.address': '10.9.0.5'. It is not in the range 10.0.0.0/22",
  );
  expect(refusal(() => make(labCloud(), computeAddressKind, { ...internal, subnetwork: 'none' }))).toBe(
    "404 The resource 'projects/w255-c1/regions/us-west1/subnetworks/none' was not found",
  );
});

test('The provider knows types of addresses and tiers', () => {
  expect(problems(computeAddressKind, { ...ADDRESS, address_type: 'PUBLIC', network_tier: 'BASIC' })).toEqual(
    [
      'address_type: expected address_type to be one of ["EXTERNAL", "INTERNAL"], got PUBLIC',
      'network_tier: expected network_tier to be one of ["PREMIUM", "STANDARD"], got BASIC',
    ],
  );
});
