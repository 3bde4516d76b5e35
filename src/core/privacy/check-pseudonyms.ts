import type { Problem } from '../input/problem';
import type { Ledger } from '../ledger/ledger';
import { placesOf } from '../ledger/ledger';
import { checkOf } from './pseudonyms';

/** Names of the files as messages call them. */
export interface PrivacyFiles {
  readonly cohort: string;
  readonly ledger: string;
  readonly key: string;
}

/**
 * Whether the ledger knows people in the way that the cohort says: by pseudonyms of this key, or by their addresses.
 * Otherwise everyone would look new, and be given a second place. `check` is the key's; undefined without pseudonyms.
 */
export function checkLedgerKeys(
  ledger: Ledger,
  check: string | undefined,
  files: PrivacyFiles,
): readonly Problem[] {
  const checks = [...placesOf(ledger).values()].flatMap(({ key }) =>
    'student' in key || 'team' in key ? [checkOf(key)] : [],
  );
  const problem = (file: string, message: string, write: string): readonly Problem[] => [
    { file, line: 1, column: 1, message, write },
  ];
  if (check === undefined) {
    if (checks.every((each) => each === undefined)) return [];
    return problem(
      files.cohort,
      `${files.ledger} knows people by pseudonyms, and this file no longer asks for them`,
      'privacy: { pseudonyms: { groupsDomain: … } }, as it was; a cohort keeps them for good',
    );
  }
  if (checks.some((each) => each === undefined))
    return problem(
      files.cohort,
      `pseudonyms are chosen before the first place is recorded, and ${files.ledger} names people by their e-mail`,
      'no "pseudonyms:" under "privacy:"; or start a cohort with another id in an empty folder',
    );
  if (checks.some((each) => each !== check))
    return problem(
      files.key,
      `this is not the key that the places of ${files.ledger} were named with`,
      'nothing by hand: bring back the key of this cohort from your copy',
    );
  return [];
}
