import MarkdownIt from 'markdown-it';
import type { Criterion } from '../../core/grading/criteria';
import type { GradeRow } from '../../core/grading/grade-table';
import { valueText } from '../../core/grading/grade-table';
import type { LoadReport } from '../../core/grading/load-report';
import { REPORT_STYLE } from '../rehearse/report/report-style';
import { counted } from '../table';

/** What the page of a lab's results shows. */
export interface ResultsPage {
  /** As people call the lab. */
  readonly lab: string;
  /** What each service had to bear, in a sentence. */
  readonly load: string;
  readonly criteria: readonly Criterion[];
  readonly rows: readonly GradeRow[];
}

const { escapeHtml } = new MarkdownIt().utils;

const RESULTS_STYLE = `
main { max-width: 75rem; }
.pass, .fail { white-space: nowrap; }
.fail { color: var(--bad); }
td small { display: block; color: var(--soft); white-space: normal; min-width: 14rem; max-width: 26rem; }
dl { display: grid; grid-template-columns: max-content max-content; gap: 0 1rem; margin: .35rem 0; }
dt { color: var(--soft); } dd { margin: 0; text-align: right; }
`;

/** The results of a lab as one page that needs no other file and no network. */
export function resultsHtml({ lab, load, criteria, rows }: ResultsPage): string {
  const missing = rows.filter(({ outcome }) => outcome === 'not graded').length;
  const passed = rows.filter(({ outcome }) => outcome === 'passed').length;
  const heads = ['name', 'place', 'result', ...criteria.map(({ title }) => title), 'measured'];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Load grading: ${escapeHtml(lab)}</title>`,
    `<style>\n${REPORT_STYLE}${RESULTS_STYLE}</style>`,
    '</head>',
    `<body class="${missing === 0 ? 'passed' : 'failed'}">`,
    '<main>',
    `<h1>${escapeHtml(lab)}</h1>`,
    `<p>${passed} of ${counted(rows.length, 'place')} passed; ${missing} could not be graded.</p>`,
    `<p>${escapeHtml(load)}</p>`,
    '<div class="wide" tabindex="0" role="group"><table>',
    `<thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => rowHtml(row, criteria)),
    '</tbody>',
    '</table></div>',
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function rowHtml(row: GradeRow, criteria: readonly Criterion[]): string {
  const { handle, title, outcome, judgements, report, reason } = row;
  const mark = { passed: '✓ ', failed: '✗ ', 'not graded': '! ', held: '', 'not due': '' }[outcome];
  const isBad = outcome === 'failed' || outcome === 'not graded';
  const cells = judgements.map(
    (judgement) =>
      `<td class="${judgement.passed ? 'pass' : 'fail'}">${judgement.passed ? '✓' : '✗'} ${escapeHtml(valueText(judgement))}</td>`,
  );
  const values = cells.length > 0 ? cells.join('') : '<td></td>'.repeat(criteria.length);
  const why = reason === undefined ? '' : `<small>${escapeHtml(reason)}</small>`;
  return [
    `<tr><th scope="row">${escapeHtml(title)}</th><td>${escapeHtml(handle)}</td>`,
    `<td${isBad ? ' class="fail"' : ''}>${mark}${outcome}${why}</td>`,
    `${values}<td>${report === undefined ? '' : reportHtml(report)}</td></tr>`,
  ].join('');
}

function reportHtml({ requests, answered, seconds, latency }: LoadReport): string {
  const rounded = (value: number): string => String(Number(value.toFixed(2)));
  const facts = [
    ['requests', rounded(requests)],
    ['good answers', rounded(answered)],
    ['seconds', rounded(seconds)],
    ...Object.entries(latency ?? {}).map(([key, value]) => [`${key}, ms`, rounded(value)]),
  ];
  const list = facts.map(([name, value]) => `<dt>${escapeHtml(name!)}</dt><dd>${value!}</dd>`).join('');
  return `<details><summary>k6</summary><dl>${list}</dl></details>`;
}
