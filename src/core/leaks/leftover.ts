import type { Instant } from '../domain/time';

/** Whose a thing is. */
export interface Whose {
  /** Handle of the tenant. */
  readonly tenant?: string;
  /** `c1`. */
  readonly cell?: string;
  /** Absent where only the name says that it is the cohort's. */
  readonly cohort?: string;
}

/** A thing of the cohort that an inventory lists. */
export interface Listed {
  /** In people's words: `forwarding rule`. */
  readonly type: string;
  readonly name: string;
  readonly fullName: string;
  readonly project?: string;
  readonly location?: string;
  readonly whose: Whose;
  /** Why it is still there. */
  readonly why: string;
}

/** Something that is left and should not be. */
export interface Leftover extends Listed {
  /** US dollars by list; absent where nobody can say. */
  readonly dollarsADay?: string;
  /** Where the price is from, or why there is none. */
  readonly priced: string;
  /** Command that removes it; absent where none can be said. */
  readonly remove?: string;
  /** What to do in place of a command, or beside it. */
  readonly note?: string;
}

/** Something that stays on purpose, or goes by itself. */
export interface Kept extends Listed {
  readonly until?: Instant;
}

/** All that inventories say of a cohort. */
export interface LeakFindings {
  /** In the order in which deletes succeed. */
  readonly leftovers: readonly Leftover[];
  readonly kept: readonly Kept[];
  /** Things of others in the same files, by type: never judged. */
  readonly strangers: Readonly<Record<string, number>>;
  readonly dollarsADay: { readonly known: string; readonly ofUnknownPrice: number };
}
