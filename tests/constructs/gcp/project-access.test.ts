import * as fc from 'fast-check';
import type { ProjectAccessProps, ProjectGrant } from '../../../constructs/gcp/project-access';
import { ProjectAccess } from '../../../constructs/gcp/project-access';
import type { Instant } from '../../../src/core/domain/time';
import { aProject, standing, synthConstruct } from './synth-construct';

const END = '2027-05-15T07:00:00Z' as Instant;
const LATER = '2027-06-15T07:00:00Z' as Instant;
const CONNECT = 'roles/container.clusterViewer';

const synth = (grants: readonly ProjectGrant[]) =>
  synthConstruct((stack) => {
    new ProjectAccess(stack, 'access', { project: aProject(stack), grants });
  });

test('A grant is a binding of one role with all its members', () => {
  const out = synthConstruct((stack) => {
    const props: Required<ProjectAccessProps> = {
      project: aProject(stack),
      grants: [{ role: CONNECT, members: ['user:b@example.edu', 'user:a@example.edu'] }],
      dependsOn: [standing(stack)],
    };
    new ProjectAccess(stack, 'access', props);
  });
  expect(out.counts()).toEqual({ google_project_iam_binding: 1 });
  expect(out.one('google_project_iam_binding')).toEqual({
    project: '${local.given_project}',
    role: CONNECT,
    members: ['user:a@example.edu', 'user:b@example.edu'],
    depends_on: ['terraform_data.standing'],
  });
});

test('A grant that expires is a binding under a condition', () => {
  expect(
    synth([{ role: CONNECT, members: ['user:a@example.edu'], expires: END }]).one(
      'google_project_iam_binding',
    ),
  ).toEqual({
    project: '${local.given_project}',
    role: CONNECT,
    members: ['user:a@example.edu'],
    condition: { title: 'until-term-end', expression: 'request.time < timestamp("2027-05-15T07:00:00Z")' },
  });
});

test('Grants of one role with one end are one binding', () => {
  const out = synth([
    { role: CONNECT, members: ['user:b@example.edu', 'user:a@example.edu'], expires: END },
    { role: CONNECT, members: ['user:c@example.edu', 'user:a@example.edu'], expires: END },
  ]);
  expect(out.one('google_project_iam_binding')['members']).toEqual([
    'user:a@example.edu',
    'user:b@example.edu',
    'user:c@example.edu',
  ]);
});

test('A role without an end and with each of its ends are bindings of their own', () => {
  const members = ['user:a@example.edu'];
  const out = synth([
    { role: CONNECT, members },
    { role: CONNECT, members, expires: END },
    { role: CONNECT, members, expires: LATER },
  ]);
  expect(out.counts()).toEqual({ google_project_iam_binding: 3 });
});

test('The address of a binding is its role and end, and does not move with its members', () => {
  const members = ['user:a@example.edu'];
  const role = 'projects/w255-spring27-c1/roles/labs.reader';
  const addresses = (more: readonly string[]) =>
    synth([
      { role: CONNECT, members: [...members, ...more] },
      { role, members, expires: END },
    ]).addresses('google_project_iam_binding');
  expect(addresses(['user:b@example.edu'])).toEqual(addresses([]));
  expect(addresses([])).toEqual([
    expect.stringMatching(/^access_containerclusterViewer_\w{8}$/),
    expect.stringMatching(
      /^access_projects-w255-spring27-c1-roles-labsreader-until-2027-05-15T070000Z_\w{8}$/,
    ),
  ]);
});

test('The order of grants and of members makes no difference', () => {
  const people = ['user:a@example.edu', 'user:b@example.edu', 'group:staff@example.edu'];
  const grants = people.flatMap((member) => [
    { role: CONNECT, members: [member, 'user:z@example.edu'], expires: END },
    { role: 'roles/logging.viewer', members: ['user:z@example.edu', member] },
  ]);
  const expected = synth(grants).text;
  fc.assert(
    fc.property(fc.shuffledSubarray(grants, { minLength: grants.length }), (shuffled) => {
      expect(synth(shuffled).text).toBe(expected);
    }),
    { numRuns: 20 },
  );
});

test('No grants is no bindings', () => {
  expect(synth([]).counts()).toEqual({});
});

test.each(['container.clusterViewer', 'roles/', 'Roles/browser', 'roles/a b', ' roles/browser'])(
  '"%s" is refused as a role',
  (role) => {
    expect(() => synth([{ role, members: ['user:a@example.edu'] }])).toThrow(
      new Error(
        `stack/access: "${role}" is not a role: ` +
          'write roles/<name>, projects/<id>/roles/<name> or organizations/<number>/roles/<name>',
      ),
    );
  },
);

const FORBIDDEN = [
  'roles/owner',
  'roles/editor',
  'roles/viewer',
  'roles/container.admin',
  'roles/container.developer',
  'roles/container.viewer',
];
test.each(FORBIDDEN.flatMap((role) => [[role, undefined] as const, [role, END] as const]))(
  '%s is refused, end: %s',
  (role, expires) => {
    const grant = { role, members: ['user:a@example.edu'], ...(expires && { expires }) };
    expect(() => synth([grant])).toThrow(
      new Error(
        `stack/access: ${role} may not be granted, with or without an end: ` +
          'it reaches into every namespace; write roles/container.clusterViewer and grant the rest by RBAC',
      ),
    );
  },
);

test('A grant to nobody is refused', () => {
  expect(() => synth([{ role: CONNECT, members: [] }])).toThrow(
    new Error('stack/access: roles/container.clusterViewer has no members: leave the grant out'),
  );
});

test.each(['allUsers', 'allAuthenticatedUsers'])('A grant to %s is refused', (member) => {
  expect(() => synth([{ role: CONNECT, members: [member] }])).toThrow(
    new Error(
      `stack/access: IAM member "${member}" is not allowed: ` +
        'write user:, group: or serviceAccount: with an address in lower case, principal:// or principalSet://',
    ),
  );
});
