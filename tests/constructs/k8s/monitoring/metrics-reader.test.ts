import { MetricsReader } from '../../../../constructs/k8s/monitoring/metrics-reader';
import { findManifest, inventory, synthConstruct } from '../synth-construct';

test('It is a role that allows asking for metrics and nothing else, and is bound to nobody', () => {
  const made = synthConstruct((chart) => {
    new MetricsReader(chart, 'Reader', { right: { apiGroup: 'metrics.example.edu', resource: 'numbers' } });
  });
  expect(inventory(made)).toEqual(['ClusterRole/practicum-metrics-reader']);
  expect(findManifest(made, 'ClusterRole', 'practicum-metrics-reader')['rules']).toEqual([
    { apiGroups: ['metrics.example.edu'], resources: ['numbers'], verbs: ['get', 'create'] },
  ]);
});
