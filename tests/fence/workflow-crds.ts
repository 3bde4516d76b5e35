import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';

const anything = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

/** A kind of Argo, as far as tests send it: short definitions keep all fields as they come. */
const definition = (kind: string, plural: string): KubernetesObject =>
  ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.argoproj.io` },
    spec: {
      group: 'argoproj.io',
      scope: 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                apiVersion: { type: 'string' },
                kind: { type: 'string' },
                metadata: { type: 'object' },
                spec: anything,
                status: anything,
              },
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    },
  }) as unknown as KubernetesObject;

/**
 * Kinds that the chart of Argo Workflows brings.
 * @see https://argo-workflows.readthedocs.io/en/latest/fields/
 */
export const WORKFLOW_CRDS: readonly KubernetesObject[] = [
  definition('Workflow', 'workflows'),
  definition('WorkflowTemplate', 'workflowtemplates'),
  definition('CronWorkflow', 'cronworkflows'),
  definition('WorkflowTaskSet', 'workflowtasksets'),
  definition('WorkflowTaskResult', 'workflowtaskresults'),
  definition('WorkflowArtifactGCTask', 'workflowartifactgctasks'),
];
