import fc from 'fast-check';
import { TenantAccess, type TenantAccessProps } from '../../../constructs/k8s/tenant-access';
import { email } from '../../../src/core/domain/ids';
import { findManifest, inventory, synthConstruct } from './synth-construct';

const AMARA = email('amara.okafor@example.edu');
const BO = email('bo.lindqvist@example.edu');
const INES = email('ines.duarte@example.edu');
const TOMAS = email('tomas.lind@example.edu');

const props: TenantAccessProps = {
  namespace: 'amara',
  members: [AMARA],
  instructors: [INES],
  tas: [TOMAS],
  subjects: 'User',
};
const synth = (changes: Partial<TenantAccessProps> = {}) =>
  synthConstruct((chart) => new TenantAccess(chart, 'access', { ...props, ...changes }));
const DEPLOYER = 'deploy-amara@w255-spring27-c1.iam.gserviceaccount.com';

const user = (name: string): object => ({ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name });

test.each([
  ['tenant', 'practicum-student', AMARA],
  ['instructors', 'practicum-instructor', INES],
  ['tas', 'practicum-ta', TOMAS],
])('the binding "%s" gives the role %s by e-mail', (name, role, person) => {
  const { metadata, roleRef, subjects } = findManifest(synth(), 'RoleBinding', name);
  expect(metadata.namespace).toBe('amara');
  expect(roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role });
  expect(subjects).toEqual([user(person)]);
});

test('groups are bound as groups', () => {
  const group = email('w255-s27-s7f3k2m9qd@example.edu');
  const bound = synth({ members: [group], subjects: 'Group' });
  expect(findManifest(bound, 'RoleBinding', 'tenant')['subjects']).toEqual([
    { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: group },
  ]);
});

test('access is bound in the namespace and nowhere else', () => {
  expect(inventory(synth())).toEqual(['RoleBinding/instructors', 'RoleBinding/tas', 'RoleBinding/tenant']);
});

test('a team is several members of one binding', () => {
  expect(findManifest(synth({ members: [BO, AMARA] }), 'RoleBinding', 'tenant')['subjects']).toEqual([
    user(AMARA),
    user(BO),
  ]);
});

test('a tenant whose access is taken away has no binding, and staff keep theirs', () => {
  expect(inventory(synth({ members: [] }))).toEqual(['RoleBinding/instructors', 'RoleBinding/tas']);
});

test('nobody in any list is no object at all', () => {
  expect(synth({ members: [], instructors: [], tas: [] })).toEqual([]);
});

test('the order of people, and naming one twice, changes nothing', () => {
  const people = fc.shuffledSubarray([AMARA, BO, INES, TOMAS], { minLength: 4 });
  fc.assert(
    fc.property(people, (members) => {
      const shuffled = synth({ members: [...members, members[0]!] });
      expect(shuffled).toEqual(synth({ members: [AMARA, BO, INES, TOMAS] }));
    }),
    { numRuns: 20 },
  );
});

test.each(['User', 'Group'] as const)(
  'workflows are bound as the user that they deploy as, where people are a %s',
  (subjects) => {
    const bound = findManifest(synth({ subjects, deployer: DEPLOYER }), 'RoleBinding', 'deployer');
    expect(bound['roleRef']).toMatchObject({ kind: 'ClusterRole', name: 'practicum-deployer' });
    expect(bound['subjects']).toEqual([user(DEPLOYER)]);
  },
);
