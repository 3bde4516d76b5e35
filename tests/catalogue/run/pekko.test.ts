import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pekko } from '../../../src/core/catalogue/pekko/toolkit';
import type { ExampleFile } from '../../../src/core/catalogue/toolkit';
import { SCRAPE } from '../../../src/core/plan/monitoring-sizing';
import { PREDICTION_API } from '../../../src/monitoring/dashboards/prediction-api.board';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { classPath, withParts } from './parts';
import { shownMetrics } from './shown-metrics';
import { Started, ran } from './started';

/** An address of its own on the loopback interface, so that the port stays that of the place. */
const ADDRESS = '127.61.82.1';
const URL = `http://${ADDRESS}:8000`;
const PLACE = placeOf(pekko, 'small');

const FILES = pekko.examples(PLACE).filter((file): file is ExampleFile & { text: string } => 'text' in file);
const PATH = { PATH: process.env['PATH'] };

/** What `mvn package` does, with archives that are here already. */
async function compiled(folder: string): Promise<string> {
  const sources = FILES.filter(({ name }) => name.endsWith('.java'));
  for (const { name, text } of sources) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const classes = join(folder, 'classes');
  const paths = sources.map(({ name }) => join(folder, name));
  const options = ['--release', '17', '-Xlint:all,-classfile', '-Werror', '-d', classes];
  const { code, said } = await ran('javac', [...options, '-cp', classPath('pekko'), ...paths], { env: PATH });
  expect([said, code]).toEqual(['', 0]);
  return classes;
}

/** How the image starts it. */
function command(classes: string): readonly string[] {
  const dockerfile = FILES.find(({ name }) => name === 'Dockerfile')!.text;
  const words = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)![1]!) as readonly string[];
  return words.map((word) =>
    word === '/app/machines.jar:/app/lib/*' ? `${classes}:${classPath('pekko')}` : word,
  );
}

const sent = (path: string, body?: string): Promise<Response> =>
  fetch(`${URL}${path}`, body === undefined ? {} : { method: 'POST', body });

withParts({ java: ['pekko'], onPath: ['java', 'javac'] }, () => {
  let service: Started;

  beforeAll(async () => {
    const [program, ...args] = command(await compiled(temporaryFolder()));
    service = await Started.start(program!, ['-Xmx160m', '-XX:TieredStopAtLevel=1', ...args], {
      env: { ...PATH, HTTP_HOST: ADDRESS },
      isReady: async () => (await sent('/health')).status === 200,
    });
  }, 90_000);

  afterAll(() => service.stop());

  test('The measurements of the hand-out have the answer of the hand-out', async () => {
    const handout = pekko.handout(PLACE);
    const [, values] = /for value in ([\d. ]+); do/.exec(handout)!;
    const answers: string[] = [];
    for (const value of values!.split(' '))
      answers.push(await (await sent('/machines/press-1', value)).text());
    const [, told] = /ends with `(.*?)`/.exec(handout)!;
    expect(answers).toHaveLength(5);
    expect(answers.at(-1)).toMatch(new RegExp(`${told!.replace('.', '\\.')}}$`));
    expect(JSON.parse(await (await sent('/machines/press-1')).text())).toEqual(JSON.parse(answers.at(-1)!));
  });

  test('Many that measure the same machine at once are counted one by one, and others know nothing of it', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, index) => sent('/machines/busy', String(index))));
    expect(await (await sent('/machines/busy')).json()).toMatchObject({ count: 200, mean: 99.5 });
    expect(await (await sent('/machines/idle')).json()).toMatchObject({ count: 0, mean: 0 });
  });

  test.each([
    ['/machines/press-1', 'warm'],
    ['/machines/press-1', 'NaN'],
    ['/machines/press-1', '1e999'],
    ['/machines/Press', '1'],
    [`/machines/${'a'.repeat(41)}`, '1'],
  ])('What is no measurement is refused: %s %s', async (path, body) => {
    const response = await sent(path, body);
    expect([response.status, Object.keys((await response.json()) as object)]).toEqual([422, ['detail']]);
  });

  test('Its metrics are what the board asks for, and no path of a caller is among their labels', async () => {
    await sent('/machines/secret-name', '1');
    const { names, samples } = await shownMetrics(`${URL}/metrics`);
    const wanted = PREDICTION_API.json().match(/(?<![:\w])http_request\w+/g);
    expect([...new Set(wanted)].filter((name) => !names.has(name))).toEqual([]);
    expect([...names]).toEqual(expect.arrayContaining([...pekko.metrics!]));
    expect(samples).toBeLessThan(SCRAPE.samplesPerPod);
    expect(await (await sent('/metrics')).text()).not.toContain('secret-name');
  });
});
