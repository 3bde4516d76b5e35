import type { Attributes } from '../values/value';

/** Thrown by a creation that failed after something was made: Terraform remembers it as tainted. */
export class PartlyMade extends Error {
  constructor(
    readonly attributes: Attributes,
    /** Why it failed. */
    readonly reason: unknown,
  ) {
    super('partly made');
  }
}
