import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { stackFolders } from './recover-stacks';

/** Why there is nothing to work on in a folder of Terraform output; undefined if it holds the cohort's stacks. */
export function whyNoStacks(folder: string, cohort: string, stack: string | undefined): string | undefined {
  const folders = stackFolders(folder);
  const shown = relative(process.cwd(), folder) || '.';
  if (folders.length === 0) return `${shown} has no stacks: write them with "practicum synth".`;
  const names = folders.map((path) => basename(path));
  if (stack !== undefined && !names.includes(stack))
    return `There is no stack "${stack}" in ${shown}; there are ${names.join(', ')}.`;
  if (folders.every((path) => stateFolders(path).includes(cohort))) return undefined;
  return `${shown} holds the stacks of another cohort than ${cohort}: write these with "practicum synth".`;
}

interface Backends {
  readonly terraform: {
    readonly backend: {
      readonly gcs?: { readonly prefix: string };
      readonly local?: { readonly path: string };
    };
  };
}

/** Folders that lead to a stack's state; the cohort is one of them. */
function stateFolders(path: string): readonly string[] {
  const { backend } = (JSON.parse(readFileSync(join(path, 'cdk.tf.json'), 'utf8')) as Backends).terraform;
  return (backend.gcs?.prefix ?? backend.local?.path ?? '').split('/');
}
