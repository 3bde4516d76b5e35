import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ContainerLimits } from '../constructs/k8s/container-limits';
import { APEX_HTTPS_LISTENER, HTTPS_LISTENER } from '../constructs/k8s/lab-gateway';
import { TenantGrafana } from '../constructs/k8s/monitoring/tenant-grafana';
import { PlaceSleepAccess } from '../constructs/k8s/place-sleep-access';
import { TenantAccess } from '../constructs/k8s/tenant-access';
import { MANAGED_SCRAPER, TenantIsolation } from '../constructs/k8s/tenant-isolation';
import { TenantNamespace } from '../constructs/k8s/tenant-namespace';
import { TenantQuota } from '../constructs/k8s/tenant-quota';
import { TenantToolkits } from '../constructs/k8s/tenant-toolkits';
import { TenantRoute } from '../constructs/k8s/tenant-route';
import { ToolkitSecretsAccess } from '../constructs/k8s/toolkit-secrets-access';
import { WorkloadAccount } from '../constructs/k8s/workload-account';
import { drawsSecrets, placedObjects } from '../src/core/catalogue/placed-objects';
import type { CohortId } from '../src/core/domain/ids';
import { PINNED_IMAGES } from '../src/core/domain/pinned-images';
import type { GrafanaPlan, StaffPlan, TenantPlan } from '../src/core/plan/cohort-plan';
import { boardsFor } from '../src/monitoring/dashboards/boards';
import { DASHBOARDS_URL, METRICS_AUDIENCE, TENANT_METRICS } from '../src/monitoring/endpoints';
import { grafanaFiles } from '../src/monitoring/grafana/grafana-files';

export interface TenantChartProps {
  readonly cohort: CohortId;
  readonly tenant: TenantPlan;
  readonly staff: StaffPlan;
}

/** Everything inside a tenant's namespace, and the namespace. */
export class TenantChart extends Chart {
  constructor(scope: Construct, id: string, { cohort, tenant, staff }: TenantChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { namespace, quota, host, containers } = tenant;
    new TenantNamespace(this, 'Namespace', {
      name: namespace,
      cohort,
      tenant: tenant.handle,
      kind: tenant.kind,
      host,
      registryPath: tenant.registry.path,
      loadBalancers: tenant.loadBalancers,
    });
    new TenantQuota(this, 'Quota', {
      namespace,
      cpuRequests: quota.cpu,
      cpuLimits: quota.cpuLimit,
      memoryRequests: quota.memory,
      memoryLimits: quota.memoryLimit,
      storage: quota.storage,
      ephemeralStorage: quota.ephemeralStorage,
      volumes: quota.volumes,
      pods: quota.pods,
      services: quota.services,
      loadBalancers: quota.loadBalancers,
      gpus: quota.gpus,
    });
    const most = { cpu: quota.cpuLimit, memory: quota.memoryLimit };
    new ContainerLimits(this, 'Limits', {
      namespace,
      defaultRequest: containers.request,
      default: containers.limit,
      maxContainer: most,
      maxPod: most,
      maxVolume: quota.storage,
    });
    new TenantIsolation(this, 'Isolation', {
      namespace,
      ...(tenant.collector === 'google-managed' ? { scraper: MANAGED_SCRAPER } : {}),
    });
    new TenantAccess(this, 'Access', {
      namespace,
      members: tenant.members,
      instructors: staff.instructors,
      tas: staff.tas,
      subjects: staff.areGroups === true ? 'Group' : 'User',
    });
    new WorkloadAccount(this, 'Account', { namespace });
    // The Gateway of a cluster of the tenant's own has the tenant's host for its domain.
    const listener = tenant.cluster === undefined ? HTTPS_LISTENER : APEX_HTTPS_LISTENER;
    if (tenant.closed !== true) new TenantRoute(this, 'Route', { namespace, host, listener });
    if (tenant.sleeps === true) new PlaceSleepAccess(this, 'Sleep', { namespace });
    const { path: registryPath } = tenant.registry;
    const place = { namespace, host, registryPath, bucket: tenant.bucket.name };
    new TenantToolkits(this, 'Toolkits', { namespace, objects: placedObjects(tenant.toolkits, place) });
    if (drawsSecrets(tenant.toolkits)) new ToolkitSecretsAccess(this, 'Secrets', { namespace });
    if (tenant.grafana !== undefined) this.addGrafana(tenant, tenant.grafana, listener);
  }

  private addGrafana({ namespace, host, held }: TenantPlan, grafana: GrafanaPlan, listener: string): void {
    const { allowance, toolkits, scrapeSeconds } = grafana;
    new TenantGrafana(this, 'Grafana', {
      namespace,
      host,
      allowance,
      files: grafanaFiles({ metrics: TENANT_METRICS, namespace, scrapeSeconds }),
      images: { grafana: PINNED_IMAGES.grafana, nginx: PINNED_IMAGES.nginx },
      boards: { url: DASHBOARDS_URL, names: boardsFor(toolkits).map(({ uid }) => `${uid}.json`) },
      audience: METRICS_AUDIENCE,
      listener,
      // Its password is the student's, and outlives every grant.
      reachable: !held,
    });
  }
}
