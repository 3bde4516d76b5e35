import { byText } from '../domain/sorting';
import type { PlaceRight, Toolkit } from './toolkit';

/** An account in a place with what it may do there. */
export interface PlaceAccount {
  readonly name: string;
  readonly rights: readonly PlaceRight[];
}

/** Accounts that a toolkit has in a place, by name. */
export function accountsOf({ id, rights = [] }: Pick<Toolkit, 'id' | 'rights'>): readonly PlaceAccount[] {
  const names = [...new Set(rights.map(({ account = id }) => account))].sort(byText(String));
  return names.map((name) => ({
    name,
    rights: rights.filter(({ account = id }) => account === name),
  }));
}
