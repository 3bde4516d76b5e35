import { projectKind } from '../../../src/rehearsal/google/project-kind';
import { projectServiceKind } from '../../../src/rehearsal/google/project-service-kind';
import { networkName, serviceName } from '../../../src/rehearsal/provider/cloud-names';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import {
  PROJECT,
  destroy,
  foundationCloud,
  importOf,
  make,
  problems,
  projectCloud,
  read,
  refusal,
} from './foundation-cloud';

const DNS = { project: 'w255-c1', service: 'dns.googleapis.com', disable_on_destroy: true };
const COMPUTE = { project: 'w255-c1', service: 'compute.googleapis.com' };
const name = (service: string) => serviceName('w255-c1', service);

test('A service is switched on, in the project of the provider if none is written', () => {
  const cloud = projectCloud();
  expect(make(cloud, projectServiceKind, { ...DNS, project: UNKNOWN }, { project: 'w255-c1' })).toEqual({
    ...DNS,
    id: 'w255-c1/dns.googleapis.com',
  });
  expect(cloud.find(name('dns.googleapis.com'))).toMatchObject({ project: 'w255-c1', madeBy: 'terraform' });
  expect(projectServiceKind.plan({ project: UNKNOWN }, { project: 'w255-c1' })).toEqual({
    project: 'w255-c1',
  });
});

test('Switching on what is on already is fine', () => {
  const cloud = projectCloud();
  make(cloud, projectServiceKind, DNS);
  expect(make(cloud, projectServiceKind, DNS)['id']).toBe('w255-c1/dns.googleapis.com');
});

test('A destroyed service is switched off, unless it says otherwise', () => {
  const cloud = projectCloud();
  const state = make(cloud, projectServiceKind, DNS);
  destroy(cloud, projectServiceKind, { ...state, disable_on_destroy: false });
  expect(read(cloud, projectServiceKind, state)).toBeDefined();
  destroy(cloud, projectServiceKind, state);
  expect(read(cloud, projectServiceKind, state)).toBeUndefined();
});

test('The project must stand', () => {
  expect(refusal(() => make(foundationCloud(), projectServiceKind, DNS))).toBe(
    "404 Project w255-c1 was not found, so dns.googleapis.com cannot be switched on: refer to the google_project's project_id",
  );
});

test('Some services need billing', () => {
  const cloud = foundationCloud();
  make(cloud, projectKind, { ...PROJECT, billing_account: null, auto_create_network: true });
  make(cloud, projectServiceKind, DNS);
  expect(refusal(() => make(cloud, projectServiceKind, COMPUTE))).toBe(
    '400 Billing must be enabled for activation of service "compute.googleapis.com" in project w255-c1: ' +
      'give the google_project a billing_account (UREQ_PROJECT_BILLING_NOT_FOUND)',
  );
});

test('The Compute API brings the default network, unless the project was made without', () => {
  const network = networkName('w255-c1', 'default');
  const without = projectCloud();
  make(without, projectServiceKind, COMPUTE);
  expect(without.tryFind(network)).toBeUndefined();
  const cloud = foundationCloud();
  make(cloud, projectKind, { ...PROJECT, auto_create_network: true });
  make(cloud, projectServiceKind, DNS);
  expect(cloud.tryFind(network)).toBeUndefined();
  make(cloud, projectServiceKind, COMPUTE);
  expect(cloud.find(network)).toMatchObject({ project: 'w255-c1', madeBy: 'google' });
});

test('A service is written as a domain name that can be asked for', () => {
  expect(problems(projectServiceKind, { service: 'dns' })).toEqual([
    'service: expected dns to be a domain like serviceusage.googleapis.com',
  ]);
  expect(problems(projectServiceKind, { service: 'source.googleapis.com' })).toEqual([
    'service: expected service to not match any of dataproc-control.googleapis.com, source.googleapis.com, ' +
      'stackdriverprovisioning.googleapis.com, bigquery-json.googleapis.com, got source.googleapis.com',
  ]);
  expect(problems(projectServiceKind, DNS)).toEqual([]);
  expect(problems(projectServiceKind, { service: UNKNOWN })).toEqual([]);
  expect(
    refusal(() => make(projectCloud(), projectServiceKind, { ...DNS, service: 'DNS.googleapis.com' })),
  ).toBe('400 Service "DNS.googleapis.com" was not found: write a name such as container.googleapis.com');
});

test('A service is imported by project and name', () => {
  const cloud = projectCloud();
  make(cloud, projectServiceKind, DNS);
  expect(importOf(cloud, projectServiceKind, 'w255-c1/dns.googleapis.com')).toEqual({
    project: 'w255-c1',
    service: 'dns.googleapis.com',
    id: 'w255-c1/dns.googleapis.com',
    disable_on_destroy: null,
    disable_dependent_services: null,
  });
});
