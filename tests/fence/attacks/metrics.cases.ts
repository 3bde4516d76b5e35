import type { Attack } from '../attack';
import { PEOPLE, PLACES } from '../cast';
import { inOther, inOwn, inPlace, ofCluster } from '../kube-path';
import { byPolicy, policyRefusal, sent } from './by-policy';
import { byRole, requestOf, watched } from './by-role';
import { object, pod } from './objects';

const RBAC = 'rbac.authorization.k8s.io/v1';
const GOOGLE = 'monitoring.googleapis.com/v1';
const student = byRole('student');
const runningPod = byRole('pod');
const ta = byRole('ta');

const inHome = (what: string, apiVersion?: string): string =>
  inPlace('practicum-monitoring', what, apiVersion);
const SUBJECT = { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: PEOPLE.student };
const OWN_GRAFANA = { kind: 'ServiceAccount', name: 'grafana', namespace: PLACES.student };
const reader = (kind: string): ReturnType<typeof object> =>
  object(RBAC, kind, {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'practicum-metrics-reader' },
    subjects: [OWN_GRAFANA],
  });
/** Label of pods that are believed what they tell of other namespaces. */
const POSING = { 'practicum.dev/collected': 'kube-state-metrics' };
const posed = byPolicy('practicum-collected-labels');
const TOKEN = {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'TokenRequest',
  spec: { audiences: ['practicum-metrics'] },
};
const SCALED = { spec: { replicas: 0 } };
const monitoring = (kind: string): ReturnType<typeof object> =>
  object(GOOGLE, kind, {
    spec: {
      selector: { matchLabels: { app: 'mine' } },
      endpoints: [{ port: 'metrics', interval: '1s' }],
      targetLabels: { metadata: [] },
    },
  });

const impersonation = (title: string, account: string): Attack => ({
  title,
  as: 'pod',
  guard: 'roles',
  request: {
    method: 'GET',
    path: inHome('configmaps/metrics-proxies'),
    headers: { 'Impersonate-User': `system:serviceaccount:${account}` },
  },
  refused: {
    status: 403,
    because: `cannot impersonate resource "serviceaccounts" in API group "" in the namespace "${account.split(':')[0]}"`,
  },
});

