import {
  HTTPS_LISTENER,
  LAB_GATEWAY,
  LabGateway,
  type LabGatewayProps,
} from '../../../constructs/k8s/lab-gateway';
import { TenantNamespace } from '../../../constructs/k8s/tenant-namespace';
import { cohortId, handle } from '../../../src/core/domain/ids';
import { findManifest, inventory, synthConstruct } from './synth-construct';

const props: Required<LabGatewayProps> = {
  domain: 'labs.example.edu',
  apex: false,
  certificateMap: 'labs-certificates',
  address: 'labs-gateway',
};

interface Listener {
  readonly name: string;
  readonly allowedRoutes: {
    readonly namespaces: { readonly selector?: { readonly matchLabels: Record<string, string> } };
  };
}

const synth = () => synthConstruct((chart) => new LabGateway(chart, 'gateway', props));
const gateway = () => findManifest(synth(), 'Gateway', 'labs');
const listeners = () => (gateway()['spec'] as { listeners: Listener[] }).listeners;

test('a cell has one Gateway and one redirect, both in the system namespace', () => {
  expect(inventory(synth())).toEqual(['Gateway/labs', 'HTTPRoute/labs-to-https']);
  expect(synth().map(({ metadata }) => metadata.namespace)).toEqual(['practicum-system', 'practicum-system']);
});

test('the Gateway has the name that routes are pointed to', () => {
  expect(gateway().metadata).toMatchObject(LAB_GATEWAY);
});

test('the Gateway is an external load balancer with a reserved address and the certificates of the map', () => {
  expect(gateway().metadata.annotations).toEqual({ 'networking.gke.io/certmap': 'labs-certificates' });
  expect(gateway()['spec']).toMatchObject({
    gatewayClassName: 'gke-l7-global-external-managed',
    addresses: [{ type: 'NamedAddress', value: 'labs-gateway' }],
  });
});

test('HTTPS takes routes from labelled namespaces, and HTTP only from its own', () => {
  expect(listeners()).toEqual([
    {
      name: 'https',
      protocol: 'HTTPS',
      port: 443,
      hostname: '*.labs.example.edu',
      allowedRoutes: {
        kinds: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' }],
        namespaces: { from: 'Selector', selector: { matchLabels: { 'practicum.dev/gateway': 'true' } } },
      },
    },
    {
      name: 'http',
      protocol: 'HTTP',
      port: 80,
      hostname: '*.labs.example.edu',
      allowedRoutes: {
        kinds: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' }],
        namespaces: { from: 'Same' },
      },
    },
  ]);
});

test("a tenant's namespace has the label that the HTTPS listener asks for", () => {
  const [namespace] = synthConstruct(
    (chart) =>
      new TenantNamespace(chart, 'namespace', {
        name: 'amara',
        cohort: cohortId('w255-spring27'),
        tenant: handle('amara'),
        kind: 'student',
        host: 'amara.labs.example.edu',
        registryPath: 'us-west1-docker.pkg.dev/w255-spring27-c1/amara',
      }),
  );
  const https = listeners().find(({ name }) => name === HTTPS_LISTENER)!;
  expect(namespace!.metadata.labels).toMatchObject(https.allowedRoutes.namespaces.selector!.matchLabels);
});

test('whoever comes by HTTP is sent to HTTPS', () => {
  expect(findManifest(synth(), 'HTTPRoute', 'labs-to-https')['spec']).toEqual({
    parentRefs: [{ kind: 'Gateway', name: 'labs', namespace: 'practicum-system', sectionName: 'http' }],
    rules: [
      { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] },
    ],
  });
});

test('a Gateway of one tenant answers for the domain itself as well, which a wildcard does not stand for', () => {
  const own = synthConstruct((chart) => new LabGateway(chart, 'gateway', { ...props, apex: true }));
  const { listeners: all } = findManifest(own, 'Gateway', 'labs')['spec'] as {
    listeners: { name: string; hostname: string; port: number }[];
  };
  expect(all.map(({ name, hostname, port }) => [name, hostname, port])).toEqual([
    ['https', '*.labs.example.edu', 443],
    ['https-apex', 'labs.example.edu', 443],
    ['http', '*.labs.example.edu', 80],
    ['http-apex', 'labs.example.edu', 80],
  ]);
  expect(findManifest(own, 'HTTPRoute', 'labs-to-https')['spec']).toMatchObject({
    parentRefs: [{ sectionName: 'http' }, { sectionName: 'http-apex' }],
  });
});
