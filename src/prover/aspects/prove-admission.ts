import type { MeantPolicy } from '../admission/meant-policies';
import { MEANT_POLICIES, meantPoliciesOf } from '../admission/meant-policies';
import type { LabelledPlace } from '../admission/policy-faults';
import { bindingFaults, policyFaults } from '../admission/policy-faults';
import { windowFindings } from '../admission/window-findings';
import { NAMES } from '../expected-names';
import type { AspectProof, Finding, Step } from '../finding';
import { ANY_TENANT, EVERYONE_ELSE } from '../finding';
import { labelsAt, textAt } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import type { ClusterWorld, World } from '../world';

const POLICY = 'ValidatingAdmissionPolicy';
const BINDING = 'ValidatingAdmissionPolicyBinding';

/**
 * Admission policies: that each of those that are known is there, is in force, and looks at every place, and that what
 * they read of windows and hours is what is meant. What their CEL says is not worked out here: attacks on a real API do
 * that.
 */
export function proveAdmission({ clusters, record }: World): AspectProof {
  return {
    aspect: 'admission',
    about:
      'Admission policies: which are in force for what, and what their rules speak of; no CEL is worked out',
    objects: clusters.reduce(
      (sum, { objects }) =>
        sum +
        objects.ofKind(POLICY).length +
        objects.ofKind(BINDING).length +
        objects.in(NAMES.systemNamespace, 'ConfigMap').length,
      0,
    ),
    classes: MEANT_POLICIES.length,
    findings: clusters.flatMap((cluster) => {
      const places = labelled(cluster);
      return [
        ...meantPoliciesOf(cluster).flatMap((meant) => faultsOf(cluster, places, meant)),
        ...windowFindings(cluster, record),
      ];
    }),
  };
}

const labelled = ({ places, objects }: ClusterWorld): readonly LabelledPlace[] =>
  places.map(({ handle, namespace }) => ({
    handle,
    labels: labelsAt(objects.tryFind('Namespace', namespace)?.object, 'metadata', 'labels'),
  }));

function faultsOf(
  cluster: ClusterWorld,
  places: readonly LabelledPlace[],
  meant: MeantPolicy,
): readonly Finding[] {
  const { objects } = cluster;
  const policy = objects.tryFind(POLICY, meant.name);
  if (policy === undefined)
    return [findingOf(cluster, meant, `${meant.name} is not there`, absent(cluster, POLICY, meant))];
  const faults = policyFaults(meant, policy, places).map((fault) =>
    findingOf(cluster, meant, `${meant.name} ${fault}`, stepThrough(policy, fault)),
  );
  const bindings = objects
    .ofKind(BINDING)
    .filter(({ object }) => textAt(object, 'spec', 'policyName') === meant.name)
    .map((binding) => ({ binding, faults: bindingFaults(meant, binding, places) }));
  if (bindings.some((binding) => binding.faults.length === 0)) return faults;
  if (bindings.length === 0)
    return [
      ...faults,
      findingOf(cluster, meant, `Nothing puts ${meant.name} into force`, absent(cluster, BINDING, meant)),
    ];
  return [
    ...faults,
    ...bindings.flatMap((each) =>
      each.faults.map((fault) =>
        findingOf(cluster, meant, `The binding of ${meant.name} ${fault}`, stepThrough(each.binding, fault)),
      ),
    ),
  ];
}

const absent = ({ name }: ClusterWorld, kind: string, policy: MeantPolicy): Step => ({
  file: `manifests for the cluster ${name}`,
  object: `${kind} ${policy.name}`,
  says: 'is in no file',
});

function findingOf({ places }: ClusterWorld, { otherwise }: MeantPolicy, what: string, step: Step): Finding {
  return {
    aspect: 'admission',
    kind: 'guard',
    from: ANY_TENANT,
    to: EVERYONE_ELSE,
    sentence: `${what}: ${otherwise}`,
    path: [step],
    pairs: places.length * Math.max(1, places.length - 1),
  };
}
