import type { ProgramRun } from './run-program';
import { runProgram } from './run-program';

/** How a run of terraform ended. */
export type TerraformRun = ProgramRun;

/** Runs terraform in `folder` without questions; its output goes to `onLine` as it comes. */
export function runTerraform(
  program: string,
  folder: string,
  args: readonly string[],
  onLine: (line: string) => void,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<TerraformRun> {
  const quiet = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };
  return runProgram({ program, args, folder, onLine, environment: { ...environment, ...quiet } });
}
