import type { Fault } from '../../rehearsal/faults/fault';
import { failsTheRun, remedyOf } from '../../rehearsal/faults/fault';
import { describeFault, expectedMessage } from '../../rehearsal/faults/fault-words';
import { inOneLine } from '../../rehearsal/scenario/message-pattern';
import type { Step } from '../../rehearsal/scenario/scenario';
import { errorsIn } from './first-error';
import type { Finding } from './report/report';
import type { FaultedRun } from './run-outcome';
import { failedAsExpected } from './run-outcome';
import type { StacksRun } from './stack-engine';

export interface FaultedRunProps {
  readonly step: Step;
  readonly faults: readonly Fault[];
  /** Sets the faults up for the next run. */
  arm(faults: readonly Fault[]): Promise<void>;
  /** Ends them; those that struck. */
  disarm(): readonly Fault[];
  run(): Promise<StacksRun>;
  /** Does what an instructor would who reads "practicum recover"; what it could not do. */
  recover(): Promise<readonly string[]>;
}

/** So many runs are enough for what can be mended by running again. */
const MOST_RUNS = 4;

/** Runs a step under its faults; then does what their messages ask for, and runs again until it goes through. */
export async function runThroughFaults(props: FaultedRunProps): Promise<FaultedRun> {
  const { step, faults } = props;
  await props.arm(faults);
  const first = await props.run();
  const struck = props.disarm();
  const told = struck.map(describeFault);
  if (step.expect !== undefined) return { ...failedAsExpected(step, first), faults: told };
  if (first.ok) return { outcome: 'done', faults: told, findings: [] };
  const failing = struck.filter(failsTheRun);
  if (failing.length === 0) return { outcome: 'failed', faults: told, findings: errorFindings(first.output) };
  const findings = failing.flatMap((fault) => unclear(fault, first.output));
  for (let runs = 1; runs < MOST_RUNS; runs += 1) {
    const unmended = failing.some((fault) => remedyOf(fault) !== 're-run') ? await props.recover() : [];
    const next = await props.run();
    if (next.ok) return { outcome: 'done', faults: told, findings };
    if (runs === MOST_RUNS - 1)
      return {
        outcome: 'failed',
        faults: told,
        findings: [...findings, ...errorFindings([...unmended, next.output].join('\n'))],
      };
  }
  return { outcome: 'failed', faults: told, findings };
}

/** A fault of whose cause terraform said nothing. */
function unclear(fault: Fault, output: string): readonly Finding[] {
  if (expectedMessage(fault).test(inOneLine(output))) return [];
  const said = errorsIn(output)[0] ?? 'no error was printed';
  const message = `${describeFault(fault)}, and what terraform says does not name it: ${said}`;
  return [{ invariant: 'message-names-cause', where: 'the run', message }];
}

/** Most errors of one run that a report lists. */
const MOST_ERRORS = 10;

/** Errors that nobody asked for. */
export function errorFindings(output: string): readonly Finding[] {
  const errors = errorsIn(output);
  const messages = errors.length === 0 ? [output.trim().split('\n').slice(-5).join('\n')] : errors;
  return messages
    .slice(0, MOST_ERRORS)
    .map((message) => ({ invariant: 'applies', where: 'the run', message }));
}
