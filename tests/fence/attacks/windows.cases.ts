import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import type { Actor } from '../cast';
import { PLACES } from '../cast';
import type { KubeRequest } from '../fence-world';
import { inOwn, inPlace } from '../kube-path';
import { byPolicy, policyRefusal, sent } from './by-policy';
import { byRole, requestOf } from './by-role';
import { LAB, cronJobOf, deploymentIn, deploymentOf, filesIn, jobOf, podIn } from './lab-objects';
import { container, service } from './objects';

const POLICY = 'practicum-windows';
const closed = (lab: string): string => `metadata.labels: ${lab} is closed here`;
const UPCOMING = 'metadata.labels: lab3 is upcoming here';
const PODS = 'spec.template.metadata.labels: write practicum.dev/lab there as in metadata.labels';
const SELECTOR = 'spec.selector.matchLabels: write practicum.dev/lab there as in metadata.labels';

const making = byPolicy(POLICY);
const student = byRole('student');

/** A request about what stands in the student's place. */
const doing = (
  title: string,
  method: KubeRequest['method'],
  path: string,
  because: string,
  body: Attributes | readonly Attributes[] = {},
  as: Actor = 'student',
): Attack => ({
  title,
  as,
  guard: POLICY,
  request: requestOf(method, path, body),
  refused: policyRefusal(POLICY, because),
});

const APPS = 'apps/v1';
const relabelled = (lab: string | null): Attributes => ({ metadata: { labels: { [LAB]: lab } } });
const scaled = (replicas: number): Attributes => ({ spec: { replicas } });
const handedIn = (more = ''): string => inOwn(`deployments/handed-in${more}`, APPS);
const withLab = (object: KubernetesObject, lab: string): KubernetesObject => ({
  ...object,
  metadata: { ...object.metadata, labels: { [LAB]: lab } },
});

/** Work after its deadline, work before its lab opens, and ways around both: lab1 is closed, lab3 yet to open. */
// One line per attack.
// prettier-ignore
export const WINDOWS: readonly Attack[] = [
  doing('A student changes the image of work that was handed in', 'PATCH', handedIn(), closed('lab1'), { spec: { template: { spec: { terminationGracePeriodSeconds: 5 } } } }),
  doing('A student changes files that were handed in', 'PATCH', inOwn('configmaps/handed-in'), closed('lab1'), { data: { mode: 'mine' } }),
  doing('A student replaces files that were handed in', 'PUT', inOwn('configmaps/handed-in'), closed('lab1'), filesIn(undefined, 'handed-in')),
  doing('A student deletes work that was handed in', 'DELETE', handedIn(), closed('lab1')),
  doing('A student deletes a pod of work that was handed in', 'DELETE', inOwn('pods/handed-in'), closed('lab1')),
  doing('A student scales work that was handed in', 'PATCH', handedIn('/scale'), closed('lab1'), scaled(3)),
  doing('A student scales work that was handed in and hides whose it is', 'PUT', handedIn('/scale'), closed('lab1'), { apiVersion: 'autoscaling/v1', kind: 'Scale', metadata: { name: 'handed-in', namespace: PLACES.student }, ...scaled(3), status: { replicas: 1, selector: 'app=other' } }),
  doing('A student puts a debugger beside work that was handed in', 'PATCH', inOwn('pods/handed-in/ephemeralcontainers'), closed('lab1'), { spec: { ephemeralContainers: [container({ name: 'debugger' })] } }),
  doing('A student takes the label off work that was handed in', 'PATCH', inOwn('configmaps/handed-in'), closed('lab1'), relabelled(null)),
  doing('A student makes work that was handed in that of an open lab', 'PATCH', inOwn('configmaps/handed-in'), closed('lab1'), relabelled('lab2')),
  doing('A student makes other files those of a closed lab', 'PATCH', inOwn('configmaps/notes'), closed('lab1'), relabelled('lab1')),
  doing('A student makes files of an open lab those of a closed one', 'PATCH', inOwn('configmaps/draft'), closed('lab1'), relabelled('lab1')),
  making('A student adds a pod to a closed lab', sent('pods', podIn('lab1')), closed('lab1')),
  making('A student adds a Service to a closed lab', sent('services', withLab(service(), 'lab1')), closed('lab1')),
  making('A student deploys for a closed lab', sent('deployments', deploymentIn('lab1')), closed('lab1')),
  making('A student begins a lab before it opens', sent('deployments', deploymentIn('lab3')), UPCOMING),
  making('A student puts files into a lab before it opens', sent('configmaps', filesIn('lab3')), UPCOMING),
  making('A student uses a lab that there is not', sent('configmaps', filesIn('lab9')), 'metadata.labels: lab9 is no lab of this course here'),
  making('A student calls files the lab of another’s extension', sent('configmaps', filesIn(`${PLACES.other}.lab1`)), `metadata.labels: ${PLACES.other}.lab1 is no lab of this course here`),
  doing('A student whose deadline was earlier goes on with the class', 'POST', inPlace(PLACES.crowded, 'configmaps'), closed('lab2'), filesIn('lab2'), 'crowded'),

  making('A student deploys pods of an open lab under no lab', sent('deployments', deploymentOf({ selector: 'lab2', pods: 'lab2' })), PODS),
  making('A student deploys pods of a closed lab under none', sent('deployments', deploymentOf({ pods: 'lab1' })), PODS),
  making('A student deploys pods of a closed lab under an open one', sent('deployments', deploymentOf({ labels: 'lab2', selector: 'lab1', pods: 'lab1' })), PODS),
  making('A student has a job start pods of a closed lab', sent('jobs', jobOf({ pods: 'lab1' })), PODS),
  making('A student has pods of a closed lab started at night', sent('cronjobs', cronJobOf({ pods: 'lab1' })), PODS),
  making('A student hides from whoever scales of which lab a deployment is', sent('deployments', deploymentOf({ labels: 'lab2', pods: 'lab2' })), SELECTOR),

  student('A student opens a closed lab for all', 'PATCH', inPlace('practicum-system', 'configmaps/windows'), { data: { lab1: 'open' } }),
  student('A student takes the windows away', 'DELETE', inPlace('practicum-system', 'configmaps/windows')),
  student('A student reads who has an extension', 'GET', inPlace('practicum-system', 'configmaps/windows')),
  student('A student says what became of work that was handed in', 'PATCH', handedIn('/status'), { status: { readyReplicas: 9 } }),
  student('A student deletes all files, those that were handed in too', 'DELETE', inOwn('configmaps')),
];
