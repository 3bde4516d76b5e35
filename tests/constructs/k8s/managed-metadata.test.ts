import { Construct } from 'constructs';
import { managedMetadata } from '../../../constructs/k8s/managed-metadata';
import { AccessRoles } from '../../../constructs/k8s/access-roles';
import { HostPolicy } from '../../../constructs/k8s/host-policy';
import { LabGateway } from '../../../constructs/k8s/lab-gateway';
import { PriorityClasses } from '../../../constructs/k8s/priority-classes';
import { synthConstruct } from './synth-construct';
import { addTenantPlace } from './tenant-place';

const all = synthConstruct((chart) => {
  addTenantPlace(chart);
  new AccessRoles(chart, 'roles');
  new HostPolicy(chart, 'hosts');
  new LabGateway(chart, 'gateway', {
    domain: 'labs.example.edu',
    certificateMap: 'labs',
    address: 'labs-gateway',
  });
  new PriorityClasses(chart, 'priorities');
});

const CLUSTER_SCOPED = [
  'Namespace',
  'ClusterRole',
  'PriorityClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
];

test('metadata keeps its own labels beside that of Practicum', () => {
  expect(managedMetadata({ name: 'web', namespace: 'amara', labels: { app: 'web' } })).toEqual({
    name: 'web',
    namespace: 'amara',
    labels: { app: 'web', 'app.kubernetes.io/managed-by': 'practicum' },
  });
});

test('every object says that Practicum made it', () => {
  for (const { metadata } of all)
    expect(metadata.labels).toMatchObject({ 'app.kubernetes.io/managed-by': 'practicum' });
});

test('every object of a namespace names it, and no other object does', () => {
  for (const { kind, metadata } of all) {
    expect({ kind, name: metadata.name, inNamespace: metadata.namespace !== undefined }).toEqual({
      kind,
      name: metadata.name,
      inNamespace: !CLUSTER_SCOPED.includes(kind),
    });
  }
});

test('no e-mail address reaches a name, a label or an annotation', () => {
  expect(JSON.stringify(all)).toContain('amara.okafor@example.edu');
  expect(JSON.stringify(all.map(({ metadata }) => metadata))).not.toContain('@');
});

test('a place is the same wherever in a tree it is built', () => {
  const deep = synthConstruct((chart) =>
    addTenantPlace(new Construct(new Construct(chart, 'shard'), 'tenant')),
  );
  expect(deep).toEqual(synthConstruct(addTenantPlace));
});

test('a place without a Grafana is eighteen objects', () => {
  const kinds = synthConstruct(addTenantPlace).map(({ kind }) => kind);
  const counts = Object.fromEntries(
    [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((k) => k === kind).length]),
  );
  expect(counts).toEqual({
    HTTPRoute: 1,
    HealthCheckPolicy: 1,
    LimitRange: 1,
    Namespace: 1,
    NetworkPolicy: 8,
    ResourceQuota: 1,
    RoleBinding: 3,
    Service: 1,
    ServiceAccount: 1,
  });
});

test('a place built twice is the same bytes', () => {
  expect(JSON.stringify(synthConstruct(addTenantPlace))).toBe(JSON.stringify(synthConstruct(addTenantPlace)));
});

test('nothing is bound across the cluster', () => {
  expect(all.map(({ kind }) => kind)).not.toContain('ClusterRoleBinding');
});
