import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { LAB_LABEL } from '../../src/core/domain/lab-label';
import { SYSTEM_NAMESPACE } from '../../src/core/domain/names';
import type { NamedExpression, Validation } from './admission-policy';
import { AdmissionPolicy } from './admission-policy';
import { HELD_TO_WINDOWS, LABS } from './lab-label';
import { managedMetadata } from './managed-metadata';

/** Policy that keeps work on a lab to its window. */
export const WINDOWS_POLICY = 'practicum-windows';
/** ConfigMap that says how each lab stands. */
export const WINDOWS_MAP = 'windows';

/** How a lab stands; work is possible while it is open, and while it is accepted late. */
export type LabPhase = 'upcoming' | 'open' | 'late' | 'closed';

/** How a lab stands for the class, and for the places where it stands otherwise. */
export interface LabWindow {
  readonly lab: string;
  readonly phase: LabPhase;
  readonly others: readonly { readonly namespace: string; readonly phase: LabPhase }[];
}

export interface LabWindowsProps {
  readonly labs: readonly LabWindow[];
}

const UNKNOWN = 'no lab of this course';

/** Labs of the object on which nobody may work here now, each as a sentence. */
const REFUSED: NamedExpression = {
  name: 'refused',
  expression:
    "variables.labs.filter(l, l != '').map(l, l + ' is ' + params.data[?('_' + request.namespace + '.' + l)]" +
    `.or(params.data[?l]).orValue('${UNKNOWN}')).filter(s, !s.matches(' is (open|late)$'))`,
};

/** Label of the pods that a workload makes. */
const POD_LABEL: NamedExpression = {
  name: 'podLab',
  expression: `object.?spec.?jobTemplate.?spec.?template.or(object.?spec.?template).?metadata.?labels[?'${LAB_LABEL}'].orValue('')`,
};

/** Label by which a workload finds its pods. */
const SELECTED: NamedExpression = {
  name: 'selectedLab',
  expression: `object.?spec.?selector.?matchLabels[?'${LAB_LABEL}'].orValue('')`,
};

const isNotOf = (groups: string): string =>
  `request.operation == 'DELETE' || request.?subResource.orValue('') != '' || !(request.resource.group in ${groups})`;

const EVERYWHERE = `kustomize writes it everywhere: labels: [{ pairs: { ${LAB_LABEL}: … }, includeSelectors: true, includeTemplates: true }]`;

const VALIDATIONS: readonly Validation[] = [
  {
    expression: 'variables.refused.size() == 0',
    message: `metadata.labels: this lab can be read now, and not changed`,
    messageExpression:
      `'metadata.labels: ' + variables.refused[0] + ' here; what has the label ${LAB_LABEL} of such a lab ' + ` +
      "'can be read, and not made, changed, scaled or deleted'",
  },
  {
    expression: `${isNotOf("['apps', 'batch']")} || variables.podLab == variables.labs[0]`,
    message: `spec.template.metadata.labels: write ${LAB_LABEL} there as in metadata.labels, or in neither; ${EVERYWHERE}`,
  },
  {
    expression: `${isNotOf("['apps']")} || variables.selectedLab == variables.labs[0]`,
    message: `spec.selector.matchLabels: write ${LAB_LABEL} there as in metadata.labels, or in neither; ${EVERYWHERE}`,
  },
];

/**
 * Windows of labs as a cell has them: one ConfigMap says how each lab stands for the class, and for the few places where
 * it stands otherwise; a policy refuses what tenants do to objects of a lab that is not open. A deadline that passes changes
 * the ConfigMap, and nothing in anybody's place.
 *
 * What controllers write passes, so that what was handed in keeps running.
 */
export class LabWindows extends Construct {
  constructor(scope: Construct, id: string, { labs }: LabWindowsProps) {
    super(scope, id);
    const entries = labs.flatMap(({ lab, phase, others }) => [
      [lab, phase] as const,
      // No label begins so: whoever writes this key into one names no lab.
      ...others.map((other) => [`_${other.namespace}.${lab}`, other.phase] as const),
    ]);
    new ApiObject(this, 'Map', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: managedMetadata({ name: WINDOWS_MAP, namespace: SYSTEM_NAMESPACE }),
      data: Object.fromEntries(entries),
    });
    new AdmissionPolicy(this, 'Policy', {
      name: WINDOWS_POLICY,
      // With subresources: what is scaled or debugged is changed.
      resources: [{ apiGroups: ['*'], resources: ['*/*'] }],
      operations: ['CREATE', 'UPDATE', 'DELETE'],
      param: { name: WINDOWS_MAP, namespace: SYSTEM_NAMESPACE },
      matchConditions: HELD_TO_WINDOWS,
      variables: [LABS, REFUSED, POD_LABEL, SELECTED],
      validations: VALIDATIONS,
    });
  }
}
