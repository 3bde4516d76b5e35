import type { JsonMap } from '../../../src/prover/json-value';

/** One guard less: what was done to an object, and what is left of it. */
export interface Weakening {
  /** Ends the sentence "<object>: …". */
  readonly what: string;
  /** None where the object itself is left out. */
  readonly object?: JsonMap;
}

/** Somebody else's, to be put where the tenant's own stands. */
export interface Stranger {
  readonly email: string;
  readonly namespace: string;
  readonly host: string;
  readonly registryPath: string;
}

export const leftOut: Weakening = { what: 'the object is left out' };
