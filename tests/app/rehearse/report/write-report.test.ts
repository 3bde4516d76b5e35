import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reportHtml } from '../../../../src/app/rehearse/report/report-html';
import { reportMarkdown } from '../../../../src/app/rehearse/report/report-markdown';
import { writeReport } from '../../../../src/app/rehearse/report/write-report';
import { temporaryFolder } from '../../temporary-folder';
import { BAD, GOOD } from './sample-report';

test('A report is written three times, over an older one, and nothing else stays in the folder', () => {
  const target = join(temporaryFolder(), 'not', 'there', 'yet');
  writeReport(GOOD, target);
  const files = writeReport(BAD, target);
  expect(readdirSync(target).sort()).toEqual(['report.html', 'report.json', 'report.md']);
  expect(readFileSync(files.markdown, 'utf8')).toBe(reportMarkdown(BAD));
  expect(readFileSync(files.html, 'utf8')).toBe(reportHtml(BAD));
  expect(JSON.parse(readFileSync(files.json, 'utf8'))).toEqual(BAD);
});
