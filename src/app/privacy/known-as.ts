import { EMAIL, email } from '../../core/domain/ids';
import type { PlanInputs } from '../../core/plan/plan-inputs';
import { keyText, placesOf } from '../../core/ledger/ledger';
import type { CohortDirectory } from '../cohort-directory';
import { readPseudonyms } from './key-file';

/**
 * What the ledger knows somebody by whom a person asks for: an e-mail address or a team's name in a cohort with
 * pseudonyms is looked up by its pseudonym. Handles, and everything in other cohorts, stay as they are written.
 */
export function knownAs(
  directory: CohortDirectory,
  { config, ledger }: Pick<PlanInputs, 'config' | 'ledger'>,
  asked: string,
): string {
  const pseudonyms = readPseudonyms(directory, config.privacy.pseudonyms !== undefined, ledger);
  if (!pseudonyms.ok || pseudonyms.value === undefined) return asked;
  const { student, team } = pseudonyms.value;
  const known = new Set([...placesOf(ledger).values()].map(({ key }) => keyText(key)));
  const text = asked.trim();
  const pseudonym = EMAIL.pattern.test(text) ? student(email(text)) : team(text);
  return known.has(pseudonym) || known.has(keyText({ team: pseudonym })) ? pseudonym : asked;
}
