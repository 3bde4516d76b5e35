import {
  DISK_PER_SCRATCH,
  LARGEST_DISK_GB,
  SMALLEST_DISK_GB,
  scratchGibOf,
  tryFindDiskFor,
} from '../../../src/core/domain/node-disk';

const GIB = 2 ** 30;

test('A node of 100 GB leaves no more to pods than such nodes of GKE were seen to, and hardly less', () => {
  const seen = 47_060_071_478 / GIB;
  expect(scratchGibOf(100)).toBeLessThanOrEqual(seen);
  expect(scratchGibOf(100)).toBeGreaterThan(seen - 0.5);
});

test.each([
  [50, 39.6 - 23.5],
  [200, 169.2 - 76],
  [300, 253.8 - 100],
])('A disk of %d GB leaves %d GiB: nine tenths of what there is, less what GKE keeps', (diskGb, gib) =>
  expect(scratchGibOf(diskGb)).toBeCloseTo(gib, 9),
);

test('A smaller disk than 10 GB leaves nothing, and none leaves less than nothing', () =>
  expect([0, 5, 10].map((diskGb) => scratchGibOf(diskGb) >= 0)).toEqual([true, true, true]));

test('The disk for scratch space is the smallest that has it, in steps of 10 GB', () => {
  for (let gib = 0; gib <= 1_500; gib += 7) {
    const diskGb = tryFindDiskFor(gib)!;
    expect(diskGb % 10).toBe(0);
    expect(scratchGibOf(diskGb)).toBeGreaterThanOrEqual(gib);
    if (diskGb > SMALLEST_DISK_GB) expect(scratchGibOf(diskGb - 10)).toBeLessThan(gib);
  }
  expect(tryFindDiskFor(0)).toBe(SMALLEST_DISK_GB);
});

test('No disk has more scratch space than the largest', () => {
  expect(tryFindDiskFor(scratchGibOf(LARGEST_DISK_GB))).toBe(LARGEST_DISK_GB);
  expect(tryFindDiskFor(scratchGibOf(LARGEST_DISK_GB) + 1)).toBeUndefined();
});

test('Of what a usual disk grows by, pods have the half that scratch space is counted with', () => {
  const share = (scratchGibOf(250) - scratchGibOf(100)) / 150;
  expect(1 / share).toBeCloseTo(DISK_PER_SCRATCH, 1);
});
