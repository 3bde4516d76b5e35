import { scrape } from '../../src/rehearsal/kubernetes/collection-schemas';
import type { FieldSchema } from '../../src/rehearsal/kubernetes/field-schema';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { flag, port, record, text, textMap, texts, whole } from '../../src/rehearsal/kubernetes/schema-words';

const several = (items: FieldSchema): FieldSchema => ({ type: 'array', items });
const anything: FieldSchema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
const portNumber = record({ number: port });

const match: FieldSchema = {
  type: 'object',
  additionalProperties: record({ exact: text, prefix: text, regex: text }),
};
const httpMatch = record({
  name: text,
  uri: record({ exact: text, prefix: text, regex: text }),
  method: record({ exact: text }),
  headers: match,
  queryParams: match,
  port,
  gateways: texts,
  sourceNamespace: text,
  sourceLabels: textMap,
});
const destination = record({ host: text, subset: text, port: portNumber }, 'host');
const weighted = several(record({ destination, weight: whole, headers: anything }, 'destination'));

/** Where traffic of a host goes in Istio's mesh. */
const virtualService = record({
  hosts: texts,
  gateways: texts,
  exportTo: texts,
  http: several(
    record({
      name: text,
      match: several(httpMatch),
      route: weighted,
      redirect: record({ uri: text, authority: text, redirectCode: whole }),
      delegate: record({ name: text, namespace: text }),
      rewrite: record({ uri: text, authority: text }),
      timeout: text,
      retries: record({ attempts: whole, perTryTimeout: text, retryOn: text }),
      fault: anything,
      mirror: destination,
      mirrors: several(record({ destination }, 'destination')),
      corsPolicy: anything,
      headers: anything,
    }),
  ),
  tls: several(
    record({ match: several(record({ sniHosts: texts, port, gateways: texts })), route: weighted }),
  ),
  tcp: several(record({ match: several(record({ port, gateways: texts })), route: weighted })),
});

const destinationRule = record(
  {
    host: text,
    trafficPolicy: anything,
    subsets: several(record({ name: text, labels: textMap, trafficPolicy: anything }, 'name')),
    exportTo: texts,
  },
  'host',
);

const meshGateway = record({
  selector: textMap,
  servers: several(
    record(
      {
        port: record({ number: port, protocol: text, name: text }, 'number', 'protocol', 'name'),
        hosts: texts,
        tls: record({ mode: text, credentialName: text, httpsRedirect: flag }),
      },
      'port',
      'hosts',
    ),
  ),
});

const certificate = record(
  {
    secretName: text,
    issuerRef: record({ name: text, kind: text, group: text }, 'name'),
    commonName: text,
    dnsNames: texts,
    ipAddresses: texts,
    uris: texts,
    emailAddresses: texts,
    otherNames: several(record({ oid: text, utf8Value: text })),
    literalSubject: text,
    isCA: flag,
    usages: texts,
    duration: text,
    renewBefore: text,
    privateKey: record({ algorithm: text, size: whole, rotationPolicy: text }),
  },
  'secretName',
  'issuerRef',
);

const serviceMonitor = record(
  {
    selector: anything,
    endpoints: several(scrape),
    namespaceSelector: record({ any: flag, matchNames: texts }),
  },
  'selector',
  'endpoints',
);

/** The first version is the one that is stored. */
const MESH = ['v1', 'v1beta1'];

/**
 * Definitions of the kinds beside Kubernetes' own that labs of the course use, as far as tests send them.
 * @see https://istio.io/latest/docs/reference/config/networking/ and https://cert-manager.io/docs/reference/api-docs/
 */
export const COURSE_CRDS: readonly KubernetesObject[] = [
  definition('networking.istio.io', MESH, 'VirtualService', 'virtualservices', virtualService),
  definition('networking.istio.io', MESH, 'DestinationRule', 'destinationrules', destinationRule),
  definition('networking.istio.io', MESH, 'Gateway', 'gateways', meshGateway),
  definition('cert-manager.io', ['v1'], 'Certificate', 'certificates', certificate),
  definition('monitoring.coreos.com', ['v1'], 'ServiceMonitor', 'servicemonitors', serviceMonitor),
];

function definition(
  group: string,
  versions: readonly string[],
  kind: string,
  plural: string,
  spec: FieldSchema,
): KubernetesObject {
  const openAPIV3Schema: FieldSchema = {
    type: 'object',
    properties: {
      apiVersion: text,
      kind: text,
      metadata: { type: 'object' },
      spec,
      status: anything,
    },
    required: ['spec'],
  };
  const object = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: versions.map((name, index) => ({
        name,
        served: true,
        storage: index === 0,
        schema: { openAPIV3Schema },
        subresources: { status: {} },
      })),
    },
  };
  return object as unknown as KubernetesObject;
}
