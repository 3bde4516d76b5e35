import { PrometheusServer } from '../../../../constructs/k8s/monitoring/prometheus-server';
import type { PrometheusServerProps } from '../../../../constructs/k8s/monitoring/prometheus-server';
import { Bytes, Cpu } from '../../../../src/core/domain/quantity';
import { findManifest, inventory } from '../synth-construct';
import { TENANTS, fromProgram, madeProgram, openPorts } from './a-program';

const PROPS: Required<PrometheusServerProps> = {
  images: { server: 'server:1', labelEnforcer: 'enforcer:1', nginx: 'nginx:1', rbacProxy: 'proxy:1' },
  args: ['--web.listen-address=127.0.0.1:9090'],
  amounts: { cpu: Cpu.millis(500), memory: Bytes.gibi(2) },
  disk: Bytes.gibi(20),
  config: { 'prometheus.yml': 'global: {}' },
  rules: { 'a.yaml': 'groups: []' },
  proxies: {
    folder: '/etc/proxy',
    files: { 'tenants.yaml': '{}', 'staff.yaml': '{}' },
    tenants: { port: 8443, healthPort: 8643, args: ['--upstream=http://127.0.0.1:9091/'] },
    staff: { port: 8444, healthPort: 8644, args: ['--upstream=http://127.0.0.1:9090/'] },
    labelEnforcerArgs: ['-label=namespace'],
  },
  guard: { folder: '/etc/guard', files: { 'nginx.conf': 'x' } },
  placement: {},
  readyCommand: ['promtool', 'check', 'ready'],
  mesh: false,
};

const make = (props: PrometheusServerProps = PROPS) =>
  madeProgram('prometheus', (chart) => {
    new PrometheusServer(chart, 'Prometheus', props);
  });

test('Tenants are let in at the one proxy, the staff’s Grafana at the other, and nobody at the server', () => {
  const made = make();
  expect(made.network.ingress).toEqual([
    { from: [TENANTS], ports: [{ protocol: 'TCP', port: 8443 }] },
    { from: [fromProgram('grafana')], ports: [{ protocol: 'TCP', port: 8444 }] },
  ]);
  expect(openPorts(made)).toEqual([8443, 8444]);
  const ports = made.pod.spec.containers.flatMap(({ ports: each = [] }) => each);
  expect(ports).toEqual([
    { name: 'tenants-proxy', containerPort: 8443 },
    { name: 'staff-proxy', containerPort: 8444 },
  ]);
});

test('The Service of metrics leads to the proxies and nowhere else', () => {
  expect(findManifest(make().all, 'Service', 'metrics')['spec']).toMatchObject({
    type: 'ClusterIP',
    ports: [
      { name: 'tenants', port: 8443, targetPort: 8443 },
      { name: 'staff', port: 8444, targetPort: 8444 },
    ],
  });
});

