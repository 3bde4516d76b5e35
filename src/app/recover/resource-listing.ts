import type { ListedEntry, ListingQuery } from '../../core/recover/listings';

/** What stands in a place, or why nobody can tell, as a clause behind "and". */
export type Listed =
  | { readonly ok: true; readonly entries: readonly ListedEntry[] }
  | { readonly ok: false; readonly problem: string };

/** Where recovering asks for what stands under ids that Google made up. */
export interface ResourceListing {
  list(query: ListingQuery): Promise<Listed>;
}
