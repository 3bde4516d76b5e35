import { computeName } from '../../../src/rehearsal/google/compute-resource';
import { customRoleKind } from '../../../src/rehearsal/google/custom-role-kind';
import {
  computeInstanceIamBindingKind,
  iapTunnelInstanceIamBindingKind,
} from '../../../src/rehearsal/google/machine-iam-binding-kinds';
import { destroy, importOf, make, problems, projectCloud, put, refusal } from './foundation-cloud';

const WHERE = { project: 'w255-c1', zone: 'us-west1-b' };
const UNTIL = [
  {
    title: 'while-labs-are-open',
    expression:
      'request.time >= timestamp("2027-02-01T07:00:00Z") && request.time < timestamp("2027-04-24T07:00:00Z")',
  },
];
const GRANT = { role: 'roles/compute.osAdminLogin', members: ['user:ada@example.edu'], condition: UNTIL };

function ready() {
  const cloud = projectCloud('compute.googleapis.com', 'iap.googleapis.com', 'iam.googleapis.com');
  put(cloud, { name: computeName('w255-c1', 'us-west1-b', 'instances', 'ada'), type: 'Instance', data: {} });
  return cloud;
}

test('Roles on a machine and on its tunnel take conditions, and are found again', () => {
  const cloud = ready();
  const login = make(cloud, computeInstanceIamBindingKind, { ...WHERE, instance_name: 'ada', ...GRANT });
  expect(String(login['id'])).toContain('projects/w255-c1/zones/us-west1-b/instances/ada/roles/');
  const tunnel = { ...WHERE, instance: 'ada', ...GRANT, role: 'roles/iap.tunnelResourceAccessor' };
  expect(String(make(cloud, iapTunnelInstanceIamBindingKind, tunnel)['id'])).toContain(
    'projects/w255-c1/iap_tunnel/zones/us-west1-b/instances/ada/roles/',
  );
  expect(
    importOf(
      cloud,
      computeInstanceIamBindingKind,
      `w255-c1/us-west1-b/ada ${GRANT.role} while-labs-are-open`,
    ),
  ).toMatchObject({ members: GRANT.members });
});

test('The machine has to stand, and the API to be on', () => {
  expect(
    refusal(() => make(ready(), computeInstanceIamBindingKind, { ...WHERE, instance_name: 'bo', ...GRANT })),
  ).toContain('instances/bo": it does not exist');
  const off = projectCloud('compute.googleapis.com');
  expect(
    refusal(() => make(off, iapTunnelInstanceIamBindingKind, { ...WHERE, instance: 'ada', ...GRANT })),
  ).toContain('iap.googleapis.com');
});

const ROLE = {
  project: 'w255-c1',
  role_id: 'machineKeeper',
  title: 'Keeper',
  permissions: ['compute.instances.start'],
};

test('A custom role is named in its project, has an id of letters, and permissions of three parts', () => {
  const cloud = ready();
  const made = make(cloud, customRoleKind, ROLE);
  expect(made['name']).toBe('projects/w255-c1/roles/machineKeeper');
  expect(problems(customRoleKind, { ...ROLE, role_id: 'machine-keeper' })).toHaveLength(1);
  expect(refusal(() => make(ready(), customRoleKind, { ...ROLE, permissions: [] }))).toContain(
    'no permission',
  );
  expect(refusal(() => make(ready(), customRoleKind, { ...ROLE, permissions: ['compute.start'] }))).toContain(
    'compute.start is not valid',
  );
  destroy(cloud, customRoleKind, made);
});
