import type { Attack } from '../attack';
import { PLACES } from '../cast';
import { inOther, inPlace, ofCluster } from '../kube-path';
import { byRole, watched } from './by-role';
import { container, deployment, object, pod, service } from './objects';

const student = byRole('student');
const member = byRole('member');
const runningPod = byRole('pod');

const SECRET = object('v1', 'Secret', { stringData: { password: 'mine' } });
const DEBUGGER = { spec: { ephemeralContainers: [container({ name: 'debugger' })] } };

/** What others keep: secrets by every verb, and all ways into their pods. */
export const ANOTHER_PLACE: readonly Attack[] = [
  student('A student lists the secrets of another place', 'GET', inOther('secrets')),
  student('A student reads a secret of another place', 'GET', inOther('secrets/database')),
  student('A student watches a secret of another place', 'GET', inOther(`secrets?${watched('database')}`)),
  student('A student puts a secret into another place', 'POST', inOther('secrets'), SECRET),
  student('A student replaces a secret of another place', 'PUT', inOther('secrets/database'), {
    ...SECRET,
    metadata: { name: 'database' },
  }),
  student('A student patches a secret of another place', 'PATCH', inOther('secrets/database'), {
    stringData: { password: 'mine' },
  }),
  student('A student deletes a secret of another place', 'DELETE', inOther('secrets/database')),
  student('A student deletes all secrets of another place', 'DELETE', inOther('secrets')),
  student('A student lists the secrets of all places at once', 'GET', ofCluster('secrets')),
  student(
    'A student watches all places at once for a secret of some name',
    'GET',
    ofCluster(`secrets?${watched('sh.helm.release.v1.practicum-services.v1')}`),
  ),
  student(
    'A student picks the secrets of another place out of all by a field',
    'GET',
    ofCluster(`secrets?fieldSelector=metadata.namespace%3D${PLACES.other}`),
  ),
  student(
    'A student asks only for the names of the secrets of another place',
    'GET',
    inOther('secrets'),
    {},
    { Accept: 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1' },
  ),
  student('A student reads the settings of another place', 'GET', inOther('configmaps/settings')),
  student('A student who is in no team reads its secrets', 'GET', inPlace(PLACES.team, 'secrets')),
  member('A team member reads the secrets of the other member', 'GET', inPlace('f9mx3', 'secrets')),
  member('A team member reads the secrets of a student outside', 'GET', inOther('secrets')),
  runningPod('A pod lists the secrets of another place with its token', 'GET', inOther('secrets')),
  runningPod('A pod lists the secrets of its own place', 'GET', inPlace(PLACES.student, 'secrets')),

  student('A student lists the pods of another place', 'GET', inOther('pods')),
  student('A student lists the pods of all places', 'GET', ofCluster('pods')),
  student('A student reads the log of a pod of another place', 'GET', inOther('pods/web-0/log')),
  student(
    'A student opens a shell in a pod of another place',
    'POST',
    inOther('pods/web-0/exec?command=sh&stdin=true'),
  ),
  student(
    'A student opens a shell over a WebSocket in a pod of another place',
    'GET',
    inOther('pods/web-0/exec?command=sh'),
  ),
  student('A student attaches to a pod of another place', 'POST', inOther('pods/web-0/attach?stdin=true')),
  student(
    'A student forwards a port of a pod of another place',
    'POST',
    inOther('pods/web-0/portforward?ports=80'),
  ),
  student(
    'A student puts a debugger into a pod of another place',
    'PATCH',
    inOther('pods/web-0/ephemeralcontainers'),
    DEBUGGER,
  ),
  student('A student starts a pod in another place', 'POST', inOther('pods'), pod()),
  student(
    'A student starts a deployment in another place',
    'POST',
    inOther('deployments', 'apps/v1'),
    deployment(),
  ),
  student('A student takes over the Service of another place', 'PATCH', inOther('services/web'), {
    spec: { selector: { app: 'mine' } },
  }),
  student('A student opens a Service in another place', 'POST', inOther('services'), service()),
  student('A student evicts a pod of another place', 'POST', inOther('pods/web-0/eviction'), {
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { name: 'web-0', namespace: PLACES.other },
  }),
  student('A student deletes the volume of another place', 'DELETE', inOther('persistentvolumeclaims/data')),
  student(
    'A student takes the route of another place away',
    'DELETE',
    inOther('httproutes/web', 'gateway.networking.k8s.io/v1'),
  ),
  student('A student reads the events of another place', 'GET', inOther('events')),
  student('A student reads what pods of another place use', 'GET', inOther('pods', 'metrics.k8s.io/v1beta1')),

  student(
    'A student asks a pod of another place through the API server',
    'GET',
    inOther('pods/web-0:8000/proxy/'),
  ),
  student(
    'A student asks a Service of another place through the API server',
    'GET',
    inOther('services/web:80/proxy/admin'),
  ),
  student(
    'A student posts to a Service of another place through the API server',
    'POST',
    inOther('services/web:80/proxy/predict'),
  ),
  student(
    'A student asks a Service of their own through the API server, from where its address is the network’s',
    'GET',
    inPlace(PLACES.student, 'services/web:80/proxy/'),
  ),
  student(
    'A student asks a pod of their own through the API server',
    'GET',
    inPlace(PLACES.student, 'pods/shell/proxy/'),
  ),
];
