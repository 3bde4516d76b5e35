import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CohortMarks } from '../../../src/core/leaks/cohort-marks';
import { marksOf } from '../../../src/core/leaks/cohort-marks';
import { recognise } from '../../../src/core/leaks/entry-shapes';
import type { InventoryItem } from '../../../src/core/leaks/inventory-item';
import { mergeItems } from '../../../src/core/leaks/inventory-item';
import { readEntries } from '../../../src/core/leaks/inventory-text';
import { judgeInventory } from '../../../src/core/leaks/judge-inventory';
import type { LeakFindings, Leftover } from '../../../src/core/leaks/leftover';
import { HOME } from '../../../src/app/cohort-directory';
import { resolveCohort } from '../../../src/app/resolve-cohort';
import { valueOf } from '../outcomes';

const FIXTURES = join(__dirname, 'fixtures');

/** Path of an inventory as gcloud printed it. */
export const fixture = (file: string): string => join(FIXTURES, file);

const cohort = valueOf(
  resolveCohort(
    { cohort: join(HOME, 'examples', 'w255-spring'), at: '2027-05-01T00:00:00Z' },
    { record: false },
  ),
);

/** Names of the cohort that the fixtures are about. */
export const MARKS: CohortMarks = marksOf(cohort.plan, cohort.inputs.ledger);

/** Items of a text that is an inventory. */
export const itemsIn = (text: string): readonly InventoryItem[] =>
  mergeItems(
    valueOf(recognise('inventory.json', valueOf(readEntries('inventory.json', text)))).map(
      ({ item }) => item,
    ),
  );

/** What is found in entries, or in the text of an inventory. */
export const judged = (entries: readonly object[] | string): LeakFindings =>
  judgeInventory(itemsIn(typeof entries === 'string' ? entries : JSON.stringify(entries)), MARKS, 'us-west1');

/** What is found in one of the fixtures. */
export const judgedFixture = (file: string): LeakFindings => judged(readFileSync(fixture(file), 'utf8'));

/** A leftover in four words: what, whose, dollars, command. */
export const brief = ({ type, whose, dollarsADay, remove }: Leftover): readonly (string | undefined)[] => [
  type,
  whose.tenant ?? whose.cell ?? whose.cohort ?? 'unknown',
  dollarsADay,
  remove,
];
