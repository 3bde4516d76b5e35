import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import type { Actor } from '../cast';
import { PLACES } from '../cast';
import type { KubeRequest } from '../fence-world';
import { inPlace } from '../kube-path';
import { policyRefusal } from './by-policy';
import { byRole, requestOf } from './by-role';
import { LAB, deploymentIn, filesIn } from './lab-objects';
import { pod } from './objects';

const POLICY = 'practicum-hours';
const EXAM = `metadata.labels: an exam is on, and only what has its label ${LAB} can be changed (lab:lab2)`;
const QUIET = 'these are quiet hours: everything can be read, and nothing changed';
const INSIDE = 'there is no way into pods in an exam and in quiet hours';
const APPS = 'apps/v1';

const during =
  (as: Actor, place: string) =>
  (
    title: string,
    method: KubeRequest['method'],
    what: string,
    because: string,
    body: Attributes = {},
    apiVersion = 'v1',
  ): Attack => ({
    title,
    as,
    guard: POLICY,
    request: requestOf(method, inPlace(place, what, apiVersion), body),
    refused: policyRefusal(POLICY, because),
  });

const examinee = during('examinee', PLACES.examinee);
const quiet = during('quiet', PLACES.quiet);
const role = byRole('examinee');

/** What is changed and entered in an exam, which leaves lab2 open, and in quiet hours. */
// One line per attack.
// prettier-ignore
export const HOURS: readonly Attack[] = [
  examinee('An examinee starts a pod that is of no lab', 'POST', 'pods', EXAM, pod()),
  examinee('An examinee makes files of no lab', 'POST', 'configmaps', EXAM, filesIn(undefined)),
  examinee('An examinee changes notes', 'PATCH', 'configmaps/notes', EXAM, { data: { mode: 'mine' } }),
  examinee('An examinee makes their notes those of the exam', 'PATCH', 'configmaps/notes', EXAM, { metadata: { labels: { [LAB]: 'lab2' } } }),
  examinee('An examinee takes the label off what is of the exam', 'PATCH', 'configmaps/work', EXAM, { metadata: { labels: { [LAB]: null } } }),
  examinee('An examinee deletes notes', 'DELETE', 'configmaps/notes', EXAM),
  examinee('An examinee scales what is of no lab', 'PATCH', 'deployments/api/scale', EXAM, { spec: { replicas: 3 } }, APPS),
  examinee('An examinee goes into a pod', 'POST', 'pods/shell/exec?command=sh&stdin=true', INSIDE),
  examinee('An examinee goes into a pod of the exam', 'POST', 'pods/work/exec?command=sh&stdin=true', INSIDE),
  examinee('An examinee attaches to a pod', 'POST', 'pods/shell/attach?stdin=true', INSIDE),
  examinee('An examinee reaches a port of a pod', 'POST', 'pods/shell/portforward?ports=80', INSIDE),
  quiet('A student deploys in quiet hours', 'POST', 'deployments', QUIET, deploymentIn('lab2'), APPS),
  quiet('A student changes files in quiet hours', 'PATCH', 'configmaps/work', QUIET, { data: { mode: 'mine' } }),
  quiet('A student deletes files in quiet hours', 'DELETE', 'configmaps/notes', QUIET),
  quiet('A student scales in quiet hours', 'PATCH', 'deployments/work/scale', QUIET, { spec: { replicas: 3 } }, APPS),
  quiet('A student goes into a pod in quiet hours', 'POST', 'pods/work/exec?command=sh&stdin=true', INSIDE),
  role('An examinee ends the exam', 'PATCH', inPlace('practicum-system', 'configmaps/hours'), { data: { _everywhere: 'open' } }),
];
