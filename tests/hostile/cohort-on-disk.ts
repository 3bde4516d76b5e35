import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '../../src/core/input/problem';
import { GOOD } from './good-cohort';
import type { Content, HostileCase } from './hostile-case';

/** A cohort in a folder of its own, with room beside it for what must not be written. */
export interface CohortOnDisk {
  readonly root: string;
  readonly cohort: string;
  readonly out: string;
}

/** What a run of the program said and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Puts the good cohort with the edits of `files` on disk for as long as `work` runs. */
export async function withCohort<T>(
  files: HostileCase['files'],
  work: (place: CohortOnDisk) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'cohort-'));
  const place = { root, cohort: join(root, 'cohort'), out: join(root, 'out') };
  try {
    for (const [file, content] of Object.entries({ ...GOOD, ...files }))
      put(join(place.cohort, file), content);
    return await work(place);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function put(path: string, content: Content): void {
  mkdirSync(dirname(path), { recursive: true });
  if (content === 'FOLDER') mkdirSync(path);
  else if (content !== 'MISSING') writeFileSync(path, content);
}

/** Everything below `folder` as paths with a sum of their bytes: equal before and after means nothing was written. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), sumOf(path)] as const),
  );
}

function sumOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return 'a folder';
  }
}

/** The problems that `--json` printed, files as the cohort's folder names them. */
export function problemsIn({ out }: Run, { cohort }: CohortOnDisk): readonly Problem[] {
  const { problems } = JSON.parse(out) as { problems: readonly Problem[] };
  return problems.map((problem) => ({ ...problem, file: relative(cohort, resolve(problem.file)) }));
}
