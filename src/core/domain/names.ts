import type { CellNumber, CohortId, Email, Handle, ProjectId, ShardNumber } from './ids';
import { projectId } from './ids';
import { named } from './name-limits';

/** Domain that Practicum's own labels and annotations live under. */
export const LABEL_DOMAIN = 'practicum.dev';
/** Namespace of Practicum's own objects in a cluster: staff only, holds the Helm releases. */
export const SYSTEM_NAMESPACE = 'practicum-system';
/** Namespace of what collects and shows metrics: staff only, apart from the Helm releases. */
export const MONITORING_NAMESPACE = 'practicum-monitoring';
/** Service in the monitoring namespace that metrics are asked from, with a token and a namespace. */
export const METRICS_SERVICE = 'metrics';
/** Account of the pod that metrics are asked from. */
export const METRICS_FRONTEND_ACCOUNT = 'prometheus';
/** What reads in Cloud Monitoring how hosts are asked, its account, and its Service. */
export const LOAD_BALANCER_METRICS = 'load-balancer-metrics';
/** Grafana of a tenant, and of the staff: its Deployment, Service and account. */
export const GRAFANA = 'grafana';
/** Service account in a tenant's namespace that Google knows as this tenant. */
export const WORKLOAD_ACCOUNT = 'lab';
/** Service in a tenant's namespace that the tenant's host leads to. */
export const WEB_SERVICE = 'web';
/** Container of what answers there: named as its image is by who makes it in one line, and what workflows roll out. */
export const WEB_CONTAINER = 'api';
/** Gateway that all tenants' hosts hang on. */
export const GATEWAY = 'labs';

// Google Cloud

export const cellProjectId = (prefix: CohortId, cell: CellNumber): ProjectId =>
  projectId(named('project', `${prefix}-c${cell}`));
export const tenantProjectId = (prefix: CohortId, tenant: Handle): ProjectId =>
  projectId(named('project', `${prefix}-${tenant}`));
/** Project in which tenants of a cell have their services on Cloud Run. */
export const serverlessProjectId = (prefix: CohortId, cell: CellNumber): ProjectId =>
  projectId(named('project', `${prefix}-c${cell}-run`));
/** Project in which tenants of a cell have their machines. */
export const machinesProjectId = (prefix: CohortId, cell: CellNumber): ProjectId =>
  projectId(named('project', `${prefix}-c${cell}-vm`));
/** Project in which places of a cell have their logs. */
export const logsProjectId = (prefix: CohortId, cell: CellNumber): ProjectId =>
  projectId(named('project', `${prefix}-c${cell}-logs`));
export const projectDisplayName = (project: ProjectId): string => named('projectDisplay', project);

export const networkName = (): string => named('network', 'labs');
export const subnetworkName = (region: string): string => named('network', `labs-${region}`);
export const routerName = (): string => named('network', 'labs');
export const natName = (): string => named('network', 'labs');
export const podsRangeName = (): string => named('secondaryRange', 'pods');
export const servicesRangeName = (): string => named('secondaryRange', 'services');
export const firewallName = (rule: string): string => named('firewall', `labs-${rule}`);
export const gatewayAddressName = (): string => named('address', 'labs-gateway');

export const cellClusterName = (prefix: CohortId, cell: CellNumber): string =>
  named('cluster', `${prefix}-c${cell}`);
export const tenantClusterName = (prefix: CohortId, tenant: Handle): string =>
  named('cluster', `${prefix}-${tenant}`);
export const nodePoolName = (role: 'system' | 'lab' | 'gpu', spot: boolean): string =>
  named('nodePool', spot ? `${role}-spot` : role);
export const nodeServiceAccountId = (): string => named('serviceAccount', 'lab-nodes');

export const repositoryId = (tenant: Handle): string => named('repository', tenant);
export const registryPath = (region: string, project: ProjectId, tenant: Handle): string =>
  `${region}-docker.pkg.dev/${project}/${repositoryId(tenant)}`;
/** Bucket of a tenant, in the cell's project or in its own; the world shares one space of bucket names. */
export const bucketName = (prefix: CohortId, tenant: Handle): string =>
  named('bucket', `${prefix}-${tenant}-data`);

export const runServiceName = (tenant: Handle): string => named('runService', tenant);
/** Account that a tenant's service on Cloud Run runs as. */
export const runAccountId = (tenant: Handle): string => named('serviceAccount', `serverless-${tenant}`);

/** Account that workflows of a tenant on GitHub deploy as, in the project of the cluster. */
export const deployerAccountId = (tenant: Handle): string => named('serviceAccount', `deploy-${tenant}`);

export const machineName = (tenant: Handle): string => named('machine', tenant);
/** Account that a tenant's machine runs as. */
export const machineAccountId = (tenant: Handle): string => named('serviceAccount', `machine-${tenant}`);
export const machineNetworkName = (): string => named('network', 'machines');
export const machineSubnetworkName = (region: string): string => named('network', `machines-${region}`);
export const machineFirewallName = (rule: string): string => named('firewall', `machines-${rule}`);
/** Custom roles: what a tenant may do with its machine, and what `gcloud` asks of the project around it. */
export const machineRoleId = (role: 'keeper' | 'visitor'): string =>
  named('customRole', role === 'keeper' ? 'machineKeeper' : 'machineVisitor');
