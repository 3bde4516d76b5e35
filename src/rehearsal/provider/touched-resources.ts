import { textAt } from '../values/read-value';
import type { Call, CallObserver, CallOutcome } from './call';

const TOUCHING: readonly Call['action'][] = ['create', 'update', 'import'];

/** Remembers which resources were made, changed or adopted, so that the others can be counted as kept. */
export class TouchedResources implements CallObserver {
  private readonly touched = new Set<string>();

  before(): number {
    return 0;
  }

  after({ action, type }: Call, { attributes }: CallOutcome): void {
    const id = attributes === undefined ? undefined : textAt(attributes, 'id');
    if (TOUCHING.includes(action) && id !== undefined) this.touched.add(`${type} ${id}`);
  }

  /** Type and Terraform's `id` of all since the last time it was asked: `google_storage_bucket data`. */
  take(): ReadonlySet<string> {
    const taken = new Set(this.touched);
    this.touched.clear();
    return taken;
  }
}
