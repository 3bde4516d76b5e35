import type { MachineType } from '../../../src/core/domain/machine-types';
import { MACHINE_TYPES, MACHINE_TYPE_NAMES } from '../../../src/core/domain/machine-types';

const coresOf = (name: MachineType): number => Number(/\d+$/.exec(name)![0]);
const gibiOf = (name: MachineType): number => coresOf(name) * (name.includes('highmem') ? 8 : 4);

describe.each(MACHINE_TYPE_NAMES)('The machine type %s', (name) => {
  const { cpu, memory } = MACHINE_TYPES[name];

  test('leaves pods less than the machine has, and most of it', () => {
    expect(cpu.millis / 1000).toBeLessThan(coresOf(name));
    expect(memory.gibi).toBeLessThan(gibiOf(name));
    expect(cpu.millis / 1000).toBeGreaterThan(coresOf(name) * 0.8);
    expect(memory.gibi).toBeGreaterThan(gibiOf(name) * 0.6);
  });
});

test('A larger machine of a family leaves pods more', () => {
  for (const family of ['e2-standard', 'e2-highmem', 'n2-standard']) {
    const sizes = MACHINE_TYPE_NAMES.filter((name) => name.startsWith(family)).sort(
      (a, b) => coresOf(a) - coresOf(b),
    );
    const cpus = sizes.map((name) => MACHINE_TYPES[name].cpu.millis);
    const memories = sizes.map((name) => MACHINE_TYPES[name].memory.bytes);
    expect(cpus).toEqual([...new Set(cpus)].sort((a, b) => a - b));
    expect(memories).toEqual([...new Set(memories)].sort((a, b) => a - b));
  }
});

test('What is left on an e2-standard-4 is worked out from the published reservations', () => {
  // 4,000 − 80 reserved, less a tenth; 16 GiB − 0.1 − 4×25 % − 4×20 % − 8×10 %, less a tenth.
  expect(JSON.stringify(MACHINE_TYPES['e2-standard-4'])).toBe('{"cpu":"3528m","memory":"12257Mi"}');
});
