import { LedgerIsLocked } from './ledger-store';

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota on this disk is used up',
  EMFILE: 'too many files are open',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  ENAMETOOLONG: 'the path is too long',
};

/** What happened, for errors that are nobody's fault in the code; undefined for all others. */
export function tryExplain(error: unknown): string | undefined {
  if (error instanceof LedgerIsLocked) {
    return `${error.file}: ${error.holder} is writing this cohort right now. Wait for it; if that run is gone, delete the file. Nothing was written.`;
  }
  if (error instanceof Error && error.name === 'ExitPromptError') return 'Stopped. Nothing was written.';
  const { code, path } = error as NodeJS.ErrnoException;
  const why = code === undefined ? undefined : WHY[code];
  return why === undefined
    ? undefined
    : `${path ?? 'The output'}: ${why}. What stood there before is unchanged.`;
}