export const machineRole = (role: 'keeper' | 'visitor', project: ProjectId): string =>
  `projects/${project}/roles/${machineRoleId(role)}`;

export const dnsZoneName = (): string => named('dnsZone', 'labs');
export const dnsName = (domain: string): string => `${named('host', domain)}.`;
export const certificateName = (): string => named('certificate', 'labs');
export const certificateEntryName = (domain: string): string =>
  named('certificate', domain.startsWith('*.') ? 'labs-wildcard' : 'labs');
export const budgetDisplayName = (project: ProjectId): string =>
  named('budgetDisplay', `Practicum ${project}`);
export const expiryConditionTitle = (): string => named('conditionTitle', 'until-term-end');
export const windowConditionTitle = (): string => named('conditionTitle', 'while-labs-are-open');

/** Log-based metric about hosts: those of a shard, or the one of a tenant's own cluster. */
export const hostMetricName = (about: 'requests' | 'latencies', of: string): string =>
  named('logMetric', `practicum-${about}-${of}`);

/** Bucket, sink and view of what pods of a tenant print. */
export const logBucketId = (tenant: Handle): string => named('logBucket', tenant);
/** Sink that leads what pods of tenants print to the project of their logs, and exclusions of the same. */
export const logRouteName = (): string => named('logBucket', 'practicum-places');

// Kubernetes

export const namespaceName = (tenant: Handle): string => named('namespace', tenant);
export const helmReleaseName = (tenant: Handle): string => named('helmRelease', tenant);
export const servicesReleaseName = (): string => named('helmRelease', 'practicum-services');
export const host = (tenant: Handle, domain: string): string => named('host', `${tenant}.${domain}`);
/** Host of the staff's Grafana: no tenant's handle is that word. */
export const staffGrafanaHost = (domain: string): string => named('host', `${GRAFANA}.${domain}`);

// Stacks

const two = (n: number): string => String(n).padStart(2, '0');

export const stateStackName = (): string => named('stack', 'state');
export const cellStackName = (cell: CellNumber): string => named('stack', `cell-${cell}`);
export const cellServicesStackName = (cell: CellNumber): string => named('stack', `cell-${cell}-services`);
export const shardStackName = (cell: CellNumber, shard: ShardNumber): string =>
  named('stack', `shard-${cell}-${two(shard)}`);
/** Stack of what lives inside the tenants' own clusters: apart, because the clusters must stand first. */
export const shardPlacesStackName = (cell: CellNumber, shard: ShardNumber): string =>
  named('stack', `shard-${cell}-${two(shard)}-places`);
/** Stack of the tenants' repositories on GitHub: apart, so that a cohort without them has nothing to do with GitHub. */
export const shardRepositoriesStackName = (cell: CellNumber, shard: ShardNumber): string =>
  named('stack', `shard-${cell}-${two(shard)}-repositories`);

// IAM members

export const userMember = (email: Email): string => `user:${email}`;
export const serviceAccountEmail = (accountId: string, project: ProjectId): string =>
  `${accountId}@${project}.iam.gserviceaccount.com`;
export const serviceAccountMember = (accountId: string, project: ProjectId): string =>
  `serviceAccount:${serviceAccountEmail(accountId, project)}`;

/** The last two are ids that a stack's tree of constructs has already: its backend's, and one that every object has. */
const RESERVED = new Set([
  'admin', 'api', 'default', 'docs', 'gateway', 'grafana', 'help', 'internal', 'istio-system', 'labs', 'local',
  'localhost', 'mail', 'metrics', 'monitoring', 'ns', 'prometheus', 'public', 'root', 'smtp', 'staff', 'state',
  'status', 'system', 'test', 'www', 'backend', 'constructor',
]); // prettier-ignore

/** Prefixes of namespaces that belong to the cluster and its services. */
const SYSTEM_PREFIXES = 'kube|gke|gmp|goog|practicum|istio|knative';

/** True for a handle that would stand for something else as namespace, host or project. */
export function isReservedHandle(candidate: string): boolean {
  return (
    RESERVED.has(candidate) ||
    new RegExp(`^(${SYSTEM_PREFIXES})(-|$)`).test(candidate) ||
    /^c\d+(-run|-vm|-logs)?$/.test(candidate)
  );
}

/** RE2 expression, to be anchored at both ends, for the namespaces that can be no tenant's. */
export const SYSTEM_NAMESPACES = `(?:${SYSTEM_PREFIXES})(?:-.*)?|${[...RESERVED].sort().join('|')}`;

/**
 * Words that Google refuses inside project ids and bucket names.
 * @see https://cloud.google.com/resource-manager/docs/creating-managing-projects (read 2026-11)
 */
export const RESTRICTED_WORDS = ['google', 'goog', 'undefined', 'null', 'ssl'] as const;
