import { CONTAINER_DEFAULTS } from '../../../src/core/plan/container-defaults';
import { w255 } from '../example-cohort';

test('A container that asks for nothing gets no more than it may use', () => {
  const { limit, request } = CONTAINER_DEFAULTS;
  expect(request.cpu.millis).toBeLessThanOrEqual(limit.cpu.millis);
  expect(request.memory.bytes).toBeLessThanOrEqual(limit.memory.bytes);
  expect(request.ephemeralStorage.bytes).toBeLessThanOrEqual(limit.ephemeralStorage.bytes);
});

test('Ten such containers fit the smallest place of W255', () => {
  const { request } = CONTAINER_DEFAULTS;
  for (const { cpu, memory, ephemeralStorage } of Object.values(w255().course.sizes)) {
    expect(request.cpu.millis * 10).toBeLessThanOrEqual(cpu.millis);
    expect(request.memory.bytes * 10).toBeLessThanOrEqual(memory.bytes * 2);
    expect(request.ephemeralStorage.bytes * 10).toBeLessThanOrEqual(ephemeralStorage.bytes);
  }
});
