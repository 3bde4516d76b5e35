import { fullNameOfLink, inProject, tryParseResourceName } from '../../../src/core/leaks/resource-name';

test.each([
  [
    '//compute.googleapis.com/projects/p/zones/us-west1-a/disks/d',
    { service: 'compute', collection: 'disks', name: 'd', project: 'p', location: 'us-west1-a' },
  ],
  [
    '//compute.googleapis.com/projects/p/global/forwardingRules/f',
    { collection: 'forwardingRules', name: 'f', location: 'global' },
  ],
  ['//storage.googleapis.com/b', { collection: 'buckets', name: 'b' }],
  [
    '//dns.googleapis.com/projects/p/managedZones/z/rrsets/*.example.edu./A',
    { collection: 'rrsets', name: '*.example.edu./A', parent: 'z' },
  ],
  ['//billingbudgets.googleapis.com/billingAccounts/A/budgets/B', { collection: 'budgets', name: 'B' }],
  [
    '//container.googleapis.com/projects/p/locations/l/clusters/c/nodePools/n',
    { collection: 'nodePools', name: 'n', parent: 'c', location: 'l' },
  ],
  ['//cloudresourcemanager.googleapis.com/projects/p', { collection: 'projects', name: 'p', project: 'p' }],
])('%s is taken apart', (full, parts) =>
  expect(tryParseResourceName(full)).toMatchObject({ full, ...parts }),
);

test.each(['', '//', '//compute.googleapis.com/', '//compute.googleapis.com/a//b', 'projects/p', '//x.example.edu/a/b'])(
  '%j is no full name',
  (text) => expect(tryParseResourceName(text)).toBeUndefined(),
); // prettier-ignore

test.each([
  'https://www.googleapis.com/compute/v1/projects/p/zones/z/disks/d',
  'https://www.googleapis.com/compute/beta/projects/p/zones/z/disks/d',
  'https://compute.googleapis.com/compute/v1/projects/p/zones/z/disks/d',
])('The link %s leads to the full name', (link) =>
  expect(fullNameOfLink(link)).toBe('//compute.googleapis.com/projects/p/zones/z/disks/d'),
);

test('A number gives way to the id of its project', () => {
  const name = tryParseResourceName('//secretmanager.googleapis.com/projects/12/secrets/s')!;
  expect(inProject(name, 'p')).toBe('//secretmanager.googleapis.com/projects/p/secrets/s');
});
