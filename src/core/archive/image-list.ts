import { z } from 'zod';
import { byText } from '../domain/sorting';
import { tryParseJson } from './parse-json';

/** An image of a registry, by its digest: what a tag names can change, what a digest names cannot. */
export interface ListedImage {
  /** `us-west1-docker.pkg.dev/project/repository/api`. */
  readonly image: string;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly uploaded?: string;
  readonly bytes?: number;
}

/** What `gcloud artifacts docker images list --include-tags --format=json` prints; older ones join tags by commas. */
const IMAGES = z.array(
  z.object({
    package: z.string(),
    version: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    tags: z.union([z.string(), z.array(z.string())]).default([]),
    createTime: z.string().optional(),
    metadata: z.object({ imageSizeBytes: z.string().regex(/^\d+$/).optional() }).optional(),
  }),
);

/** The images that gcloud lists, by name and digest; undefined if it is no such list. */
export function tryReadImages(json: string): readonly ListedImage[] | undefined {
  const read = IMAGES.safeParse(tryParseJson(json));
  if (!read.success) return undefined;
  return read.data
    .map(({ package: image, version: digest, tags, createTime: uploaded, metadata }) => ({
      image,
      digest,
      tags: (typeof tags === 'string' ? tags.split(/,\s*/) : tags).filter((tag) => tag !== '').sort(),
      ...(uploaded === undefined ? {} : { uploaded }),
      ...(metadata?.imageSizeBytes === undefined ? {} : { bytes: Number(metadata.imageSizeBytes) }),
    }))
    .sort(byText(({ image, digest }) => `${image}@${digest}`));
}
