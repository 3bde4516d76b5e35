/** A lock on the state of a stack, as the terraform that took it describes itself. */
export interface StateLock {
  /** Id that releases it. */
  readonly id: string;
  /** Terraform's own words, as JSON: `Who`, `Operation`, `Created`, … */
  readonly info: string;
}

/** Where states and their locks are kept; what it holds outlives the server that asks it. */
export interface StateStore {
  read(stack: string): string | undefined;
  write(stack: string, state: string): void;
  remove(stack: string): void;
  tryFindLock(stack: string): StateLock | undefined;
  lock(stack: string, lock: StateLock): void;
  unlock(stack: string): void;
  /** All locks that are held, sorted by stack. */
  listLocks(): readonly HeldLock[];
}

export interface HeldLock extends StateLock {
  readonly stack: string;
}

/** States and locks that nothing keeps when the program ends. */
export class MemoryStateStore implements StateStore {
  private readonly states = new Map<string, string>();
  private readonly locks = new Map<string, StateLock>();

  read(stack: string): string | undefined {
    return this.states.get(stack);
  }

  write(stack: string, state: string): void {
    this.states.set(stack, state);
  }

  remove(stack: string): void {
    this.states.delete(stack);
  }

  tryFindLock(stack: string): StateLock | undefined {
    return this.locks.get(stack);
  }

  lock(stack: string, lock: StateLock): void {
    this.locks.set(stack, lock);
  }

  unlock(stack: string): void {
    this.locks.delete(stack);
  }

  listLocks(): readonly HeldLock[] {
    return [...this.locks]
      .map(([stack, lock]) => ({ stack, ...lock }))
      .sort((a, b) => (a.stack < b.stack ? -1 : 1));
  }
}
