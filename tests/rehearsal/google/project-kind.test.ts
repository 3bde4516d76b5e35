import { deleteProject, projectData, projectKind } from '../../../src/rehearsal/google/project-kind';
import { billingBudgetKind } from '../../../src/rehearsal/google/billing-budget-kind';
import {
  billingAccountName,
  bucketName,
  projectName,
  serviceName,
} from '../../../src/rehearsal/provider/cloud-names';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import {
  ACCOUNT, ADMIN, DAY, FOLDER, PROJECT, change, destroy, foundationCloud, importOf, make, projectCloud, put, read,
  refusal,
} from './foundation-cloud'; // prettier-ignore

test('A project gets its number, its id and the labels that the provider adds', () => {
  const cloud = foundationCloud();
  const attributes = make(cloud, projectKind, PROJECT);
  const labels = { 'goog-terraform-provisioned': 'true', 'managed-by': 'practicum' };
  expect(attributes).toEqual({
    ...PROJECT,
    id: 'projects/w255-c1',
    number: expect.stringMatching(/^[1-9]\d{11}$/),
    terraform_labels: labels,
    effective_labels: labels,
  });
  expect(cloud.find(projectName('w255-c1')).data).toEqual({
    project_id: 'w255-c1',
    name: 'w255-c1',
    folder_id: FOLDER,
    billing_account: ACCOUNT,
    id: 'projects/w255-c1',
    number: attributes['number'],
    effective_labels: labels,
  });
});

test('A folder may be written with its prefix, and is kept without', () => {
  const attributes = make(foundationCloud(), projectKind, { ...PROJECT, folder_id: `folders/${FOLDER}` });
  expect(attributes['folder_id']).toBe(FOLDER);
  expect(projectKind.plan({ folder_id: `folders/${FOLDER}`, labels: UNKNOWN }, {})).toEqual({
    folder_id: FOLDER,
    terraform_labels: UNKNOWN,
    effective_labels: UNKNOWN,
  });
});

test('A new project has its log buckets, and without a default network the service that deleted it', () => {
  const names = (cloud = projectCloud()) => cloud.inProject('w255-c1').map(({ name }) => name);
  const buckets = ['_Default', '_Required'].map(
    (bucket) => `//logging.googleapis.com/projects/w255-c1/locations/global/buckets/${bucket}`,
  );
  expect(names()).toEqual([...buckets, serviceName('w255-c1', 'compute.googleapis.com')]);
  const other = foundationCloud();
  make(other, projectKind, { ...PROJECT, auto_create_network: true });
  expect(names(other)).toEqual(buckets);
});

test('deletion_policy PREVENT refuses the deletion, also when nothing is written', () => {
  const cloud = projectCloud();
  const message =
    '400 Cannot destroy project w255-c1 as deletion_policy is set to PREVENT: ' +
    'write deletion_policy = "DELETE" and apply it before the destroy';
  expect(refusal(() => destroy(cloud, projectKind, { ...PROJECT, deletion_policy: 'PREVENT' }))).toBe(
    message,
  );
  expect(refusal(() => destroy(cloud, projectKind, { ...PROJECT, deletion_policy: null }))).toBe(message);
});

test('deletion_policy ABANDON leaves the project where it is', () => {
  const cloud = projectCloud();
  destroy(cloud, projectKind, { ...PROJECT, deletion_policy: 'ABANDON' });
  expect(cloud.tryFind(projectName('w255-c1'))).toBeDefined();
});

test('A deleted project takes with it what is in it, and not its budget', () => {
  const cloud = projectCloud();
  put(cloud, { name: bucketName('w255-data'), type: 'storage.googleapis.com/Bucket', data: {} });
  const budget = make(cloud, billingBudgetKind, {
    billing_account: ACCOUNT,
    amount: [{ specified_amount: [{ units: '1' }] }],
    threshold_rules: [{ threshold_percent: 1 }],
  });
  destroy(cloud, projectKind, PROJECT);
  expect(cloud.inProject('w255-c1')).toEqual([]);
  expect(cloud.tryFind(projectName('w255-c1'))).toBeUndefined();
  expect(cloud.childrenOf(billingAccountName(ACCOUNT)).map(({ data }) => data['name'])).toEqual([
    budget['name'],
  ]);
  destroy(cloud, projectKind, PROJECT);
});

