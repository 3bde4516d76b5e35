import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { writeKubernetes, writeTerraform } from '../../src/app/synthesize';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';

/** Every file that a synthesis writes, by its path: `terraform/stacks/cell-1/cdk.tf.json`. */
export type Written = ReadonlyMap<string, string>;

const quietly = (): void => undefined;

/** Runs `work` with an empty folder that is gone afterwards. */
export function inEmptyFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'written-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the plan comes to in both forms, written and read back. */
export function writtenBy(plan: CohortPlan): Written {
  return inEmptyFolder((folder) => {
    writeKubernetes(plan, join(folder, 'k8s'), quietly);
    writeTerraform(plan, join(folder, 'terraform'), quietly);
    return filesIn(folder);
  });
}

/** The stacks and their charts alone, for rules that the plain manifests have no part in. */
export function stacksWrittenBy(plan: CohortPlan): Written {
  return inEmptyFolder((folder) => {
    writeTerraform(plan, join(folder, 'terraform'), quietly);
    return filesIn(folder);
  });
}

/** Every file below a folder, by its path from there. */
export function filesIn(folder: string): Written {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return new Map(
    paths.sort().map((path) => [path.replaceAll(sep, '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** Paths of the files that only one of the two has, or that are not the same in both. */
export function differences(a: Written, b: Written): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();
}

/** The files whose path matches. */
export function pick(written: Written, path: RegExp): Written {
  return new Map([...written].filter(([each]) => path.test(each)));
}
