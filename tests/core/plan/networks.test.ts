import { CELL_NETWORK, MAX_PODS_PER_NODE, TENANT_NETWORK } from '../../../src/core/plan/networks';

const rangeOf = (cidr: string): readonly [from: number, size: number] => {
  const [address, prefix] = cidr.split('/') as [string, string];
  const from = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return [from, 2 ** (32 - Number(prefix))];
};
const size = (cidr: string): number => rangeOf(cidr)[1];

describe.each([
  ['a cell', CELL_NETWORK],
  ['a tenant', TENANT_NETWORK],
])('The network of %s', (_, network) => {
  const ranges = Object.values(network).map(rangeOf);

  test('has private ranges that start where their size says', () => {
    for (const [from, length] of ranges) {
      expect(from % length).toBe(0);
      expect(from >> 24).toBe(10);
    }
  });

  test('has ranges that do not overlap', () => {
    const sorted = [...ranges].sort(([a], [b]) => a - b);
    for (const [index, [from]] of sorted.slice(1).entries())
      expect(from).toBeGreaterThanOrEqual(sorted[index]![0] + sorted[index]![1]);
  });
});

test('A cell has addresses for the pods of as many nodes as its pools can have', () => {
  const perNode = 2 ** Math.ceil(Math.log2(MAX_PODS_PER_NODE * 2));
  expect(perNode).toBe(128);
  expect(size(CELL_NETWORK.podsCidr) / perNode).toBe(2048);
  expect(size(CELL_NETWORK.nodesCidr) - 4).toBe(4092);
  expect(size(CELL_NETWORK.servicesCidr)).toBe(16_384);
});
