import { drop, inObject, put, withoutObject } from '../changes';
import { weakening } from '../weakening';

const POLICY = 'ValidatingAdmissionPolicy practicum-images';
const BINDING = 'ValidatingAdmissionPolicyBinding practicum-images';
const MATCH = 'spec > matchConstraints';

/** Ways in which the shared policies refuse less than they should. */
export const ADMISSION_WEAKENINGS = [
  weakening(
    'a policy is gone',
    withoutObject(POLICY),
    'admission',
    "practicum-images is not there: a pod may run another's image and read the work in it",
  ),
  weakening(
    "another's images can be run",
    withoutObject(POLICY),
    'images',
    'A pod may run the image of another tenant and read the work in it',
  ),
  weakening(
    'a binding is gone',
    withoutObject(BINDING),
    'admission',
    "Nothing puts practicum-images into force: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a policy only warns',
    inObject(BINDING, put('spec > validationActions', ['Warn'])),
    'admission',
    "The binding of practicum-images does not deny: validationActions is Warn: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a binding leaves places out',
    inObject(
      BINDING,
      put('spec > matchResources', { namespaceSelector: { matchLabels: { 'practicum.dev/kind': 'team' } } }),
    ),
    'admission',
    "The binding of practicum-images does not look at the namespaces of 4 places, such as ada: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a policy lets through what it cannot judge',
    inObject(POLICY, put('spec > failurePolicy', 'Ignore')),
    'admission',
    "practicum-images lets through what it cannot judge: failurePolicy is Ignore: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a policy does not look at updates',
    inObject(POLICY, put(`${MATCH} > resourceRules > 0 > operations`, ['CREATE'])),
    'admission',
    "practicum-images does not look at UPDATE of pods: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a policy does not look at cron jobs',
    inObject(POLICY, put(`${MATCH} > resourceRules > 2 > resources`, ['jobs'])),
    'admission',
    "practicum-images does not look at CREATE of cronjobs: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a policy leaves out what has a label',
    inObject(
      POLICY,
      put(`${MATCH} > objectSelector`, { matchExpressions: [{ key: 'skip', operator: 'DoesNotExist' }] }),
    ),
    'admission',
    "practicum-images looks only at objects with labels that their owner chooses: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a policy leaves out a resource',
    inObject(POLICY, put(`${MATCH} > excludeResourceRules`, [{}])),
    'admission',
    "practicum-images leaves some resources out: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a policy looks at one version only',
    inObject(POLICY, put(`${MATCH} > matchPolicy`, 'Exact')),
    'admission',
    "practicum-images looks at one version of a resource and not at the others: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a policy looks under a new condition',
    inObject(
      POLICY,
      put('spec > matchConditions > 9', { name: 'not-ada', expression: "request.userInfo.username != 'a'" }),
    ),
    'admission',
    "practicum-images looks only under the condition not-ada, of which nothing is known: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a policy never looks',
    inObject(POLICY, put('spec > matchConditions > 0 > expression', 'false')),
    'admission',
    "practicum-images looks always or never: its condition spec-is-new is constant: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a rule is gone',
    inObject('ValidatingAdmissionPolicy practicum-services', drop('spec > validations > 0')),
    'admission',
    "practicum-services has 5 of its 6 rules: a Service may take other people's traffic, or open a port to everyone",
  ),
  weakening(
    'a rule allows everything',
    inObject(POLICY, put('spec > validations > 1 > expression', 'true')),
    'admission',
    "practicum-images has 1 of its 2 rules: a pod may run another's image and read the work in it",
  ),
  weakening(
    'a rule allows all registries of the region',
    inObject(POLICY, put('spec > variables > 9', { name: 'wide', expression: "'us-west1-docker.pkg.dev'" })),
    'images',
    'A pod may run the image of another tenant and read the work in it',
  ),
] as const;
