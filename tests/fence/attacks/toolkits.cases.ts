import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PLACES } from '../cast';
import { inOther, inOwn, inPlace, ofCluster } from '../kube-path';
import { policyRefusal } from './by-policy';
import { byRole, requestOf } from './by-role';
import { container, object } from './objects';

const APPS = 'apps/v1';
const RBAC = 'rbac.authorization.k8s.io/v1';
const HOME = 'practicum-monitoring';
const POLICY = 'practicum-tokens';

const student = byRole('student');
const waker = byRole('toolkit-windows');

const ZERO = { spec: { replicas: 0 } };
const secret = (more: Attributes = {}): Attributes =>
  object('v1', 'Secret', { stringData: { password: 'mine' }, ...more });
const inTeam = (what: string, apiVersion?: string): string => inPlace(PLACES.team, what, apiVersion);

/** What whoever got hold of the account that wakes toolkits would try, and what students try with its objects. */
// One line per attack.
// prettier-ignore
export const TOOLKITS: readonly Attack[] = [
  {
    title: 'What wakes toolkits has a token made that never ends',
    as: 'toolkit-windows',
    guard: POLICY,
    request: requestOf('POST', inTeam('secrets'), object('v1', 'Secret', { metadata: { name: 'mine', annotations: { 'kubernetes.io/service-account.name': 'lab' } }, type: 'kubernetes.io/service-account-token' })),
    refused: policyRefusal(POLICY, 'type: no kubernetes.io/service-account-token'),
  },
  waker('What wakes toolkits reads the Secrets that it drew', 'GET', inTeam('secrets')),
  waker('What wakes toolkits reads a Secret that it drew', 'GET', inTeam('secrets/postgres')),
  waker('What wakes toolkits changes a Secret', 'PATCH', inTeam('secrets/database'), secret()),
  waker('What wakes toolkits deletes a Secret', 'DELETE', inTeam('secrets/database')),
  waker('What wakes toolkits makes a Secret in a place that needs none', 'POST', inOwn('secrets'), secret()),
  waker('What wakes toolkits makes a Secret beside the staff’s programs', 'POST', inPlace(HOME, 'secrets'), secret()),
  waker('What wakes toolkits makes a Secret of the cluster', 'POST', inPlace('kube-system', 'secrets'), secret()),
  waker('What wakes toolkits makes a release', 'POST', inPlace('practicum-system', 'secrets'), secret()),
  waker('What wakes toolkits reads settings', 'GET', inOwn('configmaps/settings')),
  waker('What wakes toolkits looks at pods', 'GET', inOwn('pods')),
  waker('What wakes toolkits goes into a pod', 'POST', inTeam('pods/web-0/exec?command=sh')),
  waker('What wakes toolkits changes what a toolkit runs', 'PATCH', inTeam('statefulsets/postgres', APPS), { spec: { template: { spec: { containers: [container()] } } } }),
  waker('What wakes toolkits scales what a student works on', 'PATCH', inOwn('deployments/api/scale', APPS), ZERO),
  waker('What wakes toolkits stops Prometheus', 'PATCH', inPlace(HOME, 'deployments/prometheus/scale', APPS), ZERO),
  waker('What wakes toolkits stops what the cluster needs', 'PATCH', inPlace('kube-system', 'deployments/kube-dns/scale', APPS), ZERO),
  waker('What wakes toolkits deletes a toolkit', 'DELETE', inTeam('statefulsets/postgres', APPS)),
  waker('What wakes toolkits deletes the disk of a toolkit', 'DELETE', inTeam('persistentvolumeclaims/data')),
  waker('What wakes toolkits lets itself read Secrets', 'POST', inTeam('rolebindings', RBAC), object(RBAC, 'RoleBinding', { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'practicum-student' }, subjects: [{ kind: 'ServiceAccount', name: 'toolkit-windows', namespace: HOME }] })),
  student('A student reads when toolkits wake, and where', 'GET', inPlace(HOME, 'configmaps/toolkit-windows')),
  student('A student has their toolkits wake at all times', 'PATCH', inPlace(HOME, 'configmaps/toolkit-windows'), { data: { spans: '' } }),
  student('A student lets what wakes toolkits act for them', 'POST', `${inPlace(HOME, 'serviceaccounts')}/toolkit-windows/token`),
  student('A student wakes the database of a team', 'PATCH', inTeam('statefulsets/postgres/scale', APPS), { spec: { replicas: 1 } }),
  student('A student reads the password of a team’s database', 'GET', inTeam('secrets/postgres')),
  student('A student lets Secrets be drawn for another', 'POST', inOther('rolebindings', RBAC), object(RBAC, 'RoleBinding', { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'practicum-toolkit-secrets' }, subjects: [{ kind: 'ServiceAccount', name: 'lab', namespace: PLACES.student }] })),
  student('A student widens the right to draw Secrets', 'PATCH', ofCluster('clusterroles/practicum-toolkit-secrets', RBAC), { rules: [] }),
  byRole('member')('A member of a team keeps what draws Secrets out', 'DELETE', inTeam('rolebindings/toolkit-secrets', RBAC)),
];
