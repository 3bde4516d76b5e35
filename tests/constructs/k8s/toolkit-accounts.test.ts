import { Testing } from 'cdk8s';
import type { ToolkitAccountsProps } from '../../../constructs/k8s/toolkit-accounts';
import { ToolkitAccounts } from '../../../constructs/k8s/toolkit-accounts';
import { ToolkitRoles } from '../../../constructs/k8s/toolkit-roles';

const props: ToolkitAccountsProps = { namespace: 'amara-okafor', accounts: ['argo', 'argo-steps'] };
const objects = (change: Partial<ToolkitAccountsProps> = {}): readonly Record<string, unknown>[] => {
  const chart = Testing.chart();
  new ToolkitAccounts(chart, 'accounts', { ...props, ...change });
  return Testing.synth(chart) as Record<string, unknown>[];
};

test('Each account stands without a token of its own, and holds its one role in its place', () => {
  const all = objects();
  expect(all.map(({ kind, metadata }) => `${String(kind)} ${(metadata as { name: string }).name}`)).toEqual([
    'ServiceAccount argo',
    'RoleBinding argo',
    'ServiceAccount argo-steps',
    'RoleBinding argo-steps',
  ]);
  expect(all[0]).toMatchObject({
    metadata: { namespace: 'amara-okafor' },
    automountServiceAccountToken: false,
  });
  expect(all[1]).toMatchObject({
    metadata: { namespace: 'amara-okafor' },
    roleRef: { kind: 'ClusterRole', name: 'practicum-account-argo' },
    subjects: [{ kind: 'ServiceAccount', name: 'argo', namespace: 'amara-okafor' }],
  });
});

test('While the tenant is held the accounts stand, and hold nothing', () => {
  const all: Required<ToolkitAccountsProps> = { ...props, hold: false };
  expect(objects(all).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'ServiceAccount']);
});

test('A role is what the account may do, once for all places', () => {
  const chart = Testing.chart();
  const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
  new ToolkitRoles(chart, 'roles', { accounts: [{ name: 'argo', rules }] });
  expect(Testing.synth(chart)).toMatchObject([
    { kind: 'ClusterRole', metadata: { name: 'practicum-account-argo' }, rules },
  ]);
});
