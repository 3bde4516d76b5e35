import { cloudRunServiceKind } from '../../../src/rehearsal/google/cloud-run-service-kind';
import {
  runServiceIamBindingKind,
  serviceAccountIamBindingKind,
} from '../../../src/rehearsal/google/run-iam-binding-kinds';
import { serviceAccountKind } from '../../../src/rehearsal/google/service-account-kind';
import { destroy, importOf, make, problems, projectCloud, read, refusal } from './foundation-cloud';

const ACCOUNT = 'serverless-ada@w255-c1.iam.gserviceaccount.com';
const PATH = 'projects/w255-c1/locations/us-west1/services/ada';
const SERVICE = {
  project: 'w255-c1',
  location: 'us-west1',
  name: 'ada',
  deletion_protection: false,
  template: [
    {
      service_account: ACCOUNT,
      scaling: [{ min_instance_count: 0, max_instance_count: 2 }],
      containers: [{ image: 'hello' }],
    },
  ],
};

function cloudWithAccount(...more: readonly string[]) {
  const cloud = projectCloud('iam.googleapis.com', ...more);
  make(cloud, serviceAccountKind, { project: 'w255-c1', account_id: 'serverless-ada' });
  return cloud;
}

const ready = () => cloudWithAccount('run.googleapis.com');
const template = (change: object) => ({ ...SERVICE, template: [{ ...SERVICE.template[0]!, ...change }] });

test('A service has an address, and is known by its path', () => {
  const cloud = ready();
  const made = make(cloud, cloudRunServiceKind, SERVICE);
  expect([made['id'], made['uri']]).toEqual([
    PATH,
    expect.stringMatching(/^https:\/\/ada-\d+\.us-west1\.run\.app$/),
  ]);
  expect(importOf(cloud, cloudRunServiceKind, PATH)).toMatchObject({ name: 'ada' });
});

test('Google refuses a service without its API, its account, a container, or with bounds that cross', () => {
  expect(refusal(() => make(cloudWithAccount(), cloudRunServiceKind, SERVICE))).toContain(
    'run.googleapis.com',
  );
  expect(refusal(() => make(projectCloud('run.googleapis.com'), cloudRunServiceKind, SERVICE))).toBe(
    `404 Service ada in w255-c1: service account ${ACCOUNT} does not exist`,
  );
  expect(refusal(() => make(ready(), cloudRunServiceKind, template({ containers: [] })))).toBe(
    '400 Service ada: template has no container',
  );
  const crossed = template({ scaling: [{ min_instance_count: 3, max_instance_count: 2 }] });
  expect(refusal(() => make(ready(), cloudRunServiceKind, crossed))).toBe(
    '400 Service ada: max_instance_count 2 is below min_instance_count',
  );
});

test('A name has at most 49 letters, digits and hyphens', () => {
  expect(problems(cloudRunServiceKind, { ...SERVICE, name: 'Ada' })).toHaveLength(1);
  expect(problems(cloudRunServiceKind, { ...SERVICE, name: 'a'.repeat(50) })).toHaveLength(1);
  expect(problems(cloudRunServiceKind, { ...SERVICE, ingress: 'ALL' })).toHaveLength(1);
  expect(problems(cloudRunServiceKind, { ...SERVICE, name: 'a'.repeat(49) })).toEqual([]);
});

test('A protected service is not destroyed', () => {
  const cloud = ready();
  const made = make(cloud, cloudRunServiceKind, { ...SERVICE, deletion_protection: true });
  expect(refusal(() => destroy(cloud, cloudRunServiceKind, made))).toContain('deletion_protection=false');
  expect(read(cloud, cloudRunServiceKind, made)).toBeDefined();
  destroy(cloud, cloudRunServiceKind, { ...made, deletion_protection: false });
  expect(read(cloud, cloudRunServiceKind, made)).toBeUndefined();
});

const GRANT = { role: 'roles/run.developer', members: ['user:ada@example.edu'] };
const UNTIL = [{ title: 'until-term-end', expression: 'request.time < timestamp("2027-04-24T07:00:00Z")' }];

test('A role on a service takes no condition, one on an account does', () => {
  const cloud = ready();
  make(cloud, cloudRunServiceKind, SERVICE);
  const binding = { project: 'w255-c1', location: 'us-west1', name: 'ada', ...GRANT };
  expect(make(cloud, runServiceIamBindingKind, binding)['id']).toBe(`${PATH}/roles/run.developer`);
  expect(refusal(() => make(cloud, runServiceIamBindingKind, { ...binding, condition: UNTIL }))).toContain(
    'leave the condition out',
  );
  const account = `projects/w255-c1/serviceAccounts/${ACCOUNT}`;
  const actAs = { service_account_id: account, ...GRANT, condition: UNTIL };
  expect(String(make(cloud, serviceAccountIamBindingKind, actAs)['id'])).toContain(account);
  expect(
    importOf(cloud, serviceAccountIamBindingKind, `${account} ${GRANT.role} until-term-end`),
  ).toMatchObject({
    members: GRANT.members,
  });
});

test('What a role is on has to stand', () => {
  const binding = { project: 'w255-c1', location: 'us-west1', name: 'ada', ...GRANT };
  expect(refusal(() => make(ready(), runServiceIamBindingKind, binding))).toContain('does not exist');
});
