import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import { imagePage } from '../../../src/app/images/image-page';
import { TOOLKITS } from '../../../src/core/catalogue/catalogue';
import type { ListedImage } from '../../../src/core/catalogue/image-list';
import { listedImages } from '../../../src/core/catalogue/image-list';
import { SHARED_CHARTS } from '../../../src/core/catalogue/shared/shared-charts';
import { PINNED_IMAGES, TAGGED_IMAGES } from '../../../src/core/domain/pinned-images';
import { run } from '../recorded-terminal';
import { temporaryFolder } from '../temporary-folder';

test('The page docs/images.md lists what there is; "npm run schemas" writes it', () => {
  expect(readFileSync(join(HOME, 'docs', 'images.md'), 'utf8')).toBe(imagePage());
});

test('Every image of Practicum and its toolkits is listed once, with a licence and who starts it', () => {
  const list = listedImages(TOOLKITS);
  const refs = list.map(({ image, digest }) => (digest === undefined ? image : `${image}@${digest}`));
  const used = [
    ...Object.values<string>({ ...PINNED_IMAGES, ...TAGGED_IMAGES }),
    ...[...TOOLKITS, ...SHARED_CHARTS].flatMap(({ images }) => images.map(({ ref }) => ref)),
  ];
  expect([...refs].sort()).toEqual([...new Set(used)].sort());
  expect(list.filter(({ licence }) => licence === 'NOASSERTION').map(({ image }) => image)).toEqual([]);
  expect(
    list
      .filter(({ digest }) => digest === undefined)
      .map(({ image }) => image)
      .sort(),
  ).toEqual(Object.values<string>(TAGGED_IMAGES).sort());
  for (const { image, digest, unpinned, date } of list) {
    expect(image).toMatch(/^[a-z0-9.-]+\.[a-z]+(\/[a-z0-9._-]+)+:[\w.-]+$/);
    expect([image, digest === undefined]).toEqual([image, unpinned !== undefined]);
    if (digest !== undefined) expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(date).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
  }
});

test('One tag has one digest everywhere', () => {
  const tags = listedImages(TOOLKITS).map(({ image }) => image);
  expect(tags.filter((tag, index) => tags.indexOf(tag) !== index)).toEqual([]);
});

test('A course is told its own images, in lines of a terminal', async () => {
  const { code, out, err } = await run('images', '--course', 'w255');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(
    'docker.io/grafana/grafana:12.1.1\n  sha256:a1701c2180249361737a99a01bc770db39381640e4d631825d38ff4535efa47d\n',
  );
  expect(out).toContain('AGPL-3.0-only; read 2026-11; for grafana, practicum');
  expect(out).not.toContain('apache/kafka');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('All images of the catalogue fit a terminal too', async () => {
  const { code, out } = await run('images');
  expect(code).toBe(0);
  expect(out).toContain('apache/kafka');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('As data it is the list itself', async () => {
  const { out } = await run('images', '--course', 'w255', '--json');
  const list = JSON.parse(out) as readonly ListedImage[];
  expect(list.find(({ image }) => image.startsWith('docker.io/grafana/grafana:'))?.usedBy).toEqual([
    'grafana',
    'practicum',
  ]);
});

test('The script copies every image by its digest, and is one that a shell runs', async () => {
  const folder = temporaryFolder();
  const script = join(folder, 'mirror.sh');
  const { out } = await run('images', '--course', 'w255', '--out', script);
  expect(out).toMatch(/^✓ \d+ images in /);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'crane'), '#!/bin/sh\necho "$@"\n');
  chmodSync(join(bin, 'crane'), 0o755);
  const copied = execFileSync('sh', [script], {
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, MIRROR: 'us-docker.pkg.dev/labs/mirror' },
  });
  const wanted = listedImages(
    TOOLKITS.filter(({ id }) => ['grafana', 'redis', 'k6', 'prediction-api'].includes(id)),
  );
  expect(copied.trim().split('\n').sort()).toEqual(
    wanted
      .map(({ image, digest }) => {
        const from = digest === undefined ? image : `${image.replace(/:[^:/]+$/, '')}@${digest}`;
        return `copy ${from} us-docker.pkg.dev/labs/mirror/${image}`;
      })
      .sort(),
  );
  expect(() => execFileSync('sh', [script], { stdio: 'pipe', env: { PATH: process.env['PATH'] } })).toThrow(
    /MIRROR/,
  );
});

test.each([
  [['--out', 'mirror.txt'], 'the ending of the file says what is written'],
  [['--course', 'w225'], 'no course that ships with practicum has this id'],
  [['--course', './no-such.yaml'], 'there is no such file'],
])('What cannot be meant is refused: %j', async (args, message) => {
  const { code, err } = await run('images', ...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toContain('    at ');
});
