import type { KubeConnection } from '../../src/app/rehearse/kube-api/kube-connection';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../src/rehearsal/values/value';
import { applyObjects, clusterBehind } from './apply-objects';
import { until } from './until';

const POLICY = 'admissionregistration.k8s.io/v1';
const PROBE = '/api/v1/namespaces/default/configmaps?dryRun=All';

let probes = 0;

/**
 * Waits until the API server holds to all policies and bindings as they stand now.
 *
 * It tells nobody when that is; but it takes them up together, in the order of their writing, so that all hold as
 * soon as one does that is written after them.
 */
export async function untilPoliciesHold(connection: KubeConnection): Promise<void> {
  probes += 1;
  const name = `probe-${process.pid}-${probes}`;
  await applyObjects(connection, probe(name));
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } };
  await until(`the policy ${name} holds`, async () => {
    const { status } = await connection.request('POST', PROBE, map);
    return status >= 400;
  });
  const cluster = clusterBehind(connection);
  for (const kind of ['ValidatingAdmissionPolicyBinding', 'ValidatingAdmissionPolicy'])
    await cluster.delete({ apiVersion: POLICY, kind, name });
}

/** Refuses the ConfigMap of its own name, and nothing else. */
function probe(name: string): readonly KubernetesObject[] {
  const of = (kind: string, spec: Attributes): KubernetesObject => ({
    apiVersion: POLICY,
    kind,
    metadata: { name },
    spec,
  });
  return [
    of('ValidatingAdmissionPolicy', {
      matchConstraints: {
        resourceRules: [
          { apiGroups: [''], apiVersions: ['v1'], resources: ['configmaps'], operations: ['CREATE'] },
        ],
      },
      validations: [{ expression: `object.metadata.name != '${name}'` }],
    }),
    of('ValidatingAdmissionPolicyBinding', { policyName: name, validationActions: ['Deny'] }),
  ];
}
