import {
  addressIn,
  contains,
  overlap,
  subnetworkRange,
  tryParseRange,
} from '../../../src/rehearsal/google/address-range';
import { refusal } from './foundation-cloud';

const range = (cidr: string) => tryParseRange(cidr)!;

test('A range knows its first and last address', () => {
  expect(range('10.0.0.0/22')).toEqual({
    cidr: '10.0.0.0/22',
    first: 167_772_160,
    last: 167_773_183,
    prefix: 22,
  });
});

test.each(['10.0.0.0', '10.0.0.1/22', '10.0.0.256/24', '10.0.0.0/33', 'fd00::/64', ''])(
  '"%s" is no range',
  (cidr) => {
    expect(tryParseRange(cidr)).toBeUndefined();
  },
);

test('Ranges overlap when they share an address, at either end too', () => {
  expect(overlap(range('10.0.0.0/24'), range('10.0.0.128/25'))).toBe(true);
  expect(overlap(range('10.0.0.128/25'), range('10.0.0.0/24'))).toBe(true);
  expect(overlap(range('10.0.0.0/24'), range('10.0.1.0/24'))).toBe(false);
  expect(contains(range('10.0.0.0/16'), range('10.0.255.0/24'))).toBe(true);
  expect(contains(range('10.0.255.0/24'), range('10.0.0.0/16'))).toBe(false);
});

test('An address is counted from the first, and from the first again at the end', () => {
  expect(addressIn(range('203.0.113.0/24'), 7)).toBe('203.0.113.7');
  expect(addressIn(range('10.0.0.0/22'), 1023)).toBe('10.0.3.255');
  expect(addressIn(range('10.0.0.0/22'), 1024)).toBe('10.0.0.0');
});

test.each([
  ['10.0.0.1/22', 'Must be an IPv4 range in CIDR notation without bits after its prefix'],
  ['10.0.0.0/30', 'The prefix must be from /4 to /29'],
  ['0.0.0.0/3', 'The prefix must be from /4 to /29'],
  ['169.254.0.0/20', 'It overlaps 169.254.0.0/16, which no subnetwork may use'],
])('A subnetwork cannot have %s', (cidr, why) => {
  expect(refusal(() => subnetworkRange(cidr, 'resource.ipCidrRange'))).toBe(
    `400 Invalid value for field 'resource.ipCidrRange': '${cidr}'. ${why}`,
  );
});

test.each(['10.0.0.0/29', '100.64.0.0/10', '8.8.8.0/24'])('A subnetwork can have %s', (cidr) => {
  expect(subnetworkRange(cidr, 'resource.ipCidrRange').cidr).toBe(cidr);
});