test('The id of a deleted project is never free again, the name of its bucket after 30 days', () => {
  const cloud = projectCloud();
  put(cloud, { name: bucketName('w255-data'), type: 'storage.googleapis.com/Bucket', data: {} });
  deleteProject(cloud, 'w255-c1');
  expect(cloud.listTombstones().map(({ asset }) => asset.name)).toEqual([
    projectName('w255-c1'),
    bucketName('w255-data'),
  ]);
  cloud.advanceTo(cloud.now + 365 * DAY);
  expect(cloud.tryFindTombstone(bucketName('w255-data'))).toBeUndefined();
  expect(refusal(() => make(cloud, projectKind, PROJECT))).toBe(
    '409 Requested entity already exists: project id "w255-c1" was of a project deleted on 2026-12-01, ' +
      'and the id of a deleted project is never free again: choose another',
  );
});

test('A project changes its name and labels in place, and others keep their labels', () => {
  const cloud = projectCloud();
  const prior = make(foundationCloud(), projectKind, PROJECT);
  const name = projectName('w255-c1');
  const theirs = {
    ...prior,
    effective_labels: { ...(prior['effective_labels'] as object), team: 'finance' },
  };
  const changed = change(cloud, projectKind, theirs, { name: 'Machine Learning', labels: {} });
  expect(changed['effective_labels']).toEqual({ 'goog-terraform-provisioned': 'true', team: 'finance' });
  expect(cloud.find(name).data['name']).toBe('Machine Learning');
  expect(cloud.find(name).data['effective_labels']).toEqual(changed['effective_labels']);
});

test('A label that somebody changed shows in the labels that Terraform knows, and only there', () => {
  const cloud = projectCloud();
  const name = projectName('w255-c1');
  const state = { ...PROJECT, terraform_labels: { 'managed-by': 'practicum' } };
  const { data } = cloud.find(name);
  cloud.change(name, { data: { ...data, effective_labels: { 'managed-by': 'hand', team: 'finance' } } });
  expect(read(cloud, projectKind, state)).toMatchObject({
    labels: { 'managed-by': 'hand' },
    terraform_labels: { 'managed-by': 'hand' },
    effective_labels: { 'managed-by': 'hand', team: 'finance' },
  });
});

test('A project is imported by its id, not by its number', () => {
  const cloud = projectCloud();
  const imported = importOf(cloud, projectKind, 'projects/w255-c1');
  expect(imported).toMatchObject({ project_id: 'w255-c1', deletion_policy: 'PREVENT', labels: null });
  expect(importOf(cloud, projectKind, 'w255-c1')).toEqual(imported);
  expect(importOf(cloud, projectKind, 'w255-c2')).toBeUndefined();
  expect(refusal(() => importOf(cloud, projectKind, '184467440737'))).toBe(
    `400 Import id "184467440737" doesn't match any of the accepted formats of google_project`,
  );
});

test('The data source shows a project that another stack made', () => {
  const operation = directOperation(projectCloud(), { project: ADMIN });
  expect(projectData.read({ project_id: 'w255-c1' }, operation)).toMatchObject({
    id: 'projects/w255-c1',
    folder_id: FOLDER,
    labels: { 'goog-terraform-provisioned': 'true', 'managed-by': 'practicum' },
    deletion_policy: 'PREVENT',
  });
  expect(projectData.read({ project_id: null }, operation)['project_id']).toBe(ADMIN);
});

test('The data source refuses a project that is not there, and none at all', () => {
  const operation = directOperation(foundationCloud());
  expect(refusal(() => projectData.read({ project_id: 'w255-c1' }, operation))).toBe(
    '404 projects/w255-c1 not found or not in ACTIVE state: apply the stack that makes it first',
  );
  expect(refusal(() => projectData.read({}, operation))).toBe(
    '404 no project value set: write project_id, or give the provider a project',
  );
});

test('One project is made each second', () => {
  expect(projectKind.writeRate?.perSecond).toBe(1);
  expect(projectKind.writeRate?.scope({ project_id: 'a' })).toBe(
    projectKind.writeRate?.scope({ project_id: 'b' }),
  );
});
