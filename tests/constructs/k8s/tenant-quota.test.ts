import { AccessRoles, type PolicyRule, STUDENT_ROLE } from '../../../constructs/k8s/access-roles';
import {
  DEFAULT_OBJECT_COUNTS,
  TenantQuota,
  type TenantQuotaProps,
} from '../../../constructs/k8s/tenant-quota';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { findManifest, inventory, synthConstruct } from './synth-construct';
import { QUOTA } from './tenant-place';

function hardOf(props: TenantQuotaProps): Readonly<Record<string, string>> {
  const manifests = synthConstruct((chart) => new TenantQuota(chart, 'quota', props));
  return (findManifest(manifests, 'ResourceQuota', 'tenant')['spec'] as { hard: Record<string, string> })
    .hard;
}

test('a tenant has one quota, under a name that GKE does not use', () => {
  expect(inventory(synthConstruct((chart) => new TenantQuota(chart, 'quota', QUOTA)))).toEqual([
    'ResourceQuota/tenant',
  ]);
});

test('the quota bounds compute, storage and the number of objects', () => {
  expect(hardOf(QUOTA)).toEqual({
    'requests.cpu': '2',
    'limits.cpu': '4',
    'requests.memory': '4Gi',
    'limits.memory': '8Gi',
    'requests.storage': '20Gi',
    'requests.ephemeral-storage': '16Gi',
    'limits.ephemeral-storage': '16Gi',
    'requests.nvidia.com/gpu': '0',
    'requests.google.com/tpu': '0',
    persistentvolumeclaims: '5',
    pods: '30',
    'count/pods': '300',
    services: '15',
    'services.loadbalancers': '0',
    'services.nodeports': '0',
    'count/configmaps': '40',
    'count/secrets': '60',
    'count/serviceaccounts': '20',
    'count/deployments.apps': '20',
    'count/statefulsets.apps': '10',
    'count/replicasets.apps': '220',
    'count/jobs.batch': '50',
    'count/cronjobs.batch': '5',
    'count/horizontalpodautoscalers.autoscaling': '3',
    'count/poddisruptionbudgets.policy': '20',
    'count/ingresses.networking.k8s.io': '0',
    'count/httproutes.gateway.networking.k8s.io': '10',
    'count/grpcroutes.gateway.networking.k8s.io': '10',
    'count/virtualservices.networking.istio.io': '10',
    'count/destinationrules.networking.istio.io': '10',
    'count/certificates.cert-manager.io': '5',
    'count/healthcheckpolicies.networking.gke.io': '10',
  });
});

test('each part of the quota comes from its own prop', () => {
  const props: Required<TenantQuotaProps> = {
    namespace: 'amara',
    cpuRequests: Cpu.millis(1500),
    cpuLimits: Cpu.parse('3'),
    memoryRequests: Bytes.parse('1Gi'),
    memoryLimits: Bytes.parse('2Gi'),
    storage: Bytes.parse('3Gi'),
    ephemeralStorage: Bytes.parse('5Gi'),
    volumes: 6,
    pods: 7,
    services: 8,
    loadBalancers: 9,
    gpus: 1,
    objects: { secrets: 11 },
  };
  expect(hardOf(props)).toMatchObject({
    'requests.cpu': '1500m',
    'limits.cpu': '3',
    'requests.memory': '1Gi',
    'limits.memory': '2Gi',
    'requests.storage': '3Gi',
    'requests.ephemeral-storage': '5Gi',
    'limits.ephemeral-storage': '5Gi',
    persistentvolumeclaims: '6',
    pods: '7',
    services: '8',
    'services.loadbalancers': '9',
    'requests.nvidia.com/gpu': '1',
    'count/secrets': '11',
    'count/configmaps': String(DEFAULT_OBJECT_COUNTS.configMaps),
  });
});

test('a load balancer brings the node ports that Kubernetes counts for it, and without one there are none', () => {
  expect(hardOf({ ...QUOTA, loadBalancers: 2 })).toMatchObject({ 'services.nodeports': '10' });
  expect(hardOf({ ...QUOTA, loadBalancers: 0 })).toMatchObject({ 'services.nodeports': '0' });
});

test('whatever a student may create is counted', () => {
  const roles = synthConstruct((chart) => new AccessRoles(chart, 'roles'));
  const rules = findManifest(roles, 'ClusterRole', STUDENT_ROLE)['rules'] as PolicyRule[];
  const created = rules
    .filter(({ verbs }) => verbs.includes('create'))
    .flatMap(({ apiGroups, resources }) =>
      resources.map((resource) => [resource, ...apiGroups].filter(Boolean).join('.')),
    )
    .filter((resource) => !resource.includes('/'));
  const counted = Object.keys(hardOf(QUOTA)).map((key) => key.replace(/^count\//, ''));

  expect(created.length).toBeGreaterThan(15);
  expect(created.filter((resource) => !counted.includes(resource))).toEqual([]);
});

test('one tenant holds at most 100 MiB of config maps and secrets', () => {
  expect(DEFAULT_OBJECT_COUNTS.configMaps + DEFAULT_OBJECT_COUNTS.secrets).toBeLessThanOrEqual(100);
});
