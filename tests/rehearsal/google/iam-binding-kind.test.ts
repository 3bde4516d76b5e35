import { projectIamBindingKind as kind } from '../../../src/rehearsal/google/iam-binding-kinds';
import { deleteProject } from '../../../src/rehearsal/google/project-kind';
import { projectName } from '../../../src/rehearsal/provider/cloud-names';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import type { Attributes } from '../../../src/rehearsal/values/value';
import {
  CLUSTER,
  change,
  destroy,
  foundationCloud,
  importOf,
  make,
  projectCloud,
  put,
  read,
  refusal,
} from './foundation-cloud';

const BINDING = {
  project: 'w255-c1',
  role: 'roles/logging.viewer',
  members: ['user:ada@example.edu'],
  condition: [],
};
const ENDING: Attributes = {
  ...BINDING,
  condition: [{ title: 'until-term-end', description: null, expression: 'request.time < timestamp("2027-04-24T07:00:00Z")' }],
}; // prettier-ignore

const policy = (cloud: ReturnType<typeof projectCloud>) => cloud.find(projectName('w255-c1')).policy!;

test('A binding gets an id from its project, role and condition, and the etag of the policy', () => {
  const cloud = projectCloud();
  expect(make(cloud, kind, BINDING)).toEqual({
    ...BINDING,
    id: 'w255-c1/roles/logging.viewer',
    etag: policy(cloud).etag,
  });
  expect(make(cloud, kind, ENDING)['id']).toBe(
    'w255-c1/roles/logging.viewer/until-term-end//request.time < timestamp("2027-04-24T07:00:00Z")',
  );
  expect(policy(cloud).bindings).toHaveLength(2);
});

test('A binding takes away members that others added to its role, and shows them before', () => {
  const cloud = projectCloud();
  const state = make(cloud, kind, BINDING);
  make(cloud, kind, { ...BINDING, members: ['user:ada@example.edu', 'user:bo@example.edu'] });
  expect(read(cloud, kind, state)).toEqual({
    members: ['user:ada@example.edu', 'user:bo@example.edu'],
    etag: policy(cloud).etag,
  });
  change(cloud, kind, state, {});
  expect(policy(cloud).bindings).toEqual([
    { role: 'roles/logging.viewer', members: ['user:ada@example.edu'] },
  ]);
});

test('A member stays spelled as it was written', () => {
  const cloud = projectCloud();
  const state = make(cloud, kind, { ...BINDING, members: ['user:Ada@Example.edu'] });
  expect(policy(cloud).bindings[0]!.members).toEqual(['user:ada@example.edu']);
  expect(read(cloud, kind, state)!['members']).toEqual(['user:Ada@Example.edu']);
});

test('A binding that somebody took away has nobody; one whose project is gone is gone', () => {
  const cloud = projectCloud();
  const state = make(cloud, kind, BINDING);
  destroy(cloud, kind, state);
  expect(policy(cloud).bindings).toEqual([]);
  expect(read(cloud, kind, state)).toEqual({ members: [], etag: policy(cloud).etag });
  deleteProject(cloud, 'w255-c1');
  expect(read(cloud, kind, state)).toBeUndefined();
  destroy(cloud, kind, state);
});

test('Destroying a binding leaves the one with another condition', () => {
  const cloud = projectCloud();
  const state = make(cloud, kind, BINDING);
  make(cloud, kind, ENDING);
  destroy(cloud, kind, state);
  expect(policy(cloud).bindings.map(({ condition }) => condition?.title)).toEqual(['until-term-end']);
});

test('The project of a binding must stand', () => {
  expect(refusal(() => make(foundationCloud(), kind, BINDING))).toBe(
    '404 Error applying IAM policy for project "w255-c1": it does not exist',
  );
});

test('A policy that grows too large is refused, and stays as it was', () => {
  const cloud = projectCloud();
  make(cloud, kind, BINDING);
  const before = policy(cloud);
  const members = Array.from({ length: 1600 }, (_, index) => `user:p${index}@example.edu`);
  expect(refusal(() => make(cloud, kind, { ...BINDING, role: 'roles/monitoring.viewer', members }))).toBe(
    '400 The IAM policy of project "w255-c1" would hold 1601 principals (each appearance counts) and Google allows 1500: ' +
      'move tenants to another cell, or grant the role to a group',
  );
  expect(policy(cloud)).toEqual(before);
});

test('A binding is imported by project, role and the title of its condition', () => {
  const cloud = projectCloud();
  make(cloud, kind, BINDING);
  const made = make(cloud, kind, { ...ENDING, members: ['user:bo@example.edu'] });
  expect(importOf(cloud, kind, 'w255-c1 roles/logging.viewer until-term-end')).toEqual(made);
  expect(importOf(cloud, kind, 'w255-c1 roles/logging.viewer')).toMatchObject({ members: ['user:ada@example.edu'], condition: [] });
  expect(importOf(cloud, kind, 'w255-c1 roles/monitoring.viewer')).toBeUndefined();
  expect(importOf(cloud, kind, 'w255-c2 roles/logging.viewer')).toBeUndefined();
}); // prettier-ignore

test('An import that names no role, or the title of two conditions, is refused', () => {
  const cloud = projectCloud();
  expect(refusal(() => importOf(cloud, kind, 'w255-c1'))).toBe(
    '400 Import id "w255-c1" is not of the form "<resource> <role> [<condition title>]" of google_project_iam_binding',
  );
  make(cloud, kind, ENDING);
  make(cloud, kind, {
    ...BINDING,
    condition: [{ title: 'until-term-end', description: null, expression: 'true' }],
  });
  expect(refusal(() => importOf(cloud, kind, 'w255-c1 roles/logging.viewer until-term-end'))).toBe(
    '400 Cannot import the binding of roles/logging.viewer: "until-term-end" is the title of 2 conditions',
  );
});

test('A binding says that it needs what its members could not do without', () => {
  const cloud = projectCloud();
  put(cloud, { name: CLUSTER, type: 'container.googleapis.com/Cluster', data: {} });
  const needed: string[] = [];
  const direct = directOperation(cloud);
  const members = ['user:ada@example.edu', 'serviceAccount:w255-c1.svc.id.goog[ada/lab]'];
  void kind.create(
    { ...BINDING, members },
    {
      ...direct,
      need: (name, what) => {
        needed.push(name);
        return direct.need(name, what);
      },
    },
  );
  expect(needed).toEqual([projectName('w255-c1'), CLUSTER]);
});
