import type { JsonMap } from '../../../src/prover/json-value';
import { drop, inObject, put, withoutObject } from '../changes';
import { weakening } from '../weakening';

const HOME = 'practicum-monitoring';
const SECRETS: JsonMap = { apiGroups: [''], resources: ['secrets'], verbs: ['get'] };

/** Ways in which what scales by the clock does more than that, or less. */
export const CLASS_HOURS_WEAKENINGS = [
  weakening(
    'what puts places to sleep reads secrets',
    inObject('ClusterRole practicum-place-sleep', put('rules > 1', SECRETS)),
    'rbac',
    'A program may get secrets, which is not its work',
  ),
  weakening(
    'what scales placeholders scales whatever there is',
    inObject('ClusterRole practicum-class-hours', drop('rules > 1 > resourceNames')),
    'rbac',
    'A program may patch deployments/scale.apps, which is not its work',
  ),
  weakening(
    'what scales placeholders has the role of what puts places to sleep',
    inObject(`RoleBinding ${HOME}/class-hours`, put('roleRef > name', 'practicum-place-sleep')),
    'rbac',
    'A program that collects metrics may act in a namespace of the staff',
  ),
  weakening(
    'what puts places to sleep may do so as somebody else',
    inObject('RoleBinding ada/place-sleep', put('subjects > 0 > name', 'dashboards')),
    'rbac',
    "A program that collects metrics may act in another's namespace",
  ),
  weakening(
    'pods of a place put another place to sleep',
    inObject(
      'RoleBinding ada/place-sleep',
      put('subjects > 0', { kind: 'ServiceAccount', name: 'lab', namespace: 'bo' }),
    ),
    'rbac',
    "A tenant's pods may act in another's namespace",
  ),
  weakening(
    'nothing keeps what puts places to sleep to replicas',
    withoutObject('ValidatingAdmissionPolicyBinding practicum-place-sleep'),
    'admission',
    'Nothing puts practicum-place-sleep into force: the program that scales what runs in places may run anything there',
  ),
  weakening(
    'what puts places to sleep may change pods',
    inObject('ValidatingAdmissionPolicy practicum-place-sleep', drop('spec > validations > 0')),
    'admission',
    'practicum-place-sleep has 3 of its 4 rules: the program that scales what runs in places may run anything there',
  ),
  weakening(
    'a place cannot be woken',
    withoutObject('RoleBinding ada/place-sleep'),
    'metrics',
    'A place cannot be put to sleep or woken',
  ),
  weakening(
    'a place is in no list of those that sleep',
    inObject(`ConfigMap ${HOME}/place-sleep`, put('data > places', 'bo:\n')),
    'metrics',
    'The places that sleep are not those that should',
  ),
  weakening(
    'placeholders come before labs',
    inObject(
      `Deployment ${HOME}/placeholders`,
      put('spec > template > spec > priorityClassName', 'practicum-lab'),
    ),
    'metrics',
    'Placeholders do not give way to labs',
  ),
  weakening(
    'placeholders run a program',
    inObject(
      `Deployment ${HOME}/placeholders`,
      put('spec > template > spec > containers > 0 > image', 'docker.io/library/busybox'),
    ),
    'metrics',
    'Placeholders run something',
  ),
  weakening(
    'placeholders keep system nodes',
    inObject(
      `Deployment ${HOME}/placeholders`,
      put('spec > template > spec > nodeSelector', { 'practicum.dev/pool': 'system' }),
    ),
    'metrics',
    'Placeholders keep nodes that no lab runs on',
  ),
  weakening(
    'placeholders stand at all times',
    inObject(`Deployment ${HOME}/placeholders`, put('spec > replicas', 40)),
    'metrics',
    'Placeholders stand outside of class hours, from each deployment to the next run',
  ),
  weakening(
    'placeholders have a token',
    inObject(
      `Deployment ${HOME}/placeholders`,
      put('spec > template > spec > automountServiceAccountToken', true),
    ),
    'metrics',
    'A program has a token that it does not need',
  ),
] as const;
