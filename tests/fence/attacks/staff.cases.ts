import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PEOPLE, PLACES } from '../cast';
import { inOwn, inPlace, ofCluster } from '../kube-path';
import { byPolicy, policyRefusal, sent } from './by-policy';
import { byRole, requestOf, watched } from './by-role';
import { container, cronJob, deployment, job, object, pod, podOf, statefulSet } from './objects';

const RBAC = 'rbac.authorization.k8s.io/v1';
const ta = byRole('ta');
const instructor = byRole('instructor');
const using = byPolicy('practicum-secret-use', 'ta');

const NO_SECRETS =
  'whoever may not read the Secrets of this namespace may not start or change pods that use them';
const FROM_SECRET = { envFrom: [{ secretRef: { name: 'database' } }] };
const VALUE = {
  env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'database', key: 'password' } } }],
};
const mounting = (volume: Attributes): KubernetesObject =>
  pod({
    containers: [container({ volumeMounts: [{ name: 'it', mountPath: '/it' }] })],
    volumes: [{ name: 'it', ...volume }],
  });
const withSecret = { containers: [container(FROM_SECRET)] };
const TOKEN = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
const MINE = { subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: PEOPLE.ta }] };

/** What staff may not do: a TA less than an instructor, and neither moves the fence. */
// One line per attack.
// prettier-ignore
export const STAFF: readonly Attack[] = [
  ta('A TA lists a student’s secrets', 'GET', inOwn('secrets')),
  ta('A TA reads a student’s secret', 'GET', inOwn('secrets/database')),
  ta('A TA watches a student’s secret', 'GET', inOwn(`secrets?${watched('database')}`)),
  ta('A TA writes a student’s secret', 'PATCH', inOwn('secrets/database'), { stringData: { password: 'mine' } }),
  ta('A TA makes a secret', 'POST', inOwn('secrets'), object('v1', 'Secret')),
  ta('A TA deletes a student’s secret', 'DELETE', inOwn('secrets/database')),
  ta('A TA reads the secrets of a team', 'GET', inPlace(PLACES.team, 'secrets')),
  ta('A TA reads the secrets of all', 'GET', ofCluster('secrets')),
  ta('A TA reads the secrets of the staff’s namespace', 'GET', inPlace('practicum-system', 'secrets')),
  ta('A TA reads secrets from inside a pod', 'POST', inOwn('pods/shell/exec?command=env')),
  ta('A TA attaches to a pod', 'POST', inOwn('pods/shell/attach?stdin=true')),
  ta('A TA puts a debugger beside a pod’s secrets', 'PATCH', inOwn('pods/shell/ephemeralcontainers'), { spec: { ephemeralContainers: [container({ name: 'debugger' })] } }),
  ta('A TA asks for the token of a student’s account', 'POST', inOwn('serviceaccounts/lab/token'), TOKEN),
  ta('A TA takes the role of instructors', 'PATCH', inOwn('rolebindings/instructors', RBAC), MINE),
  ta('A TA takes the role of the student', 'PATCH', inOwn('rolebindings/tenant', RBAC), MINE),
  ta('A TA gives all TAs secrets', 'PATCH', ofCluster('clusterroles/practicum-ta', RBAC), { rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }] }),
  ta('A TA raises a student’s quota', 'PATCH', inOwn('resourcequotas/tenant'), { spec: { hard: { pods: '100' } } }),
  ta('A TA deletes a student’s namespace', 'DELETE', ofCluster(`namespaces/${PLACES.student}`)),

  using('A TA starts a pod with a secret in its environment', sent('pods', podOf(FROM_SECRET)), NO_SECRETS),
  using('A TA starts a pod with one value of a secret', sent('pods', podOf(VALUE)), NO_SECRETS),
  using('A TA starts a pod that mounts a secret', sent('pods', mounting({ secret: { secretName: 'database' } })), NO_SECRETS),
  using('A TA starts a pod that mounts a secret among other things', sent('pods', mounting({ projected: { sources: [{ configMap: { name: 'settings' } }, { secret: { name: 'database' } }] } })), NO_SECRETS),
  using('A TA starts a pod that hands a secret to a driver', sent('pods', mounting({ csi: { driver: 'gcsfuse.csi.storage.gke.io', nodePublishSecretRef: { name: 'database' } } })), NO_SECRETS),
  using('A TA reads a secret in an init container', sent('pods', pod({ initContainers: [container({ name: 'first', ...FROM_SECRET })] })), NO_SECRETS),
  using('A TA deploys what reads a secret', sent('deployments', deployment(withSecret)), NO_SECRETS),
  using('A TA reads a secret in a stateful set', sent('statefulsets', statefulSet(withSecret)), NO_SECRETS),
  using('A TA reads a secret in a job', sent('jobs', job(withSecret)), NO_SECRETS),
  using('A TA reads a secret at night', sent('cronjobs', cronJob(withSecret)), NO_SECRETS),
  {
    title: 'A TA has a student’s deployment print the secret that it uses',
    as: 'ta',
    guard: 'practicum-secret-use',
    request: requestOf('PATCH', inOwn('deployments/api', 'apps/v1'), { spec: { template: { spec: { containers: [{ name: 'main', command: ['env'] }] } } } }, { 'Content-Type': 'application/strategic-merge-patch+json' }),
    refused: policyRefusal('practicum-secret-use', NO_SECRETS),
  },
  {
    title: 'A TA has a student’s deployment read a secret',
    as: 'ta',
    guard: 'practicum-secret-use',
    request: requestOf('PATCH', inPlace(PLACES.other, 'deployments/api', 'apps/v1'), { spec: { template: { spec: { containers: [{ name: 'main', ...FROM_SECRET }] } } } }, { 'Content-Type': 'application/strategic-merge-patch+json' }),
    refused: policyRefusal('practicum-secret-use', NO_SECRETS),
  },

  instructor('An instructor raises a student’s quota past the budget', 'PATCH', inOwn('resourcequotas/tenant'), { spec: { hard: { pods: '100' } } }),
  instructor('An instructor takes the limits off a place', 'DELETE', inOwn('limitranges/tenant')),
  instructor('An instructor opens a place to all', 'DELETE', inOwn('networkpolicies/deny-all', 'networking.k8s.io/v1')),
  instructor('An instructor lets privileged pods into a place', 'PATCH', ofCluster(`namespaces/${PLACES.student}`), { metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } } }),
  instructor('An instructor deletes a student’s namespace', 'DELETE', ofCluster(`namespaces/${PLACES.student}`)),
  instructor('An instructor binds a role', 'POST', inOwn('rolebindings', RBAC), object(RBAC, 'RoleBinding', { ...MINE, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'practicum-student' } })),
  instructor('An instructor asks for the token of a student’s account', 'POST', inOwn('serviceaccounts/lab/token'), TOKEN),
  instructor('An instructor deletes a rule of admission', 'DELETE', ofCluster('validatingadmissionpolicies/practicum-images', 'admissionregistration.k8s.io/v1')),
  instructor('An instructor reads what Helm keeps of a release', 'GET', inPlace('practicum-system', 'secrets')),
];
