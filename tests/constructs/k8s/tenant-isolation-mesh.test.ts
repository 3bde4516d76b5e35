import { TenantIsolation } from '../../../constructs/k8s/tenant-isolation';
import { findManifest, inventory, synthConstruct } from './synth-construct';

interface Spec {
  readonly ingress?: readonly object[];
  readonly egress?: readonly { readonly ports?: readonly object[] }[];
}

const TUNNEL = [{ protocol: 'TCP', port: 15_008 }];
const synth = (mesh: boolean) =>
  synthConstruct((chart) => new TenantIsolation(chart, 'isolation', { namespace: 'amara', mesh }));
const specOf = (name: string, mesh = true): Spec =>
  findManifest(synth(mesh), 'NetworkPolicy', name)['spec'] as Spec;

test('In a mesh no load balancer comes to a pod', () => {
  expect(inventory(synth(true))).toEqual(
    inventory(synth(false)).filter((name) => !name.endsWith('/allow-gateway')),
  );
});

test('In a mesh Prometheus comes and is asked by the tunnel; what is outside is asked at its own port', () => {
  expect(specOf('allow-metrics').ingress).toEqual([
    {
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'practicum-monitoring' } },
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
        },
      ],
      ports: TUNNEL,
    },
  ]);
  const ports = (specOf('allow-metrics-queries').egress ?? []).map((rule) => rule.ports);
  expect(ports).toEqual([TUNNEL, [{ protocol: 'TCP', port: 8080 }]]);
});

test.each(['deny-all', 'allow-own-namespace', 'allow-dns', 'allow-metadata-server', 'allow-internet'])(
  'In a mesh %s is as it is without one',
  (name) => expect(specOf(name)).toEqual(specOf(name, false)),
);
