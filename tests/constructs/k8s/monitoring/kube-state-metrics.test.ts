import { KubeStateMetrics } from '../../../../constructs/k8s/monitoring/kube-state-metrics';
import { MANAGED_COLLECTOR, program } from '../../../../constructs/k8s/monitoring/peers';
import { findManifest } from '../synth-construct';
import { madeProgram } from './a-program';

const make = (tenants = 60, collector = program('prometheus')) =>
  madeProgram('kube-state-metrics', (chart) => {
    new KubeStateMetrics(chart, 'KubeState', {
      image: 'ksm:1',
      metrics: ['kube_pod_status_phase', 'kube_resourcequota'],
      tenants,
      collector,
      placement: {},
    });
  });

test('It lists and watches what it tells of, and can read no Secret and no ConfigMap', () => {
  const { all, pod } = make();
  const rules = findManifest(all, 'ClusterRole', 'practicum-kube-state-metrics')['rules'] as {
    resources: string[];
    verbs: string[];
  }[];
  expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(['list', 'watch']));
  const resources = rules.flatMap((rule) => rule.resources);
  expect(resources).not.toContain('secrets');
  expect(resources).not.toContain('configmaps');
  const told = pod.spec.containers[0]!.args!.find((arg) => arg.startsWith('--resources='))!;
  expect(told.slice('--resources='.length).split(',')).toEqual([...resources].sort());
});

test('It tells of the labels that only staff set', () => {
  const labels = make().pod.spec.containers[0]!.args!.find((arg) => arg.includes('labels-allowlist'))!;
  expect(labels).toBe(
    '--metric-labels-allowlist=namespaces=[practicum.dev/cohort,practicum.dev/kind,practicum.dev/tenant],' +
      'nodes=[cloud.google.com/gke-nodepool]',
  );
});

test.each([
  ['a Prometheus of ours', program('prometheus')],
  ['Google', MANAGED_COLLECTOR],
])('Only what collects reads it, where that is %s', (_, collector) => {
  expect(make(60, collector).network.ingress).toEqual([
    { from: [collector], ports: [{ protocol: 'TCP', port: 8080 }] },
  ]);
});

test('Its memory grows with tenants, by a step for 80 of them', () => {
  const memory = (tenants: number) => make(tenants).pod.spec.containers[0]!.resources.limits['memory'];
  expect([1, 80, 81, 1000].map(memory)).toEqual(['160Mi', '160Mi', '192Mi', '544Mi']);
});
