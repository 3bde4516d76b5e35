import { definition } from './gateway-crds';
import type { KubernetesObject } from './kubernetes-object';
import { oneOf, record, text, textMap, texts } from './schema-words';
import type { FieldSchema } from './field-schema';

const SECURITY = 'security.istio.io';

const several = (items: FieldSchema): FieldSchema => ({ type: 'array', items });
const selector = record({ matchLabels: textMap });
const mtls = record({ mode: oneOf('UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT') });

const source = record({
  principals: texts,
  notPrincipals: texts,
  namespaces: texts,
  notNamespaces: texts,
  serviceAccounts: texts,
  notServiceAccounts: texts,
  ipBlocks: texts,
  notIpBlocks: texts,
});
const operation = record({ ports: texts, notPorts: texts, hosts: texts, methods: texts, paths: texts });

const authorizationPolicy = record({
  selector,
  action: oneOf('ALLOW', 'DENY', 'AUDIT', 'CUSTOM'),
  provider: record({ name: text }),
  rules: several(
    record({
      from: several(record({ source })),
      to: several(record({ operation })),
      when: several(record({ key: text, values: texts, notValues: texts }, 'key')),
    }),
  ),
});

const peerAuthentication = record({
  selector,
  mtls,
  portLevelMtls: { type: 'object', additionalProperties: mtls },
});

/**
 * The kinds that Istio's chart `base` brings, as far as our objects are of them.
 * @see https://istio.io/latest/docs/reference/config/security/ (read 2026-11)
 */
export const MESH_CRDS: readonly KubernetesObject[] = [
  definition(SECURITY, 'v1', 'AuthorizationPolicy', 'authorizationpolicies', authorizationPolicy),
  definition(SECURITY, 'v1', 'PeerAuthentication', 'peerauthentications', peerAuthentication),
];
