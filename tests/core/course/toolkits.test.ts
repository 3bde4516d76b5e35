import type { ToolkitId } from '../../../src/core/domain/ids';
import { LAB_ID } from '../../../src/core/domain/ids';
import type { Allowance } from '../../../src/core/course/toolkits';
import { TOOLKITS, TOOLKIT_IDS, TOOLKIT_SIZES, findToolkit } from '../../../src/core/course/toolkits';

const amounts = ({
  cpu,
  cpuLimit,
  memory,
  memoryLimit,
  storage,
  ...counts
}: Allowance): readonly number[] => [
  cpu.millis,
  cpuLimit.millis,
  memory.bytes,
  memoryLimit.bytes,
  storage.bytes,
  ...Object.values(counts),
];

test('Toolkits have one id each and stand in the order of their ids', () => {
  expect(TOOLKIT_IDS).toEqual([...new Set(TOOLKIT_IDS)].sort());
  expect(TOOLKIT_IDS.length).toBeGreaterThan(0);
});

describe.each(TOOLKITS.map((toolkit) => [toolkit.id, toolkit] as const))('The toolkit %s', (id, toolkit) => {
  test('is found by its id, which can name a Service', () => {
    expect(findToolkit(id)).toBe(toolkit);
    expect(id).toMatch(LAB_ID.pattern);
  });

  test('tells the student in a sentence what it gives', () => {
    expect(toolkit.gives).toMatch(/^[A-Z].*\.$/);
    expect(toolkit.title).not.toBe('');
  });

  test('is never smaller in a larger size, and somewhere larger', () => {
    const sizes = TOOLKIT_SIZES.map((size) => amounts(toolkit.sizes[size]));
    for (const [index, larger] of sizes.slice(1).entries()) {
      const smaller = sizes[index]!;
      expect(larger.filter((amount, at) => amount < smaller[at]!)).toEqual([]);
      expect(larger.some((amount, at) => amount > smaller[at]!)).toBe(true);
    }
  });

  test('guarantees no more than it may use, and asks for disks only with volumes', () => {
    for (const { cpu, cpuLimit, memory, memoryLimit, storage, volumes, pods } of Object.values(
      toolkit.sizes,
    )) {
      expect(cpu.millis).toBeGreaterThan(0);
      expect(cpu.millis).toBeLessThanOrEqual(cpuLimit.millis);
      expect(memory.bytes).toBeLessThanOrEqual(memoryLimit.bytes);
      expect(storage.bytes > 0).toBe(volumes > 0);
      expect(pods).toBeGreaterThan(0);
    }
  });
});

test('A toolkit that no one made is a fault', () => {
  expect(() => findToolkit('minesweeper' as ToolkitId)).toThrow('No toolkit has the id "minesweeper"');
});
