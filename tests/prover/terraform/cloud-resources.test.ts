import { CloudResources, addressOf } from '../../../src/prover/terraform/cloud-resources';

const cloud = new CloudResources([
  {
    stack: 'cell-1',
    file: 'terraform/stacks/cell-1/cdk.tf.json',
    json: {
      data: { google_project: { Known: { project_id: 'p-2' } } },
      resource: {
        google_project: { P: { project_id: 'p-1' } },
        google_service_account: {
          Nodes: { account_id: 'lab-nodes', project: '${google_project.P.project_id}' },
        },
        google_storage_bucket: { B: { name: 'b', project: '${google_project.P.project_id}' } },
      },
    },
  },
  { stack: 'shard-1-01', file: 'terraform/stacks/shard-1-01/cdk.tf.json', json: {} },
]);

test.each([
  ['plain', 'plain'],
  ['${google_project.P.project_id}', 'p-1'],
  ['${google_project.P.number}', '<number of p-1>'],
  ['projects/${data.google_project.Known.number}/x', 'projects/<number of p-2>/x'],
  ['${google_service_account.Nodes.email}', 'lab-nodes@p-1.iam.gserviceaccount.com'],
  ['${google_service_account.Nodes.member}', 'serviceAccount:lab-nodes@p-1.iam.gserviceaccount.com'],
  ['${google_storage_bucket.B.self_link}', '<self_link of google_storage_bucket.B in cell-1>'],
  ['${google_project.Gone.project_id}', '<unknown google_project.Gone.project_id>'],
])('%s stands for %s', (text, resolved) => {
  expect(cloud.resolve('cell-1', text)).toBe(resolved);
});

test('A reference is followed within its stack only', () => {
  expect(addressOf(cloud.tryFollow('cell-1', '${data.google_project.Known.number}')!)).toBe(
    'data.google_project.Known',
  );
  expect(cloud.tryFollow('shard-1-01', '${google_project.P.number}')).toBeUndefined();
});
