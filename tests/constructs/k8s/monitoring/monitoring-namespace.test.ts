import { MonitoringNamespace } from '../../../../constructs/k8s/monitoring/monitoring-namespace';
import { findManifest, inventory, synthConstruct } from '../synth-construct';

const made = synthConstruct((chart) => {
  new MonitoringNamespace(chart, 'Namespace');
});

test('It is a namespace with the strictest Pod Security that is no tenant’s', () => {
  const { labels } = findManifest(made, 'Namespace', 'practicum-monitoring').metadata;
  expect(labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'restricted',
    'pod-security.kubernetes.io/enforce-version': 'latest',
    'practicum.dev/gateway': 'true',
  });
  expect(labels).not.toHaveProperty('practicum.dev/tenant');
});

test('No packet goes in or out but questions for names', () => {
  expect(inventory(made)).toEqual([
    'Namespace/practicum-monitoring',
    'NetworkPolicy/allow-dns',
    'NetworkPolicy/deny-all',
  ]);
  expect(findManifest(made, 'NetworkPolicy', 'deny-all')['spec']).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
  expect(findManifest(made, 'NetworkPolicy', 'allow-dns')['spec']).toMatchObject({
    policyTypes: ['Egress'],
    egress: [{ ports: [{ protocol: 'UDP', port: 53 }, { protocol: 'TCP', port: 53 }] }], // prettier-ignore
  });
});
