import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byText } from '../core/domain/sorting';

/** How many resources of each type a stack has. */
export interface StackInventory {
  readonly stack: string;
  readonly resources: ReadonlyMap<string, number>;
}

/** What stands in a folder of synthesised stacks, by stack. */
export function terraformInventory(folder: string): readonly StackInventory[] {
  return readdirSync(join(folder, 'stacks'))
    .sort(byText(String))
    .map((stack) => {
      const { resource = {} } = JSON.parse(
        readFileSync(join(folder, 'stacks', stack, 'cdk.tf.json'), 'utf8'),
      ) as {
        readonly resource?: Readonly<Record<string, object>>;
      };
      return {
        stack,
        resources: new Map(Object.entries(resource).map(([type, all]) => [type, Object.keys(all).length])),
      };
    });
}
