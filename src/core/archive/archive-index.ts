import { z } from 'zod';
import { byText } from '../domain/sorting';
import { tryParseJson } from './parse-json';

const FILE = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  /** How many things are in it: objects, images, dashboards. */
  entries: z.int().nonnegative(),
});

/** What is known of a file of an archive. */
export type ArchivedFile = Readonly<z.output<typeof FILE>>;

const INDEX = z.strictObject({ files: z.record(z.string(), FILE) });

/** The files of one folder of an archive, by their path in it. */
export type ArchiveIndex = Readonly<Record<string, ArchivedFile>>;

/** Name of a folder's own index. */
export const INDEX_FILE = 'index.json';

/** The index that a text holds; an empty one if it holds none, so that all is collected anew. */
export function readIndex(text: string): ArchiveIndex {
  const read = INDEX.safeParse(tryParseJson(text));
  return read.success ? read.data.files : {};
}

export const indexText = (files: ArchiveIndex): string => {
  const sorted = Object.entries(files).sort(byText(([name]) => name));
  return `${JSON.stringify({ files: Object.fromEntries(sorted) }, undefined, 2)}\n`;
};

/** Sums of files as `sha256sum --check` reads them, sorted by path. */
export const sumsText = (sums: ReadonlyMap<string, string>): string =>
  [...sums]
    .sort(byText(([path]) => path))
    .map(([path, sum]) => `${sum}  ${path}\n`)
    .join('');
