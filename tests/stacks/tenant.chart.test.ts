import { Testing } from 'cdk8s';
import { TenantChart } from '../../stacks/tenant.chart';
import { Bytes } from '../../src/core/domain/quantity';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import type { Manifest } from '../constructs/k8s/synth-construct';
import { findManifest, inventory } from '../constructs/k8s/synth-construct';
import type { Example } from './example-plans';
import { exampleInputs, examplePlan, findTenant, planOf, withEvents } from './example-plans';

const GRAFANA = [
  'ConfigMap/grafana',
  'HTTPRoute/grafana',
  'HealthCheckPolicy/grafana',
  'RoleBinding/grafana',
  'Service/grafana',
  'ServiceAccount/grafana',
  'StatefulSet/grafana',
];

const INVENTORY = [
  ...GRAFANA,
  'HTTPRoute/web',
  'HealthCheckPolicy/web',
  'LimitRange/tenant',
  'NetworkPolicy/allow-dns',
  'NetworkPolicy/allow-gateway',
  'NetworkPolicy/allow-internet',
  'NetworkPolicy/allow-metadata-server',
  'NetworkPolicy/allow-metrics',
  'NetworkPolicy/allow-metrics-queries',
  'NetworkPolicy/allow-own-namespace',
  'NetworkPolicy/deny-all',
  'ResourceQuota/tenant',
  'RoleBinding/instructors',
  'RoleBinding/tas',
  'RoleBinding/tenant',
  'Service/web',
  'ServiceAccount/lab',
];

function synth(plan: CohortPlan, handle: string): readonly Manifest[] {
  const { cohort, staff } = plan;
  const tenant = findTenant(plan, handle);
  return new TenantChart(Testing.app(), handle, { cohort, tenant, staff }).toJson() as Manifest[];
}

const place = (example: Example, handle: string) => synth(examplePlan(example), handle);

const people = (objects: readonly Manifest[], binding: string): readonly string[] =>
  (findManifest(objects, 'RoleBinding', binding)['subjects'] as { name: string }[]).map(({ name }) => name);

test('A place is a namespace with its fence, its people, its account and its way in', () => {
  expect(inventory(place('w255-spring', 'amara-okafor'))).toEqual(
    [...INVENTORY, 'Namespace/amara-okafor'].sort(),
  );
});

test('Every object but the namespace is in the namespace', () => {
  const objects = place('w255-spring', 'amara-okafor');
  expect(objects.filter(({ metadata }) => metadata.namespace === undefined).map(({ kind }) => kind)).toEqual([
    'Namespace',
  ]);
  expect(new Set(objects.map(({ metadata }) => metadata.namespace))).toEqual(
    new Set([undefined, 'amara-okafor']),
  );
});

test('The namespace says whose it is, which host is its own and where its images are', () => {
  expect(
    findManifest(place('w255-spring', 'amara-okafor'), 'Namespace', 'amara-okafor').metadata,
  ).toMatchObject({
    labels: {
      'practicum.dev/tenant': 'amara-okafor',
      'practicum.dev/cohort': 'w255-spring27',
      'practicum.dev/kind': 'student',
      'pod-security.kubernetes.io/enforce': 'baseline',
    },
    annotations: {
      'practicum.dev/host': 'amara-okafor.w255.example.edu',
      'practicum.dev/registry': 'us-west1-docker.pkg.dev/w255-spring27-c1/amara-okafor',
    },
  });
});

test('The quota is what the plan decided', () => {
  const plan = examplePlan('w255-spring');
  const { quota } = findTenant(plan, 'amara-okafor');
  expect(findManifest(synth(plan, 'amara-okafor'), 'ResourceQuota', 'tenant')['spec']).toMatchObject({
    hard: {
      'requests.cpu': quota.cpu.toString(),
      'limits.cpu': quota.cpuLimit.toString(),
      'requests.memory': quota.memory.toString(),
      'limits.memory': quota.memoryLimit.toString(),
      'requests.storage': quota.storage.toString(),
      'services.loadbalancers': '0',
      'requests.nvidia.com/gpu': '0',
      'requests.google.com/tpu': '0',
      pods: String(quota.pods),
      services: String(quota.services),
      persistentvolumeclaims: String(quota.volumes),
    },
  });
});

test('A container that asks for nothing gets the plan’s defaults; none may be larger than the place', () => {
  const plan = examplePlan('w255-spring');
  const { quota, containers } = findTenant(plan, 'amara-okafor');
  const { limits } = findManifest(synth(plan, 'amara-okafor'), 'LimitRange', 'tenant')['spec'] as {
    limits: { type: string }[];
  };
  expect(limits.find(({ type }) => type === 'Container')).toMatchObject({
    defaultRequest: { cpu: containers.request.cpu.toString(), memory: containers.request.memory.toString() },
    default: { cpu: containers.limit.cpu.toString(), memory: containers.limit.memory.toString() },
    max: { cpu: quota.cpuLimit.toString(), memory: quota.memoryLimit.toString() },
  });
});

