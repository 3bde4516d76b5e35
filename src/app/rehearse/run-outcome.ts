import { saysWhatItMust } from '../../rehearsal/scenario/message-pattern';
import type { Step } from '../../rehearsal/scenario/scenario';
import { errorsIn } from './first-error';
import type { Finding, StepReport } from './report/report';
import type { StacksRun } from './stack-engine';

/** How a run went that faults may have struck. */
export interface FaultedRun {
  readonly outcome: StepReport['outcome'];
  /** The faults that struck, as sentences. */
  readonly faults: readonly string[];
  readonly findings: readonly Finding[];
}

/** A step that must fail, and did or did not, with the words it said or without. */
export function failedAsExpected(
  { expect }: Step,
  { ok, output }: StacksRun,
): Pick<FaultedRun, 'outcome' | 'findings'> {
  const finding = (message: string): Pick<FaultedRun, 'outcome' | 'findings'> => ({
    outcome: 'failed',
    findings: [{ invariant: 'message-names-cause', where: 'the run', message }],
  });
  if (ok) return finding('It went through, and should have failed.');
  const pattern = expect?.message;
  if (pattern === undefined || saysWhatItMust(pattern, output))
    return { outcome: 'failed as expected', findings: [] };
  const must = 'text' in pattern ? pattern.text : `/${pattern.pattern}/`;
  return finding(`It failed, but nowhere says ${must}: ${errorsIn(output)[0] ?? 'no error was printed'}`);
}

/** How a step went that ran no terraform, or could not; `problem` is why not. */
export function endedWithoutRun(step: Step, problem?: string): FaultedRun {
  if (step.expect !== undefined) {
    const output = problem === undefined ? '' : `Error: ${problem}`;
    return { ...failedAsExpected(step, { ok: problem === undefined, output }), faults: [] };
  }
  if (problem === undefined) return { outcome: 'done', faults: [], findings: [] };
  return {
    outcome: 'failed',
    faults: [],
    findings: [{ invariant: 'applies', where: 'the step', message: problem }],
  };
}

/** A run of the same files that changed something, although no fault had done so. */
export function changesOfReApply(
  step: Step,
  changes: { readonly added: number; readonly changed: number; readonly destroyed: number },
  run: FaultedRun,
): readonly Finding[] {
  const { added, changed, destroyed } = changes;
  if (step.action !== 're-apply' || run.faults.length > 0 || added + changed + destroyed === 0) return [];
  const message = `${added} added, ${changed} changed, ${destroyed} destroyed by a run that should change nothing`;
  return [{ invariant: 'empty-re-apply', where: 'the run', message }];
}
