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
  runService: {
    max: 49,
    pattern: RFC1035,
    source: 'cloud.google.com/run/docs/deploying#service-name, 2026-11',
  },
  machine: { max: 63, pattern: RFC1035, source: 'cloud.google.com/compute/docs/naming-resources, 2026-11' },
  customRole: {
    min: 3,
    max: 64,
    pattern: /^[a-zA-Z0-9_.]+$/,
    source: 'provider google 6.50 google_project_iam_custom_role.role_id, 2026-11',
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
  /** Sinks and views take more than buckets do, and are called like them. */
  logBucket: {
    max: 100,
    pattern: DNS_LABEL,
    source: 'cloud.google.com/logging/docs/reference/v2/rest/v2/projects.locations.buckets, 2026-11',
  },
  logMetric: { max: 100, pattern: DNS_LABEL, source: 'cloud.google.com/logging/quotas, 2026-11' },
  stack: { max: 63, pattern: DNS_LABEL, source: 'file name of a stack in cdktf.out, 2026-11' },
} as const satisfies Record<string, NameLimit>;

export type NameKind = keyof typeof NAME_LIMITS;

/** `value`, after holding it to the limit of its kind; a breach is a fault of ours, not of the input. */
export function named(kind: NameKind, value: string): string {
  const limit: NameLimit = NAME_LIMITS[kind];
  if (value.length > limit.max || value.length < (limit.min ?? 1) || !limit.pattern.test(value)) {
    throw new Error(
      `The ${kind} name "${value}" breaks its limit: ${limit.min ?? 1}–${limit.max}, ${limit.pattern}`,
    );
  }
  return value;
}
