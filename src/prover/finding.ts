/** What a proof looks at: one kind of way from one tenant to another. */
export const ASPECTS = [
  'rbac',
  'network',
  'namespaces',
  'admission',
  'quotas',
  'iam',
  'workload identity',
  'images',
  'buckets',
  'clusters',
  'hosts',
  'metrics',
  'objects',
  'releases',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** One step of a way, for a person who follows it: where to look, and what stands there. */
export interface Step {
  readonly file: string;
  readonly object: string;
  readonly says: string;
}

/**
 * A counter-example: somebody reaches what is not theirs, a guard that should stand by itself does not, or
 * somebody cannot do what they must. The sentence names nobody, so that like findings have like sentences.
 */
export interface Finding {
  readonly aspect: Aspect;
  readonly kind: 'reach' | 'guard' | 'cannot work';
  readonly from: string;
  readonly to: string;
  readonly sentence: string;
  readonly path: readonly Step[];
  /** Ordered pairs of tenants that this is true of, this one among them. */
  readonly pairs: number;
}

/** What was read and found in one aspect. */
export interface AspectProof {
  readonly aspect: Aspect;
  /** What the reasoning is about, as a sentence. */
  readonly about: string;
  /** Objects and resources that were read. */
  readonly objects: number;
  /** Kinds of tenants that had to be told apart. */
  readonly classes: number;
  readonly findings: readonly Finding[];
}

/** Whoever has a place, where it does not matter who. */
export const ANY_TENANT = 'any tenant';
/** Every other tenant and everyone who teaches, as a place's findings name them. */
export const EVERYONE_ELSE = 'everyone else';
/** What a tenant must not move, though it stands in its own place. */
export const THE_FENCE = 'the fence';
/** What belongs to those who teach. */
export const STAFF = 'staff';
