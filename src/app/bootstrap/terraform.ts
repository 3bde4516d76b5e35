import { spawn } from 'node:child_process';

/** How a run of terraform ended. */
export interface TerraformRun {
  readonly code: number;
  /** All that it printed, for when it failed. */
  readonly output: string;
}

/** Runs terraform in `folder` without questions; its output goes to `onLine` as it comes. */
export function runTerraform(
  program: string,
  folder: string,
  args: readonly string[],
  onLine: (line: string) => void,
): Promise<TerraformRun> {
  return new Promise((done, fail) => {
    const child = spawn(program, [...args], {
      cwd: folder,
      env: { ...process.env, TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      const text = chunk.toString();
      output += text;
      for (const line of text.split('\n').filter((each) => each.trim() !== '')) onLine(line.trim());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
