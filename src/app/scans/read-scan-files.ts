import { relative, resolve } from 'node:path';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, inReadingOrder, refuse } from '../../core/input/problem';
import { decodeInventory, readEntries } from '../../core/leaks/inventory-text';
import type { ScanEntry } from '../../core/scans/scan-entries';
import { SCANS_ALLOWED, SCANS_WRITE, pageOf, scanEntries } from '../../core/scans/scan-entries';
import { readInput } from '../cohort-directory';

/** Reads what Google says of images, or tells all that is wrong with all files. */
export function readScanFiles(files: readonly string[]): Outcome<readonly ScanEntry[]> {
  const problems: Problem[] = [];
  const entries: ScanEntry[] = [];
  const pages = new Set<ReadFile['page']>();
  for (const file of files) {
    const read = readOne(file);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    entries.push(...read.value.entries);
    pages.add(read.value.page);
  }
  if (problems.length > 0) return refuse(inReadingOrder(problems));
  if (pages.has('more') && !pages.has('last')) return refuse([cut(files[0]!)]);
  return accept(entries);
}

interface ReadFile {
  readonly entries: readonly ScanEntry[];
  /** Whether it is an answer of the API, and Google has more after it. */
  readonly page: ReturnType<typeof pageOf>;
}

function readOne(file: string): Outcome<ReadFile> {
  const name = relative(process.cwd(), resolve(file)) || file;
  const bytes = readInput(resolve(file), name, SCANS_WRITE);
  if (!(bytes instanceof Uint8Array)) return refuse([{ ...bytes, allowed: SCANS_ALLOWED }]);
  const text = decodeInventory(name, bytes);
  const listed = text.ok ? readEntries(name, text.value) : text;
  if (!listed.ok)
    return refuse(
      listed.problems.map((problem) => ({ ...problem, allowed: SCANS_ALLOWED, write: SCANS_WRITE })),
    );
  const entries = scanEntries(name, listed.value);
  if (!entries.ok) return entries;
  return accept({ entries: entries.value, page: pageOf(listed.value) });
}

/** Every page says that there are more, so the last ones are missing. */
const cut = (file: string): Problem => ({
  file: relative(process.cwd(), resolve(file)) || file,
  line: 1,
  column: 1,
  message: 'Google had more pages of what scans found, and the last one is not among the files',
  allowed: 'all pages, up to the one without nextPageToken',
  write: SCANS_WRITE,
});
