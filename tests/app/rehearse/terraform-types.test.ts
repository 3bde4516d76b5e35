import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackFolders, usedTypes } from '../../../src/app/rehearse/terraform-types';
import { temporaryFolder } from '../temporary-folder';

function output(files: Readonly<Record<string, object>>): string {
  const folder = temporaryFolder();
  for (const [place, stack] of Object.entries(files)) {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, 'cdk.tf.json'), JSON.stringify(stack));
  }
  return folder;
}

test('The types of all stacks are found, that of the state’s bucket too, each once and sorted', () => {
  const folder = output({
    'stacks/cell-1': {
      resource: { google_project: {}, helm_release: {} },
      data: { google_client_config: {} },
    },
    'stacks/shard-1-01': { resource: { helm_release: {} }, data: { google_project: {} } },
    'bootstrap/stacks/state': { resource: { google_storage_bucket: {} } },
  });
  expect(usedTypes(folder)).toEqual({
    resources: ['google_project', 'google_storage_bucket', 'helm_release'],
    dataSources: ['google_client_config', 'google_project'],
  });
  expect(stackFolders(folder)).toEqual([
    { name: 'cell-1', folder: join(folder, 'stacks/cell-1') },
    { name: 'shard-1-01', folder: join(folder, 'stacks/shard-1-01') },
    { name: 'state', folder: join(folder, 'bootstrap/stacks/state') },
  ]);
});

test('A stack without resources, a folder without a stack and an output without folders use nothing', () => {
  const folder = output({ 'stacks/empty': {} });
  mkdirSync(join(folder, 'stacks/other'));
  expect(usedTypes(folder)).toEqual({ resources: [], dataSources: [] });
  expect(usedTypes(temporaryFolder())).toEqual({ resources: [], dataSources: [] });
  expect(stackFolders(temporaryFolder())).toEqual([]);
});
