import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byText } from '../core/domain/sorting';
import { STACK_FOLDERS } from './output-directory';

/** How many resources of each type a stack has. */
export interface StackInventory {
  readonly stack: string;
  readonly resources: ReadonlyMap<string, number>;
}

/** What stands in a folder of Terraform output, by stack. */
export function terraformInventory(folder: string): readonly StackInventory[] {
  return STACK_FOLDERS.map((stacks) => join(folder, stacks))
    .filter((stacks) => existsSync(stacks))
    .flatMap((stacks) => readdirSync(stacks).map((stack) => inventoryOf(stacks, stack)))
    .sort(byText(({ stack }) => stack));
}

interface CdkTfJson {
  readonly resource?: Readonly<Record<string, object>>;
}

function inventoryOf(stacks: string, stack: string): StackInventory {
  const { resource = {} } = JSON.parse(readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8')) as CdkTfJson;
  const counts = Object.entries(resource).map(([type, all]) => [type, Object.keys(all).length] as const);
  return { stack, resources: new Map(counts) };
}
