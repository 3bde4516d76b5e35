import { serviceAccountKind as kind } from '../../../src/rehearsal/google/service-account-kind';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { change, destroy, importOf, make, problems, projectCloud, read, refusal } from './foundation-cloud';

const IAM = 'iam.googleapis.com';
const EMAIL = 'lab-nodes@w255-c1.iam.gserviceaccount.com';
const NODES = { project: 'w255-c1', account_id: 'lab-nodes', display_name: 'Nodes', disabled: false };

test('An account has an address, a name and a number of its own', () => {
  const name = `projects/w255-c1/serviceAccounts/${EMAIL}`;
  expect(make(projectCloud(IAM), kind, NODES)).toEqual({
    ...NODES,
    id: name,
    name,
    email: EMAIL,
    member: `serviceAccount:${EMAIL}`,
    unique_id: expect.stringMatching(/^[1-9]\d{20}$/),
  });
});

test('The address is known while planning, as soon as the project is', () => {
  const known = { email: EMAIL, member: `serviceAccount:${EMAIL}` };
  expect(kind.plan(NODES, {})).toEqual(known);
  expect(kind.plan({ ...NODES, project: UNKNOWN }, { project: 'w255-c1' })).toEqual({
    ...known,
    project: 'w255-c1',
  });
  expect(kind.plan({ ...NODES, project: UNKNOWN }, {})).toEqual({});
  expect(kind.plan({ ...NODES, account_id: UNKNOWN }, {})).toEqual({});
});

test('A change keeps the number; a new account of the same name has another', () => {
  const cloud = projectCloud(IAM);
  const state = make(cloud, kind, NODES);
  cloud.advanceTo(cloud.now + 1000);
  expect(
    change(cloud, kind, state, { display_name: 'Nodes of the labs', unique_id: UNKNOWN })['unique_id'],
  ).toBe(state['unique_id']);
  destroy(cloud, kind, state);
  expect(read(cloud, kind, state)).toBeUndefined();
  cloud.advanceTo(cloud.now + 1000);
  expect(make(cloud, kind, NODES)['unique_id']).not.toBe(state['unique_id']);
});

test('An address is given once, unless the stack says that it may be there', () => {
  const cloud = projectCloud(IAM);
  const state = make(cloud, kind, NODES);
  expect(refusal(() => make(cloud, kind, NODES))).toBe(
    `409 projects/w255-c1/serviceAccounts/${EMAIL} already exists`,
  );
  expect(make(cloud, kind, { ...NODES, create_ignore_already_exists: true })['unique_id']).toBe(
    state['unique_id'],
  );
});

test('An id has 6 to 30 characters', () => {
  const form =
    'is not a service account id: 6 to 30 lower-case letters, digits and hyphens, first a letter, last no hyphen';
  for (const id of ['nodes', 'a'.repeat(31), 'Lab-nodes', 'lab-nodes-']) {
    expect(problems(kind, { account_id: id })).toEqual([`account_id: "${id}" ${form}`]);
  }
  for (const id of ['a-node', 'a'.repeat(30), UNKNOWN])
    expect(problems(kind, { account_id: id })).toEqual([]);
  expect(problems(kind, { ...NODES, description: 'x'.repeat(257) })).toEqual([
    'description: a description has at most 256 characters',
  ]);
});

test('A project has 100 accounts and no more', () => {
  const cloud = projectCloud(IAM);
  for (let index = 0; index < 100; index += 1)
    make(cloud, kind, { ...NODES, account_id: `student-${index}` });
  expect(refusal(() => make(cloud, kind, NODES))).toBe(
    '400 Project w255-c1 has 100 service accounts and at most 100 are allowed: ' +
      'use workload identity, which needs none, or ask Google for a higher quota',
  );
});

test('An account needs the API of its project', () => {
  expect(refusal(() => make(projectCloud(), kind, NODES))).toBe(
    '403 iam.googleapis.com has not been used in project w255-c1 before or it is disabled; ' +
      'enable it with a google_project_service and let this resource depend on it (SERVICE_DISABLED)',
  );
});

test('An account is imported by its address', () => {
  const cloud = projectCloud(IAM);
  const state = make(cloud, kind, NODES);
  expect(importOf(cloud, kind, `projects/w255-c1/serviceAccounts/${EMAIL}`)).toEqual({
    ...state,
    create_ignore_already_exists: null,
  });
});
