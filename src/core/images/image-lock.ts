import { stringify } from 'yaml';
import { z } from 'zod';
import { byText } from '../domain/sorting';
import type { Outcome } from '../input/problem';
import { accept, refuse, shown } from '../input/problem';
import { readObject } from '../input/read-object';
import { taught } from '../input/teach';
import type { YamlSource } from '../input/yaml-source';

/** What a cohort saw when it asked a registry for an image that nobody names by digest. */
export interface LockedImage {
  /** Registry, path and tag. */
  readonly image: string;
  /** `sha256:…` of the manifest that the tag led to, of all its platforms if there are several. */
  readonly digest: string;
}

/** A row of the lock, with where it stands in it. */
export interface LockRow extends LockedImage {
  /** From 1. */
  readonly line: number;
}

/** Registry, path and tag; no digest. */
const TAGGED =
  /^(?=.{4,255}$)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+:\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

const ROW = taught(
  z.strictObject({
    image: taught(z.string().regex(TAGGED), {
      about: 'Registry, path and tag.',
      allowed: 'an image with its registry and a tag, and without a digest',
      example: 'docker.io/library/redis:7.4',
    }),
    digest: taught(z.string().regex(DIGEST), {
      about: 'What the tag led to.',
      allowed: '"sha256:" and 64 digits of 0-9 and a-f',
      example: `sha256:${'0'.repeat(64)}`,
    }),
  }),
  {
    about: 'An image, as it was when it was first seen.',
    allowed: 'what practicum wrote',
    example: '{ … }',
  },
);

const LOCK_SCHEMA = z.strictObject({
  images: taught(z.array(ROW), {
    about: 'Images that were seen.',
    allowed: 'a list of images',
    example: '[]',
  }),
});

/** What to do with a lock that is not as it was written. */
export const RESTORE_IMAGE_LOCK =
  'bring the file back from version control (git checkout -- images.lock.yaml)';

/** Reads the lock of a cohort's images. */
export function parseImageLock(source: YamlSource): Outcome<readonly LockRow[]> {
  const { value, problems } = readObject(LOCK_SCHEMA, source);
  if (value === undefined)
    return refuse(problems.map((problem) => ({ ...problem, write: RESTORE_IMAGE_LOCK })));
  const names = value.images.map(({ image }) => image);
  const twice = names.flatMap((image, index) =>
    names.indexOf(image) === index
      ? []
      : [
          source.problem(['images', index, 'image'], {
            message: 'another line holds this image already',
            got: shown(image),
            allowed: 'each image once',
            write: RESTORE_IMAGE_LOCK,
          }),
        ],
  );
  if (twice.length > 0) return refuse(twice);
  return accept(
    value.images.map((row, index) => ({ ...row, line: source.positionOf(['images', index]).line })),
  );
}

const HEAD = `# Written by "practicum images lock": images that nobody names by digest, as they were when first seen.
# Commit it. Clusters run these, and whoever asks for them again gets the same ones, or an error.
`;

/** The lock as a file: by image, the same text for the same images. */
export const imageLockText = (images: readonly LockedImage[]): string =>
  HEAD +
  stringify(
    {
      images: [...images].sort(byText(({ image }) => image)).map(({ image, digest }) => ({ image, digest })),
    },
    { lineWidth: 0 },
  );

/** An image by the digest that the lock holds for it; as it is, where it holds none. */
export function heldTo(ref: string, lock: readonly LockedImage[] = []): string {
  const digest = lock.find(({ image }) => image === ref)?.digest;
  return digest === undefined ? ref : `${ref}@${digest}`;
}
