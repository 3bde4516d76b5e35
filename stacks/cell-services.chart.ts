import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { AccessRoles } from '../constructs/k8s/access-roles';
import { ClaimPolicy } from '../constructs/k8s/claim-policy';
import { CollectedLabelPolicy } from '../constructs/k8s/collected-label-policy';
import { FinalizerPolicy } from '../constructs/k8s/finalizer-policy';
import { HostPolicy } from '../constructs/k8s/host-policy';
import { ImagePolicy } from '../constructs/k8s/image-policy';
import { LabGateway } from '../constructs/k8s/lab-gateway';
import type { LabHoursProps } from '../constructs/k8s/lab-hours';
import { LabHours } from '../constructs/k8s/lab-hours';
import type { LabWindow } from '../constructs/k8s/lab-windows';
import { LabWindows } from '../constructs/k8s/lab-windows';
import { HOSTS_GATEWAY } from '../constructs/k8s/mesh-gateway';
import { MeshPolicy } from '../constructs/k8s/mesh-policy';
import { PodPolicy } from '../constructs/k8s/pod-policy';
import { PriorityClasses } from '../constructs/k8s/priority-classes';
import { SecretUsePolicy } from '../constructs/k8s/secret-use-policy';
import { ServicePolicy } from '../constructs/k8s/service-policy';
import { ToolkitRoles } from '../constructs/k8s/toolkit-roles';
import { ARGO_WORKFLOWS } from '../src/core/catalogue/argo-workflows/settings';
import type { PlaceAccount } from '../src/core/catalogue/place-accounts';
import type { AllowedImages } from '../src/core/domain/allowed-images';
import { certificateName, gatewayAddressName } from '../src/core/domain/names';
import type { ClassHoursPlan } from '../src/core/plan/cohort-plan';
import { CellClassHours } from './cell-class-hours';
import { CellMesh } from './cell-mesh';
import type { CellMonitoringProps } from './cell-monitoring';
import { CellMonitoring } from './cell-monitoring';

export interface CellServicesChartProps {
  /** Domain that the cluster's Gateway answers for. */
  readonly domain: string;
  /**
   * Whether the domain itself is a tenant's host.
   * @default false
   */
  readonly apex?: boolean;
  readonly taReadsSecrets: boolean;
  /**
   * Whether workflows on GitHub deploy in places of the cluster.
   * @default false
   */
  readonly deploys?: boolean;
  /**
   * Whether tenants' pods are in a mesh, and their hosts lead through its gateway.
   * @default false
   */
  readonly mesh?: boolean;
  /**
   * Accounts that toolkits of the course have in places.
   * @default - none
   */
  readonly toolkitAccounts?: readonly PlaceAccount[];
  readonly images: AllowedImages;
  /** What may be worked on now. */
  readonly windows: { readonly labs: readonly LabWindow[]; readonly hours: LabHoursProps };
  readonly monitoring: CellMonitoringProps;
  /** @default - none: the cluster of a single tenant has no pool of ours to keep ready */
  readonly classHours?: ClassHoursPlan;
}

/** What all tenants of a cluster have together: roles, rules of admission, the Gateway, priorities, metrics. */
export class CellServicesChart extends Chart {
  constructor(scope: Construct, id: string, props: CellServicesChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { domain, apex = false, taReadsSecrets, deploys = false, images, windows } = props;
    const { monitoring, classHours, mesh = false, toolkitAccounts = [] } = props;
    const hosts = mesh ? { gateway: HOSTS_GATEWAY } : {};
    new PriorityClasses(this, 'Priorities');
    const workflows = toolkitAccounts.some(({ name }) => name === ARGO_WORKFLOWS);
    new AccessRoles(this, 'Roles', { taReadsSecrets, deploys, mesh, workflows });
    if (toolkitAccounts.length > 0)
      new ToolkitRoles(this, 'ToolkitRoles', {
        accounts: toolkitAccounts.map(({ name, rights }) => ({
          name,
          rules: rights.map(({ apiGroup, resources, verbs }) => ({
            apiGroups: [apiGroup],
            resources,
            verbs,
          })),
        })),
      });
    new HostPolicy(this, 'Hosts', hosts);
    new MeshPolicy(this, 'Mesh', { ...hosts, strict: mesh });
    new ImagePolicy(this, 'Images', images);
    new PodPolicy(this, 'Pods');
    new ClaimPolicy(this, 'Claims');
    new ServicePolicy(this, 'Services');
    new SecretUsePolicy(this, 'SecretUse');
    new FinalizerPolicy(this, 'Finalizers');
    new CollectedLabelPolicy(this, 'CollectedLabels');
    new LabWindows(this, 'Windows', { labs: windows.labs });
    new LabHours(this, 'Hours', windows.hours);
    new LabGateway(this, 'Gateway', {
      domain,
      apex,
      certificateMap: certificateName(),
      address: gatewayAddressName(),
    });
    if (mesh) new CellMesh(this, 'MeshGateway', { domain });
    new CellMonitoring(this, 'Monitoring', { ...monitoring, mesh });
    if (classHours !== undefined) new CellClassHours(this, 'ClassHours', classHours);
  }
}
