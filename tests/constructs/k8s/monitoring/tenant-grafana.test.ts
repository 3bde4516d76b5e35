import type { TenantGrafanaProps } from '../../../../constructs/k8s/monitoring/tenant-grafana';
import { TenantGrafana } from '../../../../constructs/k8s/monitoring/tenant-grafana';
import { Bytes, Cpu } from '../../../../src/core/domain/quantity';
import type { Manifest } from '../synth-construct';
import { findManifest, inventory, synthConstruct } from '../synth-construct';
import type { PodFields } from './a-program';

const PROPS: Required<TenantGrafanaProps> = {
  namespace: 'ada',
  host: 'ada.labs.example.edu',
  allowance: {
    cpu: Cpu.millis(50),
    cpuLimit: Cpu.millis(500),
    memory: Bytes.mebi(192),
    memoryLimit: Bytes.mebi(512),
    storage: Bytes.gibi(1),
  },
  files: { 'nginx.conf': 'x' },
  images: { grafana: 'grafana:1', nginx: 'nginx:1' },
  boards: { url: 'http://boards.example.edu', names: ['a.json', 'b.json'] },
  audience: 'metrics',
  gateway: { name: 'own', namespace: 'gateways' },
  listener: 'own-https',
  reachable: true,
  healthCheck: true,
};

const make = (props: TenantGrafanaProps = PROPS): readonly Manifest[] =>
  synthConstruct((chart) => {
    new TenantGrafana(chart, 'Grafana', props);
  });
const podIn = (made: readonly Manifest[]): PodFields =>
  (findManifest(made, 'StatefulSet', 'grafana')['spec'] as { template: { spec: PodFields } }).template.spec;

test('All of it is called grafana and stands in the place', () => {
  const made = make();
  expect(inventory(made)).toEqual(
    [
      'ConfigMap',
      'HTTPRoute',
      'HealthCheckPolicy',
      'RoleBinding',
      'Service',
      'ServiceAccount',
      'StatefulSet',
    ].map((kind) => `${kind}/grafana`),
  );
  expect(new Set(made.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['ada']));
});

test('Its account may ask for the metrics of the own place', () => {
  expect(findManifest(make(), 'RoleBinding', 'grafana')).toMatchObject({
    roleRef: { kind: 'ClusterRole', name: 'practicum-metrics-reader' },
    subjects: [{ kind: 'ServiceAccount', name: 'grafana', namespace: 'ada' }],
  });
});

test('Its token is for the proxy of metrics alone: the API takes none of that audience', () => {
  const { automountServiceAccountToken, volumes } = podIn(make());
  expect(automountServiceAccountToken).toBe(false);
  expect(volumes).toContainEqual({
    name: 'token',
    projected: {
      sources: [{ serviceAccountToken: { audience: 'metrics', expirationSeconds: 3600, path: 'token' } }],
    },
  });
});

test('It sleeps until it is woken, and its disk goes with it', () => {
  expect(findManifest(make(), 'StatefulSet', 'grafana')['spec']).toMatchObject({
    replicas: 0,
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
    volumeClaimTemplates: [{ spec: { resources: { requests: { storage: '1Gi' } } } }],
  });
});

test('Grafana and its sidecar use the allowance, not more and not less', () => {
  const { containers, initContainers = [] } = podIn(make());
  const memory = containers.map(({ resources }) => Bytes.parse(resources.limits['memory']!));
  const cpu = containers.map(({ resources }) => Cpu.parse(resources.limits['cpu']!));
  expect(memory[0]!.plus(memory[1]!)).toEqual(PROPS.allowance.memoryLimit);
  expect(cpu[0]!.plus(cpu[1]!)).toEqual(PROPS.allowance.cpuLimit);
  expect(initContainers.map(({ resources }) => resources.limits['memory'])).toEqual([memory[0]!.toString()]);
});

test('Every container meets the strictest Pod Security', () => {
  const { containers, initContainers = [], securityContext } = podIn(make());
  expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
  for (const container of [...containers, ...initContainers])
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
});

test('The path /grafana of the own host leads to it, on the listener that is given', () => {
  expect(findManifest(make(), 'HTTPRoute', 'grafana')['spec']).toEqual({
    parentRefs: [{ kind: 'Gateway', name: 'own', namespace: 'gateways', sectionName: 'own-https' }],
    hostnames: ['ada.labs.example.edu'],
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: '/grafana' } }],
        backendRefs: [{ name: 'grafana', port: 80 }],
      },
    ],
  });
  const { env = [] } = podIn(make()).containers[0]!;
  expect(env).toContainEqual({ name: 'GF_SERVER_ROOT_URL', value: 'https://ada.labs.example.edu/grafana/' });
});

test('By default it hangs on the Gateway of the labs', () => {
  const { namespace, host, allowance, files, images, boards, audience } = PROPS;
  const rest = { namespace, host, allowance, files, images, boards, audience };
  expect(findManifest(make(rest), 'HTTPRoute', 'grafana')['spec']).toMatchObject({
    parentRefs: [{ name: 'labs', namespace: 'practicum-system', sectionName: 'https' }],
  });
});

test('There is no password in any file', () => {
  expect(JSON.stringify(make())).not.toMatch(/ADMIN_PASSWORD"/);
});

test('One that nobody may reach has no route, and is else the same', () => {
  const kinds = (made: readonly Manifest[]): readonly string[] => made.map(({ kind }) => String(kind));
  expect(kinds(make({ ...PROPS, reachable: false }))).toEqual(
    kinds(make()).filter((kind) => kind !== 'HTTPRoute'),
  );
});

test('behind the gateway of a mesh the load balancer asks it nothing', () => {
  expect(inventory(make({ ...PROPS, healthCheck: false }))).toEqual(
    inventory(make()).filter((name) => !name.startsWith('HealthCheckPolicy/')),
  );
});
