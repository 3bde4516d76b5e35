import { ManagedCollection } from '../../../../constructs/k8s/monitoring/managed-collection';
import { findManifest, inventory, synthConstruct } from '../synth-construct';

const made = synthConstruct((chart) => {
  new ManagedCollection(chart, 'Managed', {
    scrape: {
      intervalSeconds: 30,
      timeoutSeconds: 10,
      samplesPerPod: 500,
      labelsPerSample: 30,
      labelNameLength: 64,
      labelValueLength: 256,
    },
    nodes: [
      {
        name: 'cadvisor',
        path: '/metrics/cadvisor',
        relabelling: [{ action: 'keep', source_labels: ['__name__'], regex: 'container_.*' }],
      },
    ],
    hosts: {
      name: 'load-balancer',
      program: 'load-balancer-metrics',
      path: '/hosts',
      relabelling: [
        {
          action: 'replace',
          source_labels: ['namespace'],
          regex: '(.+)',
          target_label: 'host',
          replacement: '$1.labs.example.edu',
        },
      ],
    },
    groups: { 'pods.yaml': [{ name: 'pods', rules: [] }] },
    reservedMetrics: 'kube_.*',
  });
});

test('It collects from tenants’ pods, from what knows objects, and from nodes, with rules', () => {
  expect(inventory(made)).toEqual([
    'ClusterNodeMonitoring/cadvisor',
    'ClusterPodMonitoring/kube-state-metrics',
    'ClusterPodMonitoring/load-balancer',
    'ClusterPodMonitoring/tenants',
    'ClusterRules/pods',
  ]);
});

test('Google writes the namespace into what tenants’ pods tell, within bounds, and drops reserved names', () => {
  expect(findManifest(made, 'ClusterPodMonitoring', 'tenants')['spec']).toEqual({
    selector: { matchLabels: { 'prometheus.io/scrape': 'true' } },
    endpoints: [
      {
        port: 'metrics',
        interval: '30s',
        timeout: '10s',
        metricRelabeling: [{ action: 'drop', sourceLabels: ['__name__'], regex: 'kube_.*' }],
      },
    ],
    targetLabels: { metadata: ['namespace', 'pod'] },
    limits: { samples: 500, labels: 30, labelNameLength: 64, labelValueLength: 256 },
  });
});

test('Rules of relabelling are spelt as Google spells them', () => {
  expect(findManifest(made, 'ClusterNodeMonitoring', 'cadvisor')['spec']).toMatchObject({
    endpoints: [
      {
        path: '/metrics/cadvisor',
        scheme: 'https',
        metricRelabeling: [{ action: 'keep', sourceLabels: ['__name__'], regex: 'container_.*' }],
      },
    ],
  });
});

test('What tells of hosts is found by a label that no tenant may set, and keeps the namespaces that it tells', () => {
  expect(findManifest(made, 'ClusterPodMonitoring', 'load-balancer')['spec']).toEqual({
    selector: { matchLabels: { 'practicum.dev/collected': 'load-balancer-metrics' } },
    endpoints: [
      {
        port: 'metrics',
        path: '/hosts',
        interval: '30s',
        metricRelabeling: [
          {
            action: 'replace',
            sourceLabels: ['namespace'],
            regex: '(.+)',
            targetLabel: 'host',
            replacement: '$1.labs.example.edu',
          },
        ],
      },
    ],
    targetLabels: { metadata: [] },
  });
});
