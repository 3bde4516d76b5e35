import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapreduce } from '../../../src/core/catalogue/mapreduce/toolkit';
import { SPARK_SHAPES } from '../../../src/core/catalogue/spark/cluster';
import { submitArguments } from '../../../src/core/catalogue/spark/submit';
import { spark } from '../../../src/core/catalogue/spark/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { exampleText } from './example-text';
import { pythonPath, withParts } from './parts';
import type { PlacedContainer } from './placed-container';
import { placedContainer } from './placed-container';
import type { Ended } from './started';
import { Started, ran } from './started';

const MASTER = '127.61.79.9';
const WORKER = '127.61.79.10';
const DRIVER = '127.61.79.11';
/** Between two questions whether it is there: it takes half a minute to start where others work too. */
const PATIENCE = 400;
/** What runs for seconds is not worth the second compiler. */
const QUICK = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

withParts({ python: ['spark'], onPath: ['java', 'python3'] }, () => {
  const packages = pythonPath('spark');
  const home = join(packages, 'pyspark');
  const root = temporaryFolder();
  const program = (name: string): string => join(home, 'bin', name);
  const own = {
    PATH: process.env['PATH'],
    SPARK_HOME: home,
    JAVA_TOOL_OPTIONS: QUICK,
    PYTHONPATH: packages,
    PYSPARK_PYTHON: 'python3',
    PYTHONDONTWRITEBYTECODE: '1',
  };
  let master: Started;
  let worker: Started;

  const placedAt = (workload: string, address: string): PlacedContainer =>
    placedContainer({
      toolkit: spark,
      size: 'small',
      workload,
      container: workload,
      root,
      here: [
        ['$(POD_IP)', address],
        ['spark://spark:7077', `spark://${MASTER}:7077`],
      ],
    });

  const started = (
    workload: string,
    address: string,
    isReady: (ui: string) => Promise<boolean>,
  ): Promise<Started> => {
    const { command, env } = placedAt(workload, address);
    mkdirSync(join(root, 'tmp'), { recursive: true });
    return Started.start(program('spark-class'), command.slice(1), {
      env: { ...own, ...env, SPARK_LOCAL_IP: address },
      isReady: async () => {
        await new Promise((done) => setTimeout(done, PATIENCE));
        return isReady(await (await fetch(`http://${MASTER}:8080/json/`)).text());
      },
    });
  };

  const submitted = (
    name: string,
    files: Readonly<Record<string, string>>,
    beside?: readonly string[],
  ): Promise<Ended> => {
    const folder = temporaryFolder();
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const args = submitArguments(name, beside).map((arg) =>
      arg.replace('$(POD_IP)', DRIVER).replaceAll('/files/', `${folder}/`),
    );
    const { env } = placedAt('spark', MASTER);
    return ran(program('spark-submit'), args, {
      env: { ...own, ...env, SPARK_LOCAL_IP: DRIVER },
      cwd: folder,
    });
  };

  beforeAll(async () => {
    master = await started('spark', MASTER, async (ui) => ui.includes('ALIVE'));
    worker = await started('spark-worker', WORKER, async (ui) => ui.includes('"aliveworkers" : 1'));
  }, 120_000);
  afterAll(async () => {
    await worker?.stop();
    await master?.stop();
  }, 30_000);

  test('The example trains with MLlib on the worker, with the settings of the place', async () => {
    const text = exampleText(spark.examples(placeOf(spark, 'small')), 'train.py').replace('200_000', '8_000');
    const { code, said } = await submitted('train.py', { 'train.py': text });
    expect(said).toMatch(
      /rows: 8000 in \d parts\narea under ROC: 0\.9[5-9]\d\ncoefficients: \[[34]\.\d+, [345]\.\d+\]\n/,
    );
    expect(code).toBe(0);
    const ui = JSON.parse(await (await fetch(`http://${MASTER}:8080/json/`)).text()) as {
      readonly completedapps: readonly { readonly name: string; readonly memoryperexecutor: number }[];
    };
    expect(ui.completedapps).toMatchObject([
      { name: 'train', memoryperexecutor: SPARK_SHAPES.small.executorHeapMiB },
    ]);
  }, 130_000);

  test('The exercise in MapReduce runs on it, and counts as by hand', async () => {
    const files = mapreduce
      .examples(placeOf(mapreduce, 'small'))
      .flatMap((file) => ('text' in file ? [file] : []));
    const { code, said } = await submitted(
      'on_spark.py',
      Object.fromEntries(files.map(({ name, text }) => [name, text])),
      ['by_hand.py'],
    );
    expect(said).toContain(
      'the\t14\nand\t4\nat\t4\nharbour\t3\nship\t3\nand\tharbour.txt market.txt storm.txt\n',
    );
    expect(code).toBe(0);
  }, 130_000);
});
