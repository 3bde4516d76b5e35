import type { CellNumber, CohortId, Email, Handle, ProjectId, ShardNumber } from './ids';
import { projectId } from './ids';

/** What a service allows as a name. */
export interface NameLimit {
  readonly max: number;
  readonly min?: number;
  readonly pattern: RegExp;
  /** Where the limit is published, with the month it was read. */
  readonly source: string;
}

const DNS_LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const RFC1035 = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** Every kind of name that is generated, with its limit. */
export const NAME_LIMITS = {
  project: {
    min: 6,
    max: 30,
    pattern: RFC1035,
    source: 'cloud.google.com/resource-manager/docs/creating-managing-projects, 2026-11',
  },
  projectDisplay: {
    min: 4,
    max: 30,
    pattern: /^[A-Za-z0-9 '"!-]+$/,
    source: 'provider google 6.50 google_project.name, 2026-11',
  },
  network: { max: 63, pattern: RFC1035, source: 'cloud.google.com/compute/docs/naming-resources, 2026-11' },
  secondaryRange: {
    max: 63,
    pattern: RFC1035,
    source: 'cloud.google.com/compute/docs/naming-resources, 2026-11',
  },
  firewall: { max: 63, pattern: RFC1035, source: 'cloud.google.com/compute/docs/naming-resources, 2026-11' },
  address: { max: 63, pattern: RFC1035, source: 'cloud.google.com/compute/docs/naming-resources, 2026-11' },
  cluster: {
    max: 40,
    pattern: RFC1035,
    source: 'provider google 6.50 google_container_cluster.name, 2026-11',
  },
  nodePool: {
    max: 40,
    pattern: RFC1035,
    source: 'provider google 6.50 google_container_node_pool.name, 2026-11',
  },
  serviceAccount: {
    min: 6,
    max: 30,
    pattern: RFC1035,
    source: 'cloud.google.com/iam/docs/service-accounts-create, 2026-11',
  },
  repository: {
    max: 63,
    pattern: RFC1035,
    source: 'cloud.google.com/artifact-registry/docs/repositories/create-repos, 2026-11',
  },
  bucket: {
    min: 3,
    max: 63,
    pattern: DNS_LABEL,
    source: 'cloud.google.com/storage/docs/buckets#naming, 2026-11',
  },
  dnsZone: {
    max: 63,
    pattern: RFC1035,
    source: 'provider google 6.50 google_dns_managed_zone.name, 2026-11',
  },
  certificate: {
    max: 63,
    pattern: RFC1035,
    source: 'cloud.google.com/certificate-manager/docs/certificates, 2026-11',
  },
  budgetDisplay: {
    max: 60,
    pattern: /^[^@]+$/,
    source: 'cloud.google.com/billing/docs/reference/budget/rest, 2026-11',
  },
  conditionTitle: {
    max: 100,
    pattern: /^[^@]+$/,
    source: 'cloud.google.com/iam/docs/conditions-overview, 2026-11',
  },
  namespace: {
    max: 63,
    pattern: DNS_LABEL,
    source: 'kubernetes.io/docs/concepts/overview/working-with-objects/names, 2026-11',
  },
  kubernetesServiceAccount: {
    max: 63,
    pattern: DNS_LABEL,
    source: 'kubernetes.io/docs/concepts/overview/working-with-objects/names, 2026-11',
  },
  helmRelease: {
    max: 53,
    pattern: DNS_LABEL,
    source: 'helm.sh/docs/chart_template_guide/builtin_objects, 2026-11',
  },
  host: {
    max: 253,
    pattern: /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    source: 'RFC 1123 §2.1, 2026-11',
  },
  labelValue: {
    max: 63,
    pattern: /^[a-z0-9_-]*$/,
    source: 'cloud.google.com/resource-manager/docs/labels-overview, 2026-11',
  },
  stack: { max: 63, pattern: DNS_LABEL, source: 'file name of a stack in cdktf.out, 2026-11' },
} as const satisfies Record<string, NameLimit>;

export type NameKind = keyof typeof NAME_LIMITS;

/** `value`, after holding it to the limit of its kind; a breach is a fault of ours, not of the input. */
function named(kind: NameKind, value: string): string {
  const limit: NameLimit = NAME_LIMITS[kind];
  if (value.length > limit.max || value.length < (limit.min ?? 1) || !limit.pattern.test(value)) {
    throw new Error(
      `The ${kind} name "${value}" breaks its limit: ${limit.min ?? 1}–${limit.max}, ${limit.pattern}`,
    );
  }
  return value;
}

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
/** Grafana of a tenant, and of the staff: its Deployment, Service and account. */
export const GRAFANA = 'grafana';
/** Service account in a tenant's namespace that Google knows as this tenant. */
export const WORKLOAD_ACCOUNT = 'lab';
/** Service in a tenant's namespace that the tenant's host leads to. */
export const WEB_SERVICE = 'web';
/** Gateway that all tenants' hosts hang on. */
export const GATEWAY = 'labs';

// Google Cloud

export const cellProjectId = (prefix: CohortId, cell: CellNumber): ProjectId =>
  projectId(named('project', `${prefix}-c${cell}`));
export const tenantProjectId = (prefix: CohortId, tenant: Handle): ProjectId =>
  projectId(named('project', `${prefix}-${tenant}`));
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
export const nodePoolName = (role: 'system' | 'lab', spot: boolean): string =>
  named('nodePool', spot ? `${role}-spot` : role);
export const nodeServiceAccountId = (): string => named('serviceAccount', 'lab-nodes');

export const repositoryId = (tenant: Handle): string => named('repository', tenant);
export const registryPath = (region: string, project: ProjectId, tenant: Handle): string =>
  `${region}-docker.pkg.dev/${project}/${repositoryId(tenant)}`;
/** Bucket of a tenant, in the cell's project or in its own; the world shares one space of bucket names. */
export const bucketName = (prefix: CohortId, tenant: Handle): string =>
  named('bucket', `${prefix}-${tenant}-data`);

export const dnsZoneName = (): string => named('dnsZone', 'labs');
export const dnsName = (domain: string): string => `${named('host', domain)}.`;
export const certificateName = (): string => named('certificate', 'labs');
export const certificateEntryName = (domain: string): string =>
  named('certificate', domain.startsWith('*.') ? 'labs-wildcard' : 'labs');
export const budgetDisplayName = (project: ProjectId): string =>
  named('budgetDisplay', `Practicum ${project}`);
export const expiryConditionTitle = (): string => named('conditionTitle', 'until-term-end');

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
    /^c\d+$/.test(candidate)
  );
}

/** RE2 expression, to be anchored at both ends, for the namespaces that can be no tenant's. */
export const SYSTEM_NAMESPACES = `(?:${SYSTEM_PREFIXES})(?:-.*)?|${[...RESERVED].sort().join('|')}`;

/**
 * Words that Google refuses inside project ids and bucket names.
 * @see https://cloud.google.com/resource-manager/docs/creating-managing-projects (read 2026-11)
 */
export const RESTRICTED_WORDS = ['google', 'goog', 'undefined', 'null', 'ssl'] as const;
