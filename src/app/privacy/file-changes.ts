import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What becomes of a file or a folder: another text, or nothing. */
export interface FileChange {
  readonly path: string;
  /** The whole text that it has from now on; without one it is removed. */
  readonly text?: string;
}

/**
 * Makes changes to several files. All new texts are on disk before the first takes the place of an old one: a full disk or
 * a file that may not be written leaves everything as it was. They are made in the order that they are given; `last` is
 * the one by which a run that was killed is known to be unfinished.
 */
export function applyChanges(changes: readonly FileChange[], last?: FileChange): void {
  const staged: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { path, text } of [...changes, ...(last === undefined ? [] : [last])]) {
      if (text === undefined) continue;
      const from = join(dirname(path), `.${basename(path)}-new-${process.pid}`);
      staged.push({ from, to: path });
      mkdirSync(dirname(path), { recursive: true });
      const mode = existsSync(path) ? statSync(path).mode & 0o777 : 0o600;
      writeFileSync(from, text, { mode, flush: true });
    }
    for (const { path, text } of changes)
      if (text === undefined) rmSync(path, { recursive: true, force: true });
    for (const { from, to } of staged) renameSync(from, to);
  } finally {
    for (const { from } of staged) rmSync(from, { recursive: true, force: true });
  }
}
