import { z } from 'zod';
import { byText } from '../domain/sorting';
import { tryParseJson } from './parse-json';

/** An object of a bucket, as much as tells later whether a copy is the same. */
export interface ListedObject {
  readonly name: string;
  readonly size: number;
  /** Base64, as Cloud Storage writes it. */
  readonly crc32c?: string;
  /** Base64; an object that was put together from parts has none. */
  readonly md5?: string;
  readonly generation: string;
}

const WHOLE = z.union([z.string().regex(/^\d+$/), z.int().nonnegative()]);

/** `gcloud storage objects list --format=json` renames what the API calls otherwise. gcloud 528, 2026-11. */
const OBJECTS = z.array(
  z.object({
    name: z.string(),
    size: WHOLE.default(0),
    generation: WHOLE,
    crc32c_hash: z.string().optional(),
    md5_hash: z.string().optional(),
  }),
);

/** The objects that gcloud lists, by name; undefined if it is no such list. */
export function tryReadObjects(json: string): readonly ListedObject[] | undefined {
  const read = OBJECTS.safeParse(tryParseJson(json));
  if (!read.success) return undefined;
  return read.data
    .map(({ name, size, generation, crc32c_hash: crc32c, md5_hash: md5 }) => ({
      name,
      size: Number(size),
      generation: String(generation),
      ...(crc32c === undefined ? {} : { crc32c }),
      ...(md5 === undefined ? {} : { md5 }),
    }))
    .sort(byText(({ name }) => name));
}
