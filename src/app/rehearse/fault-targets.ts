import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultTargets } from '../../rehearsal/faults/fault-plan';
import { isFaultless } from '../../rehearsal/faults/faultless';
import { stackFolders } from './terraform-types';

/** What the stacks of an output offer for faults to strike. */
export function faultTargets(terraform: string, tenants: ReadonlySet<string>): FaultTargets {
  const ofCohort: Record<string, number> = {};
  const ofStudent: Record<string, number> = {};
  const folders = stackFolders(terraform);
  // The resources of any one student are like those of all others.
  const student = [...tenants].sort()[0] ?? '';
  for (const { folder } of folders) {
    const { resource = {} } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as {
      readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    for (const [type, blocks] of Object.entries(resource)) {
      if (isFaultless(type)) continue;
      const names = Object.keys(blocks);
      ofCohort[type] = (ofCohort[type] ?? 0) + names.length;
      const own = names.filter((name) => name.startsWith(`${student}_`)).length;
      if (own > 0) ofStudent[type] = (ofStudent[type] ?? 0) + own;
    }
  }
  return { ofCohort, ofStudent, stacks: folders.map(({ name }) => name).filter((name) => name !== 'state') };
}
