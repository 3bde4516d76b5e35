import type { Asset, AssetName, Tombstone } from './asset';

/** One change of the simulated cloud; all changes in order are its whole state. */
export type CloudChange =
  | { readonly change: 'put'; readonly asset: Asset }
  | { readonly change: 'remove'; readonly name: AssetName }
  | { readonly change: 'bury'; readonly tombstone: Tombstone }
  | { readonly change: 'unbury'; readonly name: AssetName }
  | { readonly change: 'clock'; readonly now: number };

/** Where changes are written down, in order, so that the cloud survives a restart. */
export interface Journal {
  append(change: CloudChange): void;
}

/** Forgets everything: for a cloud that nobody will ask again. */
export const NO_JOURNAL: Journal = { append: () => undefined };
