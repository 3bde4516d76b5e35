import type { FieldSchema } from './field-schema';
import { gateway, gatewayClass, grpcRoute, httpRoute, referenceGrant } from './gateway-schemas';
import { backendPolicy, gatewayPolicy, healthCheckPolicy } from './gke-policy-schemas';
import type { KubernetesObject } from './kubernetes-object';

const GATEWAY = 'gateway.networking.k8s.io';
const GKE = 'networking.gke.io';

/**
 * The custom resource definitions that GKE brings with its Gateway controller, as far as our objects use them.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/ and
 * https://docs.cloud.google.com/kubernetes-engine/docs/how-to/configure-gateway-resources (2026-11)
 */
export const GATEWAY_CRDS: readonly KubernetesObject[] = [
  definition(GATEWAY, 'v1', 'GatewayClass', 'gatewayclasses', gatewayClass, 'Cluster'),
  definition(GATEWAY, 'v1', 'Gateway', 'gateways', gateway),
  definition(GATEWAY, 'v1', 'HTTPRoute', 'httproutes', httpRoute),
  definition(GATEWAY, 'v1', 'GRPCRoute', 'grpcroutes', grpcRoute),
  definition(GATEWAY, 'v1beta1', 'ReferenceGrant', 'referencegrants', referenceGrant),
  definition(GKE, 'v1', 'HealthCheckPolicy', 'healthcheckpolicies', healthCheckPolicy),
  definition(GKE, 'v1', 'GCPGatewayPolicy', 'gcpgatewaypolicies', gatewayPolicy),
  definition(GKE, 'v1', 'GCPBackendPolicy', 'gcpbackendpolicies', backendPolicy),
];

/** Definition of a kind with one version, as far as our objects use it. */
export function definition(
  group: string,
  version: string,
  kind: string,
  plural: string,
  spec: FieldSchema,
  scope: 'Namespaced' | 'Cluster' = 'Namespaced',
): KubernetesObject {
  const openAPIV3Schema: FieldSchema = {
    type: 'object',
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec,
      status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    },
    required: ['spec'],
  };
  const object = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      // The API server demands a word about any group of Kubernetes' own.
      annotations: { 'api-approved.kubernetes.io': 'unapproved, structure for a rehearsal' },
    },
    spec: {
      group,
      scope,
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: { openAPIV3Schema },
          subresources: { status: {} },
        },
      ],
    },
  };
  return object as unknown as KubernetesObject;
}
