import type { Change } from './changes';
import { drop, inObject, plusObject, put, withoutObject } from './changes';
import { workflowsOutput } from './workflows-output';

const { artifacts, sentences } = workflowsOutput();
const OPENING = 'NetworkPolicy amara-okafor/allow-api-server-argo-workflows';
const ROLE = 'ClusterRole practicum-account-argo-workflows';
const EXECUTOR = 'ClusterRole practicum-account-argo-workflows-executor';
const BINDING = 'RoleBinding amara-okafor/argo-workflows';
const CONTROLLER = 'Deployment amara-okafor/argo-workflows';

const idsOf = (kind: string): readonly string[] =>
  artifacts.kubernetes
    .filter(({ object }) => object['kind'] === kind)
    .map(({ object }) => (object['metadata'] as { name: string }).name)
    .filter((name) => name.includes('argo') || name.includes('api-server'))
    .sort();

test('Each place has its accounts, their roles and one opening, and nothing is found', () => {
  expect(idsOf('ServiceAccount')).toEqual([
    'argo-workflows',
    'argo-workflows',
    'argo-workflows-executor',
    'argo-workflows-executor',
  ]);
  expect(idsOf('RoleBinding')).toEqual(idsOf('ServiceAccount'));
  expect(idsOf('NetworkPolicy')).toEqual([
    'allow-api-server-argo-workflows',
    'allow-api-server-argo-workflows',
  ]);
  expect(sentences((each) => each)).toEqual([]);
});

const reach = 'network: Pods may send to';
test.each<readonly [string, Change, string]>([
  ['the opening is for all pods', inObject(OPENING, put('spec > podSelector', {})), reach],
  [
    'the opening is for pods of a toolkit that needs none',
    inObject(OPENING, put('spec > podSelector > matchLabels', { 'practicum.dev/toolkit': 'redis' })),
    reach,
  ],
  [
    'the opening is for pods by a label of any kind',
    inObject(OPENING, put('spec > podSelector > matchLabels', { app: 'argo-workflows' })),
    reach,
  ],
  ['the opening is on all ports', inObject(OPENING, drop('spec > egress > 0 > ports')), reach],
  [
    'the opening is on another port',
    inObject(OPENING, put('spec > egress > 0 > ports > 0 > port', 10250)),
    reach,
  ],
  [
    'the opening leads to pods of others',
    inObject(OPENING, put('spec > egress > 0 > to > 1 > ipBlock > cidr', '10.0.0.0/8')),
    reach,
  ],
  [
    'the opening leads to Services of others',
    inObject(OPENING, put('spec > egress > 0 > to > 0 > ipBlock > cidr', '10.8.0.0/18')),
    reach,
  ],
  [
    'there is no opening',
    withoutObject(OPENING),
    'network: Pods cannot ask the Kubernetes API, which argo-workflows must',
  ],
  [
    'the controller goes into pods',
    inObject(ROLE, put('rules > 0 > resources > 1', 'pods/exec')),
    "rbac: A toolkit's account may get, list, watch, create, update, patch, delete pods/exec, which not all hold who may start its pods",
  ],
  [
    'the controller reads Secrets',
    inObject(ROLE, put('rules > 1 > resources > 1', 'secrets')),
    "rbac: A toolkit's account may get, list, watch secrets, which not all hold who may start its pods",
  ],
  [
    'a step may give itself a role',
    inObject(
      EXECUTOR,
      put('rules > 1', {
        apiGroups: ['rbac.authorization.k8s.io'],
        resources: ['rolebindings'],
        verbs: ['create'],
      }),
    ),
    "rbac: A toolkit's account may create rolebindings.rbac.authorization.k8s.io, which not all hold who may start its pods",
  ],
  [
    'a step holds the role of people',
    inObject(BINDING, put('roleRef > name', 'practicum-student')),
    'rbac: Pods hold a role in their own namespace, and whoever starts a pod holds it with them',
  ],
  [
    'the pods of one place act in another',
    inObject(BINDING, put('subjects > 0 > namespace', 'bjork-g')),
    "rbac: A tenant's pods may act in another's namespace",
  ],
  [
    'the pods of a place act everywhere',
    plusObject('ClusterRole practicum-student', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'argo-workflows' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'practicum-account-argo-workflows',
      },
      subjects: [{ kind: 'ServiceAccount', name: 'argo-workflows', namespace: 'amara-okafor' }],
    }),
    "rbac: A tenant's pods may act in every namespace of the cluster",
  ],
  [
    'the controller runs as another account with a token',
    inObject(CONTROLLER, put('spec > template > spec > serviceAccountName', 'lab')),
    'objects: Pods of a toolkit get a token for the Kubernetes API, which they do not need',
  ],
  [
    'the controller runs as an account of nobody',
    inObject(CONTROLLER, put('spec > template > spec > serviceAccountName', 'admin')),
    'objects: Pods of a toolkit have another account than those of the place',
  ],
  [
    'students cannot start workflows',
    inObject('ClusterRole practicum-student', drop('rules > 13')),
    'rbac: A student cannot get, list, watch, create, update, patch, delete workflows.argoproj.io',
  ],
])('It is found when %s', (_title, change, sentence) => {
  expect(sentences(change).filter((each) => each.startsWith(sentence))).not.toEqual([]);
});
