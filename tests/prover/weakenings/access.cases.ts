import type { Json, JsonMap } from '../../../src/prover/json-value';
import type { Change } from '../changes';
import { inObject, plusObject, put, withoutObject } from '../changes';
import { weakening } from '../weakening';

const RBAC = 'rbac.authorization.k8s.io';

const plusRule = (role: string, apiGroup: string, resources: Json, verbs: Json): Change =>
  inObject(`ClusterRole ${role}`, put('rules > 99', { apiGroups: [apiGroup], resources, verbs }));

const binding = (
  kind: string,
  metadata: JsonMap,
  role: string,
  subjects: Json,
  roleKind = 'ClusterRole',
): JsonMap => ({
  apiVersion: `${RBAC}/v1`,
  kind,
  metadata,
  roleRef: { apiGroup: RBAC, kind: roleKind, name: role },
  subjects,
});

const user = (local: string): Json => [{ apiGroup: RBAC, kind: 'User', name: `${local}@example.edu` }];

/** Ways in which roles and bindings give more than they should, or less than is needed. */
export const ACCESS_WEAKENINGS = [
  weakening(
    'a student may bind roles',
    plusRule('practicum-student', RBAC, ['rolebindings'], ['create']),
    'rbac',
    'A student may create rolebindings.rbac.authorization.k8s.io, which is not among what may be held in a place',
  ),
  weakening(
    'a student may do everything',
    plusRule('practicum-student', '*', ['*'], ['*']),
    'rbac',
    'A student may do anything with every resource of every API, which is not among what may be held in a place',
  ),
  weakening(
    'a student may edit quotas',
    plusRule('practicum-student', '', ['resourcequotas'], ['patch']),
    'rbac',
    'A student may patch resourcequotas, which is not among what may be held in a place',
  ),
  weakening(
    'a student may ask for tokens',
    plusRule('practicum-student', '', ['serviceaccounts/token'], ['create']),
    'rbac',
    'A student may create serviceaccounts/token, which is not among what may be held in a place',
  ),
  weakening(
    'a student may proxy to nodes',
    plusRule('practicum-student', '', ['nodes/proxy'], ['get']),
    'rbac',
    'A student may get nodes/proxy, which is not among what may be held in a place',
  ),
  weakening(
    'a student may make daemon sets',
    plusRule('practicum-student', 'apps', ['daemonsets'], ['create']),
    'rbac',
    'A student may create daemonsets.apps, which is not among what may be held in a place',
  ),
  weakening(
    'a student may write endpoints',
    plusRule('practicum-student', 'discovery.k8s.io', ['endpointslices'], ['update']),
    'rbac',
    'A student may update endpointslices.discovery.k8s.io, which is not among what may be held in a place',
  ),
  weakening(
    'a student may edit network policies',
    plusRule('practicum-student', 'networking.k8s.io', ['networkpolicies'], ['delete']),
    'rbac',
    'A student may delete networkpolicies.networking.k8s.io, which is not among what may be held in a place',
  ),
  weakening(
    'a student may reach a path of the API',
    inObject(
      'ClusterRole practicum-student',
      put('rules > 99', { nonResourceURLs: ['/metrics'], verbs: ['get'] }),
    ),
    'rbac',
    'A student may get the path /metrics, which is not among what may be held in a place',
  ),
  weakening(
    'a TA may read secrets',
    plusRule('practicum-ta', '', ['secrets'], ['get']),
    'rbac',
    'A TA may get secrets, which is not among what may be held in a place',
  ),
  weakening(
    'a TA may go into pods',
    plusRule('practicum-ta', '', ['pods/exec'], ['create']),
    'rbac',
    'A TA may create pods/exec, which is not among what may be held in a place',
  ),
  weakening(
    'a role is put together by labels',
    inObject('ClusterRole practicum-student', put('aggregationRule', { clusterRoleSelectors: [{}] })),
    'rbac',
    'A student may do what roles with a label allow, which is not among what may be held in a place',
  ),
  weakening(
    "a role widens the cluster's own",
    inObject(
      'ClusterRole practicum-student',
      put('metadata > labels > rbac.authorization.k8s.io/aggregate-to-view', 'true'),
    ),
    'rbac',
    'A role widens one that the cluster gives by itself',
  ),
  weakening(
    "a student is bound in another's place",
    inObject('RoleBinding bo/tenant', put('subjects > 1', (user('ada') as readonly Json[])[0]!)),
    'rbac',
    "A student may act in another's namespace",
  ),
  weakening(
    'a stranger is bound in a place',
    inObject('RoleBinding bo/tenant', put('subjects > 0 > name', 'mallory@example.com')),
    'rbac',
    "An account that is in no list of the cohort may act in another's namespace",
  ),
  weakening(
    'everybody is bound in a place',
    inObject(
      'RoleBinding bo/tenant',
      put('subjects > 1', { apiGroup: RBAC, kind: 'Group', name: 'system:authenticated' }),
    ),
    'rbac',
    "A group that anybody may be in may act in another's namespace",
  ),
  weakening(
    'pods of another are bound in a place',
    inObject(
      'RoleBinding bo/tenant',
      put('subjects > 1', { kind: 'ServiceAccount', name: 'lab', namespace: 'ada' }),
    ),
    'rbac',
    "A tenant's pods may act in another's namespace",
  ),
  weakening(
    'pods are bound in their own place',
    inObject(
      'RoleBinding bo/tenant',
      put('subjects > 1', { kind: 'ServiceAccount', name: 'default', namespace: 'bo' }),
    ),
    'rbac',
    'Pods hold a role in their own namespace, and whoever starts a pod holds it with them',
  ),
  weakening(
    'a student holds admin in the own place',
    inObject('RoleBinding bo/tenant', put('roleRef > name', 'admin')),
    'rbac',
    'A student holds admin, a role that no file describes',
  ),
  weakening(
    'a TA is bound as an instructor',
    inObject('RoleBinding bo/tas', put('roleRef > name', 'practicum-instructor')),
    'rbac',
    'A TA may get, create pods/exec, which is not among what may be held in a place',
  ),
  weakening(
    'a student is bound to the whole cluster',
    plusObject(
      'Namespace ada',
      binding('ClusterRoleBinding', { name: 'all' }, 'practicum-student', user('ada')),
    ),
    'rbac',
    'A student may act in every namespace of the cluster',
  ),
  weakening(
    "a student is bound in the staff's namespace",
    plusObject(
      'Namespace ada',
      binding('RoleBinding', { name: 'x', namespace: 'practicum-system' }, 'practicum-student', user('ada')),
    ),
    'rbac',
    'A student may act in a namespace of the staff',
  ),
  weakening(
    'a held student is bound',
    plusObject(
      'Namespace hal',
      binding('RoleBinding', { name: 'tenant', namespace: 'hal' }, 'practicum-student', user('hal')),
    ),
    'rbac',
    "An account that is in no list of the cohort may act in another's namespace",
  ),
  weakening(
    'a student has no binding',
    withoutObject('RoleBinding bo/tenant'),
    'rbac',
    'A student does not hold practicum-student in a place that is theirs to work in',
  ),
  weakening(
    'a TA has no binding',
    withoutObject('RoleBinding bo/tas'),
    'rbac',
    'A TA does not hold practicum-ta in a place that is theirs to work in',
  ),
  weakening(
    'the role of students is gone',
    withoutObject('ClusterRole practicum-student'),
    'rbac',
    'A student holds practicum-student, a role that no file describes',
  ),
] as const;
