import { CloudError } from '../cloud/cloud-error';
import type { ConfigProblem } from '../provider/resource-kind';

/** A message of the provider to the person at terraform. */
export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: { readonly steps: readonly { readonly attribute_name: string }[] };
}

export function problemDiagnostic({ path, message }: ConfigProblem): Diagnostic {
  return {
    severity: 'ERROR',
    summary: message,
    detail: '',
    // Only the first step is sure to be a name in terraform's eyes: a block in a list needs its number.
    attribute: { steps: path.slice(0, 1).map((name) => ({ attribute_name: name })) },
  };
}

/** What the provider says when a call fails; an error of our own keeps its place in the code. */
export function failureDiagnostic(doing: string, error: unknown): Diagnostic {
  if (error instanceof CloudError) {
    return { severity: 'ERROR', summary: `Error ${doing}: ${error.text}`, detail: '' };
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { severity: 'ERROR', summary: `The rehearsal itself failed at ${doing}`, detail: told };
}
