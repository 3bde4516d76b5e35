import { TenantNamespace, type TenantNamespaceProps } from '../../../constructs/k8s/tenant-namespace';
import { cohortId, handle } from '../../../src/core/domain/ids';
import { inventory, synthConstruct } from './synth-construct';

const props: Required<TenantNamespaceProps> = {
  name: 'amara',
  cohort: cohortId('w255-spring27'),
  tenant: handle('amara'),
  kind: 'student',
  host: 'amara.labs.example.edu',
  registryPath: 'us-west1-docker.pkg.dev/w255-spring27-c1/amara',
  loadBalancers: 'internal',
  mesh: false,
};

const synth = (changes: Partial<TenantNamespaceProps> = {}) =>
  synthConstruct((chart) => new TenantNamespace(chart, 'namespace', { ...props, ...changes }));

test('a tenant has one namespace', () => {
  expect(inventory(synth())).toEqual(['Namespace/amara']);
});

test('the namespace enforces baseline, and warns of and records what restricted would refuse', () => {
  expect(synth()[0]!.metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'baseline',
    'pod-security.kubernetes.io/enforce-version': 'latest',
    'pod-security.kubernetes.io/warn': 'restricted',
    'pod-security.kubernetes.io/warn-version': 'latest',
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/audit-version': 'latest',
  });
});

test('the namespace says whose it is and lets its routes onto the Gateway', () => {
  expect(synth()[0]!.metadata.labels).toMatchObject({
    'practicum.dev/tenant': 'amara',
    'practicum.dev/cohort': 'w255-spring27',
    'practicum.dev/kind': 'student',
    'practicum.dev/gateway': 'true',
  });
});

test('the namespace of a team says so', () => {
  expect(synth({ kind: 'team' })[0]!.metadata.labels).toMatchObject({ 'practicum.dev/kind': 'team' });
});

test('the namespace carries the parameters of the admission policies', () => {
  expect(synth()[0]!.metadata.annotations).toEqual({
    'practicum.dev/host': 'amara.labs.example.edu',
    'practicum.dev/registry': 'us-west1-docker.pkg.dev/w255-spring27-c1/amara',
    'practicum.dev/load-balancers': 'internal',
  });
});

test('a tenant has no load balancers of its own unless told', () => {
  const { loadBalancers, ...rest } = props;
  const [namespace] = synthConstruct((chart) => new TenantNamespace(chart, 'namespace', rest));
  expect(loadBalancers).toBe('internal');
  expect(namespace!.metadata.annotations).toMatchObject({ 'practicum.dev/load-balancers': 'none' });
});

test('the construct hands on the name of its namespace', () => {
  synthConstruct((chart) => {
    expect(new TenantNamespace(chart, 'namespace', props).name).toBe('amara');
  });
});

test('a namespace in a mesh says so, and no other does', () => {
  expect(synth({ mesh: true })[0]!.metadata.labels).toEqual({
    ...synth()[0]!.metadata.labels,
    'istio.io/dataplane-mode': 'ambient',
  });
  expect(synth()[0]!.metadata.labels).not.toHaveProperty('istio.io/dataplane-mode');
});
