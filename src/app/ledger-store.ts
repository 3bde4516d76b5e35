import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Ledger } from '../core/ledger/ledger';
import { formatLedger } from '../core/ledger/ledger-file';
import type { CohortDirectory } from './cohort-directory';
import { LEDGER_FILE } from './cohort-directory';

/** Another run is writing this cohort's ledger. */
export class LedgerIsLocked extends Error {
  constructor(
    readonly file: string,
    readonly holder: string,
  ) {
    super(`${file} is held by ${holder}`);
  }
}

/**
 * Runs `work` while nobody else can write the ledger of this cohort. The lock is a file beside the
 * ledger that only one process can create; one that a dead process of this machine left is taken over.
 * @throws LedgerIsLocked
 */
export function withLedgerLock<T>(directory: CohortDirectory, work: () => T): T {
  const path = join(directory.path, `${LEDGER_FILE}.lock`);
  acquire(path, directory.display(`${LEDGER_FILE}.lock`));
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

function acquire(path: string, name: string): void {
  if (tryCreate(path)) return;
  const holder = readHolder(path);
  if (holder === undefined || !isDead(holder) || !takeOver(path))
    throw new LedgerIsLocked(name, holder ?? 'another run');
}

function tryCreate(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, `process ${process.pid} on ${hostname()}`);
    fsyncSync(file);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8') || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** True only for a process that was on this machine and is not any more. */
function isDead(holder: string): boolean {
  const match = /^process (\d+) on (.*)$/.exec(holder);
  if (match?.[2] !== hostname()) return false;
  try {
    process.kill(Number(match[1]), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function takeOver(path: string): boolean {
  rmSync(path, { force: true });
  return tryCreate(path);
}

/** Writes the ledger whole or not at all; the file that was there stays until the new one is on disk. */
export function writeLedger(directory: CohortDirectory, ledger: Ledger): void {
  writeFileAtomic.sync(join(directory.path, LEDGER_FILE), formatLedger(ledger));
}
