import { ADMIN_APIS } from '../../../src/core/plan/apis';
import { seedOrganization } from '../../../src/rehearsal/google/organization';
import {
  billingAccountName,
  folderName,
  projectName,
  serviceName,
} from '../../../src/rehearsal/provider/cloud-names';
import { ACCOUNT, ADMIN, FOLDER, foundationCloud } from './foundation-cloud';

test('Before a cohort there are a folder, a billing account, and an admin project with its services', () => {
  const assets = foundationCloud().list();
  expect(assets.map(({ name }) => name)).toEqual([
    billingAccountName(ACCOUNT),
    folderName(FOLDER),
    projectName(ADMIN),
    ...ADMIN_APIS.map((api) => serviceName(ADMIN, api)),
  ]);
  expect(new Set(assets.map(({ madeBy }) => madeBy))).toEqual(new Set(['people']));
});

test('What stands already stays as it is', () => {
  const cloud = foundationCloud();
  cloud.change(billingAccountName(ACCOUNT), { data: { open: false } });
  const before = cloud.list();
  seedOrganization(cloud, { folder: FOLDER, billingAccount: ACCOUNT, adminProject: ADMIN });
  expect(cloud.list()).toEqual(before);
});