test('The student, the instructors and the assistants are bound, each to a role of their own', () => {
  const objects = place('w255-spring', 'amara-okafor');
  expect(people(objects, 'tenant')).toEqual(['amara.okafor@example.edu']);
  expect(people(objects, 'instructors')).toEqual(['ines.duarte@example.edu', 'k.odhiambo@example.edu']);
  expect(people(objects, 'tas')).toEqual([
    'lin.wei@example.edu',
    'petra-novotna@example.edu',
    'r.iyer@example.edu',
    'tomas.okeefe@example.edu',
  ]);
  const roles = objects.flatMap(({ roleRef }) =>
    roleRef === undefined ? [] : [(roleRef as { name: string }).name],
  );
  expect(roles).toEqual([
    'practicum-student',
    'practicum-instructor',
    'practicum-ta',
    'practicum-metrics-reader',
  ]);
});

test('A team’s place is for all its members, as a team', () => {
  const plan = examplePlan('w255-spring');
  const objects = synth(plan, 'team-kestrel');
  expect(people(objects, 'tenant')).toEqual([...findTenant(plan, 'team-kestrel').members].sort());
  expect(people(objects, 'tenant').length).toBeGreaterThan(1);
  expect(findManifest(objects, 'Namespace', 'team-kestrel').metadata.labels).toMatchObject({
    'practicum.dev/kind': 'team',
  });
});

test('Without assistants there is no binding for them', () => {
  expect(inventory(place('tier-namespace', 'chidi-o'))).toEqual(
    [...INVENTORY.filter((name) => name !== 'RoleBinding/tas'), 'Namespace/chidi-o'].sort(),
  );
});

test('A held tenant loses the one binding, the way to the Grafana, and nothing else', () => {
  const held = synth(
    planOf(withEvents(exampleInputs('w255-spring'), 'held', ['amara-okafor'])),
    'amara-okafor',
  );
  const active = place('w255-spring', 'amara-okafor');
  const goes = ({ kind, metadata }: Manifest): boolean =>
    ['RoleBinding tenant', 'HTTPRoute grafana'].includes(`${kind} ${metadata.name}`);
  expect(held).toEqual(active.filter((each) => !goes(each)));
  expect(held).toHaveLength(active.length - 2);
});

test('The host of the tenant leads to its service, through the shared Gateway', () => {
  const route = findManifest(place('w255-spring', 'amara-okafor'), 'HTTPRoute', 'web');
  expect(route['spec']).toMatchObject({
    hostnames: ['amara-okafor.w255.example.edu'],
    parentRefs: [{ kind: 'Gateway', name: 'labs', namespace: 'practicum-system', sectionName: 'https' }],
    rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
  });
});

test('Without a lab that needs one there is no Grafana', () => {
  const plan = examplePlan('w255-spring');
  const { cohort, staff } = plan;
  const { grafana, ...tenant } = findTenant(plan, 'amara-okafor');
  expect(grafana).toBeDefined();
  const objects = new TenantChart(Testing.app(), 'a', { cohort, tenant, staff }).toJson() as Manifest[];
  expect(inventory(objects)).toEqual(
    [...INVENTORY.filter((name) => !GRAFANA.includes(name)), 'Namespace/amara-okafor'].sort(),
  );
});

test('Grafana sleeps at first, under the tenant’s own host, and asks in the name of the own place', () => {
  const objects = place('w255-spring', 'amara-okafor');
  expect(findManifest(objects, 'StatefulSet', 'grafana')['spec']).toMatchObject({ replicas: 0 });
  const { data } = findManifest(objects, 'ConfigMap', 'grafana') as unknown as {
    data: Record<string, string>;
  };
  expect(data['nginx.conf']).toContain('proxy_set_header X-Namespace amara-okafor;');
  expect(findManifest(objects, 'HTTPRoute', 'grafana')['spec']).toMatchObject({
    hostnames: ['amara-okafor.w255.example.edu'],
    rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/grafana' } }] }],
  });
});

test('Grafana stays within what the quota keeps for it', () => {
  const plan = examplePlan('w255-spring');
  const { grafana } = findTenant(plan, 'amara-okafor');
  const pod = findManifest(synth(plan, 'amara-okafor'), 'StatefulSet', 'grafana') as unknown as {
    spec: { template: { spec: { containers: { resources: { limits: { memory: string } } }[] } } };
  };
  const limits = pod.spec.template.spec.containers.map(({ resources }) =>
    Bytes.parse(resources.limits.memory),
  );
  const sum = limits.reduce((all, each) => all.plus(each));
  expect(sum.toString()).toBe(grafana!.allowance.memoryLimit.toString());
});

test('A place holds no secret, no role of its own and nothing that is the whole cluster’s', () => {
  const kinds = new Set(place('w255-spring', 'amara-okafor').map(({ kind }) => kind));
  const forbidden = [
    'Secret',
    'Role',
    'ClusterRole',
    'ClusterRoleBinding',
    'PriorityClass',
    'Gateway',
    'Ingress',
  ];
  expect(forbidden.filter((kind) => kinds.has(kind))).toEqual([]);
});

test('Workflows that deploy are bound in the place of their repository, and not while it is held', () => {
  const handle = 'aiko-mori';
  const bindings = (plan: CohortPlan): readonly string[] =>
    inventory(synth(plan, handle)).filter((each) => each.startsWith('RoleBinding/'));
  expect(bindings(examplePlan('mlsd-fall'))).toContain('RoleBinding/deployer');
  expect(people(place('mlsd-fall', handle), 'deployer')).toEqual([
    'deploy-aiko-mori@mlsd-fall27-c1.iam.gserviceaccount.com',
  ]);
  const held = planOf(withEvents(exampleInputs('mlsd-fall'), 'held', [handle]));
  expect(bindings(held)).not.toContain('RoleBinding/deployer');
});
