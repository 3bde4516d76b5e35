import type { Attack } from '../attack';
import { PEOPLE, PLACES } from '../cast';
import { inOther, inOwn, inPlace, ofCluster } from '../kube-path';
import { byRole } from './by-role';
import { object, pod } from './objects';

const RBAC = 'rbac.authorization.k8s.io/v1';
const AUTHENTICATION = 'authentication.k8s.io/v1';
const AUTHORIZATION = 'authorization.k8s.io/v1';
const CERTIFICATES = 'certificates.k8s.io/v1';

const student = byRole('student');
const runningPod = byRole('pod');

const SECRETS = { resource: 'secrets', verb: 'list' };
const ALL = { apiGroups: ['*'], resources: ['*'], verbs: ['*'] };
const SUBJECT = { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: PEOPLE.student };
const binding = (kind: string, role: string): ReturnType<typeof object> =>
  object(RBAC, kind, {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [SUBJECT],
  });
const TOKEN = { apiVersion: AUTHENTICATION, kind: 'TokenRequest', spec: {} };
/** A request to certify an instructor's name, as openssl writes it. */
const INSTRUCTORS_REQUEST =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIZE1JR0VBZ0VBTUNJeElEQWVCZ05WQkFNTUYybHVaWE11WkhWaGNuUmxRR1Y0WVcxd2JHVXVaV1IxTUZrdwpFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRVhxZ1ZtWlpPYlA3eUprUGJVcTdWL1ZVYXlwUHIvenY4CnRsSFJlVS82eXNMVXovaDRONjB6WFZXODZob3RTVEZPZW5TeGJRYlh3Rm4zMm1jQnFqTStaYUFBTUFvR0NDcUcKU000OUJBTUNBMGdBTUVVQ0lDR04zKzF4Y0kwWnQyVzUzTmxQTGErdWRoNlM2MTluYnFLQ3JTdzkwem1aQWlFQQp0SmdVQTVyY21aUDhXdHlnNjJtczdVSWM0b01kdlRwbXVCSXJvR0Q0T2lvPQotLS0tLUVORCBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K';
/** What the approval of a certificate begins with. */
export const SIGNING_REQUEST = object(CERTIFICATES, 'CertificateSigningRequest', {
  spec: {
    request: INSTRUCTORS_REQUEST,
    signerName: 'kubernetes.io/kube-apiserver-client',
    usages: ['client auth'],
  },
});

/** What the API server says to a pod that would be somebody else. */
const impersonation = (
  title: string,
  kind: string,
  who: string,
  headers: Record<string, string>,
): Attack => ({
  title,
  as: 'pod',
  guard: 'roles',
  request: { method: 'GET', path: inOther('secrets'), headers },
  refused: {
    status: 403,
    because: `"${who}" is forbidden: User "system:serviceaccount:${PLACES.student}:default" cannot impersonate resource "${kind}"`,
  },
});

