import { Testing } from 'cdk8s';
import { CellServicesChart } from '../../stacks/cell-services.chart';
import type { Manifest } from '../constructs/k8s/synth-construct';
import { findManifest, inventory } from '../constructs/k8s/synth-construct';

const synth = (taReadsSecrets = false): readonly Manifest[] =>
  new CellServicesChart(Testing.app(), 'services', {
    domain: 'w255.example.edu',
    taReadsSecrets,
    images: { registries: ['ghcr.io'], images: ['docker.io/library/redis'] },
  }).toJson() as Manifest[];

const POLICIES = [
  'practicum-certificate-hosts',
  'practicum-claims',
  'practicum-finalizers',
  'practicum-gateways',
  'practicum-health-checks',
  'practicum-images',
  'practicum-ingress-hosts',
  'practicum-mesh-destinations',
  'practicum-mesh-hosts',
  'practicum-pods',
  'practicum-route-hosts',
  'practicum-secret-use',
  'practicum-services',
  'practicum-tokens',
];

test('Tenants share priorities, roles, rules of admission and one Gateway', () => {
  expect(inventory(synth())).toEqual([
    'ClusterRole/practicum-instructor',
    'ClusterRole/practicum-student',
    'ClusterRole/practicum-ta',
    'Gateway/labs',
    'HTTPRoute/labs-to-https',
    'PriorityClass/practicum-lab',
    'PriorityClass/practicum-placeholder',
    ...POLICIES.map((policy) => `ValidatingAdmissionPolicy/${policy}`),
    ...POLICIES.map((policy) => `ValidatingAdmissionPolicyBinding/${policy}`),
  ]);
});

test('Roles are bound to nobody here', () => {
  expect(synth().filter(({ kind }) => kind.endsWith('RoleBinding'))).toEqual([]);
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
  expect(secretsOf(synth(false))).toEqual([]);
  expect(secretsOf(synth(true))).toEqual([['get', 'list', 'watch']]);
});

test('No role reaches the fence: RBAC, quotas, limits, network policies and namespaces are read at most', () => {
  const FENCE =
    /^(roles|rolebindings|clusterroles|clusterrolebindings|resourcequotas|limitranges|networkpolicies|namespaces)$/;
  const writes = synth(true)
    .filter(({ kind }) => kind === 'ClusterRole')
    .flatMap(({ rules }) => rules as { resources: string[]; verbs: string[] }[])
    .filter(({ resources }) => resources.some((each) => FENCE.test(each) || each.includes('*')))
    .flatMap(({ verbs }) => verbs)
    .filter((verb) => !['get', 'list', 'watch'].includes(verb));
  expect(writes).toEqual([]);
});

test('No address of a person stands in what all share', () => {
  expect(JSON.stringify(synth())).not.toMatch(/@/);
});
