import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a file of results says of one place. */
export interface StoredResult {
  readonly file: string;
  readonly entries: readonly unknown[];
}

/** All entries of results and submissions below `out` that are about one of these places. */
export function gradesOf(out: string, handles: readonly string[]): readonly StoredResult[] {
  return ['grades', 'submissions']
    .map((folder) => join(out, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json') || file.endsWith('.jsonl'))
        .sort()
        .map((file) => join(folder, file)),
    )
    .map((file) => ({ file, entries: valuesIn(file).flatMap((value) => about(value, handles)) }))
    .filter(({ entries }) => entries.length > 0);
}

function valuesIn(file: string): readonly unknown[] {
  const text = readFileSync(file, 'utf8');
  const parts = file.endsWith('.jsonl') ? text.split('\n') : [text];
  return parts.flatMap((part) => {
    try {
      return [JSON.parse(part) as unknown];
    } catch {
      return [];
    }
  });
}

/** The smallest parts of a value that are about one of these places. */
function about(value: unknown, handles: readonly string[]): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = value as Readonly<Record<string, unknown>>;
  if ([parts['handle'], parts['place']].some((each) => handles.includes(String(each)))) return [value];
  return Object.values(parts).flatMap((each) => about(each, handles));
}