/** What collects and shows metrics, and others' Grafanas: read, changed, gone round, or taken the place of. */
// One line per attack.
// prettier-ignore
export const METRICS: readonly Attack[] = [
  student('A student looks at the namespace that collects metrics', 'GET', ofCluster('namespaces/practicum-monitoring')),
  student('A student reads the password of the mail server', 'GET', inHome('secrets/alertmanager-smtp')),
  student('A student lists the secrets of what collects metrics', 'GET', inHome('secrets')),
  student('A student reads how the proxies of metrics ask', 'GET', inHome('configmaps/metrics-proxies')),
  student('A student has the proxies of metrics ask for nothing', 'PATCH', inHome('configmaps/metrics-proxies'), { data: { 'tenants.yaml': '{}' } }),
  student('A student reads who hears of whose alerts', 'GET', inHome('configmaps/alertmanager')),
  student('A student changes the dashboards of all', 'PATCH', inHome('configmaps/dashboards'), { data: { 'redis.json': '{}' } }),
  student('A student has Prometheus believe what pods tell', 'PATCH', inHome('configmaps/prometheus-config'), { data: { 'prometheus.yml': '' } }),
  student('A student lists the pods that collect metrics', 'GET', inHome('pods')),
  student('A student reads the log of Prometheus', 'GET', inHome('pods/prometheus-0/log')),
  student('A student forwards the port of Prometheus, past its proxies', 'POST', inHome('pods/prometheus-0/portforward?ports=9090')),
  student('A student forwards the port of Prometheus over a WebSocket', 'GET', inHome('pods/prometheus-0/portforward?ports=9090')),
  student('A student asks Prometheus from inside its pod', 'POST', inHome('pods/prometheus-0/exec?command=promtool&container=prometheus')),
  student('A student attaches to Prometheus', 'POST', inHome('pods/prometheus-0/attach?stdin=true')),
  student('A student puts a debugger beside Prometheus', 'PATCH', inHome('pods/prometheus-0/ephemeralcontainers'), { spec: { ephemeralContainers: [{ name: 'debugger', image: 'busybox:1.37' }] } }),
  student('A student asks Prometheus through the API server', 'GET', inHome('pods/prometheus-0:9090/proxy/api/v1/query?query=up')),
  student('A student asks the Service of metrics through the API server', 'GET', inHome('services/https:metrics:8443/proxy/api/v1/query?query=up')),
  student('A student asks Alertmanager through the API server', 'GET', inHome('services/alertmanager:9093/proxy/api/v2/alerts')),
  student('A student silences everybody’s alerts through the API server', 'POST', inHome('services/alertmanager:9093/proxy/api/v2/silences')),
  student('A student asks what knows of all objects through the API server', 'GET', inHome('services/kube-state-metrics:8080/proxy/metrics')),
  student('A student opens the staff’s Grafana through the API server', 'GET', inHome('services/grafana:3000/proxy/')),
  student('A student starts a pod beside Prometheus', 'POST', inHome('pods'), pod({}, { labels: { 'app.kubernetes.io/name': 'grafana' } })),
  student('A student leads the Service of metrics past its proxies', 'PATCH', inHome('services/metrics'), { spec: { ports: [{ port: 8443, targetPort: 9090 }] } }),
  student('A student opens the network of what collects metrics', 'DELETE', inHome('networkpolicies/deny-all', 'networking.k8s.io/v1')),
  student('A student takes Prometheus down', 'PATCH', inHome('deployments/prometheus/scale', 'apps/v1'), SCALED),
  student('A student deletes the disk of all metrics', 'DELETE', inHome('persistentvolumeclaims/prometheus')),
  student('A student wakes toolkits when they like', 'PATCH', inHome('cronjobs/toolkit-windows', 'batch/v1'), { spec: { schedule: '* * * * *' } }),
  student('A student runs what wakes toolkits', 'POST', inHome('jobs', 'batch/v1'), object('batch/v1', 'Job', { spec: { template: { spec: { restartPolicy: 'Never', serviceAccountName: 'toolkit-windows', containers: [{ name: 'main', image: 'busybox:1.37' }] } } } })),
  student('A student takes the login off the staff’s Grafana', 'DELETE', inHome('gcpbackendpolicies/grafana', 'networking.gke.io/v1')),
  student('A student takes the host of the staff’s Grafana away', 'DELETE', inHome('httproutes/grafana', 'gateway.networking.k8s.io/v1')),

  student('A student lets their Grafana read all metrics', 'POST', ofCluster('clusterrolebindings', RBAC), reader('ClusterRoleBinding')),
  student('A student lets their Grafana read another’s metrics', 'POST', inOther('rolebindings', RBAC), reader('RoleBinding')),
  student('A student lets more of their pods read their metrics', 'POST', inOwn('rolebindings', RBAC), reader('RoleBinding')),
  student('A student adds their Grafana to another’s right', 'PATCH', inOther('rolebindings/grafana', RBAC), { subjects: [OWN_GRAFANA] }),
  student('A student takes a friend into the right of their Grafana', 'PATCH', inOwn('rolebindings/grafana', RBAC), { subjects: [SUBJECT] }),
  student('A student adds themselves to the staff who read all metrics', 'PATCH', ofCluster('clusterrolebindings/practicum-staff-metrics', RBAC), { subjects: [SUBJECT] }),
  student('A student widens the right to metrics', 'PATCH', ofCluster('clusterroles/practicum-metrics-reader', RBAC), { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] }),
  student('A student asks for a token of the staff’s Grafana', 'POST', inHome('serviceaccounts/grafana/token'), TOKEN),
  student('A student asks for a token of Prometheus', 'POST', inHome('serviceaccounts/prometheus/token'), TOKEN),
  student('A student asks for a token of another’s Grafana', 'POST', inOther('serviceaccounts/grafana/token'), TOKEN),
  student('A student asks for a token of their Grafana, to keep', 'POST', inOwn('serviceaccounts/grafana/token'), TOKEN),
  student('A student starts a pod with the account of another’s Grafana', 'POST', inOther('pods'), pod({ serviceAccountName: 'grafana' })),
  impersonation('A pod says that it is the staff’s Grafana', 'practicum-monitoring:grafana'),
  impersonation('A pod says that it is Prometheus', 'practicum-monitoring:prometheus'),
  impersonation('A pod says that it is another’s Grafana', `${PLACES.other}:grafana`),

  posed('A student’s pod poses as what knows of all objects', sent('pods', pod({}, { labels: POSING })), 'metadata.labels: practicum.dev/collected is for'),
  posed('A student’s pod poses as an exporter by the label’s name alone', sent('pods', pod({}, { labels: { 'practicum.dev/collected': '' } })), 'metadata.labels: practicum.dev/collected is for'),
  {
    title: 'A student has a pod that stands pose as what knows of all objects',
    as: 'student',
    guard: 'practicum-collected-labels',
    request: requestOf('PATCH', inOwn('pods/shell'), { metadata: { labels: POSING } }),
    refused: policyRefusal('practicum-collected-labels', 'metadata.labels: practicum.dev/collected is for'),
  },
  student('A student has Google collect from all pods', 'POST', ofCluster('clusterpodmonitorings', GOOGLE), monitoring('ClusterPodMonitoring')),
  student('A student has Google collect from nodes', 'POST', ofCluster('clusternodemonitorings', GOOGLE), monitoring('ClusterNodeMonitoring')),
  student('A student has Google collect in another place', 'POST', inOther('podmonitorings', GOOGLE), monitoring('PodMonitoring')),
  student('A student has Google collect in their place, beyond its bounds', 'POST', inOwn('podmonitorings', GOOGLE), monitoring('PodMonitoring')),
  student('A student records rules for all', 'POST', ofCluster('clusterrules', GOOGLE), object(GOOGLE, 'ClusterRules', { spec: { groups: [] } })),
  student('A student asks the API for metrics by name', 'GET', inOther('metrics', 'monitoring.practicum.dev/v1')),

  student('A student puts another’s Grafana to sleep', 'PATCH', inOther('statefulsets/grafana/scale', 'apps/v1'), SCALED),
  student('A student reads the log of another’s Grafana', 'GET', inOther('pods/grafana-0/log')),
  student('A student reads the password of another’s Grafana', 'POST', inOther('pods/grafana-0/exec?command=cat&command=/var/lib/grafana/password')),
  student('A student forwards the port of another’s Grafana', 'POST', inOther('pods/grafana-0/portforward?ports=3000')),
  student('A student has another’s Grafana ask in their name', 'PATCH', inOther('configmaps/grafana'), { data: { 'nginx.conf': '' } }),
  student('A student deletes the disk of another’s Grafana', 'DELETE', inOther('persistentvolumeclaims/grafana-grafana-0')),
  byRole('held')('A held student reads the password of their Grafana', 'POST', inPlace(PLACES.held, 'pods/grafana-0/exec?command=cat')),
  byRole('held')('A held student wakes their Grafana', 'PATCH', inPlace(PLACES.held, 'statefulsets/grafana/scale', 'apps/v1'), { spec: { replicas: 1 } }),

  ta('A TA reads the password of a student’s Grafana', 'POST', inOwn('pods/grafana-0/exec?command=cat&command=/var/lib/grafana/password')),
  ta('A TA asks for a token of a student’s Grafana', 'POST', inOwn('serviceaccounts/grafana/token'), TOKEN),
  ta('A TA watches the password of the mail server', 'GET', inHome(`secrets?${watched('alertmanager-smtp')}`)),
  byRole('instructor')('An instructor forwards the port of Prometheus, past its proxies', 'POST', inHome('pods/prometheus-0/portforward?ports=9090')),
  byRole('instructor')('An instructor changes whom alerts are told', 'PATCH', inHome('configmaps/alertmanager'), { data: {} }),
  runningPod('A pod lists all pods, as Prometheus does', 'GET', ofCluster('pods')),
  runningPod('A pod has a token checked, as the proxies of metrics do', 'POST', ofCluster('tokenreviews', 'authentication.k8s.io/v1'), object('authentication.k8s.io/v1', 'TokenReview', { spec: { token: 'found' } })),
  runningPod('A pod asks what another may do, as the proxies of metrics do', 'POST', ofCluster('subjectaccessreviews', 'authorization.k8s.io/v1'), { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec: { user: PEOPLE.other } }),
];
