import { projectKind } from '../../../src/rehearsal/google/project-kind';
import { billingAccountName, projectName } from '../../../src/rehearsal/provider/cloud-names';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import {
  ACCOUNT,
  FOLDER,
  PROJECT,
  change,
  foundationCloud,
  make,
  problems,
  projectCloud,
  refusal,
} from './foundation-cloud';

const refused = (attributes: object, cloud = foundationCloud()) =>
  refusal(() => make(cloud, projectKind, { ...PROJECT, ...attributes }));

test('The provider refuses what it can see is wrong', () => {
  expect(problems(projectKind, { ...PROJECT, project_id: 'W255', name: 'abc', deletion_policy: 'KEEP', org_id: '1' })).toEqual([
    'project_id: "W255" is not a project id: 6 to 30 lower-case letters, digits and hyphens, first a letter, last no hyphen',
    'name: "abc" is not a project name: 4 to 30 letters, digits, hyphens, quotes, spaces and exclamation marks',
    'deletion_policy: expected deletion_policy to be one of PREVENT, ABANDON, DELETE, got KEEP',
    'org_id: "org_id" conflicts with "folder_id": a project stands in an organization or in a folder',
  ]);
}); // prettier-ignore

test('The provider says nothing of what is right, not given or not known yet', () => {
  expect(problems(projectKind, PROJECT)).toEqual([]);
  expect(problems(projectKind, { name: 'What\'s "new" 255!' })).toEqual([]);
  expect(problems(projectKind, { project_id: UNKNOWN, name: UNKNOWN, deletion_policy: UNKNOWN, folder_id: UNKNOWN })).toEqual([]);
}); // prettier-ignore

test('The provider passes an id of 31 characters, which Google refuses', () => {
  const id = 'a'.repeat(31);
  expect(problems(projectKind, { ...PROJECT, project_id: id })).toEqual([]);
  const form =
    'is not allowed: 6 to 30 lower-case letters, digits and hyphens, first a letter, last no hyphen, ' +
    'without the words google, ssl, null and undefined';
  expect(refused({ project_id: id })).toBe(`400 Project id "${id}" ${form}`);
  expect(refused({ project_id: 'short' })).toBe(`400 Project id "short" ${form}`);
  expect(refused({ project_id: 'labs-' + 'google' })).toBe(`400 Project id "labs-google" ${form}`);
  expect(
    make(foundationCloud(), projectKind, { ...PROJECT, project_id: 'a'.repeat(30) })['id'],
  ).toBeDefined();
});

test('An id that somebody has is taken', () => {
  expect(refused({}, projectCloud())).toBe(
    '409 Requested entity already exists: project id "w255-c1" is taken, and an id is unique in all of Google Cloud',
  );
});

test('The parent stands, and there is one', () => {
  expect(refused({ folder_id: '999' })).toBe(
    '404 Folder 999 was not found: projects are made in a folder that stands',
  );
  expect(refused({ folder_id: null, org_id: '42' })).toBe('404 Organization 42 was not found');
  expect(refused({ folder_id: null })).toBe(
    '400 Project w255-c1 has no parent, and a service account cannot make such a project: write folder_id or org_id',
  );
});

test('The billing account stands and is open', () => {
  expect(refused({ billing_account: '000000-000000-000000' })).toBe(
    '404 Billing account 000000-000000-000000 was not found, or the caller may not link projects to it ' +
      '(billing.resourceAssociations.create)',
  );
  const cloud = foundationCloud();
  cloud.change(billingAccountName(ACCOUNT), { data: { open: false } });
  expect(refused({}, cloud)).toBe(`400 Billing account ${ACCOUNT} is closed: no project can be linked to it`);
});

test('Deleting the default network needs a service that needs billing', () => {
  expect(refused({ billing_account: null })).toBe(
    '400 Billing must be enabled for activation of service "compute.googleapis.com" in project w255-c1: ' +
      'give the google_project a billing_account (UREQ_PROJECT_BILLING_NOT_FOUND)',
  );
  const cloud = foundationCloud();
  make(cloud, projectKind, { ...PROJECT, billing_account: null, auto_create_network: true });
  expect(cloud.tryFind(projectName('w255-c1'))).toBeDefined();
});

test('A project that changes keeps to the same rules, except that its id is its own', () => {
  const cloud = projectCloud();
  expect(change(cloud, projectKind, PROJECT, { billing_account: null })['billing_account']).toBeNull();
  expect(refusal(() => change(cloud, projectKind, PROJECT, { folder_id: '999' }))).toBe(
    '404 Folder 999 was not found: projects are made in a folder that stands',
  );
  expect(change(cloud, projectKind, PROJECT, { folder_id: FOLDER })['folder_id']).toBe(FOLDER);
});

test('A project that was refused is not there', () => {
  const cloud = foundationCloud();
  const before = cloud.list();
  refused({ billing_account: null }, cloud);
  expect(cloud.list()).toEqual(before);
});
