import { Testing } from 'cdk8s';
import type { MonitoringPlan } from '../../src/core/plan/monitoring-plan';
import { CellServicesChart } from '../../stacks/cell-services.chart';
import type { Manifest } from '../constructs/k8s/synth-construct';
import { findManifest, inventory } from '../constructs/k8s/synth-construct';
import { examplePlan } from './example-plans';

const cell = examplePlan('w255-spring').cells[0]!;

interface Given {
  readonly taReadsSecrets?: boolean;
  readonly collector?: MonitoringPlan['collector'];
  /** Whether it is for the cluster of a single tenant. */
  readonly own?: boolean;
}

const synth = ({ taReadsSecrets = false, collector, own = false }: Given = {}): readonly Manifest[] => {
  const { monitoring } = cell.cluster!;
  return new CellServicesChart(Testing.app(), 'services', {
    domain: 'w255.example.edu',
    taReadsSecrets,
    images: { registries: ['ghcr.io'], images: ['docker.io/library/redis'] },
    windows: examplePlan('w255-spring').windows[0]!,
    monitoring: {
      plan: { ...monitoring, ...(collector === undefined ? {} : { collector }) },
      projectId: 'w255-c1',
      hasSystemNodes: !own,
      ...(own ? {} : { staffHost: 'grafana.w255.example.edu' }),
    },
  }).toJson() as Manifest[];
};

const POLICIES = [
  'practicum-certificate-hosts',
  'practicum-claims',
  'practicum-collected-labels',
  'practicum-finalizers',
  'practicum-gateways',
  'practicum-health-checks',
  'practicum-hours',
  'practicum-images',
  'practicum-ingress-hosts',
  'practicum-mesh-destinations',
  'practicum-mesh-hosts',
  'practicum-pods',
  'practicum-route-hosts',
  'practicum-secret-use',
  'practicum-services',
  'practicum-tokens',
  'practicum-windows',
];

test('Tenants share priorities, roles, rules of admission and one Gateway', () => {
  const shared = synth().filter(({ metadata }) => !isOfMonitoring(metadata));
  expect(inventory(shared)).toEqual([
    'ClusterRole/practicum-instructor',
    'ClusterRole/practicum-student',
    'ClusterRole/practicum-ta',
    'ConfigMap/hours',
    'ConfigMap/windows',
    'Gateway/labs',
    'HTTPRoute/labs-to-https',
    'PriorityClass/practicum-lab',
    'PriorityClass/practicum-placeholder',
    ...POLICIES.map((policy) => `ValidatingAdmissionPolicy/${policy}`),
    ...POLICIES.map((policy) => `ValidatingAdmissionPolicyBinding/${policy}`),
  ]);
});

/** What stands in the monitoring namespace, and what its programs have in the whole cluster. */
const isOfMonitoring = ({ name, namespace }: Manifest['metadata']): boolean =>
  namespace === 'practicum-monitoring' ||
  /^practicum-(monitoring|metrics|staff-metrics|prometheus|kube-state|toolkit)/.test(name);

const PROMETHEUS = [
  'ClusterRole/practicum-kube-state-metrics',
  'ClusterRole/practicum-metrics-reader',
  'ClusterRole/practicum-prometheus',
  'ClusterRoleBinding/practicum-kube-state-metrics',
  'ClusterRoleBinding/practicum-metrics-proxies',
  'ClusterRoleBinding/practicum-prometheus',
  'ConfigMap/metrics-proxies',
  'ConfigMap/prometheus-config',
  'ConfigMap/prometheus-rules',
  'ConfigMap/query-guard',
  'Deployment/kube-state-metrics',
  'Deployment/load-balancer-metrics',
  'Namespace/practicum-monitoring',
  'NetworkPolicy/allow-dns',
  'NetworkPolicy/deny-all',
  'NetworkPolicy/kube-state-metrics',
  'NetworkPolicy/load-balancer-metrics',
  'NetworkPolicy/prometheus',
  'Service/kube-state-metrics',
  'Service/load-balancer-metrics',
  'Service/metrics',
  'ServiceAccount/kube-state-metrics',
  'ServiceAccount/load-balancer-metrics',
  'ServiceAccount/prometheus',
];
const of = (kinds: string, name: string): readonly string[] =>
  kinds.split(' ').map((kind) => `${kind}/${name}`);
const ALERTS = of('ConfigMap NetworkPolicy Service ServiceAccount StatefulSet', 'alertmanager');
const WINDOWS = [
  ...of('ClusterRole ClusterRoleBinding', 'practicum-toolkit-windows'),
  ...of('ConfigMap CronJob NetworkPolicy ServiceAccount', 'toolkit-windows'),
];
const DASHBOARDS = [
  'ConfigMap/dashboards-server',
  ...of('ConfigMap Deployment NetworkPolicy Service ServiceAccount', 'dashboards'),
];
const STAFF = [
  'ClusterRoleBinding/practicum-staff-metrics',
  'ConfigMap/grafana-files',
  ...of(
    'GCPBackendPolicy HTTPRoute HealthCheckPolicy NetworkPolicy Service ServiceAccount StatefulSet',
    'grafana',
  ),
];

const monitoringOf = (given: Given): readonly string[] =>
  inventory(synth(given).filter(({ metadata }) => isOfMonitoring(metadata)));

