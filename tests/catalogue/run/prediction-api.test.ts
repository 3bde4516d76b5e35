import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { predictionApi } from '../../../src/core/catalogue/prediction-api/toolkit';
import { SCRAPE } from '../../../src/core/plan/monitoring-sizing';
import { PREDICTION_API } from '../../../src/monitoring/dashboards/prediction-api.board';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { pythonPath, withParts } from './parts';
import { placedContainer } from './placed-container';
import { shownMetrics } from './shown-metrics';
import { Started } from './started';

/** An address of its own on the loopback interface, so that the port stays that of the place. */
const ADDRESS = '127.61.80.1';
const URL = `http://${ADDRESS}:8000`;
/** What a pod of the smallest size is guaranteed. */
const GUARANTEED = 128 * 2 ** 20;

const isHealthy = async (): Promise<boolean> => (await fetch(`${URL}/health`)).status === 200;

const asked = async (question: unknown): Promise<{ readonly status: number; readonly answer: unknown }> => {
  const response = await fetch(`${URL}/predict`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof question === 'string' ? question : JSON.stringify(question),
  });
  return { status: response.status, answer: await response.json() };
};

withParts({ python: ['prediction-api'], onPath: ['python3'] }, () => {
  let service: Started;

  beforeAll(async () => {
    const { command, env } = placedContainer({
      toolkit: predictionApi,
      size: 'small',
      workload: 'prediction-api',
      container: 'prediction-api',
      root: temporaryFolder(),
      here: [['0.0.0.0', ADDRESS]],
    });
    service = await Started.start(command[0]!, command.slice(1), {
      env: { PATH: process.env['PATH'], ...env, PYTHONPATH: pythonPath('prediction-api') },
      isReady: isHealthy,
    });
  }, 60_000);

  afterAll(() => service.stop());

  test('The question of the hand-out has the answer of the hand-out', async () => {
    const handout = predictionApi.handout(placeOf(predictionApi, 'small'));
    const question = /-d '(.*)'/.exec(handout)![1]!;
    const { status, answer } = await asked(question);
    expect(status).toBe(200);
    expect(handout).toContain('`{"minutes":26.0}`');
    expect(answer).toEqual({ minutes: 26 });
  });

  test.each([
    [{ distance_km: -1, items: 1 }, ['body', 'distance_km']],
    [{ distance_km: 1 }, ['body', 'items']],
    [{ distance_km: 1, items: 1, colour: 'red' }, ['body', 'colour']],
    ['{', ['body', 1]],
  ])('A question that is wrong is told where: %j', async (question, where) => {
    const { status, answer } = await asked(question);
    expect(status).toBe(422);
    expect((answer as { detail: readonly { loc: unknown }[] }).detail[0]!.loc).toEqual(where);
  });

  test('Its metrics are what the board asks for, in fewer samples than a pod may show', async () => {
    await asked({ distance_km: 1, items: 1 });
    const { names, samples } = await shownMetrics(`${URL}/metrics`);
    const wanted = PREDICTION_API.json().match(/(?<![:\w])http_request\w+/g);
    expect([...new Set(wanted)].filter((name) => !names.has(name))).toEqual([]);
    expect([...names]).toEqual(expect.arrayContaining([...predictionApi.metrics!]));
    expect(samples).toBeLessThan(SCRAPE.samplesPerPod);
    const text = await (await fetch(`${URL}/metrics`)).text();
    expect(text).toMatch(/^http_requests_total\{handler="\/predict",method="POST",status="2xx"\} [\d.]+$/m);
    // A goal of two seconds can be told from buckets that end there.
    expect(text).toMatch(
      /^http_request_duration_seconds_bucket\{handler="\/predict",le="2\.0",method="POST"\}/m,
    );
    expect(text).not.toContain('handler="/health"');
  });

  test('It has room in the smallest size', async () => {
    const text = await (await fetch(`${URL}/metrics`)).text();
    expect(Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)![1])).toBeLessThan(GUARANTEED);
  });
});

test.each(TOOLKIT_SIZES)(
  'The folder of the size %s is what the image copies and the service applies',
  (size) => {
    const place = placeOf(predictionApi, size);
    const files = predictionApi.examples(place);
    const textOf = (name: string): string =>
      (files.find((file) => file.name === name) as { text: string }).text;
    const copied = [...textOf('Dockerfile').matchAll(/^COPY (.*) \.\/?$/gm)].flatMap(([, names]) =>
      names!.split(' '),
    );
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(copied));
    expect(textOf('kustomization.yaml')).toContain(`name: ${place.registryPath}/prediction-api\n`);
  },
);
