import { PLACES } from '../../fence/cast';
import type { Sample } from './exposition';

/** A tenant with a pod of its own, and what of it nobody else may see. */
export interface Tenant {
  readonly namespace: string;
  /** Word that stands in its labels, names and texts and nowhere else. */
  readonly secret: string;
  /** First digits of its values, which nobody else's begin with. */
  readonly digits: number;
}

/** Asks about everything. */
export const ASKER: Tenant = { namespace: PLACES.student, secret: 'amber', digits: 41 };
/** Is asked about. */
export const VICTIM: Tenant = { namespace: PLACES.other, secret: 'onyx', digits: 52 };
/** Exposes what looks like others'. */
export const FORGER: Tenant = { namespace: PLACES.crowded, secret: 'flint', digits: 63 };
export const TENANTS: readonly Tenant[] = [ASKER, VICTIM, FORGER];

/** Word in what belongs to the cell and to no tenant. */
export const CELL_SECRET = 'obsidian';

/** A value of a tenant that is like no other: nine digits. */
const valueOf = ({ digits }: Tenant, index: number): number => digits * 10_000_000 + index * 1013;

/** What a tenant's service exposes: the same names as everybody's, and one of its own. */
export function samplesOf(tenant: Tenant): readonly Sample[] {
  const { secret } = tenant;
  const request = (status: string, handler = '/predict'): Sample['labels'] => ({
    handler,
    method: 'POST',
    status,
    note: `${secret}-note`,
  });
  const duration = { handler: '/predict', method: 'POST' };
  const drafts: readonly (readonly [string, Sample['labels']])[] = [
    ['http_requests_total', request('2xx')],
    ['http_requests_total', request('5xx')],
    ['http_requests_total', request('2xx', `/${secret}`)],
    ['http_request_duration_seconds_bucket', { ...duration, le: '0.1' }],
    ['http_request_duration_seconds_bucket', { ...duration, le: '+Inf' }],
    ['http_request_duration_seconds_sum', duration],
    ['http_request_duration_seconds_count', duration],
    ['redis_up', {}],
    ['redis_keyspace_hits_total', {}],
    [`${secret}_only_total`, { [`${secret}_label`]: 'yes' }],
  ];
  return drafts.map(([name, labels], index) => ({ name, labels, value: valueOf(tenant, index + 1) }));
}

/** What programs of the cell tell of a tenant's objects. */
export const objectSamplesOf = (tenant: Tenant): readonly Sample[] => {
  const { namespace, secret } = tenant;
  const pod = `web-${secret}`;
  return [
    {
      name: 'kube_namespace_labels',
      labels: { namespace, label_practicum_dev_tenant: namespace, label_practicum_dev_kind: 'student' },
      value: 1,
    },
    { name: 'kube_pod_status_phase', labels: { namespace, pod, phase: 'Running' }, value: 1 },
    {
      name: 'kube_resourcequota',
      labels: { namespace, resourcequota: 'tenant', resource: 'limits.cpu', type: 'hard' },
      value: valueOf(tenant, 101),
    },
    {
      name: 'kube_resourcequota',
      labels: { namespace, resourcequota: 'tenant', resource: 'limits.cpu', type: 'used' },
      value: valueOf(tenant, 102),
    },
    {
      name: 'kube_pod_container_status_waiting_reason',
      labels: { namespace, pod, container: 'web', reason: 'CrashLoopBackOff' },
      value: 1,
    },
  ];
};

/** What a node tells of a tenant's containers. */
export const containerSamplesOf = (tenant: Tenant): readonly Sample[] => {
  const labels = { namespace: tenant.namespace, pod: `web-${tenant.secret}`, container: 'web' };
  return [
    { name: 'container_cpu_usage_seconds_total', labels, value: valueOf(tenant, 201) },
    { name: 'container_memory_working_set_bytes', labels, value: valueOf(tenant, 202) },
  ];
};
