import type { Adoption, NotAdopted } from '../../core/recover/adoption';
import type { LockInfo } from '../../core/recover/lock-info';

/** What has to be agreed to before it is done. */
export interface Consent {
  releaseLock(stack: string, lock: LockInfo): Promise<boolean>;
  saveState(stack: string): Promise<boolean>;
  adopt(stack: string, adoptions: readonly Adoption[]): Promise<boolean>;
}

/** A resource of which nobody can tell whether a killed run made it. */
export interface Unseen {
  readonly address: string;
  readonly why: string;
  /** Command that shows what stands. */
  readonly look: string;
}

/** What was recovered of a stack, and what was not. */
export interface StackRecovery {
  readonly stack: string;
  /** The lock that a dead run left. */
  readonly lock?: LockInfo & { readonly released: boolean };
  /** Whether a state that lay beside the stack is in its backend now; undefined if none lay there. */
  readonly stateSaved?: boolean;
  readonly adopted: readonly Adoption[];
  readonly notAdopted: readonly NotAdopted[];
  /** Made, but with an error: the next deploy destroys them and makes them anew. */
  readonly tainted: readonly string[];
  readonly unseen: readonly Unseen[];
  /** How many resources are left for the next deploy to make. */
  readonly toCreate: number;
  /** Stack that has to be deployed before this one can be looked at. */
  readonly waitsFor?: string;
  /** Why the recovery ended early. */
  readonly problem?: string;
}

/** Whether nothing is left that another recovery or a person has to see to. */
export const isRecovered = ({ notAdopted, problem }: StackRecovery): boolean =>
  notAdopted.length === 0 && problem === undefined;
