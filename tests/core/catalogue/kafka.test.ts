import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { brokerOf, kafkaSettings, partitionBytes } from '../../../src/core/catalogue/kafka/settings';
import { kafka } from '../../../src/core/catalogue/kafka/toolkit';

test.each(TOOLKIT_SIZES)('Sixteen full partitions leave a quarter of the disk of the size %s', (size) => {
  const { storage } = kafka.sizes[size];
  const segment = Number(/^log.segment.bytes=(\d+)$/m.exec(kafkaSettings(storage))![1]);
  expect(partitionBytes(storage) % segment).toBe(0);
  expect(partitionBytes(storage)).toBeGreaterThanOrEqual(2 * segment);
  expect(16 * partitionBytes(storage)).toBeLessThanOrEqual(storage.bytes * 0.75);
});

test.each(TOOLKIT_SIZES)('The heap of the size %s leaves as much again to what is not heap', (size) => {
  const { heap, amounts } = brokerOf(size);
  const bytes = Number.parseInt(heap, 10) * (heap.endsWith('g') ? 2 ** 30 : 2 ** 20);
  expect(2 * bytes).toBeLessThanOrEqual(amounts.memory.bytes);
});
