import { dnsManagedZoneKind } from '../../../src/rehearsal/google/dns-managed-zone-kind';
import { dnsRecordSetKind as kind } from '../../../src/rehearsal/google/dns-record-set-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { change, importOf, make, problems, read, refusal } from './foundation-cloud';
import { PROJECT_ID, emptyLab } from './lab-cloud';

const RECORD = {
  project: PROJECT_ID,
  managed_zone: 'labs',
  name: '*.w255.example.edu.',
  type: 'A',
  ttl: 300,
  rrdatas: ['203.0.113.7'],
};
const CNAME = { ...RECORD, name: 'proof.w255.example.edu.', type: 'CNAME', rrdatas: ['there.example.edu.'] };

function zoneLab() {
  const cloud = emptyLab();
  make(cloud, dnsManagedZoneKind, { project: PROJECT_ID, name: 'labs', dns_name: 'w255.example.edu.' });
  return cloud;
}

const refused = (changes: Attributes): string =>
  refusal(() => make(zoneLab(), kind, { ...RECORD, ...changes }));

test('A record has its id, and its zone is named by name or id', () => {
  const id = 'projects/w255-c1/managedZones/labs/rrsets/*.w255.example.edu./A';
  expect(make(zoneLab(), kind, RECORD)).toMatchObject({ id });
  const managed_zone = 'projects/w255-c1/managedZones/labs';
  expect(make(zoneLab(), kind, { ...RECORD, managed_zone })).toMatchObject({ id });
});

test('A record needs its zone', () => {
  expect(refusal(() => make(emptyLab(), kind, RECORD))).toBe(
    "404 The 'parameters.managedZone' resource named 'projects/w255-c1/managedZones/labs' does not exist.",
  );
});

test('There is one set for each name and type', () => {
  const cloud = zoneLab();
  make(cloud, kind, RECORD);
  expect(refusal(() => make(cloud, kind, RECORD))).toBe(
    "409 The resource 'entity.change.additions[0]' named '*.w255.example.edu. (A)' already exists",
  );
  expect(make(cloud, kind, { ...RECORD, type: 'TXT', rrdatas: ['"hello"'] })).toMatchObject({ type: 'TXT' });
});

test.each<[Attributes, string]>([
  [
    { name: 'ada.other.edu.' },
    "Invalid value for 'entity.change.additions[0].name': 'ada.other.edu.' is not in the zone of w255.example.edu.",
  ],
  [
    { name: 'xw255.example.edu.' },
    "Invalid value for 'entity.change.additions[0].name': 'xw255.example.edu.' is not in the zone of w255.example.edu.",
  ],
  [{ type: 'B' }, "Invalid value for 'entity.change.additions[0].type': 'B' is not a type of record"],
  [{ ttl: -1 }, "Invalid value for 'entity.change.additions[0].ttl': it is not negative"],
  [
    { rrdatas: ['203.0.113.256'] },
    "Invalid value for 'entity.change.additions[0].rrdata[0]': '203.0.113.256' is not an IPv4 address",
  ],
  [
    { ...CNAME, rrdatas: ['there.example.edu'] },
    "Invalid value for 'entity.change.additions[0].rrdata[0]': 'there.example.edu' is not a name that ends with a dot",
  ],
  [
    { ...CNAME, rrdatas: ['a.example.edu.', 'b.example.edu.'] },
    "Invalid value for 'entity.change.additions[0].rrdata': a CNAME points at one name",
  ],
  [
    { ...CNAME, name: 'w255.example.edu.' },
    "The resource record set 'w255.example.edu. CNAME' conflicts with 'w255.example.edu. SOA': a CNAME stands alone",
  ],
])('Google refuses %j', (changes, message) => {
  expect(refused(changes)).toBe(`400 ${message}`);
});

test('A CNAME stands alone at its name', () => {
  const first = zoneLab();
  make(first, kind, CNAME);
  expect(refusal(() => make(first, kind, { ...RECORD, name: CNAME.name }))).toBe(
    "400 The resource record set 'proof.w255.example.edu. A' conflicts with 'proof.w255.example.edu. CNAME': a CNAME stands alone",
  );
  const second = zoneLab();
  make(second, kind, { ...RECORD, name: CNAME.name });
  expect(refusal(() => make(second, kind, CNAME))).toBe(
    "400 The resource record set 'proof.w255.example.edu. CNAME' conflicts with 'proof.w255.example.edu. A': a CNAME stands alone",
  );
});

test('A record changes in place', () => {
  const cloud = zoneLab();
  const state = make(cloud, kind, RECORD);
  change(cloud, kind, state, { rrdatas: ['203.0.113.8'] });
  expect(read(cloud, kind, state)).toMatchObject({ rrdatas: ['203.0.113.8'] });
  expect(importOf(cloud, kind, 'w255-c1/labs/*.w255.example.edu./A')).toMatchObject({
    rrdatas: ['203.0.113.8'],
  });
});

test('The provider wants a dot at the end, and values or a routing policy', () => {
  expect(problems(kind, { ...RECORD, name: 'ada.w255.example.edu', rrdatas: null })).toEqual([
    'name: "name" ("ada.w255.example.edu") must end with a dot',
    'rrdatas: one of [rrdatas, routing_policy] must be written, none is written',
  ]);
});
