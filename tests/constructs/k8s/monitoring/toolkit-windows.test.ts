import type { ToolkitRow } from '../../../../constructs/k8s/monitoring/toolkit-lists';
import { ToolkitWindows } from '../../../../constructs/k8s/monitoring/toolkit-windows';
import { findManifest, inventory } from '../synth-construct';
import { madeProgram } from './a-program';

const MLFLOW: ToolkitRow = {
  toolkit: 'mlflow',
  workloads: [
    { kind: 'Deployment', name: 'mlflow', replicas: 1 },
    { kind: 'StatefulSet', name: 'mlflow-db', replicas: 1 },
  ],
  secrets: [{ name: 'mlflow', keys: ['password'] }],
  namespaces: ['ada'],
  spans: [{ from: 100, to: 200 }],
};
const GRAFANA: ToolkitRow = {
  ...MLFLOW,
  toolkit: 'grafana',
  workloads: [{ kind: 'StatefulSet', name: 'grafana', replicas: 1 }],
  secrets: [],
};

const make = (toolkits: readonly ToolkitRow[]) =>
  madeProgram('toolkit-windows', (chart) => {
    new ToolkitWindows(chart, 'Windows', { image: 'kubectl:1', toolkits, placement: {} });
  });

test('It may list workloads, and scale what toolkits are called', () => {
  const { all } = make([MLFLOW, GRAFANA, { ...GRAFANA, namespaces: ['bo'] }]);
  expect(findManifest(all, 'ClusterRole', 'practicum-toolkit-windows')['rules']).toEqual([
    { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: ['list'] },
    { apiGroups: ['apps'], resources: ['deployments/scale'], resourceNames: ['mlflow'], verbs: ['patch'] },
    {
      apiGroups: ['apps'],
      resources: ['statefulsets/scale'],
      resourceNames: ['grafana', 'mlflow-db'],
      verbs: ['patch'],
    },
  ]);
});

test('It may make Secrets, and read none, where places with a toolkit that needs some bind the role', () => {
  const { all } = make([MLFLOW, GRAFANA]);
  expect(findManifest(all, 'ClusterRole', 'practicum-toolkit-secrets')['rules']).toEqual([
    { apiGroups: [''], resources: ['secrets'], verbs: ['create'] },
  ]);
  const bound = all.filter(({ kind }) => kind.endsWith('RoleBinding'));
  expect(inventory(bound)).toEqual(['ClusterRoleBinding/practicum-toolkit-windows']);
});

test('Without a toolkit that needs Secrets there is no such role, and no rule on what has no name', () => {
  const { all } = make([GRAFANA]);
  expect(inventory(all)).not.toContain('ClusterRole/practicum-toolkit-secrets');
  expect(JSON.stringify(all)).not.toContain('deployments/scale');
});

test('Nothing that is drawn stands in a file', () => {
  const files = findManifest(make([MLFLOW]).all, 'ConfigMap', 'toolkit-windows')['data'] as Record<
    string,
    string
  >;
  expect(files['secrets']).toBe('mlflow mlflow password\n');
  expect(Object.keys(files).sort()).toEqual([
    'changes.awk',
    'places',
    'scale.sh',
    'secrets',
    'spans',
    'toolkits',
    'wake-or-sleep.sh',
    'workloads.tpl',
  ]);
});

test('It runs every five minutes, never twice at once, and speaks to the API alone', () => {
  const { all, network } = make([GRAFANA]);
  expect(findManifest(all, 'CronJob', 'toolkit-windows')['spec']).toMatchObject({
    schedule: '*/5 * * * *',
    concurrencyPolicy: 'Forbid',
  });
  expect(network).not.toHaveProperty('ingress');
  expect(network.egress).toHaveLength(1);
});
