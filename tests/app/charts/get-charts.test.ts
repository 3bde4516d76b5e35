import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownDigests, readCharts } from '../../../src/app/charts/cohort-charts';
import { getCharts } from '../../../src/app/charts/get-charts';
import type { CohortDirectory } from '../../../src/app/cohort-directory';
import type { ChartPin, SharedChart } from '../../../src/core/catalogue/shared/shared-chart';
import { argoWorkflowsCrds } from '../../../src/core/catalogue/shared/argo-workflows-crds';
import { problemsOf, valueOf } from '../../core/outcomes';
import { filesIn, temporaryFolder } from '../temporary-folder';
import { LoopbackRegistry } from './loopback-registry';
import { packedChart, sha256 } from './packed-chart';

const ARCHIVE = packedChart('base', '1.2.3');
const OTHER = packedChart('base', '1.2.3', { 'base/templates/thief.yaml': 'kind: Secret\n' });
const UNPINNED: ChartPin = { unpinned: 'nobody publishes it' };
const PINNED: ChartPin = { archive: sha256(ARCHIVE), source: 'a page', date: '2026-11' };

let registry: LoopbackRegistry;
let directory: CohortDirectory;

beforeEach(async () => {
  registry = await LoopbackRegistry.start();
  registry.charts.set('charts/base:1.2.3', ARCHIVE);
  const path = temporaryFolder();
  directory = { path, display: (file) => file };
});
afterEach(() => registry.stop());

const chart = (pin: ChartPin, given: Partial<SharedChart> = {}): SharedChart => ({
  ...argoWorkflowsCrds,
  id: 'base',
  version: '1.2.3',
  origin: { oci: `${registry.host}/charts/base` },
  pin,
  ...given,
});

const get = async (pin: ChartPin, given: Partial<SharedChart> = {}) =>
  getCharts(directory, [chart(pin, given)]);

/** The digest that the archive must have. */
const known = (pin: ChartPin, given: Partial<SharedChart> = {}): string | undefined =>
  valueOf(knownDigests(directory, [chart(pin, given)])).get('base');

/** Why nothing came; and that nothing did. */
async function refusal(pin: ChartPin, given: Partial<SharedChart> = {}): Promise<string> {
  const before = filesIn(directory.path);
  const [problem] = problemsOf(await get(pin, given));
  expect(filesIn(directory.path)).toEqual(before);
  const { message, got, allowed } = problem!;
  return [message, got, allowed].filter((part) => part !== undefined).join('; ');
}

test('A chart whose digest is known comes, and needs no lock', async () => {
  expect(valueOf(await get(PINNED))).toMatchObject([{ sha256: sha256(ARCHIVE), how: 'came' }]);
  expect(readFileSync(join(directory.path, 'charts', 'base-1.2.3.tgz'))).toEqual(ARCHIVE);
  expect(existsSync(join(directory.path, 'charts.lock.yaml'))).toBe(false);
  expect(valueOf(readCharts(directory, [chart(PINNED)])).get('base')).toMatchObject({
    sha256: sha256(ARCHIVE),
    name: 'base',
    appVersion: 'v4.0.8',
  });
});

test('A chart of which nobody tells a digest is recorded when it is first seen, and held to that', async () => {
  expect(problemsOf(readCharts(directory, [chart(UNPINNED)]))).toMatchObject([
    { file: 'charts/base-1.2.3.tgz', write: 'run "practicum charts get"' },
  ]);
  expect(valueOf(await get(UNPINNED))).toMatchObject([{ how: 'seen first' }]);
  expect(readFileSync(join(directory.path, 'charts.lock.yaml'), 'utf8')).toBe(
    [
      '# Written by "practicum charts get": charts whose publishers tell no digest, as they were when first seen.',
      '# Commit it. Whoever gets them again gets the same ones, or an error.',
      'charts:',
      '  - id: base',
      '    version: 1.2.3',
      `    archive: ${sha256(ARCHIVE)}`,
      '',
    ].join('\n'),
  );
  expect(known(UNPINNED)).toBe(sha256(ARCHIVE));
  registry.asked.length = 0;
  expect(valueOf(await get(UNPINNED))).toMatchObject([{ how: 'was here' }]);
  expect(registry.asked).toEqual([]);

  registry.charts.set('charts/base:1.2.3', OTHER);
  writeFileSync(join(directory.path, 'charts', 'base-1.2.3.tgz'), OTHER);
  expect(problemsOf(readCharts(directory, [chart(UNPINNED)]))).toMatchObject([
    {
      message: 'this is another chart than the one that is meant',
      got: `sha256:${sha256(OTHER)}`,
      allowed: `sha256:${sha256(ARCHIVE)}, as charts.lock.yaml says`,
    },
  ]);
  expect(await refusal(UNPINNED)).toContain(`as charts.lock.yaml says`);
});

test('A new version is seen first once more, and the old line goes', async () => {
  await get(UNPINNED);
  const next = packedChart('base', '1.2.4');
  registry.charts.set('charts/base:1.2.4', next);
  expect(valueOf(await get(UNPINNED, { version: '1.2.4' }))).toMatchObject([{ how: 'seen first' }]);
  expect(known(UNPINNED, { version: '1.2.4' })).toBe(sha256(next));
  expect(known(UNPINNED)).toBeUndefined();
});

