import { Bytes } from '../../../src/core/domain/quantity';
import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { SPARK_SHAPES, sparkDefaults, workerNeeds } from '../../../src/core/catalogue/spark/cluster';
import { submitArguments } from '../../../src/core/catalogue/spark/submit';

describe.each(TOOLKIT_SIZES)('Spark as %s', (size) => {
  const shape = SPARK_SHAPES[size];

  test('has workers that hold an executor beside themselves, and a driver that holds its heap', () => {
    expect(workerNeeds(shape).bytes).toBeLessThanOrEqual(shape.workers.memoryLimit.bytes);
    // Python and what is beside the heap take another 384 MiB.
    expect(Bytes.mebi(shape.driverHeapMiB + 384).bytes).toBeLessThanOrEqual(shape.driver.memoryLimit.bytes);
    expect(shape.coresPerWorker * 1000).toBeLessThanOrEqual(shape.workers.cpuLimit.millis);
  });

  test('has heaps that an executor of Spark starts with at all', () => {
    // A heap of less than one and a half times what Spark reserves, 300 MiB, is refused.
    expect(shape.executorHeapMiB).toBeGreaterThanOrEqual(450);
    expect(shape.driverHeapMiB).toBeGreaterThanOrEqual(450);
  });
});

test('A program gets all cores of all workers, and twice as many parts', () => {
  expect(sparkDefaults(SPARK_SHAPES.large).split('\n')).toEqual([
    'spark.master spark://spark:7077',
    'spark.cores.max 8',
    'spark.executor.cores 2',
    'spark.executor.memory 2560m',
    'spark.driver.memory 1536m',
    'spark.driver.bindAddress 0.0.0.0',
    'spark.sql.shuffle.partitions 16',
    'spark.ui.showConsoleProgress false',
    '',
  ]);
});

test('A program that imports another sends it to the workers', () => {
  expect(submitArguments('on_spark.py', ['by_hand.py'])).toEqual([
    '--conf',
    'spark.driver.host=$(POD_IP)',
    '--py-files',
    '/files/by_hand.py',
    '/files/on_spark.py',
  ]);
});
