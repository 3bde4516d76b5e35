import { heldTo, imageLockText, parseImageLock } from '../../../src/core/images/image-lock';
import type { LockRow } from '../../../src/core/images/image-lock';
import type { Outcome } from '../../../src/core/input/problem';
import { YamlSource } from '../../../src/core/input/yaml-source';
import { problemsOf, valueOf } from '../outcomes';

const A = { image: 'docker.io/library/redis:7.4', digest: `sha256:${'a'.repeat(64)}` };
const B = { image: 'registry.example.edu:5000/tools/tool:1.0', digest: `sha256:${'b'.repeat(64)}` };

const parsed = (text: string): Outcome<readonly LockRow[]> =>
  parseImageLock(valueOf(YamlSource.read('images.lock.yaml', text)));

test('A lock is read as it was written, with the lines of its rows', () => {
  expect(valueOf(parsed(imageLockText([A, B])))).toEqual([
    { ...A, line: 4 },
    { ...B, line: 6 },
  ]);
});

test('The same images are the same text, in whatever order they were asked for', () => {
  expect(imageLockText([B, A])).toBe(imageLockText([A, B]));
});

test.each([
  ['image: redis', '"redis"'],
  ['image: docker.io/library/redis', '"docker.io/library/redis"'],
  [`image: "docker.io/library/redis:7.4@${A.digest}"`, '"docker.io/library/redis:7.4@'],
  ['image: https://docker.io/library/redis:7.4', '"https://docker.io'],
  ['image: [a]', '["a"]'],
])('A row that names no image by its tag is refused: %s', (row, got) => {
  expect(problemsOf(parsed(`images:\n  - ${row}\n    digest: ${A.digest}\n`))).toMatchObject([
    {
      line: 2,
      column: 12,
      got: expect.stringContaining(got) as string,
      allowed: 'an image with its registry and a tag, and without a digest',
      write: 'bring the file back from version control (git checkout -- images.lock.yaml)',
    },
  ]);
});

test.each(['abc', 'a'.repeat(64), `sha256:${'A'.repeat(64)}`, `sha512:${'a'.repeat(64)}`, '12'])(
  'A row with what is no digest is refused: %s',
  (digest) => {
    expect(problemsOf(parsed(`images:\n  - image: ${A.image}\n    digest: ${digest}\n`))).toMatchObject([
      { line: 3, column: 13, allowed: '"sha256:" and 64 digits of 0-9 and a-f' },
    ]);
  },
);

test('An image stands in it once', () => {
  const again = imageLockText([A]) + `  - image: ${A.image}\n    digest: ${B.digest}\n`;
  expect(problemsOf(parsed(again))).toMatchObject([
    { line: 6, message: 'another line holds this image already', got: `"${A.image}"` },
  ]);
});

test.each(['', '[]', 'images: null', 'charts: []', 'images: []\nversion: 2'])(
  'What is no lock is refused: %j',
  (text) => {
    expect(problemsOf(parsed(text)).every(({ write }) => write?.includes('git checkout'))).toBe(true);
  },
);

test('An image is run by the digest that the lock holds for that tag, and as it is where it holds none', () => {
  expect(heldTo(A.image, [A, B])).toBe(`${A.image}@${A.digest}`);
  expect(heldTo('docker.io/library/redis:7.5', [A, B])).toBe('docker.io/library/redis:7.5');
  expect(heldTo(`${A.image}@${B.digest}`, [A])).toBe(`${A.image}@${B.digest}`);
});
