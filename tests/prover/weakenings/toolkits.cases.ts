import type { JsonMap } from '../../../src/prover/json-value';
import type { Edit } from '../changes';
import { drop, inObject, plusObject, put, withoutObject } from '../changes';
import { weakening } from '../weakening';

const HOME = 'practicum-monitoring';
const WINDOWS = `ConfigMap ${HOME}/toolkit-windows`;
const REDIS = 'StatefulSet ada/redis';
const POD = 'spec > template > spec';
const MAIN = `${POD} > containers > 0`;

const SHARES_NODE = 'Pods of a toolkit share something of the node, and so of everybody on it';
const RAISED = 'A container of a toolkit may do more than those of labs';
const HAS_TOKEN = 'Pods of a toolkit get a token for the Kubernetes API, which they do not need';
const ELSEWHERE = 'Pods of a toolkit choose their nodes, or go before those of others';
const MORE_RIGHTS: JsonMap = { apiGroups: [''], resources: ['secrets'], verbs: ['get'] };

const inRedis = (title: string, edit: Edit, sentence: string) =>
  weakening(title, inObject(REDIS, edit), 'objects', sentence);
const wrongLists = (title: string, edit: Edit) =>
  weakening(title, inObject(WINDOWS, edit), 'metrics', 'The toolkits that wake are not those that there are');

const standing = (kind: string, apiVersion: string, toolkit: string, more: JsonMap = {}): JsonMap => ({
  apiVersion,
  kind,
  metadata: { name: 'more', namespace: 'ada', labels: { 'practicum.dev/toolkit': toolkit } },
  ...more,
});

