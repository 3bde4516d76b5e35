import {
  dnsManagedZoneData,
  dnsManagedZoneKind as kind,
} from '../../../src/rehearsal/google/dns-managed-zone-kind';
import { dnsRecordSetKind } from '../../../src/rehearsal/google/dns-record-set-kind';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import { destroy, importOf, make, problems, projectCloud, read, refusal } from './foundation-cloud';
import { PROJECT_ID, emptyLab } from './lab-cloud';

const ZONE = {
  project: PROJECT_ID,
  name: 'labs',
  dns_name: 'w255.example.edu.',
  visibility: 'public',
  dnssec_config: [{ state: 'on', non_existence: 'nsec3' }],
  force_destroy: false,
};
const RECORD = {
  project: PROJECT_ID,
  managed_zone: 'labs',
  name: 'ada.w255.example.edu.',
  type: 'A',
  ttl: 300,
  rrdatas: ['203.0.113.7'],
};

test('A zone has four servers that follow from its name', () => {
  const state = make(emptyLab(), kind, ZONE);
  expect(state).toMatchObject({
    id: 'projects/w255-c1/managedZones/labs',
    creation_time: '2026-12-01T08:00:00Z',
  });
  const servers = state['name_servers'] as readonly string[];
  expect(servers).toHaveLength(4);
  for (const server of servers) expect(server).toMatch(/^ns-cloud-[a-e][1-4]\.googledomains\.com\.$/);
  expect(make(emptyLab(), kind, ZONE)['name_servers']).toEqual(servers);
});

test('A zone needs the DNS API', () => {
  expect(refusal(() => make(projectCloud(), kind, ZONE))).toBe(
    '403 dns.googleapis.com has not been used in project w255-c1 before or it is disabled; ' +
      'enable it with a google_project_service and let this resource depend on it (SERVICE_DISABLED)',
  );
});

test('Google wants a dot at the end of the domain, and lower case in the name', () => {
  expect(refusal(() => make(emptyLab(), kind, { ...ZONE, dns_name: 'w255.example.edu' }))).toBe(
    "400 Invalid value for 'entity.managedZone.dnsName': 'w255.example.edu'. " +
      'It is a domain that ends with a dot, like labs.example.edu.',
  );
  expect(refusal(() => make(emptyLab(), kind, { ...ZONE, name: 'Labs' }))).toBe(
    "400 Invalid value for 'entity.managedZone.name': 'Labs'",
  );
});

test('The provider knows who may see a zone, and states of DNSSEC', () => {
  expect(problems(kind, { ...ZONE, visibility: 'all', dnssec_config: [{ state: 'yes' }] })).toEqual([
    'visibility: expected visibility to be one of ["private", "public"], got all',
    'dnssec_config.state: expected state to be one of ["off", "on", "transfer"], got yes',
  ]);
});

test('A zone with records stays, unless it is destroyed by force', () => {
  const cloud = emptyLab();
  const state = make(cloud, kind, ZONE);
  const record = make(cloud, dnsRecordSetKind, RECORD);
  expect(refusal(() => destroy(cloud, kind, state))).toBe(
    "400 The resource named 'labs' cannot be deleted because it contains 1 resource record set, such as ada.w255.example.edu. A",
  );
  destroy(cloud, kind, { ...state, force_destroy: true });
  expect([read(cloud, kind, state), read(cloud, dnsRecordSetKind, record)]).toEqual([undefined, undefined]);
});

test('A zone is looked up by its name, and imported', () => {
  const cloud = emptyLab();
  const state = make(cloud, kind, ZONE);
  const config = { project: PROJECT_ID, name: 'labs' };
  expect(dnsManagedZoneData.read(config, directOperation(cloud))).toEqual({
    ...config,
    id: state['id'],
    description: null,
    dns_name: 'w255.example.edu.',
    managed_zone_id: state['managed_zone_id'],
    name_servers: state['name_servers'],
    visibility: 'public',
  });
  expect(refusal(() => dnsManagedZoneData.read({ ...config, name: 'none' }, directOperation(cloud)))).toBe(
    "404 The resource 'projects/w255-c1/managedZones/none' was not found",
  );
  expect(importOf(cloud, kind, 'w255-c1/labs')).toMatchObject({ force_destroy: false, id: state['id'] });
});
