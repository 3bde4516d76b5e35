import {
  memberNeeds,
  memberProblem,
  memberRefusal,
  normalMember,
} from '../../../src/rehearsal/google/iam-member';
import { projectNumber } from '../../../src/rehearsal/google/project-number';
import { serviceAccountName } from '../../../src/rehearsal/provider/cloud-names';
import { CLUSTER, foundationCloud, projectCloud, put } from './foundation-cloud';

const pool = (project: string, number = projectNumber(project)) =>
  `principal://iam.googleapis.com/projects/${number}/locations/global/workloadIdentityPools/${project}.svc.id.goog/subject/ns/ada/sa/lab`;

const ACCOUNT = 'lab-nodes@w255-c1.iam.gserviceaccount.com';

test('The provider refuses members without a prefix, and those of deleted accounts', () => {
  expect(memberProblem('ada@example.edu')).toBe(
    '"ada@example.edu" is not an IAM member: write user:, group:, serviceAccount:, domain:, principal:// or principalSet:// before it',
  );
  expect(memberProblem('deleted:user:ada@example.edu?uid=1')).toBe(
    '"deleted:user:ada@example.edu?uid=1": Terraform does not support IAM members for deleted principals',
  );
  for (const member of ['user:ada@example.edu', 'allUsers', 'robot:r2', pool('w255-c1')]) {
    expect(memberProblem(member)).toBeUndefined();
  }
});

test('Google keeps addresses in lower case and principals as they are', () => {
  expect(normalMember('user:Ada.Lovelace@Example.edu')).toBe('user:ada.lovelace@example.edu');
  expect(normalMember('serviceAccount:Lab@p.iam.gserviceaccount.com')).toBe(
    'serviceAccount:lab@p.iam.gserviceaccount.com',
  );
  expect(normalMember(`${pool('w255-c1')}Nb`)).toBe(`${pool('w255-c1')}Nb`);
  expect(normalMember('allUsers')).toBe('allUsers');
});

test.each([
  'user:Ada@example.edu',
  'group:tas@example.edu',
  'domain:example.edu',
  'serviceAccount:service-1@container-engine-robot.iam.gserviceaccount.com',
  'serviceAccount:robot@elsewhere.iam.gserviceaccount.com',
  'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/*',
  'projectViewer:w255-c1',
])('Google takes %s', (member) => {
  expect(memberRefusal(projectCloud(), member)).toBeUndefined();
});

test.each([
  'robot:r2',
  'user:ada',
  'user: ada@example.edu',
  'user:ada@example.edu ',
  'principal://example.edu/ada',
])('Google refuses %s', (member) => {
  expect(memberRefusal(projectCloud(), member)).toBe(
    `The member ${member} is of an unknown type or form: write user:, group: or serviceAccount: with an address, ` +
      'domain:, principal:// or principalSet://',
  );
});

test('Everybody is refused', () => {
  expect(memberRefusal(projectCloud(), 'allUsers')).toBe(
    'One or more users named in the policy do not belong to a permitted customer: allUsers is refused by organization policy',
  );
});

test('A service account of a simulated project must exist', () => {
  const cloud = projectCloud();
  expect(memberRefusal(cloud, `serviceAccount:${ACCOUNT}`)).toBe(
    `Service account ${ACCOUNT} does not exist: let the binding depend on its google_service_account`,
  );
  put(cloud, {
    name: serviceAccountName('w255-c1', ACCOUNT),
    type: 'iam.googleapis.com/ServiceAccount',
    data: {},
  });
  expect(memberRefusal(cloud, `serviceAccount:${ACCOUNT}`)).toBeUndefined();
});

test("A project's own pool comes with its first cluster, and stays", () => {
  const cloud = projectCloud();
  const missing =
    "Identity Pool does not exist (w255-c1.svc.id.goog): it comes with the project's first cluster, " +
    'so let the binding depend on the google_container_cluster';
  expect(memberRefusal(cloud, pool('w255-c1'))).toBe(missing);
  expect(memberRefusal(cloud, 'serviceAccount:w255-c1.svc.id.goog[ada/lab]')).toBe(missing);
  put(cloud, { name: CLUSTER, type: 'container.googleapis.com/Cluster', data: {} });
  expect(memberRefusal(cloud, pool('w255-c1'))).toBeUndefined();
  cloud.remove(CLUSTER);
  expect(memberRefusal(cloud, pool('w255-c1'))).toBeUndefined();
  expect(memberRefusal(foundationCloud(), pool('w255-c1'))).toBe(missing);
});

test("A pool stands under its own project's number", () => {
  const cloud = projectCloud();
  put(cloud, { name: CLUSTER, type: 'container.googleapis.com/Cluster', data: {} });
  expect(memberRefusal(cloud, pool('w255-c1', '111111111111'))).toBe(
    'Identity Pool does not exist (w255-c1.svc.id.goog): 111111111111 is not the number of project w255-c1',
  );
});

test('What a member could not do without is its account, or a cluster that brought its pool', () => {
  const cloud = projectCloud();
  const account = serviceAccountName('w255-c1', ACCOUNT);
  expect(memberNeeds(cloud, `serviceAccount:${ACCOUNT}`)).toEqual([]);
  put(cloud, { name: account, type: 'iam.googleapis.com/ServiceAccount', data: {} });
  put(cloud, { name: CLUSTER, type: 'container.googleapis.com/Cluster', data: {} });
  expect(memberNeeds(cloud, `serviceAccount:${ACCOUNT}`)).toEqual([account]);
  expect(memberNeeds(cloud, pool('w255-c1'))).toEqual([CLUSTER]);
  expect(memberNeeds(cloud, 'serviceAccount:w255-c1.svc.id.goog[ada/lab]')).toEqual([CLUSTER]);
  expect(memberNeeds(cloud, 'user:ada@example.edu')).toEqual([]);
  cloud.remove(CLUSTER);
  expect(memberNeeds(cloud, pool('w255-c1'))).toEqual([]);
});
