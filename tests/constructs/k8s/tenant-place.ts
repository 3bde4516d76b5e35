import type { Construct } from 'constructs';
import { ContainerLimits, type ContainerLimitsProps } from '../../../constructs/k8s/container-limits';
import { TenantAccess } from '../../../constructs/k8s/tenant-access';
import { TenantIsolation } from '../../../constructs/k8s/tenant-isolation';
import { TenantNamespace } from '../../../constructs/k8s/tenant-namespace';
import { TenantQuota, type TenantQuotaProps } from '../../../constructs/k8s/tenant-quota';
import { TenantRoute } from '../../../constructs/k8s/tenant-route';
import { WorkloadAccount } from '../../../constructs/k8s/workload-account';
import { cohortId, email, handle } from '../../../src/core/domain/ids';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';

export const QUOTA: TenantQuotaProps = {
  namespace: 'amara',
  cpuRequests: Cpu.parse('2'),
  cpuLimits: Cpu.parse('4'),
  memoryRequests: Bytes.parse('4Gi'),
  memoryLimits: Bytes.parse('8Gi'),
  storage: Bytes.parse('20Gi'),
  ephemeralStorage: Bytes.parse('16Gi'),
  volumes: 5,
  pods: 30,
  services: 15,
  loadBalancers: 0,
};

export const LIMITS: ContainerLimitsProps = {
  namespace: 'amara',
  default: { cpu: Cpu.parse('500m'), memory: Bytes.parse('512Mi'), ephemeralStorage: Bytes.parse('1Gi') },
  defaultRequest: {
    cpu: Cpu.parse('100m'),
    memory: Bytes.parse('128Mi'),
    ephemeralStorage: Bytes.parse('256Mi'),
  },
  maxContainer: { cpu: Cpu.parse('2'), memory: Bytes.parse('4Gi') },
  maxPod: { cpu: Cpu.parse('4'), memory: Bytes.parse('8Gi') },
  maxVolume: Bytes.parse('10Gi'),
};

/** Everything that one student gets inside the cluster. */
export function addTenantPlace(scope: Construct): void {
  const namespace = 'amara';
  const host = 'amara.labs.example.edu';
  new TenantNamespace(scope, 'namespace', {
    name: namespace,
    cohort: cohortId('w255-spring27'),
    tenant: handle('amara'),
    kind: 'student',
    host,
    registryPath: 'us-west1-docker.pkg.dev/w255-spring27-c1/amara',
  });
  new TenantQuota(scope, 'quota', QUOTA);
  new ContainerLimits(scope, 'limits', LIMITS);
  new TenantIsolation(scope, 'isolation', { namespace });
  new TenantAccess(scope, 'access', {
    namespace,
    members: [email('amara.okafor@example.edu')],
    instructors: [email('ines.duarte@example.edu')],
    tas: [email('tomas.lind@example.edu')],
  });
  new WorkloadAccount(scope, 'account', { namespace });
  new TenantRoute(scope, 'route', { namespace, host });
}
