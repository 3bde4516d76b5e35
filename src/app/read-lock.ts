import { join } from 'node:path';
import { decodeText } from '../core/input/decode-text';
import { MERGE_CONFLICT } from '../core/input/merge-conflict';
import type { Outcome } from '../core/input/problem';
import { accept, refuse } from '../core/input/problem';
import { YamlSource } from '../core/input/yaml-source';
import type { CohortDirectory } from './cohort-directory';
import { readInput } from './cohort-directory';

/** What a cohort saw first and holds to: in which file, how that is read, and what to do when it was touched. */
export interface Lock<Row> {
  readonly file: string;
  readonly restore: string;
  readonly parse: (source: YamlSource) => Outcome<readonly Row[]>;
}

/** The rows of a cohort's lock; none where nothing was locked yet. */
export function readLock<Row>(
  directory: CohortDirectory,
  { file, restore, parse }: Lock<Row>,
): Outcome<readonly Row[]> {
  const name = directory.display(file);
  const bytes = readInput(join(directory.path, file), name, restore);
  if (!(bytes instanceof Uint8Array))
    return bytes.message === 'there is no such file' ? accept([]) : refuse([bytes]);
  const text = decodeText(name, bytes);
  const source = text.ok ? YamlSource.read(name, text.value) : text;
  if (source.ok) return parse(source.value);
  // Nobody mends a lock by hand; of two sides of a merge, one can be kept.
  return refuse(
    source.problems.map((problem) =>
      problem.message === MERGE_CONFLICT ? problem : { ...problem, write: restore },
    ),
  );
}
