import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { RehearsalReport } from './report';
import { reportHtml } from './report-html';
import { reportMarkdown } from './report-markdown';

/** Where the three forms of a report stand. */
export interface ReportFiles {
  readonly markdown: string;
  readonly html: string;
  readonly json: string;
}

/** Writes the report into `folder` for people, for browsers and for programs; each file whole or not at all. */
export function writeReport(report: RehearsalReport, folder: string): ReportFiles {
  const files = {
    markdown: join(folder, 'report.md'),
    html: join(folder, 'report.html'),
    json: join(folder, 'report.json'),
  };
  mkdirSync(folder, { recursive: true });
  writeFileAtomic.sync(files.markdown, reportMarkdown(report));
  writeFileAtomic.sync(files.html, reportHtml(report));
  writeFileAtomic.sync(files.json, `${JSON.stringify(report, undefined, 2)}\n`);
  return files;
}
