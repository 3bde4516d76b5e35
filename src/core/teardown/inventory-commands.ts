import { silentAbout } from '../leaks/inventory-coverage';
import type { CohortPlan } from '../plan/cohort-plan';

/** Files that the inventories go into, in the order of the questions that a certificate asks. */
const FILES = ['inventory.json', 'projects.json', 'budgets.json', 'grants.json'] as const;

/** Commands that list what is left, and the one that certifies it; each whole, for a shell. `flags` name the cohort. */
export function inventoryCommands({ google, cohort }: CohortPlan, flags = ''): readonly string[] {
  const questions = silentAbout([], google);
  return [
    ...questions.map(({ ask }, index) => `${ask.replace('PROJECT', google.adminProject)} > ${FILES[index]!}`),
    `npx practicum leaks ${FILES.slice(0, questions.length).join(' ')}${flags} --out certificate-${cohort}`,
  ];
}
