import type { Step } from './scenario';

/** What must be true after the steps of a scenario, each as a sentence. */
export const INVARIANTS = {
  applies: 'Terraform applies and destroys without an error that nobody caused on purpose.',
  'empty-re-apply': 'Applying the same files again changes nothing.',
  'only-planned': 'Nothing stands that the plan does not name, and everything stands that it names.',
  ordered: 'Terraform is told to wait for all that a resource needs before it makes it.',
  'others-untouched': 'The places of students whom the step is not about are as they were.',
  'nothing-left': 'After teardown nothing is left that anyone would pay for.',
  'message-names-cause': 'A run that fails says why, in words that lead to the remedy.',
} as const;
export type InvariantId = keyof typeof INVARIANTS;

/** What is checked after `step`; after one that must fail, only what it said. */
export function invariantsAfter(step: Step): readonly InvariantId[] {
  if (step.expect !== undefined) return ['message-names-cause'];
  const checked = afterAction(step);
  return step.faults.length === 0 ? checked : [...checked, 'message-names-cause'];
}

function afterAction({ action }: Step): readonly InvariantId[] {
  switch (action) {
    case 'deploy':
    case 're-apply':
      return ['empty-re-apply', 'only-planned', 'ordered'];
    case 'add':
    case 'drop':
    case 'return':
    case 'change-email':
    case 'rename':
    case 'change-team':
      return ['empty-re-apply', 'only-planned', 'ordered', 'others-untouched'];
    case 'use':
      return ['empty-re-apply'];
    // A later step finishes what these begin or mends what they break.
    case 'drift':
    case 'fault':
    case 'recover':
      return [];
    case 'teardown':
      return ['nothing-left'];
  }
}
