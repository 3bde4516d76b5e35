import type { Aspect } from '../../src/prover/finding';
import type { Change } from './changes';

/** A guard taken away or made weaker, and how the proof tells of it. */
export interface Weakening {
  readonly title: string;
  readonly change: Change;
  readonly aspect: Aspect;
  /** Sentence of the finding. */
  readonly sentence: string;
}

export const weakening = (title: string, change: Change, aspect: Aspect, sentence: string): Weakening => ({
  title,
  change,
  aspect,
  sentence,
});
