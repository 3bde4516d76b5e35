import type { CohortId } from '../../core/domain/ids';
import type { Terminal } from '../terminal';

/**
 * Whether a person typed the cohort's id, which nobody does by mistake; where nobody can be asked, what to write is told
 * and the answer is no.
 */
export async function typedConsent(terminal: Terminal, cohort: CohortId, json: boolean): Promise<boolean> {
  terminal.done();
  if (!terminal.interactive || json) {
    terminal.note('Say --yes, since nobody can be asked here. Nothing was changed.');
    return false;
  }
  const { input } = await import('@inquirer/prompts');
  const typed = await input({ message: `There is no way back. To go on, type the cohort's id (${cohort}):` });
  if (typed.trim() === cohort) return true;
  terminal.note(`That is not ${cohort}. Nothing was changed.`);
  return false;
}
