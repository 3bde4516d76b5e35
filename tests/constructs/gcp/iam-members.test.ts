import { TerraformStack, Testing } from 'cdktf';
import * as fc from 'fast-check';
import { iamMembers } from '../../../constructs/gcp/iam-members';
import { reference } from './synth-construct';

const stack = new TerraformStack(Testing.app(), 'stack');

test('Members come out sorted and each once', () => {
  expect(
    iamMembers(stack, [
      'user:b@example.edu',
      'group:all@example.edu',
      'user:a@example.edu',
      'user:b@example.edu',
    ]),
  ).toEqual(['group:all@example.edu', 'user:a@example.edu', 'user:b@example.edu']);
});

test('Principals of workloads are members, also where a part is known only at apply', () => {
  const known = 'principal://iam.googleapis.com/projects/1/x';
  const later = `principal://iam.googleapis.com/projects/${reference(stack, 'number')}/x`;
  expect(iamMembers(stack, [known, later])).toHaveLength(2);
});

test('References are sorted by what they are written as, whichever was made first', () => {
  const [z, a] = [reference(stack, 'z'), reference(stack, 'a')];
  expect(iamMembers(stack, [z, a])).toEqual([a, z]);
});

test('The order of the input makes no difference', () => {
  const members = ['user:a@example.edu', 'user:b@example.edu', 'group:c@example.edu', reference(stack, 'm')];
  const expected = iamMembers(stack, members);
  fc.assert(
    fc.property(fc.shuffledSubarray(members, { minLength: members.length }), (shuffled) => {
      expect(iamMembers(stack, shuffled)).toEqual(expected);
    }),
  );
});

test.each([
  'allUsers',
  'allAuthenticatedUsers',
  'a@example.edu',
  'user:A@example.edu',
  'user:a@example.edu ',
  'user: a@example.edu',
  'user:a',
  'domain:example.edu',
  'deleted:user:a@example.edu?uid=1',
  'projectOwner:w255-spring27-c1',
  '',
])('"%s" is refused as a member', (member) => {
  expect(() => iamMembers(stack, ['user:a@example.edu', member])).toThrow(
    new Error(
      `stack: IAM member "${member}" is not allowed: ` +
        'write user:, group: or serviceAccount: with an address in lower case, principal:// or principalSet://',
    ),
  );
});
