import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { LockedImage, LockRow } from '../../core/images/image-lock';
import { imageLockText } from '../../core/images/image-lock';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, refuse } from '../../core/input/problem';
import { FetchProblem, problemOfFetch } from '../fetched';
import type { CohortDirectory } from '../cohort-directory';
import { IMAGE_LOCK_FILE, readImageLock } from './image-lock-file';
import { fetchDigest } from './image-manifest';

/** What became of an image: it is what it was, or the lock holds it from now on. */
export interface AskedImage extends LockedImage {
  readonly how: 'as before' | 'seen first';
}

/** What became of all of them, and lines of the lock that went because the cohort runs no such image. */
export interface AskedImages {
  readonly images: readonly AskedImage[];
  readonly gone: readonly string[];
}

/** Asks registries for images that a cohort runs by tag, and holds them to what was seen first: all, or none and the reasons. */
export async function lockImages(
  directory: CohortDirectory,
  images: readonly string[],
): Promise<Outcome<AskedImages>> {
  const lock = readImageLock(directory);
  if (!lock.ok) return lock;
  const asked: AskedImage[] = [];
  const problems: Problem[] = [];
  for (const image of images) {
    const row = lock.value.find((each) => each.image === image);
    const digest = await digestNow(image);
    if (!digest.ok) problems.push(...digest.problems);
    else if (row !== undefined && row.digest !== digest.value)
      problems.push(moved(directory, row, digest.value));
    else asked.push({ image, digest: digest.value, how: row === undefined ? 'seen first' : 'as before' });
  }
  if (problems.length > 0) return refuse(problems);
  const gone = lock.value.map(({ image }) => image).filter((image) => !images.includes(image));
  if (gone.length > 0 || asked.some(({ how }) => how === 'seen first'))
    writeFileAtomic(join(directory.path, IMAGE_LOCK_FILE), imageLockText(asked));
  return accept({ images: asked, gone });
}

async function digestNow(image: string): Promise<Outcome<string>> {
  try {
    return accept(await fetchDigest(image));
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    return refuse([problemOfFetch(error, AGAIN)]);
  }
}

const AGAIN = 'nothing: try again, and ask whoever runs the registry if it comes again';

const moved = (directory: CohortDirectory, { image, digest, line }: LockRow, seen: string): Problem => ({
  file: directory.display(IMAGE_LOCK_FILE),
  line,
  column: 1,
  message: 'the tag leads to another image than it did',
  got: `${image} is ${seen}`,
  allowed: `${digest}, as this line says`,
  write:
    'nothing, to stay with it: clusters run it by this digest. To take the other one, ask its publisher why the tag was moved, take the two lines of this image out, and run "practicum images lock" again',
});
