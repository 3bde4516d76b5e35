import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onnxRuntime } from '../../../src/core/catalogue/onnx-runtime/toolkit';
import { MOVE_MODEL } from '../../../src/core/catalogue/cntk/move-model';
import { MAKE_MODEL } from '../../../src/core/catalogue/onnx/make-model';
import { SAMPLE_ONNX } from '../../../src/core/catalogue/onnx/sample-model';
import type { ExampleFile } from '../../../src/core/catalogue/toolkit';
import { SCRAPE } from '../../../src/core/plan/monitoring-sizing';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { GoogleStandIn } from './google-stand-in';
import { pythonPath, withParts } from './parts';
import type { PlacedContainer } from './placed-container';
import { placedContainer } from './placed-container';
import { shownMetrics } from './shown-metrics';
import type { Ended } from './started';
import { Started, python, ran } from './started';

/** An address of its own on the loopback interface, so that the port stays that of the place. */
const ADDRESS = '127.61.81.1';
const URL = `http://${ADDRESS}:8000`;
const PLACE = placeOf(onnxRuntime, 'small');
const PREFIX = `/${PLACE.bucket}/models/onnx-runtime`;

const PATH = { PATH: process.env['PATH'] };

/** A script that a student or a pod has, as a file. */
function written(text: string, name: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

withParts({ python: ['onnx-runtime'], onPath: ['python3'] }, () => {
  let google: GoogleStandIn;

  beforeAll(async () => {
    google = await GoogleStandIn.start(ADDRESS);
  });
  afterAll(() => google.stop());
  beforeEach(() => google.objects.clear());

  const container = (name: string, root: string): PlacedContainer =>
    placedContainer({
      toolkit: onnxRuntime,
      size: 'small',
      workload: 'onnx-runtime',
      container: name,
      root,
      here: [
        ['0.0.0.0', ADDRESS],
        ['http://metadata.google.internal', google.url],
        ['https://storage.googleapis.com', google.url],
      ],
    });

  async function fetched(root: string): Promise<Ended> {
    const models = container('models', root);
    return ran(models.command[0]!, models.command.slice(1), { env: { ...PATH, ...models.env } });
  }

  function started(root: string): Promise<Started> {
    const { command, env } = container('onnx-runtime', root);
    return Started.start(command[0]!, command.slice(1), {
      env: { ...PATH, ...env, PYTHONPATH: pythonPath('onnx-runtime') },
      isReady: async () => (await fetch(`${URL}/v2/health/ready`)).status === 200,
    });
  }

  const asked = (question: unknown): Promise<Response> =>
    fetch(`${URL}/v2/models/sample/infer`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
    });

  test('Without a model of the student it serves the sample, and tells what is wrong with a question', async () => {
    const root = temporaryFolder();
    expect(await fetched(root)).toMatchObject({
      code: 0,
      said: expect.stringContaining('no model yet') as string,
    });
    const server = await started(root);
    try {
      const [example] = onnxRuntime.examples(PLACE) as readonly (ExampleFile & { text: string })[];
      const script = written(example!.text, example!.name);
      const { code, said } = await python(script, pythonPath('onnx-runtime'), { SERVER: URL });
      expect(said).toBe("takes: [('features', 'FP32', [-1, 3])]\nscore: [5.0, 4.0]\n");
      expect(code).toBe(0);
      const features = { name: 'features', shape: [1, 3], datatype: 'FP32', data: [1, 2, 3] };
      for (const [change, says] of [
        [{ shape: [1, 2] }, 'features: '],
        [{ datatype: 'FP128' }, 'features: FP128 is none of'],
        [{ shape: [3, 1] }, 'Got invalid dimensions'],
        [{ data: ['one', 2, 3] }, 'features: '],
        [{ name: 'colour' }, 'colour'],
      ] as const) {
        const response = await asked({ inputs: [{ ...features, ...change }] });
        expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(says)]);
      }
      expect((await fetch(`${URL}/v2/models/another`)).status).toBe(404);
      const { names, samples } = await shownMetrics(`${URL}/metrics`);
      expect([...names]).toEqual(expect.arrayContaining([...onnxRuntime.metrics!]));
      expect(samples).toBeLessThan(SCRAPE.samplesPerPod);
      const text = await (await fetch(`${URL}/metrics`)).text();
      const resident = Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)![1]);
      expect(resident).toBeLessThan(onnxRuntime.sizes.small.memory.bytes);
    } finally {
      await server.stop();
    }
  }, 60_000);

  test('The newest version of a model that a student makes and uploads is served, and nothing else is written', async () => {
    const model = join(temporaryFolder(), 'model.onnx');
    const made = await ran('python3', [written(MAKE_MODEL, 'make_model.py'), model], {
      env: { ...PATH, PYTHONPATH: pythonPath('onnx-runtime') },
    });
    expect(made.said).toContain('answered: [[5.0], [4.0]]');
    // What every server serves at first is what this example makes.
    expect(readFileSync(model).toString('base64')).toBe(SAMPLE_ONNX);
    const bytes = readFileSync(model);
    google.objects.set(`${PREFIX}/my-model/9/model.onnx`, Buffer.from('no model'));
    google.objects.set(`${PREFIX}/my-model/10/model.onnx`, bytes);
    // Beside the versions stands how Triton is to run a model; a model without a version is none.
    google.objects.set(`${PREFIX}/my-model/config.pbtxt`, Buffer.from('max_batch_size: 8\n'));
    google.objects.set(`${PREFIX}/no-model/config.pbtxt`, Buffer.from('max_batch_size: 8\n'));
    for (const name of ['../../../up.txt', 'my-model/../../up.txt', 'my-model//1/up.txt', 'up.txt'])
      google.objects.set(`${PREFIX}/${name}`, Buffer.from('x'));
    const root = temporaryFolder();
    expect((await fetched(root)).said).not.toContain('up.txt');
    expect(readdirSync(join(root, 'models'))).toEqual(['my-model']);
    expect(readdirSync(join(root, 'models/my-model')).sort()).toEqual(['10', '9', 'config.pbtxt']);
    const server = await started(root);
    try {
      const described = (await (await fetch(`${URL}/v2/models/my-model`)).json()) as { versions: unknown };
      expect(described.versions).toEqual(['10']);
    } finally {
      await server.stop();
    }
  }, 60_000);

  test('A model of the age of CNTK is moved to newer operators, and answers the same', async () => {
    const { code, said } = await python(written(MOVE_MODEL, 'move_model.py'), pythonPath('onnx-runtime'), {});
    expect(said).toMatch(/operators of version 9 and of version 21 answer the same for 5 rows\n$/);
    expect(code).toBe(0);
  }, 60_000);
});
