import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WaitGraph } from '../../rehearsal/scenario/unordered';
import type { StackFile } from '../../rehearsal/scenario/wait-graph';
import { waitGraph } from '../../rehearsal/scenario/wait-graph';
import { STACK_FOLDERS } from '../output-directory';

/** Types that stacks use. */
export interface UsedTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

/** What Terraform waits for in each stack of an output. */
export function waitGraphs(terraform: string): ReadonlyMap<string, WaitGraph> {
  return new Map(
    stackFolders(terraform).map(({ name, folder }) => [
      name,
      waitGraph(JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as StackFile),
    ]),
  );
}

/** The types that the stacks in a folder of Terraform output use, sorted. */
export function usedTypes(terraform: string): UsedTypes {
  const resources = new Set<string>();
  const dataSources = new Set<string>();
  for (const file of stackFiles(terraform)) {
    const stack = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly resource?: object;
      readonly data?: object;
    };
    for (const type of Object.keys(stack.resource ?? {})) resources.add(type);
    for (const type of Object.keys(stack.data ?? {})) dataSources.add(type);
  }
  return { resources: [...resources].sort(), dataSources: [...dataSources].sort() };
}

function stackFiles(terraform: string): readonly string[] {
  return stackFolders(terraform)
    .map(({ folder }) => join(folder, 'cdk.tf.json'))
    .filter((file) => existsSync(file));
}

/** The folders of all stacks of an output, that of the state's bucket as well. */
export function stackFolders(
  terraform: string,
): readonly { readonly name: string; readonly folder: string }[] {
  return STACK_FOLDERS.map((folder) => join(terraform, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => ({ name, folder: join(folder, name) })));
}
