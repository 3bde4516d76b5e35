import type { AssetName } from '../cloud/asset';
import { textAt } from '../values/read-value';
import type { Call, CallObserver, CallOutcome } from './call';

/** What a resource could not have been made without. */
export interface RecordedNeed {
  readonly type: string;
  /** Terraform's `id` of the resource. */
  readonly id: string;
  readonly needed: readonly AssetName[];
}

/** Remembers what each creation needed, so that it can be asked whether Terraform was told to wait for it. */
export class NeedRecord implements CallObserver {
  private readonly needs = new Map<string, RecordedNeed>();

  before(): number {
    return 0;
  }

  after({ action, type }: Call, { needed, attributes }: CallOutcome): void {
    const id = attributes === undefined ? undefined : textAt(attributes, 'id');
    if (action === 'create' && id !== undefined) this.needs.set(`${type} ${id}`, { type, id, needed });
  }

  /** All needs since the last time it was asked. */
  take(): readonly RecordedNeed[] {
    const taken = [...this.needs.values()];
    this.needs.clear();
    return taken;
  }
}
