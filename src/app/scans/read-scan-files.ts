import { relative, resolve } from 'node:path';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, inReadingOrder, refuse } from '../../core/input/problem';
import { decodeInventory, readEntries } from '../../core/leaks/inventory-text';
import type { ScanPage } from '../../core/scans/missing-pages';
import { beforeMissingPages } from '../../core/scans/missing-pages';
import type { ScanEntry } from '../../core/scans/scan-entries';
import { SCANS_ALLOWED, SCANS_WRITE, scanEntries, tryPage } from '../../core/scans/scan-entries';
import { readInput } from '../cohort-directory';

/** Reads what Google says of images, or tells all that is wrong with all files. */
export function readScanFiles(files: readonly string[]): Outcome<readonly ScanEntry[]> {
  const problems: Problem[] = [];
  const entries: ScanEntry[] = [];
  const pages: ScanPage[] = [];
  for (const file of files) {
    const read = readOne(file);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    entries.push(...read.value.entries);
    if (read.value.page !== undefined) pages.push(read.value.page);
  }
  if (problems.length > 0) return refuse(inReadingOrder(problems));
  const cut = beforeMissingPages(pages);
  return cut.length > 0 ? refuse(inReadingOrder(cut.map(cutAfter))) : accept(entries);
}

interface ReadFile {
  readonly entries: readonly ScanEntry[];
  /** Absent where it is no answer of the API. */
  readonly page: ScanPage | undefined;
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
  return accept({ entries: entries.value, page: tryPage(name, listed.value) });
}

/** Google says that there are more pages of its project, and none of them is the last. */
const cutAfter = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  message:
    'Google had more pages of what scans found in this project, and the last one is not among the files',
  allowed: 'all pages, up to the one without nextPageToken',
  write: SCANS_WRITE,
});
