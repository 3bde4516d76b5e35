import type { AssetName } from '../cloud/asset';
import type { Attributes } from '../values/value';

export type CallAction = 'create' | 'read' | 'update' | 'delete' | 'import' | 'data';

/** One call of Terraform that reaches the cloud. */
export interface Call {
  readonly action: CallAction;
  /** Type of the resource or data source. */
  readonly type: string;
  /** What is made, changed, read or deleted, as far as it is known; an import has only its id. */
  readonly attributes: Attributes;
}

/** What came of a call. */
export interface CallOutcome {
  /** What it could not have done without. */
  readonly needed: readonly AssetName[];
  /** Attributes of what was made or changed. */
  readonly attributes?: Attributes;
}

/** Stands between Terraform and the cloud: what makes calls fail, and what counts them. */
export interface CallObserver {
  /** Before Google hears of it; throws what Google refuses with, answers the seconds it takes beyond the usual. */
  before(call: Call): number | Promise<number>;
  /** After Google did it and before Terraform learns; throws what is lost on the way. */
  after(call: Call, outcome: CallOutcome): void | Promise<void>;
}

/** Lets everything through and remembers nothing. */
export const NO_OBSERVER: CallObserver = { before: () => 0, after: () => undefined };
