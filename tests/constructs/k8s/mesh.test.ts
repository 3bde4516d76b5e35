import { HOSTS_GATEWAY, MeshGateway } from '../../../constructs/k8s/mesh-gateway';
import { MeshLabelPolicy } from '../../../constructs/k8s/mesh-label-policy';
import { MeshPolicy, type MeshPolicyProps } from '../../../constructs/k8s/mesh-policy';
import { MeshGuard } from '../../../constructs/k8s/monitoring/mesh-guard';
import { TenantMesh } from '../../../constructs/k8s/tenant-mesh';
import { findManifest, inventory, synthConstruct } from './synth-construct';

const place = () => synthConstruct((chart) => new TenantMesh(chart, 'mesh', { namespace: 'amara' }));
const gateway = () =>
  synthConstruct(
    (chart) =>
      new MeshGateway(chart, 'gateway', {
        domain: 'labs.example.edu',
        placement: { nodeSelector: { pool: 'system' } },
      }),
  );
const validations = (made: ReturnType<typeof place>, name: string): readonly { expression: string }[] =>
  (findManifest(made, 'ValidatingAdmissionPolicy', name)['spec'] as { validations: { expression: string }[] })
    .validations;

describe('A place in a mesh', () => {
  test('has two rules of the mesh, and two ways of the network for who comes by it', () => {
    expect(inventory(place())).toEqual([
      'AuthorizationPolicy/own-callers',
      'NetworkPolicy/allow-mesh-gateway',
      'NetworkPolicy/allow-probes',
      'PeerAuthentication/strict',
    ]);
  });

  test('lets the gateway come by the tunnel, and the kubelet from the address that the mesh gives it', () => {
    const ingressOf = (name: string): unknown =>
      (findManifest(place(), 'NetworkPolicy', name)['spec'] as { ingress: unknown }).ingress;
    expect(ingressOf('allow-mesh-gateway')).toEqual([
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-ingress' } },
            podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'hosts' } },
          },
        ],
        ports: [{ protocol: 'TCP', port: 15_008 }],
      },
    ]);
    expect(ingressOf('allow-probes')).toEqual([{ from: [{ ipBlock: { cidr: '169.254.7.127/32' } }] }]);
  });

  test('takes nothing that is not encrypted, at any pod and any port', () => {
    expect(findManifest(place(), 'PeerAuthentication', 'strict')['spec']).toEqual({
      mtls: { mode: 'STRICT' },
    });
  });

  test('takes connections from its own namespace, the gateway and what scrapes, and from nobody else', () => {
    expect(findManifest(place(), 'AuthorizationPolicy', 'own-callers')['spec']).toEqual({
      action: 'ALLOW',
      rules: [
        {
          from: [
            { source: { namespaces: ['amara'] } },
            {
              source: {
                principals: [
                  'cluster.local/ns/istio-ingress/sa/hosts-istio',
                  'cluster.local/ns/practicum-monitoring/sa/prometheus',
                ],
              },
            },
          ],
        },
      ],
    });
  });
});

describe('The gateway of a mesh', () => {
  test('stands alone in its namespace', () => {
    const made = gateway();
    expect(inventory(made)).toEqual([
      'ConfigMap/hosts',
      'Gateway/hosts',
      'HTTPRoute/hosts',
      'HealthCheckPolicy/hosts',
      'Namespace/istio-ingress',
      'NetworkPolicy/deny-all',
      'NetworkPolicy/hosts',
    ]);
    const namespaces = made.map(({ metadata }) => metadata.namespace).filter(Boolean);
    expect(new Set(namespaces)).toEqual(new Set([HOSTS_GATEWAY.namespace]));
  });

  test('gets no address of its own, two copies and the place that it was given', () => {
    const { data } = findManifest(gateway(), 'ConfigMap', 'hosts') as unknown as {
      data: Record<string, string>;
    };
    expect(JSON.parse(data['service']!)).toEqual({ spec: { type: 'ClusterIP' } });
    expect(JSON.parse(data['deployment']!)).toMatchObject({
      spec: { replicas: 2, template: { spec: { nodeSelector: { pool: 'system' } } } },
    });
  });

  test('gets all hosts below the domain from GKE’s Gateway', () => {
    expect(findManifest(gateway(), 'HTTPRoute', 'hosts')['spec']).toEqual({
      parentRefs: [{ kind: 'Gateway', name: 'labs', namespace: 'practicum-system', sectionName: 'https' }],
      hostnames: ['*.labs.example.edu'],
      rules: [{ backendRefs: [{ name: 'hosts-istio', port: 80 }] }],
    });
  });

  test('sends to pods of tenants by the tunnel alone', () => {
    const { egress } = findManifest(gateway(), 'NetworkPolicy', 'hosts')['spec'] as { egress: object[] };
    expect(egress[0]).toEqual({
      to: [
        { namespaceSelector: { matchExpressions: [{ key: 'practicum.dev/tenant', operator: 'Exists' }] } },
      ],
      ports: [{ protocol: 'TCP', port: 15_008 }],
    });
    expect(egress).toHaveLength(3);
  });
});

test('Who comes to what holds all metrics by the mesh gets to the port for tenants alone', () => {
  const made = synthConstruct((chart) => new MeshGuard(chart, 'guard', { port: 8443 }));
  expect(findManifest(made, 'AuthorizationPolicy', 'prometheus')['spec']).toEqual({
    selector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
    action: 'DENY',
    rules: [{ from: [{ source: { principals: ['*'] } }], to: [{ operation: { notPorts: ['8443'] } }] }],
  });
});

test('What pods say to the mesh is looked at in labels and in annotations', () => {
  const made = synthConstruct((chart) => new MeshLabelPolicy(chart, 'labels'));
  expect(validations(made, 'practicum-mesh-labels').map(({ expression }) => expression)).toEqual([
    expect.stringContaining('object.metadata.?labels'),
    expect.stringContaining('object.metadata.?annotations'),
  ]);
});

test('A mesh that is strict has one rule more for destinations, and routes at another gateway', () => {
  const policies = (props?: Required<MeshPolicyProps>) =>
    synthConstruct((chart) => new MeshPolicy(chart, 'mesh', props));
  const strict = policies({ gateway: HOSTS_GATEWAY, strict: true });
  expect(validations(policies(), 'practicum-mesh-destinations')).toHaveLength(1);
  expect(validations(strict, 'practicum-mesh-destinations')).toHaveLength(2);
  expect(JSON.stringify(strict)).toContain('istio-ingress/hosts');
  expect(JSON.stringify(strict)).not.toContain('practicum-system');
});
