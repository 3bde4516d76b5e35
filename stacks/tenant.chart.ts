import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ApiServerOpening } from '../constructs/k8s/api-server-opening';
import { ContainerLimits } from '../constructs/k8s/container-limits';
import type { GatewayRef } from '../constructs/k8s/lab-gateway';
import { APEX_HTTPS_LISTENER, HTTPS_LISTENER } from '../constructs/k8s/lab-gateway';
import { HOSTS_GATEWAY } from '../constructs/k8s/mesh-gateway';
import { TenantGrafana } from '../constructs/k8s/monitoring/tenant-grafana';
import { PlaceSleepAccess } from '../constructs/k8s/place-sleep-access';
import { TenantAccess } from '../constructs/k8s/tenant-access';
import { MANAGED_SCRAPER, TenantIsolation } from '../constructs/k8s/tenant-isolation';
import { TenantMesh } from '../constructs/k8s/tenant-mesh';
import { TenantNamespace } from '../constructs/k8s/tenant-namespace';
import { TenantQuota } from '../constructs/k8s/tenant-quota';
import { TenantToolkits } from '../constructs/k8s/tenant-toolkits';
import { TenantRoute } from '../constructs/k8s/tenant-route';
import { ToolkitAccounts } from '../constructs/k8s/toolkit-accounts';
import { ToolkitSecretsAccess } from '../constructs/k8s/toolkit-secrets-access';
import { WorkloadAccount } from '../constructs/k8s/workload-account';
import { drawsSecrets, placedObjects } from '../src/core/catalogue/placed-objects';
import { boardsOfToolkits } from '../src/core/catalogue/shown-boards';
import type { CohortId } from '../src/core/domain/ids';
import { MESH_LISTENER } from '../src/core/domain/mesh';
import { PINNED_IMAGES } from '../src/core/domain/pinned-images';
import type { GrafanaPlan, NetworkPlan, StaffPlan, TenantPlan } from '../src/core/plan/cohort-plan';
import { boardsFor } from '../src/monitoring/dashboards/boards';
import { DASHBOARDS_URL, METRICS_AUDIENCE, TENANT_METRICS } from '../src/monitoring/endpoints';
import { grafanaFiles } from '../src/monitoring/grafana/grafana-files';

export interface TenantChartProps {
  readonly cohort: CohortId;
  readonly tenant: TenantPlan;
  readonly staff: StaffPlan;
  /**
   * Ranges of the cluster.
   * @default - none are known, and no toolkit of the place reaches the API server
   */
  readonly network?: NetworkPlan;
}

/** What a tenant's routes hang on. */
interface Way {
  /** @default - GKE's own */
  readonly gateway?: GatewayRef;
  readonly listener: string;
  readonly healthCheck?: boolean;
}

function wayTo({ mesh, cluster }: TenantPlan): Way {
  if (mesh === true) return { gateway: HOSTS_GATEWAY, listener: MESH_LISTENER, healthCheck: false };
  // The Gateway of a cluster of the tenant's own has the tenant's host for its domain.
  return { listener: cluster === undefined ? HTTPS_LISTENER : APEX_HTTPS_LISTENER };
}

/** Everything inside a tenant's namespace, and the namespace. */
export class TenantChart extends Chart {
  constructor(scope: Construct, id: string, { cohort, tenant, staff, network }: TenantChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { namespace, quota, host, containers, held } = tenant;
    const deployer = tenant.github?.deployer;
    const mesh = tenant.mesh === true;
    new TenantNamespace(this, 'Namespace', {
      name: namespace,
      cohort,
      tenant: tenant.handle,
      kind: tenant.kind,
      host,
      registryPath: tenant.registry.path,
      loadBalancers: tenant.loadBalancers,
      mesh,
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
      mesh,
    });
    if (mesh) new TenantMesh(this, 'Mesh', { namespace });
    new TenantAccess(this, 'Access', {
      namespace,
      members: tenant.members,
      instructors: staff.instructors,
      tas: staff.tas,
      subjects: staff.areGroups === true ? 'Group' : 'User',
      ...(deployer === undefined || held ? {} : { deployer: deployer.email }),
    });
    new WorkloadAccount(this, 'Account', { namespace });
    if (tenant.closed !== true) new TenantRoute(this, 'Route', { namespace, host, ...wayTo(tenant) });
    if (tenant.sleeps === true) new PlaceSleepAccess(this, 'Sleep', { namespace });
    const { path: registryPath } = tenant.registry;
    const place = { namespace, host, registryPath, bucket: tenant.bucket.name };
    new TenantToolkits(this, 'Toolkits', { namespace, objects: placedObjects(tenant.toolkits, place) });
    this.addReach(tenant, network);
    if (drawsSecrets(tenant.toolkits)) new ToolkitSecretsAccess(this, 'Secrets', { namespace });
    if (tenant.grafana !== undefined) this.addGrafana(tenant, tenant.grafana);
  }

  /** What toolkits may do and reach by the Kubernetes API. */
  private addReach({ namespace, toolkits, held }: TenantPlan, network: NetworkPlan | undefined): void {
    const accounts = toolkits.flatMap((use) => use.accounts ?? []).map(({ name }) => name);
    if (accounts.length > 0)
      new ToolkitAccounts(this, 'ToolkitAccounts', { namespace, accounts, hold: !held });
    for (const { id } of toolkits.filter(({ openings }) => openings?.includes('api-server'))) {
      if (network === undefined) throw new Error(`${this.node.path}: ${id} needs the ranges of the cluster`);
      const { nodesCidr, servicesCidr } = network;
      new ApiServerOpening(this, `ApiServer-${id}`, { namespace, toolkit: id, nodesCidr, servicesCidr });
    }
  }

  private addGrafana(tenant: TenantPlan, grafana: GrafanaPlan): void {
    const { namespace, host, held } = tenant;
    const { allowance, toolkits, scrapeSeconds } = grafana;
    new TenantGrafana(this, 'Grafana', {
      namespace,
      host,
      allowance,
      files: grafanaFiles({ metrics: TENANT_METRICS, namespace, scrapeSeconds }),
      images: { grafana: PINNED_IMAGES.grafana, nginx: PINNED_IMAGES.nginx },
      boards: {
        url: DASHBOARDS_URL,
        names: boardsFor(boardsOfToolkits(toolkits)).map(({ uid }) => `${uid}.json`),
      },
      audience: METRICS_AUDIENCE,
      ...wayTo(tenant),
      // Its password is the student's, and outlives every grant.
      reachable: !held,
    });
  }
}
