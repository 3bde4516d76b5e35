import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultTargets } from '../../../src/app/rehearse/fault-targets';
import { temporaryFolder } from '../temporary-folder';

/** An output with stacks that have these resources: names by type. */
function output(stacks: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>): string {
  const folder = temporaryFolder();
  for (const [path, types] of Object.entries(stacks)) {
    const resource = Object.fromEntries(
      Object.entries(types).map(([type, names]) => [
        type,
        Object.fromEntries(names.map((name) => [name, {}])),
      ]),
    );
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'cdk.tf.json'), JSON.stringify({ resource }));
  }
  return folder;
}

test('Faults find the types of all stacks and of one student, and every stack but that of the state’s bucket', () => {
  const terraform = output({
    'stacks/cell-1': { google_project: ['Lab'], google_storage_bucket: ['Logs'], terraform_data: ['On'] },
    'stacks/shard-1-01': {
      google_storage_bucket: ['amara_Bucket', 'amara_More', 'bruno_Bucket', 'amaranta_Bucket'],
    },
    'bootstrap/stacks/state': { google_storage_bucket: ['State'] },
  });
  expect(faultTargets(terraform, new Set(['bruno', 'amara']))).toEqual({
    ofCohort: { google_project: 1, google_storage_bucket: 6 },
    ofStudent: { google_storage_bucket: 2 },
    stacks: ['cell-1', 'shard-1-01'],
  });
});

test('Where nobody has a place, nothing is a student’s', () => {
  const terraform = output({ 'stacks/cell-1': { google_project: ['Lab'] } });
  expect(faultTargets(terraform, new Set())).toMatchObject({ ofStudent: {} });
});
