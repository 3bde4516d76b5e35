import { TenantRoute, type TenantRouteProps } from '../../../constructs/k8s/tenant-route';
import { findManifest, inventory, synthConstruct } from './synth-construct';

const synth = (props: Partial<TenantRouteProps> = {}) =>
  synthConstruct(
    (chart) =>
      new TenantRoute(chart, 'route', { namespace: 'amara', host: 'amara.labs.example.edu', ...props }),
  );

test('a host is a Service, a route and a health check of one name', () => {
  expect(inventory(synth())).toEqual(['HTTPRoute/web', 'HealthCheckPolicy/web', 'Service/web']);
});

test('the Service has no port of its own outside the cluster', () => {
  expect(findManifest(synth(), 'Service', 'web')['spec']).toEqual({
    type: 'ClusterIP',
    selector: { app: 'web' },
    ports: [{ name: 'http', protocol: 'TCP', port: 80, targetPort: 8000 }],
  });
});

test('the route takes exactly its host, from the HTTPS listener of the Gateway', () => {
  expect(findManifest(synth(), 'HTTPRoute', 'web')['spec']).toEqual({
    parentRefs: [{ kind: 'Gateway', name: 'labs', namespace: 'practicum-system', sectionName: 'https' }],
    hostnames: ['amara.labs.example.edu'],
    rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
  });
});

test('a pod that accepts connections is healthy, whatever it answers on "/"', () => {
  expect(findManifest(synth(), 'HealthCheckPolicy', 'web')['spec']).toEqual({
    default: { config: { type: 'TCP', tcpHealthCheck: { portSpecification: 'USE_SERVING_PORT' } } },
    targetRef: { group: '', kind: 'Service', name: 'web' },
  });
});

describe('with every prop', () => {
  const props: Required<TenantRouteProps> = {
    namespace: 'bo',
    host: 'bo.labs.example.edu',
    service: 'api',
    targetPort: 8080,
    gateway: { name: 'other', namespace: 'elsewhere' },
    listener: 'https-apex',
    healthPath: '/health',
    healthCheck: true,
  };

  test('the Service leads to the port and the pods that were named', () => {
    expect(findManifest(synth(props), 'Service', 'api')['spec']).toMatchObject({
      selector: { app: 'api' },
      ports: [{ port: 80, targetPort: 8080 }],
    });
  });

  test('the route hangs on the Gateway that was named', () => {
    expect(findManifest(synth(props), 'HTTPRoute', 'api')['spec']).toEqual({
      parentRefs: [{ kind: 'Gateway', name: 'other', namespace: 'elsewhere', sectionName: 'https-apex' }],
      hostnames: ['bo.labs.example.edu'],
      rules: [{ backendRefs: [{ name: 'api', port: 80 }] }],
    });
  });

  test('the health check asks for the path', () => {
    expect(findManifest(synth(props), 'HealthCheckPolicy', 'api')['spec']).toEqual({
      default: {
        config: {
          type: 'HTTP',
          httpHealthCheck: { portSpecification: 'USE_SERVING_PORT', requestPath: '/health' },
        },
      },
      targetRef: { group: '', kind: 'Service', name: 'api' },
    });
  });

  test('all of it is in the namespace of the tenant', () => {
    expect(synth(props).map(({ metadata }) => metadata.namespace)).toEqual(['bo', 'bo', 'bo']);
  });
});

test('behind the gateway of a mesh the load balancer asks the pods nothing', () => {
  expect(inventory(synth({ healthCheck: false }))).toEqual(['HTTPRoute/web', 'Service/web']);
});
