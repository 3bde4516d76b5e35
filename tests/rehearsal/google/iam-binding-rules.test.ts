import { bindingOf } from '../../../src/rehearsal/google/iam-binding-rules';
import { projectIamBindingKind } from '../../../src/rehearsal/google/iam-binding-kinds';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { make, problems, projectCloud, refusal } from './foundation-cloud';

const BINDING = { project: 'w255-c1', role: 'roles/logging.viewer', members: ['user:ada@example.edu'] };
const CONDITION = { title: 'until-term-end', expression: 'request.time < timestamp("2027-04-24T07:00:00Z")' };

const refused = (attributes: object) =>
  refusal(() => make(projectCloud(), projectIamBindingKind, { ...BINDING, ...attributes }));

test('A binding has each member once, as Google writes it', () => {
  const members = ['user:Bo@example.edu', 'user:ada@example.edu', 'user:bo@example.edu'];
  expect(bindingOf({ ...BINDING, members, condition: [CONDITION] })).toEqual({
    role: 'roles/logging.viewer',
    members: ['user:ada@example.edu', 'user:bo@example.edu'],
    condition: { ...CONDITION, description: '' },
  });
  expect(bindingOf({ ...BINDING, condition: [] }).condition).toBeUndefined();
});

test('The provider refuses members of no form, and a condition without title', () => {
  const config = { ...BINDING, members: ['ada', UNKNOWN], condition: [{ ...CONDITION, title: '' }] };
  expect(problems(projectIamBindingKind, config)).toEqual([
    'members: "ada" is not an IAM member: write user:, group:, serviceAccount:, domain:, principal:// or principalSet:// before it',
    'condition.title: a condition needs a title',
  ]);
  expect(problems(projectIamBindingKind, { members: UNKNOWN, condition: [{ title: UNKNOWN, expression: UNKNOWN }] })).toEqual([]);
  expect(problems(projectIamBindingKind, { ...BINDING, condition: [CONDITION] })).toEqual([]);
}); // prettier-ignore

test('A role is written as a role', () => {
  expect(refused({ role: 'logging.viewer' })).toBe(
    '400 Error applying IAM policy for project "w255-c1": Role logging.viewer is not supported for this resource: ' +
      'write roles/<name> or projects/<id>/roles/<name>',
  );
  expect(
    make(projectCloud(), projectIamBindingKind, { ...BINDING, role: 'projects/w255-c1/roles/labReader' })[
      'id'
    ],
  ).toBe('w255-c1/projects/w255-c1/roles/labReader');
});

test('Somebody has the role', () => {
  expect(refused({ members: [] })).toBe(
    '400 Error applying IAM policy for project "w255-c1": roles/logging.viewer is given to nobody: leave the binding out',
  );
});

test('A member that Google does not know is refused, as it was written', () => {
  expect(refused({ members: ['user:ada@example.edu', 'user:Bo @example.edu'] })).toBe(
    '400 Error applying IAM policy for project "w255-c1": The member user:Bo @example.edu is of an unknown type or form: ' +
      'write user:, group: or serviceAccount: with an address, domain:, principal:// or principalSet://',
  );
});

test('A basic role has no condition', () => {
  expect(refused({ role: 'roles/viewer', condition: [CONDITION] })).toBe(
    '400 Error applying IAM policy for project "w255-c1": Conditions cannot be set on the basic role roles/viewer: ' +
      'grant a narrower role',
  );
});

test('A condition compares with instants', () => {
  const said = '400 Error applying IAM policy for project "w255-c1": Condition "until-term-end"';
  const condition = (expression: string) => ({ condition: [{ ...CONDITION, expression }] });
  expect(refused(condition('request.time < timestamp("2027-04-31T07:00:00Z")'))).toBe(
    `${said} compares with "2027-04-31T07:00:00Z", which is no instant such as 2027-05-15T07:00:00Z`,
  );
  expect(refused(condition(' '))).toBe(`${said} has no expression`);
});
