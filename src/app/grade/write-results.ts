import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { gradeCsv } from '../../core/grading/grade-csv';
import type { ResultsPage } from './results-html';
import { resultsHtml } from './results-html';

/** Writes a lab's results for a spreadsheet, for programs and for browsers; each file whole or not at all. */
export function writeResults(folder: string, page: ResultsPage): void {
  const { criteria, rows, ...lab } = page;
  mkdirSync(folder, { recursive: true });
  writeFileAtomic.sync(join(folder, 'results.csv'), gradeCsv(rows, criteria));
  writeFileAtomic.sync(join(folder, 'results.json'), `${JSON.stringify({ ...lab, rows }, undefined, 2)}\n`);
  writeFileAtomic.sync(join(folder, 'results.html'), resultsHtml(page));
}
