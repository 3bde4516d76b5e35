import { leftovers } from '../../../src/rehearsal/scenario/leftovers';
import { AMARAS_BUCKET, CELL_ASSETS, TENANTS, asset, object } from './tenants';

test('What stands after a teardown is left, with whose it is and why it stayed where that is known', () => {
  const disk = asset('//compute.googleapis.com/projects/w255-c1/zones/us-west1-a/disks/pvc-1', {
    type: 'compute.googleapis.com/Disk',
    madeBy: 'google',
    data: { why: 'the volume claim data-1 of amara-abara' },
  });
  expect(leftovers([CELL_ASSETS[2]!, disk, object('bruno-berg')], TENANTS)).toEqual([
    { name: AMARAS_BUCKET, type: 'storage.googleapis.com/Bucket', owner: 'amara-abara' },
    {
      name: disk.name,
      type: 'compute.googleapis.com/Disk',
      cause: 'the volume claim data-1 of amara-abara',
    },
    { name: object('bruno-berg').name, type: 'k8s.io/ConfigMap', owner: 'bruno-berg' },
  ]);
});

test('What people had before, and APIs that are on, are not left over', () => {
  const folder = asset('//cloudresourcemanager.googleapis.com/folders/1', { madeBy: 'people' });
  const service = asset('//serviceusage.googleapis.com/projects/p/services/iam.googleapis.com', {
    type: 'serviceusage.googleapis.com/Service',
  });
  expect(leftovers([folder, service], TENANTS)).toEqual([]);
});