test('Its account looks for pods and nodes, has tokens reviewed, and reads nothing that objects hold', () => {
  const { all } = make();
  expect(findManifest(all, 'ClusterRole', 'practicum-prometheus')['rules']).toEqual([
    { apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
  ]);
  expect(findManifest(all, 'ClusterRoleBinding', 'practicum-metrics-proxies')['roleRef']).toMatchObject({
    name: 'system:auth-delegator',
  });
});

test('Each proxy reads its files where its arguments look for them', () => {
  const { pod, all } = make();
  const proxies = pod.spec.containers.filter(({ name }) => name.endsWith('-proxy'));
  expect(proxies.map(({ args }) => args)).toEqual([PROPS.proxies.tenants.args, PROPS.proxies.staff.args]);
  expect(proxies.map(({ volumeMounts }) => volumeMounts!.map(({ mountPath }) => mountPath))).toEqual([
    ['/etc/proxy'],
    ['/etc/proxy'],
  ]);
  expect(findManifest(all, 'ConfigMap', 'metrics-proxies')['data']).toEqual(PROPS.proxies.files);
});

test('What looks at questions runs beside, from the folder that it is given', () => {
  const guard = make().pod.spec.containers.find(({ name }) => name === 'query-guard');
  expect(guard).toMatchObject({
    image: 'nginx:1',
    command: ['nginx', '-c', '/etc/guard/nginx.conf', '-g', 'daemon off;'],
  });
  expect(guard!.volumeMounts).toContainEqual({
    name: 'query-guard',
    mountPath: '/etc/guard',
    readOnly: true,
  });
});

test('It is ready when it answers from within, since nobody can ask from without', () => {
  const [server] = make().pod.spec.containers;
  expect(server).toMatchObject({
    readinessProbe: { exec: { command: PROPS.readyCommand } },
    startupProbe: { failureThreshold: 40 },
  });
});

test('One that keeps nothing has no disk, asks Google with a token of the metadata server, and no pods', () => {
  const { images, args, amounts, proxies, guard, placement } = PROPS;
  const kept = { images, args, amounts, proxies, guard, placement };
  const { all, pod, network } = make(kept);
  expect(inventory(all)).toContain('Deployment/prometheus');
  expect(network.egress).toEqual([
    {
      to: [{ ipBlock: { cidr: '0.0.0.0/0' } }],
      ports: [443, 6443].map((port) => ({ protocol: 'TCP', port })),
    },
    { to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: [{ protocol: 'TCP', port: 80 }] },
    { to: [{ ipBlock: { cidr: '169.254.169.252/32' } }], ports: [{ protocol: 'TCP', port: 988 }] },
  ]);
  expect(pod.spec.containers[0]).not.toHaveProperty('readinessProbe');
  const volumes = pod.spec.volumes!.map(({ name }) => name);
  expect(volumes).toContain('prometheus');
});

test('A change of a proxy or of the guard restarts the pod; rules and configuration are read anew without', () => {
  const hash = (props: PrometheusServerProps): string =>
    make(props).pod.metadata['annotations']!['practicum.dev/files']!;
  const { proxies, guard } = PROPS;
  expect(hash({ ...PROPS, rules: { 'a.yaml': 'x' } })).toBe(hash(PROPS));
  expect(hash({ ...PROPS, config: { 'prometheus.yml': 'x' } })).toBe(hash(PROPS));
  const hashes = [
    PROPS,
    { ...PROPS, guard: { ...guard, files: { 'nginx.conf': 'y' } } },
    { ...PROPS, proxies: { ...proxies, files: { ...proxies.files, 'staff.yaml': 'x' } } },
  ].map(hash);
  expect(new Set(hashes).size).toBe(3);
});

describe('in a mesh', () => {
  const made = make({ ...PROPS, mesh: true });

  test('its pod is in the mesh, or pods of tenants would take nothing from it', () => {
    const { template } = findManifest(made.all, 'Deployment', 'prometheus')['spec'] as {
      readonly template: { readonly metadata: { readonly labels: object } };
    };
    expect(template.metadata.labels).toEqual({
      'app.kubernetes.io/name': 'prometheus',
      'istio.io/dataplane-mode': 'ambient',
    });
  });

  test('tenants come and go by the tunnel alone, and the kubelet asks at the ports of health alone', () => {
    expect(made.network.ingress).toEqual([
      { from: [TENANTS], ports: [{ protocol: 'TCP', port: 15_008 }] },
      { from: [fromProgram('grafana')], ports: [{ protocol: 'TCP', port: 8444 }] },
      {
        from: [{ ipBlock: { cidr: '169.254.7.127/32' } }],
        ports: [
          { protocol: 'TCP', port: 8643 },
          { protocol: 'TCP', port: 8644 },
        ],
      },
    ]);
    expect(made.network.egress).toContainEqual({
      to: [TENANTS],
      ports: [{ protocol: 'TCP', port: 15_008 }],
    });
    expect(made.network.egress).not.toContainEqual({ to: [TENANTS] });
  });
});
