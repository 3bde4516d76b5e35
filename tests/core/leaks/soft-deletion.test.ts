import type { ItemFacts } from '../../../src/core/leaks/inventory-item';
import { tryParseResourceName } from '../../../src/core/leaks/resource-name';
import { trySoftDeletion } from '../../../src/core/leaks/soft-deletion';

const deletionOf = (name: string, facts: ItemFacts) =>
  trySoftDeletion({ name: tryParseResourceName(`//${name}`)!, labels: {}, facts });

const PROJECT = 'cloudresourcemanager.googleapis.com/projects/w255-spring27-c1';

test.each([
  [PROJECT, { state: 'DELETE_REQUESTED', deleted: '2027-04-24T09:30:00.5Z' }, '2027-05-24T09:30:00Z'],
  [PROJECT, { state: 'DELETE_REQUESTED' }, undefined],
  ['storage.googleapis.com/b', { deleted: '2027-04-24T10:00:00+0000' }, '2027-05-01T10:00:00Z'],
  [
    'storage.googleapis.com/b',
    { deleted: '2027-04-24T10:00:00+0000', purged: '2027-05-24T10:00:00+0200' },
    '2027-05-24T08:00:00Z',
  ],
  [
    'iam.googleapis.com/projects/p/locations/global/workloadIdentityPools/w',
    { state: 'DELETED', purged: '2027-05-24T09:00:00Z' },
    '2027-05-24T09:00:00Z',
  ],
  ['iam.googleapis.com/projects/p/roles/r', { state: 'DELETED' }, undefined],
])('%s is there for a while: %j', (name, facts, until) => {
  const deletion = deletionOf(name, facts);
  expect(deletion).toBeDefined();
  expect(deletion!.until).toBe(until);
});

test.each([
  [PROJECT, { state: 'ACTIVE' }],
  [PROJECT, { deleted: '2027-04-24T09:30:00Z' }],
  ['storage.googleapis.com/b', { state: 'DELETE_REQUESTED' }],
  ['compute.googleapis.com/projects/p/zones/z/disks/d', { state: 'DELETED' }],
])('%s was not deleted so that it could come back: %j', (name, facts) =>
  expect(deletionOf(name, facts)).toBeUndefined(),
);
