import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PLACES, deployerOf, ownImage } from '../cast';
import { inOther, inOwn, inPlace, ofCluster } from '../kube-path';
import { byPolicy, policyRefusal, sent } from './by-policy';
import { byRole, requestOf } from './by-role';
import { container, deployment, job, object, pod, service } from './objects';
import { THEIRS as THEIR_HOST, route } from './route-objects';

const APPS = 'apps/v1';
const RBAC = 'rbac.authorization.k8s.io/v1';
const SECRET_USE =
  'whoever may not read the Secrets of this namespace may not start or change pods that use them';

const workflow = byRole('workflow');
const held = byRole('held workflow');
const inHeld = (what: string, apiVersion?: string): string => inPlace(PLACES.held, what, apiVersion);
const inTeam = (what: string, apiVersion?: string): string => inPlace(PLACES.team, what, apiVersion);

const SECRET = object('v1', 'Secret', { stringData: { password: 'mine' } });
const MOUNTS: Attributes = { containers: [container({ envFrom: [{ secretRef: { name: 'database' } }] })] };
const THEIRS: Attributes = { containers: [container({ image: ownImage(PLACES.other, 'solution:final') })] };
const bound = (role: string): Attributes =>
  object(RBAC, 'RoleBinding', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: deployerOf('workflow') }],
  });

/** A request about what stands in the student's place, which a policy refuses. */
const changing = (
  title: string,
  path: string,
  policy: `practicum-${string}`,
  because: string,
  body: Attributes,
): Attack => ({
  title,
  as: 'workflow',
  guard: policy,
  request: requestOf('PATCH', path, body),
  refused: policyRefusal(policy, because),
});

/** What a workflow would do whose repository somebody else got hold of, or whose actions somebody changed. */
// One line per attack.
// prettier-ignore
export const WORKFLOW_ATTACKS: readonly Attack[] = [
  workflow('A workflow reads the Secrets of its place', 'GET', inOwn('secrets')),
  workflow('A workflow reads a Secret of its place', 'GET', inOwn('secrets/database')),
  workflow('A workflow writes a Secret', 'POST', inOwn('secrets'), SECRET),
  workflow('A workflow deletes a Secret', 'DELETE', inOwn('secrets/database')),
  workflow('A workflow reads what a program prints', 'GET', inOwn('pods/shell/log')),
  workflow('A workflow opens a shell', 'POST', inOwn('pods/shell/exec?command=sh')),
  workflow('A workflow attaches to a program', 'POST', inOwn('pods/shell/attach')),
  workflow('A workflow forwards a port', 'POST', inOwn('pods/shell/portforward?ports=80')),
  workflow('A workflow puts a debugger into a pod', 'PATCH', inOwn('pods/shell/ephemeralcontainers'), { spec: { ephemeralContainers: [container({ name: 'debugger' })] } }),
  workflow('A workflow starts a pod by itself', 'POST', inOwn('pods'), pod()),
  workflow('A workflow deletes a pod', 'DELETE', inOwn('pods/shell')),
  workflow('A workflow deletes a disk', 'DELETE', inOwn('persistentvolumeclaims/data')),
  workflow('A workflow asks for a token of the place', 'POST', inOwn('serviceaccounts/lab/token'), { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} }),
  workflow('A workflow makes an account', 'POST', inOwn('serviceaccounts'), object('v1', 'ServiceAccount')),
  workflow('A workflow binds itself as the student', 'POST', inOwn('rolebindings', RBAC), bound('practicum-student')),
  workflow('A workflow makes its binding that of the student', 'PATCH', inOwn('rolebindings/deployer', RBAC), { roleRef: { name: 'practicum-student' } }),
  workflow('A workflow binds itself in another place', 'POST', inOther('rolebindings', RBAC), bound('practicum-deployer')),
  workflow('A workflow adds rules to its role', 'PATCH', ofCluster('clusterroles/practicum-deployer', RBAC), { rules: [] }),
  workflow('A workflow raises the quota', 'PATCH', inOwn('resourcequotas/tenant'), { spec: { hard: { pods: '100' } } }),
  workflow('A workflow opens the network', 'DELETE', inOwn('networkpolicies/deny-all', 'networking.k8s.io/v1')),
  workflow('A workflow deletes its place', 'DELETE', ofCluster(`namespaces/${PLACES.student}`)),
  workflow('A workflow lists all namespaces', 'GET', ofCluster('namespaces')),
  workflow('A workflow looks at pods of another', 'GET', inOther('pods')),
  workflow('A workflow deploys in the place of another', 'POST', inOther('deployments', APPS), deployment()),
  workflow('A workflow changes the image of another', 'PATCH', inOther('deployments/api', APPS), { spec: { template: { spec: THEIRS } } }),
  workflow('A workflow reads settings of another', 'GET', inOther('configmaps/settings')),
  workflow('A workflow of one who is in no team deploys in a team’s place', 'POST', inTeam('deployments', APPS), deployment()),
  workflow('A workflow deploys beside the staff’s programs', 'POST', inPlace('practicum-monitoring', 'deployments', APPS), deployment()),
  workflow('A workflow changes what all places have together', 'PATCH', inPlace('practicum-system', 'configmaps/windows'), { data: { lab1: 'open' } }),

  byPolicy('practicum-secret-use', 'workflow')('A workflow starts what is given a Secret', sent('deployments', deployment(MOUNTS)), SECRET_USE),
  byPolicy('practicum-secret-use', 'workflow')('A workflow starts a job that is given a Secret', sent('jobs', job(MOUNTS)), SECRET_USE),
  changing('A workflow changes the program that is given a Secret', inOwn('deployments/api', APPS), 'practicum-secret-use', SECRET_USE, { spec: { template: { spec: { terminationGracePeriodSeconds: 5 } } } }),
  changing('A workflow changes work that was handed in', inOwn('deployments/handed-in', APPS), 'practicum-windows', 'metadata.labels: lab1 is closed here', { spec: { template: { spec: { terminationGracePeriodSeconds: 5 } } } }),
  changing('A workflow changes files that were handed in', inOwn('configmaps/handed-in'), 'practicum-windows', 'metadata.labels: lab1 is closed here', { data: { mode: 'mine' } }),
  byPolicy('practicum-images', 'workflow')('A workflow runs an image of another', sent('deployments', deployment(THEIRS)), `image: ${ownImage(PLACES.other, 'solution:final')} is not allowed here`),
  byPolicy('practicum-route-hosts', 'workflow')('A workflow takes the host of another', route({ hostnames: [THEIR_HOST] }), 'spec.hostnames: '),
  byPolicy('practicum-services', 'workflow')('A workflow takes an address of its own', sent('services', service({ type: 'NodePort' })), 'spec.type: no NodePort'),

  held('A workflow of a held place looks at its pods', 'GET', inHeld('pods')),
  held('A workflow of a held place reads settings', 'GET', inHeld('configmaps/settings')),
  held('A workflow of a held place deploys', 'POST', inHeld('deployments', APPS), deployment()),
  held('A workflow of a held place changes the image of what still runs', 'PATCH', inHeld('deployments/api', APPS), { spec: { template: { spec: THEIRS } } }),
  held('A workflow of a held place deploys in another', 'POST', inOwn('deployments', APPS), deployment()),
];
