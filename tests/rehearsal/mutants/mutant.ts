import type { Cloud } from '../../../src/rehearsal/cloud/cloud';
import type { Order } from './race';
import type { StackFiles } from './stack-files';

/** When a rehearsal comes upon what is broken. */
export type Noticed =
  'before anything is made' | 'while it is made' | 'by looking at what was made' | 'when it is taken away';

/** A way in which one of our stacks could be wrong. */
export interface Mutant {
  /** What is broken, a sentence. */
  readonly title: string;
  mutate(stack: StackFiles): void;
  /** What else stands in the cloud beforehand. */
  given?(cloud: Cloud): void;
  /** What comes into the cloud once the stack is applied. */
  meanwhile?(cloud: Cloud): void;
  /** How a race ends that the mutant makes possible. */
  readonly race?: Order;
  readonly noticed: Noticed;
  /** The part of the finding that names the cause; its lines may be broken elsewhere. */
  readonly says: string;
}

/** The stack that mutants are of, and what was applied before it. */
export interface MutatedStack {
  readonly stack: string;
  /** What of the stack is broken, for the page about mutants. */
  readonly about: string;
  /** An example of a cohort, whose state is kept in the cloud. */
  readonly example: string;
  readonly after: readonly string[];
  readonly mutants: readonly Mutant[];
}
