import type { Attack } from '../attack';
import { PEOPLE, PLACES } from '../cast';
import { inPlace, ofCluster } from '../kube-path';
import { byRole } from './by-role';
import { deployment, object, pod } from './objects';

const held = byRole('held');
const inHeld = (what: string, apiVersion?: string): string => inPlace(PLACES.held, what, apiVersion);

/** A student who is held: reads nothing and changes nothing, in a place that is kept. */
// One line per attack.
// prettier-ignore
export const HELD: readonly Attack[] = [
  held('A held student looks at their namespace', 'GET', ofCluster(`namespaces/${PLACES.held}`)),
  held('A held student lists their pods', 'GET', inHeld('pods')),
  held('A held student reads their secrets', 'GET', inHeld('secrets')),
  held('A held student reads their settings', 'GET', inHeld('configmaps/settings')),
  held('A held student reads the log of a pod that still runs', 'GET', inHeld('pods/web-0/log')),
  held('A held student opens a shell in a pod that still runs', 'POST', inHeld('pods/web-0/exec?command=sh')),
  held('A held student forwards a port of a pod that still runs', 'POST', inHeld('pods/web-0/portforward?ports=80')),
  held('A held student starts a pod', 'POST', inHeld('pods'), pod()),
  held('A held student starts a deployment', 'POST', inHeld('deployments', 'apps/v1'), deployment()),
  held('A held student writes a secret', 'PATCH', inHeld('secrets/database'), { stringData: { a: 'b' } }),
  held('A held student deletes their volume', 'DELETE', inHeld('persistentvolumeclaims/data')),
  held('A held student deletes all that they have', 'DELETE', inHeld('deployments', 'apps/v1')),
  held('A held student takes their route away', 'DELETE', inHeld('httproutes/web', 'gateway.networking.k8s.io/v1')),
  held('A held student makes their access come back', 'POST', inHeld('rolebindings', 'rbac.authorization.k8s.io/v1'), object('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'practicum-student' }, subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: PEOPLE.held }] })),
  held('A held student reads the events of their place', 'GET', inHeld('events')),
  held('A held student looks for work in the team’s place', 'GET', inPlace(PLACES.team, 'pods')),
];
