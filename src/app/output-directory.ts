import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { OutputFiles } from './background-files';
import { BackgroundFiles } from './background-files';

/** What terraform itself puts beside a stack; it outlives a new synthesis. */
const TERRAFORM_OWN = /^(\.terraform|\.terraform\.lock\.hcl|terraform\.tfstate.*|errored\.tfstate)$/;

/** State that terraform could not write to its backend: the only copy there is. */
const UNSAVED_STATE = /^(terraform\.tfstate.*|errored\.tfstate)$/;

/** Folder of the stack that is applied before all others, apart from them: cdktf removes what it does not know. */
export const BOOTSTRAP_FOLDER = 'bootstrap';

/** Where stacks stand in a folder of Terraform output. */
export const STACK_FOLDERS = ['stacks', join(BOOTSTRAP_FOLDER, 'stacks')] as const;

/**
 * Fills a folder anew: `build` writes into an empty one beside it, which takes its place only when
 * all is written. A run that fails leaves the old folder as it was.
 */
export function replaceDirectory(target: string, build: (staging: string, files: OutputFiles) => void): void {
  mkdirSync(dirname(target), { recursive: true });
  const staging = join(dirname(target), `.${basename(target)}-new-${process.pid}`);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging);
  const files = new BackgroundFiles();
  try {
    build(staging, files);
    files.finish();
    const old = `${staging}-old`;
    if (existsSync(target)) renameSync(target, old);
    renameSync(staging, target);
    for (const stacks of STACK_FOLDERS) keepTerraformFiles(join(old, stacks), join(target, stacks));
    rmSync(old, { recursive: true, force: true });
  } finally {
    files.close();
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Moves what terraform put beside the old stacks to the new ones; of a stack that is gone, what it could not save. */
function keepTerraformFiles(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const stack of readdirSync(from)) {
    const kept = existsSync(join(to, stack)) ? TERRAFORM_OWN : UNSAVED_STATE;
    for (const file of readdirSync(join(from, stack)).filter((name) => kept.test(name))) {
      mkdirSync(join(to, stack), { recursive: true });
      renameSync(join(from, stack, file), join(to, stack, file));
    }
  }
}