test('A tag that was moved is refused before anything of it is read', async () => {
  registry.charts.set('charts/base:1.2.3', OTHER);
  expect(await refusal(PINNED)).toBe(
    `the tag leads to another chart than it did; sha256:${sha256(OTHER)}; sha256:${sha256(ARCHIVE)}`,
  );
  expect(registry.asked).toEqual(['/v2/charts/base/manifests/1.2.3']);
});

test('A manifest is held to its digest, where that is what is known; the archive is then recorded', async () => {
  const manifest = `sha256:${sha256(registry.manifestOf('charts/base:1.2.3')!)}`;
  const pin: ChartPin = { manifest, source: 'a page', date: '2026-11' };
  registry.charts.set('charts/base:1.2.3', OTHER);
  expect(await refusal(pin)).toContain('the tag leads to another chart than it did');
  registry.charts.set('charts/base:1.2.3', ARCHIVE);
  expect(valueOf(await get(pin))).toMatchObject([{ how: 'came' }]);
  expect(known(pin)).toBe(sha256(ARCHIVE));
});

test('What is not what its digest says is refused', async () => {
  registry.wrong.set(`sha256:${sha256(ARCHIVE)}`, OTHER);
  for (const pin of [PINNED, UNPINNED])
    expect(await refusal(pin)).toBe(
      `what came is not what was asked for; sha256:${sha256(OTHER)}; sha256:${sha256(ARCHIVE)}`,
    );
});

test('A registry that gives a token to everybody is asked for one', async () => {
  registry.token = 't0ken';
  expect(valueOf(await get(UNPINNED))).toMatchObject([{ how: 'seen first' }]);
  expect(registry.asked[1]).toBe('/token?service=loopback&scope=repository%3Acharts%3Apull');
});

test('No token is asked for in the clear', async () => {
  registry.token = 't0ken';
  registry.realm = 'http://tokens.example.edu/token';
  expect(await refusal(UNPINNED)).toBe(
    'it leads to an address without https; http://tokens.example.edu/token',
  );
});

test('A registry that does not answer is told by its address', async () => {
  const oci = `${registry.host}/charts/base`;
  await registry.stop();
  expect(problemsOf(await get(UNPINNED, { origin: { oci } }))).toEqual([
    {
      file: `http://${oci.replace('/', '/v2/')}/manifests/1.2.3`,
      line: 1,
      column: 1,
      message: 'nobody answers here (ECONNREFUSED)',
    },
  ]);
});

test('A connection that breaks off leaves nothing', async () => {
  registry.cutsOff = true;
  expect(await refusal(UNPINNED)).toMatch(/^the connection broke off in the middle/);
});

test('A version that is not there is told', async () => {
  expect(await refusal(UNPINNED, { version: '9.9.9' })).toBe('there is no such chart or version here');
});

test('An archive of another chart is refused, and so is what is none', async () => {
  registry.charts.set('charts/base:1.2.3', packedChart('thief', '1.2.3'));
  expect(await refusal(UNPINNED)).toBe('this is the chart thief 1.2.3, and not base 1.2.3');
  registry.charts.set('charts/base:1.2.3', packedChart(String.raw`"\e[31mthief"`, '1.2.3'));
  expect(await refusal(UNPINNED)).toBe(
    String.raw`this is the chart \u{1b}[31mthief 1.2.3, and not base 1.2.3`,
  );
  registry.charts.set('charts/base:1.2.3', Buffer.from('<html>'));
  expect(await refusal(UNPINNED)).toBe('what came is no chart: it is not compressed by gzip, or cut off');
});

test('Of two charts both come, or none', async () => {
  const two = [chart(UNPINNED), chart(UNPINNED, { id: 'other', version: '9.9.9' })];
  expect(problemsOf(await getCharts(directory, two))).toHaveLength(1);
  expect(filesIn(directory.path).size).toBe(0);
});

test('A repository with an index is read as well, and held to what the index says', async () => {
  const origin = { repository: `http://${registry.host}/stable`, chart: 'base' };
  const index = (digest: string): Buffer =>
    Buffer.from(
      `entries:\n  base:\n    - { version: 1.2.3, digest: ${digest}, urls: [base-1.2.3.tgz] }\n    - { version: 1.2.2, urls: [] }\n`,
    );
  registry.files.set('/stable/index.yaml', index(sha256(ARCHIVE)));
  registry.files.set('/stable/base-1.2.3.tgz', ARCHIVE);
  expect(valueOf(await get(PINNED, { origin }))).toMatchObject([{ how: 'came' }]);
  mkdirSync(join(directory.path, 'empty'));
  directory = { path: join(directory.path, 'empty'), display: (file) => file };
  registry.files.set('/stable/base-1.2.3.tgz', OTHER);
  expect(await refusal(UNPINNED, { origin })).toContain('what came is not what was asked for');
  expect(await refusal(UNPINNED, { origin, version: '7.0.0' })).toBe(
    'there is no version 7.0.0 of the chart base in this index',
  );
});

test('A lock that was edited is refused, and not written over', async () => {
  writeFileSync(
    join(directory.path, 'charts.lock.yaml'),
    'charts: [{ id: base, version: 1.2.3, archive: abc }]\n',
  );
  const [problem] = problemsOf(await get(UNPINNED));
  expect(problem).toMatchObject({
    file: 'charts.lock.yaml',
    line: 1,
    write: 'bring the file back from version control (git checkout -- charts.lock.yaml)',
  });
});