/** Ways to more rights: roles and bindings, other identities, tokens and certificates. */
// One line per attack.
// prettier-ignore
export const MORE_RIGHTS: readonly Attack[] = [
  student('A student makes a role in their place that allows all', 'POST', inOwn('roles', RBAC), object(RBAC, 'Role', { rules: [ALL] })),
  student('A student binds themselves to cluster-admin in their place', 'POST', inOwn('rolebindings', RBAC), binding('RoleBinding', 'cluster-admin')),
  student('A student binds themselves to cluster-admin everywhere', 'POST', ofCluster('clusterrolebindings', RBAC), binding('ClusterRoleBinding', 'cluster-admin')),
  student('A student binds themselves in another place', 'POST', inOther('rolebindings', RBAC), binding('RoleBinding', 'practicum-student')),
  student('A student adds themselves to the binding of another place', 'PATCH', inOther('rolebindings/tenant', RBAC), { subjects: [SUBJECT] }),
  student('A student lets a friend into their place', 'PATCH', inOwn('rolebindings/tenant', RBAC), { subjects: [{ ...SUBJECT, name: PEOPLE.other }] }),
  student('A student locks the instructors out', 'DELETE', inOwn('rolebindings/instructors', RBAC)),
  student('A student takes the instructors’ rights in their place', 'PATCH', inOwn('rolebindings/instructors', RBAC), { subjects: [SUBJECT] }),
  student('A student makes a cluster role that allows all', 'POST', ofCluster('clusterroles', RBAC), object(RBAC, 'ClusterRole', { rules: [ALL] })),
  student('A student adds rules to the role of all students', 'PATCH', ofCluster('clusterroles/practicum-student', RBAC), { rules: [ALL] }),
  student('A student adds a rule to a role that is put together from labelled ones', 'POST', ofCluster('clusterroles', RBAC), object(RBAC, 'ClusterRole', { rules: [ALL] }, { labels: { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' } })),
  student('A student reads who is bound to what in another place', 'GET', inOther('rolebindings', RBAC)),
  student('A student reads who is bound to what everywhere', 'GET', ofCluster('clusterrolebindings', RBAC)),

  student('A student asks for a token of the account of another place', 'POST', inOther('serviceaccounts/lab/token'), TOKEN),
  student('A student asks for a token of an account of the cluster', 'POST', inPlace('kube-system', 'serviceaccounts/namespace-controller/token'), TOKEN),
  student('A student asks for a token of the toolkit’s operator', 'POST', inPlace('practicum-system', 'serviceaccounts/toolkit-operator/token'), TOKEN),
  student('A student asks for a token of their own account, to keep beyond the term', 'POST', inOwn('serviceaccounts/lab/token'), { ...TOKEN, spec: { expirationSeconds: 31_536_000 } }),
  student('A student asks for a token of the default account of their place', 'POST', inOwn('serviceaccounts/default/token'), TOKEN),
  student('A student has a token checked whose owner they want to know', 'POST', ofCluster('tokenreviews', AUTHENTICATION), object(AUTHENTICATION, 'TokenReview', { spec: { token: 'found' } })),
  student('A student asks what an instructor may do', 'POST', ofCluster('subjectaccessreviews', AUTHORIZATION), { apiVersion: AUTHORIZATION, kind: 'SubjectAccessReview', spec: { user: PEOPLE.instructor, resourceAttributes: SECRETS } }),
  student('A student asks what another student may do in their place', 'POST', inOther('localsubjectaccessreviews', AUTHORIZATION), { apiVersion: AUTHORIZATION, kind: 'LocalSubjectAccessReview', metadata: { namespace: PLACES.other }, spec: { user: PEOPLE.other, resourceAttributes: { ...SECRETS, namespace: PLACES.other } } }),
  student('A student asks for a certificate in another name', 'POST', ofCluster('certificatesigningrequests', CERTIFICATES), SIGNING_REQUEST),
  student('A student approves a certificate', 'PATCH', ofCluster('certificatesigningrequests/waiting/approval', CERTIFICATES), { status: { conditions: [{ type: 'Approved', status: 'True', reason: 'Mine' }] } }),

  impersonation('A pod says that it is an instructor', 'users', PEOPLE.instructor, { 'Impersonate-User': PEOPLE.instructor }),
  impersonation('A pod says that it is the student of another place', 'users', PEOPLE.other, { 'Impersonate-User': PEOPLE.other }),
  impersonation('A pod says that it is itself, and one of the masters', 'serviceaccounts', 'default', { 'Impersonate-User': `system:serviceaccount:${PLACES.student}:default`, 'Impersonate-Group': 'system:masters' }),
  impersonation('A pod says that it is a controller of the cluster', 'serviceaccounts', 'namespace-controller', { 'Impersonate-User': 'system:serviceaccount:kube-system:namespace-controller' }),
  runningPod('A pod binds its account to cluster-admin', 'POST', inOwn('rolebindings', RBAC), object(RBAC, 'RoleBinding', { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' }, subjects: [{ kind: 'ServiceAccount', name: 'default', namespace: PLACES.student }] })),
  runningPod('A pod starts another pod with its token', 'POST', inOwn('pods'), pod()),
];
