import type { StateStore } from '../../../src/rehearsal/state-backend/state-store';

/** Waits until a run of terraform has locked a state; fails where none does within 20 seconds. */
export async function somebodyLocks(store: StateStore): Promise<void> {
  const begun = Date.now();
  while (store.listLocks().length === 0) {
    if (Date.now() - begun > 20_000) throw new Error('nobody locked a state');
    await new Promise(setImmediate);
  }
}
