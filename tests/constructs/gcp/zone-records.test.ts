import type { TerraformStack } from 'cdktf';
import { addressRef } from '../../../constructs/gcp/refs';
import type { ZoneRecordsProps } from '../../../constructs/gcp/zone-records';
import { ZoneRecords } from '../../../constructs/gcp/zone-records';
import { reference, synthConstruct } from './synth-construct';

const props: Required<ZoneRecordsProps> = {
  project: 'w255-spring27-c1',
  zone: 'labs',
  domain: 'labs.example.edu',
};

const record = (add: (records: ZoneRecords, stack: TerraformStack) => void) =>
  synthConstruct((stack) => add(new ZoneRecords(stack, 'records', props), stack)).one(
    'google_dns_record_set',
  );

const place = { project: 'w255-spring27-c1', managed_zone: 'labs', ttl: 300 };

test.each(['labs.example.edu', 'amara-okafor.labs.example.edu', '*.labs.example.edu'])(
  'An address at %s is an A record with a trailing dot',
  (host) => {
    expect(record((zone, stack) => zone.addAddress('a', host, addressRef(reference(stack, 'ip'))))).toEqual({
      ...place,
      type: 'A',
      name: `${host}.`,
      rrdatas: ['${local.given_ip}'],
    });
  },
);

test('A CNAME of known names has trailing dots on both', () => {
  expect(record((zone) => zone.addCname('c', 'docs.labs.example.edu', 'www.example.edu'))).toEqual({
    ...place,
    type: 'CNAME',
    name: 'docs.labs.example.edu.',
    rrdatas: ['www.example.edu.'],
  });
});

test('A CNAME of references is taken as it is', () => {
  expect(
    record((zone, stack) => zone.addCname('c', reference(stack, 'name'), reference(stack, 'data'))),
  ).toEqual({ ...place, type: 'CNAME', name: '${local.given_name}', rrdatas: ['${local.given_data}'] });
});

test('A delegation names the other zone’s servers', () => {
  expect(
    record((zone) =>
      zone.addDelegation('d', 'c1.labs.example.edu', ['ns1.example.edu.', 'ns2.example.edu.']),
    ),
  ).toEqual({
    ...place,
    type: 'NS',
    name: 'c1.labs.example.edu.',
    rrdatas: ['ns1.example.edu.', 'ns2.example.edu.'],
  });
});

test.each(['example.edu', 'otherlabs.example.edu', 'labs.example.edu.'])('Host %s is refused', (host) => {
  expect(() => record((zone) => zone.addCname('c', host, 'www.example.edu'))).toThrow(
    new Error(
      `stack/records: host "${host}" is not in the zone: ` +
        'write labs.example.edu or a name that ends with .labs.example.edu',
    ),
  );
});
