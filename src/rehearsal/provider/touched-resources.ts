import type { Call, CallObserver, CallOutcome } from './call';
import { identityOf } from './identity';

const TOUCHING: readonly Call['action'][] = ['create', 'update', 'import'];

/** Remembers which resources were made, changed or adopted, so that the others can be counted as kept. */
export class TouchedResources implements CallObserver {
  private readonly touched = new Set<string>();

  before(): number {
    return 0;
  }

  after({ action, type }: Call, { attributes }: CallOutcome): void {
    const resource = attributes === undefined ? undefined : identityOf(type, attributes);
    if (TOUCHING.includes(action) && resource !== undefined) this.touched.add(resource);
  }

  /** All since the last time it was asked, as `identityOf` says which: `google_storage_bucket data`. */
  take(): ReadonlySet<string> {
    const taken = new Set(this.touched);
    this.touched.clear();
    return taken;
  }
}
