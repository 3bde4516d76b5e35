import type { JsonMap } from '../../../src/prover/json-value';
import { inObject, plusObject, put } from '../changes';
import { weakening } from '../weakening';

const HOME = 'practicum-monitoring';
const RBAC = 'rbac.authorization.k8s.io';

const bindingOf = (name: string, namespace: string, role: string): JsonMap => ({
  apiVersion: `${RBAC}/v1`,
  kind: 'ClusterRoleBinding',
  metadata: { name },
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
  subjects: [{ kind: 'ServiceAccount', name: 'grafana', namespace }],
});

/** Ways in which somebody holds a right to metrics that is not theirs, or none is asked for. */
export const METRICS_RIGHTS_WEAKENINGS = [
  weakening(
    'a place reads the metrics of all',
    inObject(
      'ClusterRoleBinding practicum-staff-metrics',
      put('subjects > 1', { kind: 'ServiceAccount', name: 'grafana', namespace: 'ada' }),
    ),
    'rbac',
    "A tenant's pods may act in every namespace of the cluster",
  ),
  weakening(
    'a place reads the metrics of another',
    inObject('RoleBinding bo/grafana', put('subjects > 0 > namespace', 'ada')),
    'rbac',
    "A tenant's pods may act in another's namespace",
  ),
  weakening(
    'a binding of the whole cluster more',
    plusObject('Namespace practicum-monitoring', bindingOf('more', 'ada', 'practicum-metrics-reader')),
    'objects',
    'A ClusterRoleBinding of the cluster: it holds in every namespace',
  ),
  weakening(
    'what scrapes may do everything',
    inObject('ClusterRoleBinding practicum-prometheus', put('roleRef > name', 'cluster-admin')),
    'rbac',
    'A program that collects metrics may act in every namespace of the cluster',
  ),
  weakening(
    'what scrapes reads secrets',
    inObject(
      'ClusterRole practicum-prometheus',
      put('rules > 99', { apiGroups: [''], resources: ['secrets'], verbs: ['get'] }),
    ),
    'rbac',
    'A program may get secrets, which is not its work',
  ),
  weakening(
    'something else stands beside what collects metrics',
    plusObject(`Namespace ${HOME}`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'more', namespace: HOME },
    }),
    'objects',
    'A ConfigMap stands among what collects metrics',
  ),
  weakening(
    'a stateful set stands in a place that is no Grafana',
    plusObject('Namespace ada', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'more', namespace: 'ada' },
    }),
    'objects',
    'A StatefulSet in a place: nobody has reasoned about what it does',
  ),
  weakening(
    "nobody is asked at the door of the staff's Grafana",
    inObject(`GCPBackendPolicy ${HOME}/grafana`, put('spec > default > iap > enabled', false)),
    'hosts',
    "The staff's Grafana is open to whoever knows its host",
  ),
  weakening(
    "the staff's Grafana takes another's host",
    inObject(`HTTPRoute ${HOME}/grafana`, put('spec > hostnames > 1', 'ada.mlops.example.edu')),
    'hosts',
    "A route of the staff's Grafana is not the one that is meant",
  ),
] as const;
