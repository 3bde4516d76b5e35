import type { Asset } from '../../../src/rehearsal/cloud/asset';
import { assetInventory } from '../../../src/rehearsal/cloud/asset-inventory';

const PROJECT: Asset = {
  name: '//cloudresourcemanager.googleapis.com/projects/w255',
  type: 'cloudresourcemanager.googleapis.com/Project',
  parent: '//cloudresourcemanager.googleapis.com/folders/1',
  data: { project_id: 'w255' },
  madeBy: 'terraform',
  created: 1_799_654_400_000,
};

test('An asset has the form in which Cloud Asset Inventory exports it', () => {
  expect(
    assetInventory([
      PROJECT,
      {
        ...PROJECT,
        name: '//storage.googleapis.com/data',
        type: 'storage.googleapis.com/Bucket',
        project: 'w255',
      },
    ]),
  ).toEqual([
    {
      name: '//cloudresourcemanager.googleapis.com/projects/w255',
      assetType: 'cloudresourcemanager.googleapis.com/Project',
      updateTime: '2027-01-11T08:00:00Z',
      ancestors: [],
      resource: { parent: '//cloudresourcemanager.googleapis.com/folders/1', data: { project_id: 'w255' } },
    },
    expect.objectContaining({
      name: '//storage.googleapis.com/data',
      assetType: 'storage.googleapis.com/Bucket',
      ancestors: ['projects/w255'],
    }),
  ]);
});

test('Its policy is told with it, and what is logged of its use', () => {
  const condition = { title: 'until-term-end', description: '', expression: 'request.time < x' };
  const bindings = [{ role: 'roles/viewer', members: ['user:ines@example.edu'], condition }];
  const logs = [{ type: 'DATA_READ', exempted: ['user:bot@example.edu'] }];
  const withPolicy = (auditConfigs: NonNullable<Asset['policy']>['auditConfigs']) =>
    assetInventory([{ ...PROJECT, policy: { etag: 'a', bindings, auditConfigs } }])[0]!.iamPolicy;
  expect(withPolicy([])).toEqual({ etag: 'a', bindings });
  expect(withPolicy([{ service: 'allServices', logs }])).toEqual({
    etag: 'a',
    bindings,
    auditConfigs: [
      {
        service: 'allServices',
        auditLogConfigs: [{ logType: 'DATA_READ', exemptedMembers: ['user:bot@example.edu'] }],
      },
    ],
  });
});
