import { Construct } from 'constructs';
import { MONITORING_NAMESPACE } from '../../src/core/domain/names';
import type { Validation } from './admission-policy';
import { AdmissionPolicy } from './admission-policy';
import { ASLEEP_ANNOTATION, PLACE_SLEEP } from './monitoring/place-sleep';

/** Policy that keeps what puts places to sleep from changing anything else. */
export const PLACE_SLEEP_POLICY = 'practicum-place-sleep';

const annotationsOf = (object: string): string => `${object}.metadata.?annotations.orValue({})`;
/** Every annotation of the one is in the other alike, but the one that it writes. */
const annotationsIn = (object: string, other: string): string =>
  `${annotationsOf(object)}.all(k, k == '${ASLEEP_ANNOTATION}' || ` +
  `${annotationsOf(other)}[?k].orValue('') == ${annotationsOf(object)}[k])`;

const VALIDATIONS: readonly Validation[] = [
  {
    expression: 'object.spec.template == oldObject.spec.template',
    message: 'spec.template: sleeping changes no pod',
  },
  {
    expression: 'object.metadata.?labels.orValue({}) == oldObject.metadata.?labels.orValue({})',
    message: 'metadata.labels: sleeping changes none',
  },
  {
    expression: annotationsIn('object', 'oldObject'),
    message: `metadata.annotations: sleeping writes ${ASLEEP_ANNOTATION} alone`,
  },
  {
    expression: annotationsIn('oldObject', 'object'),
    message: `metadata.annotations: sleeping takes away ${ASLEEP_ANNOTATION} alone`,
  },
];

/**
 * Admission policy for one account: what puts places to sleep must change workloads to scale them and to remember the
 * scale in the same step. Without it, whoever got hold of that account could run anything in every place.
 */
export class PlaceSleepPolicy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AdmissionPolicy(this, 'Policy', {
      name: PLACE_SLEEP_POLICY,
      resources: [{ apiGroups: ['apps'], resources: ['deployments', 'statefulsets'] }],
      matchConditions: [
        {
          name: 'sent-by-place-sleep',
          expression: `request.userInfo.username == 'system:serviceaccount:${MONITORING_NAMESPACE}:${PLACE_SLEEP}'`,
        },
      ],
      validations: VALIDATIONS,
    });
  }
}
