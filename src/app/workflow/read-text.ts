import { readFileSync } from 'node:fs';

/** What a file says; nothing where there is none, and an empty text where it cannot be read. */
export function tryReadText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? undefined : '';
  }
}
