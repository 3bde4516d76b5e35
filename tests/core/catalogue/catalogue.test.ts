import type { Allowance } from '../../../src/core/catalogue/allowance';
import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { TOOLKITS, TOOLKIT_IDS, findToolkit } from '../../../src/core/catalogue/catalogue';
import * as listed from '../../../src/core/catalogue/toolkits';
import type { ToolkitId } from '../../../src/core/domain/ids';
import { LAB_ID } from '../../../src/core/domain/ids';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';

const amounts = (allowance: Allowance): readonly number[] =>
  Object.values(allowance).map((amount: Cpu | Bytes | number) =>
    amount instanceof Cpu ? amount.millis : amount instanceof Bytes ? amount.bytes : amount,
  );

test('Toolkits have one id each and are listed in the order of their ids', () => {
  expect(TOOLKIT_IDS).toEqual([...new Set(TOOLKIT_IDS)].sort());
  expect(Object.values(listed).map(({ id }) => id).sort()).toEqual(TOOLKIT_IDS); // prettier-ignore
  expect(TOOLKIT_IDS.length).toBeGreaterThan(0);
});

describe.each(TOOLKITS.map((toolkit) => [toolkit.id, toolkit] as const))('The toolkit %s', (id, toolkit) => {
  test('is found by its id, which can name a Service', () => {
    expect(findToolkit(id as ToolkitId)).toBe(toolkit);
    expect(id).toMatch(LAB_ID.pattern);
  });

  test('tells the student in a sentence what it gives', () => {
    expect(toolkit.gives).toMatch(/^[A-Z].*\.$/);
    expect(toolkit.title).not.toBe('');
    expect(toolkit.homepage).toMatch(/^https:\/\//);
  });

  test('is never smaller in a larger size, and somewhere larger', () => {
    const sizes = TOOLKIT_SIZES.map((size) => amounts(toolkit.sizes[size]));
    for (const [index, larger] of sizes.slice(1).entries()) {
      const smaller = sizes[index]!;
      expect(larger.filter((amount, at) => amount < smaller[at]!)).toEqual([]);
      // What has nothing in a place, or only tells what to use instead, has nothing to grow.
      const grows = smaller.some((amount) => amount > 0) && toolkit.retired === undefined;
      expect(!grows || larger.some((amount, at) => amount > smaller[at]!)).toBe(true);
    }
  });

  test('guarantees no more than it may use, and asks for disks only with volumes', () => {
    for (const { cpu, cpuLimit, memory, memoryLimit, storage, volumes } of Object.values(toolkit.sizes)) {
      expect(cpu.millis).toBeLessThanOrEqual(cpuLimit.millis);
      expect(memory.bytes).toBeLessThanOrEqual(memoryLimit.bytes);
      expect(storage.bytes > 0).toBe(volumes > 0);
    }
  });

  test('names images in full, by digest, with the source and month of what it pins', () => {
    for (const { ref, source, date, unpinned } of toolkit.images) {
      expect(ref).toMatch(/^[a-z0-9.-]+(\/[a-z0-9._-]+)+:[\w.-]+@sha256:[0-9a-f]{64}$/);
      expect(unpinned).toBeUndefined();
      expect(date).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
      expect(source).not.toBe('');
    }
  });
});

test('A toolkit that no one made is a fault', () => {
  expect(() => findToolkit('minesweeper' as ToolkitId)).toThrow('No toolkit has the id "minesweeper"');
});
