import { certificateKind } from '../../../src/rehearsal/google/certificate-manager-kinds';
import {
  certificateMapEntryKind as kind,
  certificateMapKind,
} from '../../../src/rehearsal/google/certificate-map-kinds';
import { make, refusal } from './foundation-cloud';
import { PROJECT_ID, emptyLab } from './lab-cloud';

const LOCATION = 'projects/w255-c1/locations/global';
const ENTRY = {
  project: PROJECT_ID,
  name: 'labs-wildcard',
  map: 'labs',
  hostname: '*.w255.example.edu',
  certificates: ['labs'],
};

function mapLab() {
  const cloud = emptyLab();
  make(cloud, certificateMapKind, { project: PROJECT_ID, name: 'labs' });
  make(cloud, certificateKind, { project: PROJECT_ID, name: 'labs', self_managed: [{}] });
  return cloud;
}

test('A map and an entry have their ids and times', () => {
  const cloud = mapLab();
  expect(make(cloud, certificateMapKind, { project: PROJECT_ID, name: 'second' })).toMatchObject({
    id: `${LOCATION}/certificateMaps/second`,
    create_time: '2026-12-01T08:00:00Z',
    gclb_targets: [],
  });
  expect(make(cloud, kind, ENTRY)).toMatchObject({
    id: `${LOCATION}/certificateMaps/labs/certificateMapEntries/labs-wildcard`,
    state: 'ACTIVE',
  });
});

test('An entry needs its map and its certificates', () => {
  expect(refusal(() => make(emptyLab(), kind, ENTRY))).toBe(
    `404 The resource '${LOCATION}/certificateMaps/labs' was not found`,
  );
  expect(refusal(() => make(mapLab(), kind, { ...ENTRY, certificates: ['none'] }))).toBe(
    `404 The resource '${LOCATION}/certificates/none' was not found`,
  );
});

test('An entry has one to four certificates', () => {
  expect(refusal(() => make(mapLab(), kind, { ...ENTRY, certificates: [] }))).toBe(
    '400 0 certificates: an entry has 1 to 4',
  );
  expect(
    refusal(() => make(mapLab(), kind, { ...ENTRY, certificates: Array(5).fill('labs') as string[] })),
  ).toBe('400 5 certificates: an entry has 1 to 4');
});

test('A map has one entry for a host name', () => {
  const cloud = mapLab();
  make(cloud, kind, ENTRY);
  expect(refusal(() => make(cloud, kind, { ...ENTRY, name: 'second' }))).toBe(
    `409 Entry "${LOCATION}/certificateMaps/labs/certificateMapEntries/labs-wildcard" is for host name "*.w255.example.edu" already`,
  );
  expect(make(cloud, kind, { ...ENTRY, name: 'second', hostname: 'w255.example.edu' })).toMatchObject({
    name: 'second',
  });
});

test('A name has the form that Certificate Manager asks for', () => {
  expect(refusal(() => make(emptyLab(), certificateMapKind, { project: PROJECT_ID, name: 'Labs' }))).toBe(
    '400 Invalid resource id "Labs": at most 63 lower-case letters, digits and hyphens, first a letter, last no hyphen',
  );
});
