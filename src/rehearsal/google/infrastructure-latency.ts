import type { Latency } from '../provider/resource-kind';

/**
 * How long Google and the provider take for each kind of infrastructure, in seconds. Where PROVIDER measurements
 * (2026-11) name a figure it is theirs; the others are estimates from what the provider prints while it polls an
 * operation every ten seconds, and from Google's own words on how long a cluster takes.
 */
export const LATENCY = {
  /** Measured: 10 s. */
  network: { create: 10, update: 10, delete: 21, read: 0.2 },
  /** Estimate: one operation, polled once or twice. */
  computeResource: { create: 11, update: 11, delete: 11, read: 0.2 },
  /** Estimate: 6 to 8 minutes. @see https://cloud.google.com/kubernetes-engine/docs/how-to/creating-a-regional-cluster (2026-11) */
  cluster: { create: 420, update: 60, delete: 240, read: 0.5 },
  /** Estimate: a first node is there after about a minute and a half; deletion drains. */
  nodePool: { create: 90, update: 120, delete: 150, read: 0.3 },
  /** Estimate: one operation. */
  repository: { create: 11, update: 1, delete: 11, read: 0.2 },
  /** Estimate: one request. */
  bucket: { create: 1.5, update: 1, delete: 1, read: 0.3 },
  /** Estimate: one request. */
  object: { create: 0.5, update: 0.5, delete: 0.3, read: 0.2 },
  /** Estimate: one request. */
  dnsZone: { create: 1, update: 1, delete: 1, read: 0.2 },
  /** Estimate: a change that is pending for some seconds. */
  dnsRecord: { create: 4, update: 4, delete: 4, read: 0.2 },
  /** Estimate: one operation. */
  certificate: { create: 11, update: 11, delete: 11, read: 0.2 },
} as const satisfies Record<string, Latency>;
