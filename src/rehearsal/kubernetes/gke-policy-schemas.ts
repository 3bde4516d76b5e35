import { flag, oneOf, port, record, targetRef, text, whole } from './schema-words';

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
