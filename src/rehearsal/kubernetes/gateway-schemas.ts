import type { FieldSchema } from './field-schema';
import { listOf, oneOf, port, record, reference, text, textMap, texts, whole } from './schema-words';
const host: FieldSchema = {
  type: 'string',
  maxLength: 253,
  pattern: '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
};
const hostnames = listOf(host, 16);
const parentRefs = listOf(record({ ...reference, sectionName: text, port }, 'name'), 32);
const labelSelector = record({
  matchLabels: textMap,
  matchExpressions: {
    type: 'array',
    items: record({ key: text, operator: text, values: texts }, 'key', 'operator'),
  },
});

const headers = listOf(record({ name: text, value: text }, 'name', 'value'), 16);
const headerModifier = record({ set: headers, add: headers, remove: texts });
const pathModifier = record(
  {
    type: oneOf('ReplaceFullPath', 'ReplacePrefixMatch'),
    replaceFullPath: text,
    replacePrefixMatch: text,
  },
  'type',
);
const sharedFilters = {
  requestHeaderModifier: headerModifier,
  responseHeaderModifier: headerModifier,
  requestMirror: record({ backendRef: record({ ...reference, port }, 'name') }, 'backendRef'),
  extensionRef: record({ group: text, kind: text, name: text }, 'group', 'kind', 'name'),
};
const httpFilter = record(
  {
    type: oneOf(
      'RequestHeaderModifier',
      'ResponseHeaderModifier',
      'RequestMirror',
      'RequestRedirect',
      'URLRewrite',
      'ExtensionRef',
    ),
    ...sharedFilters,
    requestRedirect: record({
      scheme: oneOf('http', 'https'),
      hostname: host,
      path: pathModifier,
      port,
      statusCode: { type: 'integer' },
    }),
    urlRewrite: record({ hostname: host, path: pathModifier }),
  },
  'type',
);
const grpcFilter = record(
  {
    type: oneOf('RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestMirror', 'ExtensionRef'),
    ...sharedFilters,
  },
  'type',
);
const backendRefs = (filter: FieldSchema): FieldSchema =>
  listOf(
    record(
      {
        ...reference,
        port,
        weight: { ...whole, minimum: 0, maximum: 1_000_000 },
        filters: listOf(filter, 16),
      },
      'name',
    ),
    16,
  );
const match = record({ type: oneOf('Exact', 'RegularExpression'), name: text, value: text }, 'name', 'value');

/** Specs of the Gateway API, version 1.2, standard channel. */
export const gatewayClass = record(
  {
    controllerName: text,
    description: text,
    parametersRef: record(reference, 'group', 'kind', 'name'),
  },
  'controllerName',
);

const allowedRoutes = record({
  namespaces: record({ from: oneOf('All', 'Selector', 'Same'), selector: labelSelector }),
  kinds: listOf(record({ group: text, kind: text }, 'kind'), 8),
});
const listener = record(
  {
    name: text,
    hostname: host,
    port,
    protocol: text,
    tls: record({
      mode: oneOf('Terminate', 'Passthrough'),
      certificateRefs: listOf(record(reference, 'name'), 64),
      options: textMap,
    }),
    allowedRoutes,
  },
  'name',
  'port',
  'protocol',
);
export const gateway = record(
  {
    gatewayClassName: text,
    listeners: listOf(listener, 64, 1),
    addresses: listOf(record({ type: text, value: text }), 16),
    infrastructure: record({
      labels: textMap,
      annotations: textMap,
      parametersRef: record({ group: text, kind: text, name: text }, 'group', 'kind', 'name'),
    }),
  },
  'gatewayClassName',
  'listeners',
);

const httpMatch = record({
  path: record({ type: oneOf('Exact', 'PathPrefix', 'RegularExpression'), value: text }),
  headers: listOf(match, 16),
  queryParams: listOf(match, 16),
  method: text,
});
export const httpRoute = record({
  hostnames,
  parentRefs,
  rules: listOf(
    record({
      name: text,
      matches: listOf(httpMatch, 64),
      filters: listOf(httpFilter, 16),
      backendRefs: backendRefs(httpFilter),
      timeouts: record({ request: text, backendRequest: text }),
    }),
    16,
  ),
});

const grpcMatch = record({
  method: record({ type: oneOf('Exact', 'RegularExpression'), service: text, method: text }),
  headers: listOf(match, 16),
});
export const grpcRoute = record({
  hostnames,
  parentRefs,
  rules: listOf(
    record({
      name: text,
      matches: listOf(grpcMatch, 8),
      filters: listOf(grpcFilter, 16),
      backendRefs: backendRefs(grpcFilter),
    }),
    16,
  ),
});

export const referenceGrant = record(
  {
    from: listOf(record({ group: text, kind: text, namespace: text }, 'group', 'kind', 'namespace'), 16, 1),
    to: listOf(record({ group: text, kind: text, name: text }, 'group', 'kind'), 16, 1),
  },
  'from',
  'to',
);
