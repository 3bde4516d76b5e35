import type { KubernetesDocument } from '../artifacts';
import type { Finding, Step } from '../finding';
import { ANY_TENANT, EVERYONE_ELSE } from '../finding';
import { nameOf, stepThrough } from '../kubernetes/cluster-objects';
import type { ClusterWorld } from '../world';

const LAB = 'practicum-lab';
const PLACEHOLDER = 'practicum-placeholder';

/** What is wrong with the priorities of a cluster: no tenant's pod may push out another's. */
export function priorityFaults({ objects, places, name }: ClusterWorld): readonly Finding[] {
  const classes = objects.ofKind('PriorityClass');
  const finding = (sentence: string, step: Step): Finding => ({
    aspect: 'objects',
    kind: 'guard',
    from: ANY_TENANT,
    to: EVERYONE_ELSE,
    sentence,
    path: [step],
    pairs: places.length * Math.max(1, places.length - 1),
  });
  const missing = [LAB, PLACEHOLDER]
    .filter((wanted) => !classes.some((each) => nameOf(each) === wanted))
    .map((wanted) =>
      finding('A priority that pods name is missing', {
        file: `manifests for ${name}`,
        object: `PriorityClass ${wanted}`,
        says: 'is in no file',
      }),
    );
  return [
    ...missing,
    ...classes.flatMap((each) =>
      faultsOf(each).map((fault) => finding(fault, stepThrough(each, said(each)))),
    ),
  ];
}

const said = ({ object }: KubernetesDocument): string =>
  `says value: ${String(object['value'])}, globalDefault: ${String(object['globalDefault'])}, ` +
  `preemptionPolicy: ${String(object['preemptionPolicy'])}`;

function faultsOf(priority: KubernetesDocument): readonly string[] {
  const { value, globalDefault, preemptionPolicy } = priority.object;
  const isPlaceholder = nameOf(priority) === PLACEHOLDER;
  return [
    ...(globalDefault === false || globalDefault === undefined
      ? []
      : ['A priority is given to every pod that names none']),
    ...(typeof value === 'number' && value <= 0
      ? []
      : ["A priority lets a pod push out other tenants' pods"]),
    ...(!isPlaceholder || (Number(value) < 0 && preemptionPolicy === 'Never')
      ? []
      : ['Placeholders do not give way to labs']),
  ];
}
