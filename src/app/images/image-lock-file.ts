import type { LockRow } from '../../core/images/image-lock';
import { parseImageLock, RESTORE_IMAGE_LOCK } from '../../core/images/image-lock';
import type { Outcome } from '../../core/input/problem';
import type { CohortDirectory } from '../cohort-directory';
import { readLock } from '../read-lock';

/** What was seen of images that nobody names by digest. */
export const IMAGE_LOCK_FILE = 'images.lock.yaml';

/** The lock of a cohort's images; empty where nothing was locked yet. */
export const readImageLock = (directory: CohortDirectory): Outcome<readonly LockRow[]> =>
  readLock(directory, { file: IMAGE_LOCK_FILE, restore: RESTORE_IMAGE_LOCK, parse: parseImageLock });
