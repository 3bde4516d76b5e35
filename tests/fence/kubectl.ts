import { spawn } from 'node:child_process';

/** What kubectl said and how it ended. */
export interface KubectlRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface KubectlOptions {
  readonly kubeconfig: string;
  /** Folder of its own for what kubectl remembers of the cluster. */
  readonly cache: string;
  /** E-mail of whoever types. */
  readonly user: string;
  /** Namespace that the handout's kubeconfig would name. */
  readonly namespace: string;
  /**
   * How long the person waits.
   * @default - until it ends
   */
  readonly seconds?: number;
}

/** Runs kubectl as a person; Google tells the API server of nobody more than that they are somebody. */
export function kubectl(
  { kubeconfig, cache, user, namespace, seconds }: KubectlOptions,
  args: readonly string[],
): Promise<KubectlRun> {
  const who = ['--as', user, '--as-group', 'system:authenticated'];
  const where = ['--kubeconfig', kubeconfig, '--cache-dir', cache, '--namespace', namespace];
  return new Promise((ended, failed) => {
    const child = spawn('kubectl', [...where, ...who, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(seconds === undefined ? {} : { timeout: seconds * 1000 }),
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', ({ message }) => failed(new Error(`These tests type what students type: ${message}`)));
    child.on('close', (code) => ended({ code, out, err }));
  });
}