test('A cell has a Prometheus, alerts, dashboards, what wakes toolkits, and a Grafana of the staff', () => {
  expect(monitoringOf({})).toEqual(
    [
      ...PROMETHEUS,
      'Deployment/prometheus',
      'PersistentVolumeClaim/prometheus',
      ...ALERTS,
      ...WINDOWS,
      ...DASHBOARDS,
      ...STAFF,
    ].sort(),
  );
});

test('The cluster of a single tenant has the same without a Grafana of the staff, on whatever nodes', () => {
  const own = synth({ own: true });
  expect(monitoringOf({ own: true })).toEqual(
    [
      ...PROMETHEUS,
      'Deployment/prometheus',
      'PersistentVolumeClaim/prometheus',
      ...ALERTS,
      ...WINDOWS,
      ...DASHBOARDS,
    ].sort(),
  );
  const placed = (objects: readonly Manifest[]): number =>
    JSON.stringify(objects).split('"nodeSelector":{"practicum.dev/pool":"system"}').length - 1;
  expect([placed(own), placed(synth())]).toEqual([0, 7]);
});

test('Where Google collects, the same questions are answered, and nothing is kept in the cluster', () => {
  const objects = synth({ collector: 'google-managed' });
  const names = inventory(objects);
  expect(names).toEqual(
    expect.arrayContaining([
      'ClusterNodeMonitoring/cadvisor',
      'ClusterNodeMonitoring/kubelet',
      'ClusterPodMonitoring/kube-state-metrics',
      'ClusterPodMonitoring/load-balancer',
      'ClusterPodMonitoring/tenants',
      'Deployment/prometheus',
      'Service/metrics',
    ]),
  );
  expect(names.filter((name) => /alertmanager|^PersistentVolumeClaim/.test(name))).toEqual([]);
  expect(JSON.stringify(findManifest(objects, 'Deployment', 'prometheus'))).toContain(
    '--query.project-id=w255-c1',
  );
});

test('Every file that a pod of the monitoring mounts is there', () => {
  const objects = synth();
  const mounted = [...JSON.stringify(objects).matchAll(/"configMap":\{"name":"([^"]+)"/g)].map(
    ([, name]) => name!,
  );
  expect(new Set(mounted).size).toBeGreaterThan(6);
  for (const name of mounted) expect(inventory(objects)).toContain(`ConfigMap/${name}`);
});

test('No file is larger than a ConfigMap may be', () => {
  const sizes = synth()
    .filter(({ kind }) => kind === 'ConfigMap')
    .map((files) => JSON.stringify(files).length);
  expect(Math.max(...sizes)).toBeLessThan(1_000_000);
});

test('Roles are bound to programs alone here, and to none of a tenant', () => {
  const bindings = synth().filter(({ kind }) => kind.endsWith('RoleBinding'));
  const subjects = bindings.flatMap(
    (binding) => binding['subjects'] as { kind: string; namespace: string }[],
  );
  expect(bindings.map(({ kind }) => kind)).toEqual(bindings.map(() => 'ClusterRoleBinding'));
  expect(new Set(subjects.map(({ kind, namespace }) => `${kind} ${namespace}`))).toEqual(
    new Set(['ServiceAccount practicum-monitoring']),
  );
});

test('The Gateway answers below the domain only, with the address and the certificate that the cell has', () => {
  const gateway = findManifest(synth(), 'Gateway', 'labs');
  expect(gateway.metadata.annotations).toEqual({ 'networking.gke.io/certmap': 'labs' });
  expect(gateway['spec']).toMatchObject({
    addresses: [{ type: 'NamedAddress', value: 'labs-gateway' }],
    listeners: [
      { name: 'https', port: 443, hostname: '*.w255.example.edu' },
      { name: 'http', port: 80, hostname: '*.w255.example.edu' },
    ],
  });
});

test('Assistants read secrets where the cohort says so, and change nothing by it', () => {
  const secretsOf = (objects: readonly Manifest[]) =>
    (
      findManifest(objects, 'ClusterRole', 'practicum-ta')['rules'] as {
        resources: string[];
        verbs: string[];
      }[]
    )
      .filter(({ resources }) => resources.includes('secrets'))
      .map(({ verbs }) => verbs);
  expect(secretsOf(synth())).toEqual([]);
  expect(secretsOf(synth({ taReadsSecrets: true }))).toEqual([['get', 'list', 'watch']]);
});

test('No role reaches the fence: RBAC, quotas, limits, network policies and namespaces are read at most', () => {
  const FENCE =
    /^(roles|rolebindings|clusterroles|clusterrolebindings|resourcequotas|limitranges|networkpolicies|namespaces)$/;
  const writes = synth({ taReadsSecrets: true })
    .filter(({ kind }) => kind === 'ClusterRole')
    .flatMap(({ rules }) => rules as { resources: string[]; verbs: string[] }[])
    .filter(({ resources }) => resources.some((each) => FENCE.test(each) || each.includes('*')))
    .flatMap(({ verbs }) => verbs)
    .filter((verb) => !['get', 'list', 'watch'].includes(verb));
  expect(writes).toEqual([]);
});

test('No address of a person stands in what all share, but where alerts are sent by e-mail', () => {
  const others = JSON.stringify(synth()).replaceAll(/@sha256:/g, '');
  expect(others).not.toMatch(/[a-z0-9]@[a-z]/);
});
