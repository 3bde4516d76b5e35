import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { MLFLOW_HOSTS } from '../../../src/core/catalogue/mlflow/server';
import { mlflow } from '../../../src/core/catalogue/mlflow/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { exampleText } from './example-text';
import type { LoopbackBucket } from './loopback-bucket';
import { serveBucket } from './loopback-bucket';
import { pythonPath, withParts } from './parts';
import type { PlacedContainer } from './placed-container';
import { placedContainer } from './placed-container';
import { Started, python } from './started';

const PLACE = placeOf(mlflow, 'small');
const ADDRESS = '127.61.79.6';
const SERVICE = 'mlflow:5000';
const TRACKING = `http://${ADDRESS}:5000`;
/** Between two questions whether it is there: it takes half a minute to start where others work too. */
const PATIENCE = 400;

/** Status of an answer to a question by another name; `fetch` asks by no other than the address's. */
const statusFor = (path: string, host: string): Promise<number> =>
  new Promise((done, failed) => {
    request(`${TRACKING}${path}`, { headers: { host } }, (answer) => done(answer.resume().statusCode!))
      .on('error', failed)
      .end();
  });

withParts({ python: ['mlflow'], onPath: ['python3'] }, () => {
  const packages = pythonPath('mlflow');
  let bucket: LoopbackBucket;
  let placed: PlacedContainer;
  let server: Started;

  beforeAll(async () => {
    bucket = await serveBucket();
    // The name of the Service is an address here.
    const here = [
      ['--host=0.0.0.0', `--host=${ADDRESS}`],
      [SERVICE, `${ADDRESS}:5000`],
    ] as const;
    const root = temporaryFolder();
    placed = placedContainer({
      toolkit: mlflow,
      size: 'small',
      workload: 'mlflow',
      container: 'mlflow',
      root,
      here,
    });
    mkdirSync(placed.at('/tmp'), { recursive: true });
    const [, ...args] = placed.command;
    server = await Started.start('python3', ['-m', 'mlflow', ...args], {
      env: {
        PATH: process.env['PATH'],
        ...placed.env,
        PYTHONPATH: packages,
        STORAGE_EMULATOR_HOST: bucket.url,
      },
      isReady: async () => {
        await new Promise((done) => setTimeout(done, PATIENCE));
        return (await statusFor('/health', `${ADDRESS}:5000`)) === 200;
      },
    });
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    await bucket.close();
  }, 30_000);

  test('The example logs a run, and loads the model that it logged back from the bucket', async () => {
    const folder = temporaryFolder();
    const script = join(folder, 'track.py');
    writeFileSync(script, exampleText(mlflow.examples(PLACE), 'track.py'));
    const { code, said } = await python(
      script,
      packages,
      { HOME: folder, MLFLOW_TRACKING_URI: TRACKING },
      folder,
    );
    expect(said).toContain('run: FINISHED\nmean squared error: 0.0045\nat 10 the loaded model says: 20.83\n');
    expect(code).toBe(0);
    const names = [...bucket.objects.keys()].map((name) => name.split('/').at(-1));
    expect(names.sort()).toEqual(expect.arrayContaining(['MLmodel', 'python_model.pkl']));
    expect([...bucket.objects.keys()].filter((name) => !name.startsWith(`${PLACE.bucket}/mlflow/`))).toEqual(
      [],
    );
  }, 120_000);

  test('It answers under the name of its Service and through a forwarded port, and to no name of a web page', async () => {
    const status = (host: string): Promise<number> =>
      statusFor('/api/2.0/mlflow/experiments/get-by-name?experiment_name=first-steps', host);
    expect(await status(`${ADDRESS}:5000`)).toBe(200);
    expect(MLFLOW_HOSTS).toContain(SERVICE);
    expect(await status('localhost:5000')).toBe(200);
    expect(await status('evil.example.edu')).toBe(403);
  }, 30_000);
});
