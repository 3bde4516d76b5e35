import { basename, relative, resolve } from 'node:path';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, inReadingOrder, refuse } from '../../core/input/problem';
import { recognise } from '../../core/leaks/entry-shapes';
import type { InventoryItem } from '../../core/leaks/inventory-item';
import { mergeItems } from '../../core/leaks/inventory-item';
import { INVENTORY_ALLOWED, INVENTORY_WRITE, decodeInventory, readEntries } from '../../core/leaks/inventory-text'; // prettier-ignore
import type { CertifiedInput } from '../../core/leaks/leak-certificate';
import { sha256 } from '../../core/leaks/leak-certificate';
import { readInput } from '../cohort-directory';

/** All that inventories list, and what they were. */
export interface ReadInventories {
  /** Each thing once, sorted. */
  readonly items: readonly InventoryItem[];
  readonly inputs: readonly CertifiedInput[];
}

interface ReadFile {
  readonly input: CertifiedInput;
  readonly items: readonly InventoryItem[];
}

/** Reads inventories, or tells all that is wrong with all of them. */
export function readInventories(files: readonly string[]): Outcome<ReadInventories> {
  const problems: Problem[] = [];
  const read: ReadFile[] = [];
  for (const file of files) {
    const one = readOne(file);
    if (one.ok) read.push(one.value);
    else problems.push(...one.problems);
  }
  if (problems.length > 0) return refuse(inReadingOrder(problems));
  const items = read.flatMap((each) => each.items);
  if (items.length === 0) return refuse([nothingListed(files[0]!)]);
  return accept({ items: mergeItems(items), inputs: read.map(({ input }) => input) });
}

function readOne(file: string): Outcome<ReadFile> {
  const name = relative(process.cwd(), resolve(file)) || file;
  const bytes = readInput(resolve(file), name, INVENTORY_WRITE);
  if (!(bytes instanceof Uint8Array)) return refuse([{ ...bytes, allowed: INVENTORY_ALLOWED }]);
  const text = decodeInventory(name, bytes);
  const entries = text.ok ? readEntries(name, text.value) : text;
  const recognised = entries.ok ? recognise(name, entries.value) : entries;
  if (!recognised.ok) return recognised;
  const found = recognised.value;
  const forms = [...new Set(found.map(({ shape }) => shape))].sort();
  return accept({
    items: found.map(({ item }) => item),
    // Where the file lies is the reader's own affair: the sum says which file it is.
    input: { name: basename(file), sha256: sha256(bytes), entries: found.length, forms },
  });
}

/** An empty list says nothing of what was asked for, so nothing follows from one alone. */
const nothingListed = (file: string): Problem => ({
  file: relative(process.cwd(), resolve(file)) || file,
  line: 1,
  column: 1,
  message: 'the inventories list nothing at all, so they do not show that somebody looked',
  allowed: 'at least one inventory with what stands there, of the cohort or of others',
  write: INVENTORY_WRITE,
});
