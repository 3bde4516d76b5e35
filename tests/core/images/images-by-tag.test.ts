import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLKITS } from '../../../src/core/catalogue/catalogue';
import { listedImages } from '../../../src/core/catalogue/image-list';
import { TAGGED_IMAGES } from '../../../src/core/domain/pinned-images';
import type { LockRow } from '../../../src/core/images/image-lock';
import { imageNotices, imagesByTag } from '../../../src/core/images/images-by-tag';
import { aCourse } from '../sample-cohort';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OURS = Object.values<string>(TAGGED_IMAGES).sort();
const row = (image: string, line = 4): LockRow => ({ image, digest: DIGEST, line });

test('A cohort runs by tag what Practicum has no digest of, and nothing of the catalogue', () => {
  expect(imagesByTag(aCourse())).toEqual(OURS);
  const open = listedImages(TOOLKITS).filter(({ digest }) => digest === undefined);
  expect(open.map(({ image }) => image)).toEqual(OURS);
});

test('It is told in one line how many these are, until the lock holds them all', () => {
  const [first, second] = OURS as [string, string];
  expect(imageNotices(aCourse(), [])).toEqual(['2 images are run by tag: "practicum images lock" pins them']);
  expect(imageNotices(aCourse(), [row(first)])).toEqual([
    '1 image is run by tag: "practicum images lock" pins it',
  ]);
  expect(imageNotices(aCourse(), [row(first), row(second)])).toEqual([]);
});

test('A line that holds nothing of the cohort is told with what would', () => {
  expect(imageNotices(aCourse(), [...OURS.map((image) => row(image)), row('docker.io/x/y:1', 8)])).toEqual([
    `images.lock.yaml:8 holds docker.io/x/y:1, which this cohort does not run by tag; by tag it runs ${OURS.join(', ')}: "practicum images lock" takes the line out`,
  ]);
});

test('Only the plan takes what a lock may hold; whatever is emitted takes it from the plan', () => {
  const home = join(__dirname, '..', '..', '..');
  const naming = ['src', 'constructs', 'stacks'].flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file))
      .filter((file) => readFileSync(join(home, file), 'utf8').includes('TAGGED_IMAGES')),
  );
  expect(naming.sort()).toEqual([
    'src/core/catalogue/image-list.ts',
    'src/core/domain/pinned-images.ts',
    'src/core/images/images-by-tag.ts',
    'src/core/plan/monitoring.ts',
  ]);
});
