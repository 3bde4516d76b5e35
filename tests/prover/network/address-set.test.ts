import { AddressSet } from '../../../src/prover/network/address-set';

const set = AddressSet.parse;

test('A block holds the addresses of its prefix, whatever stands behind it', () => {
  expect(set('10.1.2.3/8').toString()).toBe('10.0.0.0 to 10.255.255.255');
  expect(set('169.254.169.254/32').toString()).toBe('169.254.169.254');
  expect(set('0.0.0.0/0').toString()).toBe('0.0.0.0 to 255.255.255.255');
});

test.each(['::/0', '10.0.0.0', '10.0.0.0/33', '256.0.0.0/8', ''])('"%s" is no block of IPv4', (text) => {
  expect(AddressSet.tryParse(text)).toBeUndefined();
});

test('What is taken away is gone, and what is left on both sides stays', () => {
  const left = set('0.0.0.0/0').without(set('10.0.0.0/8'));
  expect(left.and(set('10.0.0.0/8')).isEmpty).toBe(true);
  expect(left.and(set('8.0.0.0/6')).toString()).toBe('8.0.0.0 to 9.255.255.255');
  expect(left.and(set('11.0.0.0/8')).toString()).toBe('11.0.0.0 to 11.255.255.255');
});

test('Blocks that touch are one, and a set without itself is empty', () => {
  const both = AddressSet.of(['10.0.0.0/9', '10.128.0.0/9']);
  expect(both.toString()).toBe('10.0.0.0 to 10.255.255.255');
  expect(both.without(set('10.0.0.0/8')).isEmpty).toBe(true);
  expect(AddressSet.NONE.without(both).isEmpty).toBe(true);
});

test('A set is, for every address, what membership says', () => {
  const parts = ['0.0.0.0/8', '10.0.0.0/8', '10.64.0.0/10', '172.16.0.0/12', '240.0.0.0/4'];
  const all = AddressSet.of(parts);
  const rest = set('0.0.0.0/0').without(all);
  for (const part of parts) expect(rest.and(set(part)).isEmpty).toBe(true);
  expect(set('0.0.0.0/0').without(rest.with(all)).isEmpty).toBe(true);
});
