import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import type { ITerraformDependable } from 'cdktf';
import type { ProjectId } from '../../src/core/domain/ids';
import { byText } from '../../src/core/domain/sorting';
import type { Instant } from '../../src/core/domain/time';
import type { LabNetwork } from './lab-network';
import type { ProjectRef } from './refs';
import { workloadPool } from './workload-principal';

/** How soon a cluster takes a new version of Kubernetes. */
export type ReleaseChannel = 'RAPID' | 'REGULAR' | 'STABLE' | 'EXTENDED';

/** What an exclusion keeps away. */
export type ExclusionScope = 'NO_UPGRADES' | 'NO_MINOR_UPGRADES' | 'NO_MINOR_OR_NODE_UPGRADES';

/** A time in which a cluster is left as it is, such as the days before a deadline. */
export interface MaintenanceExclusion {
  readonly name: string;
  readonly startTime: Instant;
  readonly endTime: Instant;
  readonly scope: ExclusionScope;
}

/** When Google may upgrade a cluster. */
export interface ClusterMaintenance {
  /** Start of the first window. */
  readonly startTime: Instant;
  /** End of the first window. */
  readonly endTime: Instant;
  /** An RFC 5545 rule, such as `FREQ=WEEKLY;BYDAY=SA,SU`. */
  readonly recurrence: string;
  readonly exclusions: readonly MaintenanceExclusion[];
}

/** What a Standard and an Autopilot cluster are both told. */
export interface ClusterProps {
  readonly project: ProjectRef;
  /** The same project as known now: the workload identity pool is named after it. */
  readonly projectId: ProjectId;
  readonly name: string;
  /** A region or, for a Standard cluster, a zone. */
  readonly location: string;
  readonly network: LabNetwork;
  readonly releaseChannel: ReleaseChannel;
  readonly maintenance: ClusterMaintenance;
  readonly labels: Readonly<Record<string, string>>;
  /**
   * The group `gke-security-groups@<domain>` whose member groups RBAC may name.
   *
   * @default - RBAC knows people only, no Google groups
   */
  readonly securityGroup?: string;
  /** What must stand before the cluster: the project's `ready`. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * The configuration that both kinds of cluster share, with every guard written out: Terraform does not
 * notice when one of them is missing.
 */
export function clusterGuards(props: ClusterProps) {
  return {
    project: props.project,
    name: props.name,
    location: props.location,
    resourceLabels: props.labels,
    releaseChannel: { channel: props.releaseChannel },
    ...(props.securityGroup !== undefined && {
      authenticatorGroupsConfig: { securityGroup: props.securityGroup },
    }),
    maintenancePolicy: maintenancePolicy(props.maintenance),
    // Teardown has to be able to delete the cluster, and the provider's default forbids it.
    deletionProtection: false,
    timeouts: { create: '60m', update: '60m', delete: '60m' },
    dependsOn: [...props.dependsOn],
    ...network(props.network),
    ...access(props.projectId),
    ...observation(),
  } satisfies ContainerClusterConfig;
}

function maintenancePolicy(maintenance: ClusterMaintenance) {
  return {
    recurringWindow: {
      startTime: maintenance.startTime,
      endTime: maintenance.endTime,
      recurrence: maintenance.recurrence,
    },
    maintenanceExclusion: [...maintenance.exclusions]
      .sort(byText((exclusion) => exclusion.name))
      .map(({ name, startTime, endTime, scope }) => ({
        exclusionName: name,
        startTime,
        endTime,
        exclusionOptions: { scope },
      })),
  };
}

function network(labNetwork: LabNetwork) {
  return {
    network: labNetwork.network,
    subnetwork: labNetwork.subnetwork,
    networkingMode: 'VPC_NATIVE',
    datapathProvider: 'ADVANCED_DATAPATH',
    ipAllocationPolicy: {
      clusterSecondaryRangeName: labNetwork.podsRange,
      servicesSecondaryRangeName: labNetwork.servicesRange,
      stackType: 'IPV4',
    },
    privateClusterConfig: {
      enablePrivateNodes: true,
      // What the API answers where IP endpoints are off; `false` would be a change in every plan.
      enablePrivateEndpoint: true,
    },
    // DNS endpoint only: every call passes IAM, so a condition on time really ends access.
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: true },
      ipEndpointsConfig: { enabled: false },
    },
    gatewayApiConfig: { channel: 'CHANNEL_STANDARD' },
    enableL4IlbSubsetting: true,
  };
}

function access(projectId: ProjectId) {
  return {
    workloadIdentityConfig: { workloadPool: workloadPool(projectId) },
    rbacBindingConfig: {
      enableInsecureBindingSystemAuthenticated: false,
      enableInsecureBindingSystemUnauthenticated: false,
    },
    anonymousAuthenticationConfig: { mode: 'LIMITED' },
    masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
    enableLegacyAbac: false,
    securityPostureConfig: { mode: 'BASIC', vulnerabilityMode: 'VULNERABILITY_DISABLED' },
  };
}

function observation() {
  return {
    costManagementConfig: { enabled: true },
    loggingConfig: { enableComponents: ['SYSTEM_COMPONENTS', 'WORKLOADS'] },
    monitoringConfig: { enableComponents: ['SYSTEM_COMPONENTS'], managedPrometheus: { enabled: true } },
  };
}
