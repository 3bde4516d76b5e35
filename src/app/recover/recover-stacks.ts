import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { byText } from '../../core/domain/sorting';
import type { LockInfo } from '../../core/recover/lock-info';
import { BOOTSTRAP_FOLDER } from '../output-directory';
import { runTerraform } from '../terraform';
import { recoverStack } from './recover-stack';
import type { ResourceListing } from './resource-listing';
import type { Consent, StackRecovery } from './stack-recovery';
import { isRecovered } from './stack-recovery';
import { StackFolder } from './stack-terraform';

export interface RecoverStacksProps {
  /** Folder that holds `stacks` and `bootstrap/stacks`, as synthesised. */
  readonly folder: string;
  /** Stacks to recover; all if left out. */
  readonly stacks?: readonly string[];
  /** Program that is run. */
  readonly terraform: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** @default - all is agreed to */
  readonly consent?: Consent;
  /** Where to look for what has an id that Google made up. @default - nowhere: it is told as unseen */
  readonly listing?: ResourceListing;
  tryFindHolder?(stack: string): LockInfo | undefined;
  /** Told what terraform does. */
  onProgress?(stack: string, line: string): void;
  /** Told of each stack when it is done. */
  onStack?(recovery: StackRecovery): void;
}

const AGREED: Consent = {
  releaseLock: () => Promise.resolve(true),
  saveState: () => Promise.resolve(true),
  adopt: () => Promise.resolve(true),
};

/**
 * Recovers stacks one after another, each after those it depends on: releases locks of dead runs and takes
 * into the states what those runs made.
 */
export async function recoverStacks(props: RecoverStacksProps): Promise<readonly StackRecovery[]> {
  const { folder, consent = AGREED, tryFindHolder, listing } = props;
  const needs = dependencies(folder);
  const missing = new Set<string>();
  const unfinished = new Set<string>();
  const recoveries: StackRecovery[] = [];
  for (const path of stackFolders(folder)) {
    const stack = basename(path);
    if (props.stacks?.includes(stack) === false) continue;
    const behind = (needs.get(stack) ?? []).find((need) => unfinished.has(need));
    const terraform = new StackFolder(path, (args) =>
      runTerraform(props.terraform, path, args, (line) => props.onProgress?.(stack, line), props.environment),
    );
    try {
      const recovery = await recoverStack({
        stack,
        terraform,
        consent,
        missing,
        ...(behind === undefined ? {} : { unfinished: behind }),
        ...(tryFindHolder === undefined ? {} : { tryFindHolder }),
        ...(listing === undefined ? {} : { listing }),
      });
      recoveries.push(recovery);
      if (recovery.toCreate > 0 || recovery.waitsFor !== undefined || !isRecovered(recovery))
        unfinished.add(stack);
      props.onStack?.(recovery);
    } finally {
      terraform.close();
    }
  }
  return recoveries;
}

/** Folders of the stacks in a folder of Terraform output: that of the state's bucket, then the others by name. */
export function stackFolders(folder: string): readonly string[] {
  return [join(folder, BOOTSTRAP_FOLDER, 'stacks'), join(folder, 'stacks')]
    .filter((stacks) => existsSync(stacks))
    .flatMap((stacks) =>
      readdirSync(stacks)
        .filter((stack) => existsSync(join(stacks, stack, 'cdk.tf.json')))
        .sort(byText((stack) => stack))
        .map((stack) => join(stacks, stack)),
    );
}

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies?: readonly string[] }>>;
}

/** What each stack needs before it, as the synthesis wrote it down. */
function dependencies(folder: string): ReadonlyMap<string, readonly string[]> {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return new Map();
  const { stacks } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  return new Map(Object.entries(stacks).map(([stack, { dependencies: needs = [] }]) => [stack, needs]));
}