/** Ways in which a toolkit, or what wakes it, does more than it is for, or less. */
export const TOOLKITS_WEAKENINGS = [
  weakening(
    'what wakes toolkits scales whatever there is',
    inObject('ClusterRole practicum-toolkit-windows', drop('rules > 1 > resourceNames')),
    'rbac',
    'A program may patch statefulsets/scale.apps, which is not its work',
  ),
  weakening(
    'what wakes toolkits scales another workload',
    inObject('ClusterRole practicum-toolkit-windows', put('rules > 1 > resourceNames > 9', 'alertmanager')),
    'rbac',
    'A program may patch statefulsets/scale.apps that is called alertmanager, which is not its work',
  ),
  weakening(
    'what wakes toolkits reads the Secrets that it draws',
    inObject('ClusterRole practicum-toolkit-secrets', put('rules > 0 > verbs > 1', 'get')),
    'rbac',
    'A program may get secrets, which is not its work',
  ),
  weakening(
    'what wakes toolkits reads secrets',
    inObject('ClusterRole practicum-toolkit-windows', put('rules > 9', MORE_RIGHTS)),
    'rbac',
    'A program may get secrets, which is not its work',
  ),
  weakening(
    'another program draws Secrets in a place',
    inObject('RoleBinding ada/toolkit-secrets', put('subjects > 0 > name', 'dashboards')),
    'rbac',
    "A program that collects metrics may act in another's namespace",
  ),
  weakening(
    'pods of a place draw Secrets in another',
    inObject(
      'RoleBinding ada/toolkit-secrets',
      put('subjects > 0', { kind: 'ServiceAccount', name: 'lab', namespace: 'bo' }),
    ),
    'rbac',
    "A tenant's pods may act in another's namespace",
  ),
  weakening(
    'what draws Secrets has the role of a student',
    inObject('RoleBinding ada/toolkit-secrets', put('roleRef > name', 'practicum-student')),
    'rbac',
    "A program that collects metrics may act in another's namespace",
  ),
  weakening(
    'no Secret can be drawn in a place',
    withoutObject('RoleBinding ada/toolkit-secrets'),
    'metrics',
    'No Secret can be drawn for a toolkit of a place',
  ),
  weakening(
    'a Secret stands in a file',
    plusObject('Namespace ada', standing('Secret', 'v1', 'redis')),
    'objects',
    'A Secret in a place: what it holds stands in a file',
  ),
  wrongLists('a place is in no list of those that wake', put('data > places', '')),
  wrongLists('toolkits wake at no time', put('data > spans', '')),
  wrongLists('no Secret is drawn', put('data > secrets', '')),
  wrongLists('a Secret of another name is drawn', put('data > secrets', 'postgres database password\n')),
  wrongLists('more of them wakes', put('data > toolkits', '1 redis StatefulSet/redis=40\n')),
  weakening('a toolkit is missing', withoutObject(REDIS), 'objects', 'A toolkit of a place is missing'),
  inRedis(
    'a toolkit is not found by what wakes it',
    put('metadata > labels > practicum.dev/toolkit', 'postgres'),
    'A toolkit is never woken',
  ),
  inRedis(
    'a toolkit is awake from each deployment on',
    put('spec > replicas', 1),
    'A toolkit runs from each deployment to the next run of what puts it to sleep',
  ),
  inRedis(
    'a workload is of no toolkit',
    drop('metadata > labels'),
    'A StatefulSet in a place: nobody has reasoned about what it does',
  ),
  weakening(
    'something is of a toolkit that the place does not have',
    plusObject('Namespace ada', standing('Deployment', 'apps/v1', 'mlflow')),
    'objects',
    'A Deployment in a place: nobody has reasoned about what it does',
  ),
  weakening(
    'something says that it is of Grafana',
    plusObject('Namespace ada', standing('CronJob', 'batch/v1', 'grafana')),
    'objects',
    'A CronJob in a place: nobody has reasoned about what it does',
  ),
  weakening(
    'a toolkit runs on every node',
    plusObject('Namespace ada', standing('DaemonSet', 'apps/v1', 'redis')),
    'objects',
    'A DaemonSet in a place: it runs on the nodes of everybody',
  ),
  weakening(
    'a toolkit has an autoscaler of another API',
    plusObject('Namespace ada', standing('HorizontalPodAutoscaler', 'autoscaling/v1', 'redis')),
    'objects',
    'A HorizontalPodAutoscaler in a place is not the one that is meant',
  ),
  weakening(
    'a toolkit claims a disk that there is',
    plusObject(
      'Namespace ada',
      standing('PersistentVolumeClaim', 'v1', 'redis', { spec: { volumeName: 'disk-of-bo' } }),
    ),
    'objects',
    'A toolkit asks for a disk that may be of somebody else',
  ),
  weakening(
    'a toolkit’s disk is a copy of another',
    inObject(
      'StatefulSet ada/postgres',
      put('spec > volumeClaimTemplates > 0 > spec > dataSourceRef', { kind: 'VolumeSnapshot', name: 'bo' }),
    ),
    'objects',
    'A toolkit asks for a disk that may be of somebody else',
  ),
  inRedis('a toolkit is in the network of the node', put(`${POD} > hostNetwork`, true), SHARES_NODE),
  inRedis('a toolkit sees the processes of the node', put(`${POD} > hostPID`, true), SHARES_NODE),
  inRedis(
    'a toolkit mounts a folder of the node',
    put(`${POD} > volumes > 9`, { name: 'node', hostPath: { path: '/' } }),
    SHARES_NODE,
  ),
  inRedis('a toolkit takes a port of the node', put(`${MAIN} > ports > 0 > hostPort`, 6379), SHARES_NODE),
  inRedis('a container is privileged', put(`${MAIN} > securityContext > privileged`, true), RAISED),
  inRedis(
    'a container has a capability more',
    put(`${MAIN} > securityContext > capabilities > add`, ['SYS_ADMIN']),
    RAISED,
  ),
  inRedis(
    'a container calls the kernel as it likes',
    put(`${MAIN} > securityContext > seccompProfile`, { type: 'Unconfined' }),
    RAISED,
  ),
  inRedis('a toolkit has a token', put(`${POD} > automountServiceAccountToken`, true), HAS_TOKEN),
  inRedis(
    'a toolkit mounts a token',
    put(`${POD} > volumes > 9`, { name: 'token', projected: { sources: [{ serviceAccountToken: {} }] } }),
    HAS_TOKEN,
  ),
  inRedis(
    'a toolkit has the account of Grafana',
    put(`${POD} > serviceAccountName`, 'grafana'),
    'Pods of a toolkit have another account than those of the place',
  ),
  inRedis(
    'a toolkit goes before labs',
    put(`${POD} > priorityClassName`, 'system-cluster-critical'),
    ELSEWHERE,
  ),
  inRedis(
    'a toolkit runs on system nodes',
    put(`${POD} > nodeSelector`, { 'practicum.dev/pool': 'system' }),
    ELSEWHERE,
  ),
  inRedis('a toolkit bears every taint', put(`${POD} > tolerations`, [{ operator: 'Exists' }]), ELSEWHERE),
  inRedis(
    'a toolkit is believed what it tells of others',
    put('spec > template > metadata > labels > practicum.dev/collected', 'kube-state-metrics'),
    'Pods of a toolkit are believed what they tell of other namespaces',
  ),
  weakening(
    'a job of a toolkit is privileged',
    inObject(
      'CronJob ada/postgres-backup',
      put(
        'spec > jobTemplate > spec > template > spec > containers > 0 > securityContext > privileged',
        true,
      ),
    ),
    'objects',
    RAISED,
  ),
] as const;
