import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { HeldLock, StateLock, StateStore } from '../../rehearsal/state-backend/state-store';
import { byText } from '../../core/domain/sorting';

const LOCK = '.lock.json';

/** States and locks as files of a folder, each written whole or not at all: a dead run's lock stays. */
export class StateFiles implements StateStore {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  read(stack: string): string | undefined {
    return tryRead(this.stateFile(stack));
  }

  write(stack: string, state: string): void {
    writeFileAtomic.sync(this.stateFile(stack), state);
  }

  remove(stack: string): void {
    rmSync(this.stateFile(stack), { force: true });
  }

  tryFindLock(stack: string): StateLock | undefined {
    const info = tryRead(this.lockFile(stack));
    return info === undefined ? undefined : { id: (JSON.parse(info) as { readonly ID: string }).ID, info };
  }

  lock(stack: string, { info }: StateLock): void {
    writeFileAtomic.sync(this.lockFile(stack), info);
  }

  unlock(stack: string): void {
    rmSync(this.lockFile(stack), { force: true });
  }

  listLocks(): readonly HeldLock[] {
    return readdirSync(this.folder)
      .filter((file) => file.endsWith(LOCK))
      .map((file) => file.slice(0, -LOCK.length))
      .map((stack) => ({ stack, ...this.tryFindLock(stack)! }))
      .sort(byText(({ stack }) => stack));
  }

  private stateFile(stack: string): string {
    return join(this.folder, `${stack}.tfstate`);
  }

  private lockFile(stack: string): string {
    return join(this.folder, `${stack}${LOCK}`);
  }
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
