import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { LAB_LABEL } from '../../src/core/domain/lab-label';
import { SYSTEM_NAMESPACE } from '../../src/core/domain/names';
import type { NamedExpression, Validation } from './admission-policy';
import { AdmissionPolicy } from './admission-policy';
import { HELD_TO_WINDOWS, LABS } from './lab-label';
import { managedMetadata } from './managed-metadata';

/** Policy that closes places in exams and quiet hours. */
export const HOURS_POLICY = 'practicum-hours';
/** ConfigMap that says which hours it is. */
export const HOURS_MAP = 'hours';
/** Key of what holds in all places that are not named; no namespace has an underscore. */
const EVERYWHERE = '_everywhere';

/** Which hours it is; an exam leaves some labs open. */
export interface LabHour {
  readonly kind: 'open' | 'exam' | 'quiet';
  readonly labs: readonly string[];
}

export interface LabHoursProps {
  readonly everywhere: LabHour;
  readonly others: readonly (LabHour & { readonly namespace: string })[];
}

/** `open`, `quiet`, `exam lab:lab3 lab:lab4`: a lab may be called as an hour is. */
const words = ({ kind, labs }: LabHour): string => [kind, ...labs.map((lab) => `lab:${lab}`)].join(' ');

/** What the ConfigMap says of the place, word by word. */
const WORDS: NamedExpression = {
  name: 'words',
  expression: `params.data[?request.namespace].or(params.data[?'${EVERYWHERE}']).orValue('quiet').split(' ')`,
};

const VALIDATIONS: readonly Validation[] = [
  {
    expression: "variables.words[0] == 'open' || request.operation != 'CONNECT'",
    message: 'there is no way into pods in an exam and in quiet hours; logs can be read',
  },
  {
    expression:
      "variables.words[0] == 'open' || request.operation == 'CONNECT' || " +
      "variables.labs.size() > 0 && variables.labs.all(l, ('lab:' + l) in variables.words)",
    message: 'this place can be read now, and not changed',
    messageExpression:
      "variables.words[0] == 'exam' ? " +
      `'metadata.labels: an exam is on, and only what has its label ${LAB_LABEL} can be changed (' + variables.words.filter(w, w.startsWith('lab:')).join(', ') + ')' : ` +
      "'these are quiet hours: everything can be read, and nothing changed'",
  },
];

/**
 * Exams and quiet hours as a cell has them: one ConfigMap says which it is, and a policy keeps tenants from changing what
 * is not of the exam, and from going into pods. What runs goes on; controllers and staff work as ever.
 */
export class LabHours extends Construct {
  constructor(scope: Construct, id: string, { everywhere, others }: LabHoursProps) {
    super(scope, id);
    new ApiObject(this, 'Map', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: managedMetadata({ name: HOURS_MAP, namespace: SYSTEM_NAMESPACE }),
      data: Object.fromEntries([
        [EVERYWHERE, words(everywhere)],
        ...others.map((other) => [other.namespace, words(other)] as const),
      ]),
    });
    new AdmissionPolicy(this, 'Policy', {
      name: HOURS_POLICY,
      resources: [{ apiGroups: ['*'], resources: ['*/*'] }],
      operations: ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'],
      param: { name: HOURS_MAP, namespace: SYSTEM_NAMESPACE },
      matchConditions: HELD_TO_WINDOWS,
      variables: [LABS, WORDS],
      validations: VALIDATIONS,
    });
  }
}
