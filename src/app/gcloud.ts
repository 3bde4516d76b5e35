import { Stopped } from './recover/stack-terraform';
import type { ProgramRun } from './run-program';
import { runProgram } from './run-program';

/** First sentence of what gcloud complains of: `ERROR: (gcloud.billing.budgets.list) PERMISSION_DENIED: …`. */
const COMPLAINT = /^ERROR: (?:\(gcloud[^)]*\) )?(.+?)(?:\.?$|\. )/m;

/** What gcloud complains of, in one line. */
export const gcloudComplaint = (output: string): string =>
  COMPLAINT.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';

/** What gcloud answered, or why it did not. */
export type GcloudAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string; readonly output: string };

/** Asks gcloud as whoever it is logged in as. @throws Stopped where somebody stops it */
export async function askGcloud(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<GcloudAnswer> {
  let run: ProgramRun;
  try {
    run = await runProgram({ program, args, folder: process.cwd(), environment });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall?.startsWith('spawn') !== true) throw error;
    return {
      ok: false,
      problem: `"${program}" cannot be run: say where gcloud is with --gcloud`,
      output: '',
    };
  }
  if (run.stopped) throw new Stopped();
  if (run.code === 0) return { ok: true, text: run.result };
  return { ok: false, problem: `${program} says: ${gcloudComplaint(run.output)}`, output: run.output };
}
