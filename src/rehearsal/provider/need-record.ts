import type { AssetName } from '../cloud/asset';
import type { Call, CallObserver, CallOutcome } from './call';
import { identityOf } from './identity';

/** What a resource could not have been made without. */
export interface RecordedNeed {
  /** Which it is, as `identityOf` says. */
  readonly resource: string;
  readonly needed: readonly AssetName[];
}

/** Remembers what each creation needed, so that it can be asked whether Terraform was told to wait for it. */
export class NeedRecord implements CallObserver {
  private readonly needs = new Map<string, RecordedNeed>();

  before(): number {
    return 0;
  }

  after({ action, type }: Call, { needed, attributes }: CallOutcome): void {
    const resource = attributes === undefined ? undefined : identityOf(type, attributes);
    if (action === 'create' && resource !== undefined) this.needs.set(resource, { resource, needed });
  }

  /** All needs since the last time it was asked. */
  take(): readonly RecordedNeed[] {
    const taken = [...this.needs.values()];
    this.needs.clear();
    return taken;
  }
}
