import { GrafanaWindows } from '../../../../constructs/k8s/monitoring/grafana-windows';
import { findManifest } from '../synth-construct';
import { madeProgram } from './a-program';

const make = (namespaces: readonly string[] = ['ada', 'no']) =>
  madeProgram('grafana-windows', (chart) => {
    new GrafanaWindows(chart, 'Windows', {
      image: 'kubectl:1',
      namespaces,
      spans: [
        { from: 100, to: 200 },
        { from: 300, to: 400 },
      ],
      placement: {},
    });
  });

test('It may scale what is called grafana, and nothing else', () => {
  expect(findManifest(make().all, 'ClusterRole', 'practicum-grafana-windows')['rules']).toEqual([
    { apiGroups: ['apps'], resources: ['statefulsets'], resourceNames: ['grafana'], verbs: ['get'] },
    {
      apiGroups: ['apps'],
      resources: ['statefulsets/scale'],
      resourceNames: ['grafana'],
      verbs: ['get', 'update', 'patch'],
    },
  ]);
});

test('It is told when Grafanas are awake, and which there are: a place called "no" is not false', () => {
  const { all, pod } = make();
  expect(pod.spec.containers[0]!.env).toContainEqual({ name: 'SPANS', value: '100-200 300-400' });
  const files = findManifest(all, 'ConfigMap', 'grafana-windows')['data'] as Record<string, string>;
  expect(files['grafanas.yaml']).toBe(
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: grafana, namespace: "ada" }\n---\n' +
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: grafana, namespace: "no" }\n',
  );
});

test('It runs each quarter of an hour, never twice at once, and speaks to the API alone', () => {
  const { all, network } = make();
  expect(findManifest(all, 'CronJob', 'grafana-windows')['spec']).toMatchObject({
    schedule: '*/15 * * * *',
    concurrencyPolicy: 'Forbid',
  });
  expect(network).not.toHaveProperty('ingress');
  expect(network.egress).toHaveLength(1);
});
