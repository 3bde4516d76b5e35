import type { InventoryItem } from './inventory-item';
import { isProject } from './inventory-item';

/** Something of which the inventories list nothing: either nothing is there, or nobody asked. */
export interface Silence {
  readonly about: string;
  /** Command that asks. */
  readonly ask: string;
}

interface Question extends Silence {
  isAnswered(item: InventoryItem, wasSearched: boolean): boolean;
}

/** What outlives a cohort, and who has to be asked for it. */
const questions = (folder: string, billingAccount: string): readonly Question[] => [
  {
    about: 'what stands in projects: no Cloud Asset Inventory is among the files',
    ask: `gcloud asset search-all-resources --scope=folders/${folder} --format=json`,
    isAnswered: (_, wasSearched) => wasSearched,
  },
  {
    about: 'projects',
    ask: `gcloud projects list --filter=parent.id=${folder} --format=json`,
    isAnswered: isProject,
  },
  {
    about: 'budgets, which are the billing account’s',
    ask: `gcloud billing budgets list --billing-account=${billingAccount} --format=json`,
    isAnswered: ({ name }) => name.collection === 'budgets',
  },
  {
    about: 'grants outside the cohort’s projects',
    ask: 'gcloud projects get-iam-policy PROJECT --format=json',
    isAnswered: ({ policy }) => policy !== undefined,
  },
];

/** What none of the items is about. */
export function silentAbout(
  items: readonly InventoryItem[],
  { folder, billingAccount }: { readonly folder: string; readonly billingAccount: string },
): readonly Silence[] {
  const wasSearched = items.some(({ assetType }) => assetType !== undefined);
  return questions(folder, billingAccount)
    .filter(({ isAnswered }) => !items.some((item) => isAnswered(item, wasSearched)))
    .map(({ about, ask }) => ({ about, ask }));
}
