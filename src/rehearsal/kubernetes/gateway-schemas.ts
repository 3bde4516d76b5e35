import type { FieldSchema } from './field-schema';

const text: FieldSchema = { type: 'string' };
const flag: FieldSchema = { type: 'boolean' };
const whole: FieldSchema = { type: 'integer' };
const port: FieldSchema = { type: 'integer', minimum: 1, maximum: 65_535 };
const oneOf = (...values: readonly string[]): FieldSchema => ({ type: 'string', enum: values });
const listOf = (items: FieldSchema, maxItems: number, minItems = 0): FieldSchema => ({
  type: 'array',
  items,
  maxItems,
  ...(minItems > 0 ? { minItems } : {}),
});
const texts: FieldSchema = { type: 'array', items: text };
const textMap: FieldSchema = { type: 'object', additionalProperties: text };

function record(properties: Readonly<Record<string, FieldSchema>>, ...required: readonly string[]): FieldSchema {
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

const host: FieldSchema = {
  type: 'string',
  maxLength: 253,
  pattern: '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
};
const hostnames = listOf(host, 16);
const reference = { group: text, kind: text, name: text, namespace: text };
const parentRefs = listOf(record({ ...reference, sectionName: text, port }, 'name'), 32);
const labelSelector = record({
  matchLabels: textMap,
  matchExpressions: {
    type: 'array',
    items: record({ key: text, operator: text, values: texts }, 'key', 'operator'),
  },
});
const targetRef = record(reference, 'group', 'kind', 'name');

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
      { ...reference, port, weight: { ...whole, minimum: 0, maximum: 1_000_000 }, filters: listOf(filter, 16) },
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

const httpCheck = record({
  portSpecification: text,
  port,
  portName: text,
  host: text,
  requestPath: text,
  response: text,
  proxyHeader: text,
});
const streamCheck = record({
  portSpecification: text,
  port,
  portName: text,
  request: text,
  response: text,
  proxyHeader: text,
});

/** Specs of GKE's own policies. */
export const healthCheckPolicy = record(
  {
    default: record({
      checkIntervalSec: whole,
      timeoutSec: whole,
      healthyThreshold: whole,
      unhealthyThreshold: whole,
      logConfig: record({ enabled: flag }),
      config: record(
        {
          type: oneOf('TCP', 'HTTP', 'HTTPS', 'HTTP2', 'GRPC'),
          tcpHealthCheck: streamCheck,
          httpHealthCheck: httpCheck,
          httpsHealthCheck: httpCheck,
          http2HealthCheck: httpCheck,
          grpcHealthCheck: record({ portSpecification: text, port, portName: text, grpcServiceName: text }),
        },
        'type',
      ),
    }),
    targetRef,
  },
  'targetRef',
);
export const gatewayPolicy = record(
  { default: record({ sslPolicy: text, allowGlobalAccess: flag, region: text }), targetRef },
  'targetRef',
);
export const backendPolicy = record(
  {
    default: record({
      timeoutSec: whole,
      securityPolicy: text,
      maxRatePerEndpoint: whole,
      sessionAffinity: record({ type: text, cookieTtlSec: whole }),
      connectionDraining: record({ drainingTimeoutSec: whole }),
      logging: record({ enabled: flag, sampleRate: { ...whole, minimum: 0, maximum: 1_000_000 } }),
      iap: record({ enabled: flag, clientID: text, oauth2ClientSecret: record({ name: text }) }),
    }),
    targetRef,
  },
  'targetRef',
);
