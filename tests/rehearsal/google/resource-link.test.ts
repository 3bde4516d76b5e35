import { parseResourceLink } from '../../../src/rehearsal/google/resource-link';
import { refusal } from './foundation-cloud';

const CONTEXT = { project: 'own', place: 'us-west1' };

test.each([
  ['https://www.googleapis.com/compute/v1/projects/p/regions/r1/subnetworks/s', 'p', 'r1'],
  ['https://compute.googleapis.com/compute/v1/projects/p/regions/r1/subnetworks/s', 'p', 'r1'],
  ['//compute.googleapis.com/projects/p/regions/r1/subnetworks/s', 'p', 'r1'],
  ['projects/p/regions/r1/subnetworks/s', 'p', 'r1'],
  ['regions/r1/subnetworks/s', 'own', 'r1'],
  ['s', 'own', 'us-west1'],
])('A reference is read in every form: %s', (link, project, place) => {
  expect(parseResourceLink(link, 'subnetworks', CONTEXT)).toEqual({ project, place, name: 's' });
});

test('Global resources, and those that have a location or a zone, are read too', () => {
  expect(parseResourceLink('projects/p/global/networks/n', 'networks', CONTEXT).place).toBe('global');
  expect(parseResourceLink('projects/p/locations/global/certificates/c', 'certificates', CONTEXT).place).toBe(
    'global',
  );
  expect(parseResourceLink('projects/p/zones/us-west1-a/disks/d', 'disks', CONTEXT).place).toBe('us-west1-a');
});

test.each([
  'projects/p/global/networks/n',
  'projects/p/regions/r/subnetworks',
  'a/b',
  '',
  'regions/r/subnetworks/s/t',
])('A reference to something else is refused: "%s"', (link) => {
  expect(refusal(() => parseResourceLink(link, 'subnetworks', CONTEXT))).toBe(
    `400 The reference '${link}' is malformed: it does not name one of subnetworks`,
  );
});
