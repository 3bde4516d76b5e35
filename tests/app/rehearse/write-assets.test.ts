import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeAssets } from '../../../src/app/rehearse/write-assets';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { asset } from '../../rehearsal/scenario/tenants';
import { temporaryFolder } from '../temporary-folder';

const FOLDER = temporaryFolder();

test.each([
  ['A student comes late', '03-a-student-comes-late.json'],
  ['2 × "drop"!', '03-2-drop.json'],
  ['…', '03.json'],
])('The file of the step "%s" is named after it', (step, file) => {
  expect(basename(writeAssets(new Cloud(0), FOLDER, 2, step))).toBe(file);
});

test('Assets are listed without what only the API of a cluster or Helm lists, numbers exact', () => {
  const cloud = new Cloud(0);
  for (const [name, type] of [
    ['//storage.googleapis.com/b', 'storage.googleapis.com/Bucket'],
    ['//container.googleapis.com/c/k8s/namespaces/a', 'k8s.io/Namespace'],
    ['//container.googleapis.com/c/helm.sh/releases/a', 'helm.sh/Release'],
  ] as const)
    cloud.insert({ ...asset(name), type, data: { generation: 9007199254740993n } });
  const written = JSON.parse(readFileSync(writeAssets(cloud, FOLDER, 0, 'deploy'), 'utf8')) as unknown;
  expect(written).toEqual([
    {
      name: '//storage.googleapis.com/b',
      assetType: 'storage.googleapis.com/Bucket',
      updateTime: '1970-01-01T00:00:00Z',
      ancestors: [],
      resource: { data: { generation: '9007199254740993' } },
    },
  ]);
});
