import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { HOME } from '../../src/app/cohort-directory';

const made: string[] = [];

/** An empty folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-'));
  made.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of an example's cohort, without its ledger unless asked for; `edit` may change the files. */
export function copyOfExample(name: string, { ledger = false, edit = {} }: CopyOptions = {}): string {
  const folder = temporaryFolder();
  cpSync(join(HOME, 'examples', name), folder, { recursive: true });
  if (!ledger) rmSync(join(folder, 'cohort.lock.yaml'), { force: true });
  for (const [file, change] of Object.entries(edit)) {
    const path = join(folder, file);
    writeFileSync(path, change(existsSync(path) ? readFileSync(path, 'utf8') : ''));
  }
  return folder;
}

export interface CopyOptions {
  readonly ledger?: boolean;
  readonly edit?: Readonly<Record<string, (text: string) => string>>;
}

/** Every file under `folder` with its text, by relative path. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
