import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImageLock } from '../../../src/app/images/image-lock-file';
import { lockImages } from '../../../src/app/images/lock-images';
import type { CohortDirectory } from '../../../src/app/cohort-directory';
import { problemsOf, valueOf } from '../../core/outcomes';
import { LoopbackRegistry } from '../charts/loopback-registry';
import { filesIn, temporaryFolder } from '../temporary-folder';
import { digestOf, imageOf } from './loopback-images';

const TOOL = imageOf('tool');
const OTHER = imageOf('other');

let registry: LoopbackRegistry;
let directory: CohortDirectory;
let tool: string;
let other: string;

beforeEach(async () => {
  registry = await LoopbackRegistry.start();
  registry.images.set('tools/tool:1.0.0', TOOL).set('tools/other:2.0', OTHER);
  tool = `${registry.host}/tools/tool:1.0.0`;
  other = `${registry.host}/tools/other:2.0`;
  const path = temporaryFolder();
  directory = { path, display: (file) => `cohort/${file}` };
});
afterEach(() => registry.stop());

const written = (): string => readFileSync(join(directory.path, 'images.lock.yaml'), 'utf8');

test('An image is recorded when it is first seen, and held to that', async () => {
  expect(valueOf(await lockImages(directory, [tool, other]))).toEqual({
    images: [
      { image: tool, digest: digestOf(TOOL), how: 'seen first' },
      { image: other, digest: digestOf(OTHER), how: 'seen first' },
    ],
    gone: [],
  });
  const first = written();
  expect(first).toBe(
    [
      '# Written by "practicum images lock": images that nobody names by digest, as they were when first seen.',
      '# Commit it. Clusters run these, and whoever asks for them again gets the same ones, or an error.',
      'images:',
      `  - image: ${other}`,
      `    digest: ${digestOf(OTHER)}`,
      `  - image: ${tool}`,
      `    digest: ${digestOf(TOOL)}`,
      '',
    ].join('\n'),
  );
  expect(valueOf(await lockImages(directory, [other, tool])).images.map(({ how }) => how)).toEqual([
    'as before',
    'as before',
  ]);
  expect(written()).toBe(first);
});

test('A tag that was moved is told with its line, and nothing is written', async () => {
  await lockImages(directory, [tool, other]);
  const before = filesIn(directory.path);
  registry.images.set('tools/tool:1.0.0', imageOf('thief')).set('tools/new:1.0', OTHER);
  const asked = await lockImages(directory, [tool, other, `${registry.host}/tools/new:1.0`]);
  expect(problemsOf(asked)).toEqual([
    {
      file: 'cohort/images.lock.yaml',
      line: 6,
      column: 1,
      message: 'the tag leads to another image than it did',
      got: `${tool} is ${digestOf(imageOf('thief'))}`,
      allowed: `${digestOf(TOOL)}, as this line says`,
      write: expect.stringContaining('nothing, to stay with it') as string,
    },
  ]);
  expect(filesIn(directory.path)).toEqual(before);
});

test('Of two images both are recorded, or none; each that does not come is told by its address', async () => {
  const asked = await lockImages(directory, [
    tool,
    `${registry.host}/no/tool:1`,
    `${registry.host}/no/tool:2`,
  ]);
  expect(problemsOf(asked)).toMatchObject([
    {
      file: `http://${registry.host}/v2/no/tool/manifests/1`,
      message: 'there is no such image or version here',
    },
    { file: `http://${registry.host}/v2/no/tool/manifests/2` },
  ]);
  expect(filesIn(directory.path).size).toBe(0);
});

test('What does not hold to its own digest leaves nothing', async () => {
  registry.says = digestOf(OTHER);
  expect(problemsOf(await lockImages(directory, [tool]))).toMatchObject([
    { got: digestOf(TOOL), allowed: digestOf(OTHER) },
  ]);
  expect(existsSync(join(directory.path, 'images.lock.yaml'))).toBe(false);
});

test('A line of an image that is not run any more goes, and is told', async () => {
  await lockImages(directory, [tool, other]);
  expect(valueOf(await lockImages(directory, [tool]))).toEqual({
    images: [{ image: tool, digest: digestOf(TOOL), how: 'as before' }],
    gone: [other],
  });
  expect(valueOf(readImageLock(directory)).map(({ image }) => image)).toEqual([tool]);
});

test('Where there is nothing to hold, no file is written', async () => {
  expect(valueOf(await lockImages(directory, []))).toEqual({ images: [], gone: [] });
  expect(filesIn(directory.path).size).toBe(0);
});

test('A lock that was edited is refused before anybody is asked, and not written over', async () => {
  writeFileSync(join(directory.path, 'images.lock.yaml'), `images: [{ image: "${tool}", digest: abc }]\n`);
  expect(problemsOf(await lockImages(directory, [tool]))).toMatchObject([
    {
      file: 'cohort/images.lock.yaml',
      line: 1,
      got: '"abc"',
      allowed: '"sha256:" and 64 digits of 0-9 and a-f',
      write: 'bring the file back from version control (git checkout -- images.lock.yaml)',
    },
  ]);
  expect(registry.asked).toEqual([]);
});
