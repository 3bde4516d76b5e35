import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformRun } from '../terraform';

/** One step of the bootstrap, by what it is for. */
export type Step = 'look' | 'init' | 'apply' | 'move';

/** Runs terraform in the folder of the stack. */
export type Terraform = (step: Step, args: readonly string[]) => Promise<TerraformRun>;

export type BootstrapResult =
  | { readonly ok: true; readonly state: 'bucket' | 'local'; readonly existed: boolean }
  | { readonly ok: false; readonly step: Step; readonly output: string };

/**
 * File that lets the stack keep its state beside itself while its own bucket does not stand yet.
 * Terraform merges it over what was synthesised, which stays as it is.
 * @see https://developer.hashicorp.com/terraform/language/files/override (read 2026-11)
 */
const OVERRIDE = 'bootstrap_override.tf.json';

/**
 * Makes the state bucket with a local state, then moves that state into the bucket. Can be run again
 * at any time: where the bucket stands already, it is only brought up to date.
 */
export async function bootstrapState(
  folder: string,
  localState: string,
  keepLocal: boolean,
  terraform: Terraform,
): Promise<BootstrapResult> {
  const override = join(folder, OVERRIDE);
  rmSync(override, { force: true });
  const existed =
    !keepLocal &&
    !existsSync(localState) &&
    (await terraform('look', ['init', '-reconfigure', '-no-color'])).code === 0;
  if (!existed) {
    writeFileSync(
      override,
      `${JSON.stringify({ terraform: { backend: { local: { path: localState } } } }, undefined, 2)}\n`,
    );
    const init = await terraform('init', ['init', '-reconfigure', '-no-color']);
    if (init.code !== 0) return { ok: false, step: 'init', output: init.output };
  }
  const apply = await terraform('apply', ['apply', '-auto-approve', '-no-color']);
  if (apply.code !== 0) return { ok: false, step: 'apply', output: apply.output };
  if (existed) return { ok: true, state: 'bucket', existed };
  if (keepLocal) return { ok: true, state: 'local', existed };
  rmSync(override);
  const move = await terraform('move', ['init', '-migrate-state', '-force-copy', '-no-color']);
  if (move.code !== 0) return { ok: false, step: 'move', output: move.output };
  for (const file of [localState, `${localState}.backup`]) rmSync(file, { force: true });
  return { ok: true, state: 'bucket', existed };
}
