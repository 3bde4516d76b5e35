import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ray } from '../../../src/core/catalogue/ray/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { exampleText } from './example-text';
import { pythonPath, withParts } from './parts';
import { placedContainer } from './placed-container';
import { Started, ran } from './started';

const HEAD = '127.61.79.7';
const WORKER = '127.61.79.8';
const DASHBOARD = `http://${HEAD}:8265`;
/** Between two questions whether it is there: it takes half a minute to start where others work too. */
const PATIENCE = 400;

withParts({ python: ['ray'], onPath: ['python3'] }, () => {
  const packages = pythonPath('ray');
  const root = temporaryFolder();
  const env = { PATH: process.env['PATH'], PYTHONPATH: packages, RAY_TMPDIR: join(root, 'tmp') };
  const rayProgram = ['-m', 'ray.scripts.scripts'];
  let head: Started;
  let worker: Started;

  /** Starts a container as it is emitted; what listens on all addresses has ports of its own here. */
  const started = (workload: string, address: string, isReady: () => Promise<boolean>): Promise<Started> => {
    const placed = placedContainer({
      toolkit: ray,
      size: 'small',
      workload,
      container: workload,
      root,
      here: [
        ['$(POD_IP)', address],
        ['=ray:6379', `=${HEAD}:26379`],
        ['--port=6379', '--port=26379'],
        ['--dashboard-host=0.0.0.0', `--dashboard-host=${HEAD}`],
        ['--metrics-export-port=8080', `--metrics-export-port=${workload === 'ray' ? 28080 : 28081}`],
      ],
    });
    const [, ...args] = placed.command;
    return Started.start('python3', [...rayProgram, ...args], {
      env: { ...env, ...placed.env },
      isReady: async () => {
        await new Promise((done) => setTimeout(done, PATIENCE));
        return isReady();
      },
    });
  };

  const asked = async (path: string): Promise<string> => (await fetch(`${DASHBOARD}${path}`)).text();

  beforeAll(async () => {
    mkdirSync(join(root, 'tmp'), { recursive: true });
    head = await started('ray', HEAD, async () => (await asked('/api/version')).includes('2.58.0'));
    worker = await started('ray-worker', WORKER, async () =>
      (await asked('/nodes?view=summary')).includes(WORKER),
    );
  }, 120_000);
  afterAll(async () => {
    await worker?.stop();
    await head?.stop();
  }, 30_000);

  test('The example is submitted as the hand-out says, and all its tasks run on the worker', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'search.py'), exampleText(ray.examples(placeOf(ray, 'small')), 'search.py'));
    const submit = [
      'job',
      'submit',
      '--address',
      DASHBOARD,
      '--working-dir',
      folder,
      '--',
      'python3',
      'search.py',
    ];
    const { code, said } = await ran('python3', [...rayProgram, ...submit], {
      env: { ...env, HOME: folder },
      cwd: folder,
    });
    expect(said).toMatch(/tried 51 slopes in \d+\.\d s on 1 workers\nbest: slope 2\.5, offset -1\.0\n/);
    expect(code).toBe(0);
  }, 90_000);

  test('Its metrics are where pods are read', async () => {
    const metrics = await (await fetch(`http://${HEAD}:28080/metrics`)).text();
    for (const name of ray.metrics!) expect(metrics).toMatch(new RegExp(`^${name}\\{`, 'm'));
  }, 20_000);
});
