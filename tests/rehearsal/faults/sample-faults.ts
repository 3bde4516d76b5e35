import type { Fault, FaultKind } from '../../../src/rehearsal/faults/fault';

type Refusal = Extract<Fault, { kind: 'refuse' }>;

export const refused = (more: Partial<Refusal> = {}): Refusal => ({
  kind: 'refuse',
  status: 503,
  when: 'before',
  action: 'create',
  type: 'google_storage_bucket',
  nth: 2,
  times: 1,
  ...more,
});

/** A fault of each kind. */
export const ONE_OF_EACH = {
  refuse: refused(),
  slow: { kind: 'slow', action: 'create', type: 'google_container_cluster', nth: 1, times: 1, seconds: 600 },
  'provider-crash': { kind: 'provider-crash', nth: 11 },
  'terraform-killed': { kind: 'terraform-killed', afterOperations: 1 },
  drift: { kind: 'drift', change: 'delete', type: 'google_storage_bucket' },
  'lock-held': { kind: 'lock-held', stack: 'shard-1-01' },
  'disk-full': { kind: 'disk-full', stack: '*', times: 2 },
} as const satisfies { readonly [K in FaultKind]: Extract<Fault, { kind: K }> };
