import { readableDuration } from './duration';
import type { Finding, RehearsalReport, StepReport } from './report';
import { longestWaits, passed } from './report';
import {
  brokenRule,
  duration,
  enginePhrase,
  harmless,
  isGood,
  stepTitle,
  subject,
  verdict,
} from './report-words';

const MOST_WAITS = 10;

/** The report as a page of Markdown. */
export function reportMarkdown(report: RehearsalReport): string {
  return `${headSection(report)}\n${detailSections(report)}`;
}

/** What was rehearsed, how it ended and the table of steps. */
export function headSection(report: RehearsalReport): string {
  return [
    `# Rehearsal of ${inMarkdown(subject(report))}`,
    '',
    `**${passed(report) ? '✓' : '✗'} ${inMarkdown(verdict(report))}: ${inMarkdown(duration(report))}**`,
    '',
    `Applied by ${inMarkdown(enginePhrase(report))}.`,
    '',
    '## Steps',
    '',
    ...mdTable(
      ['', 'step', 'here', 'on Google', 'added', 'changed', 'destroyed', 'kept', 'findings'],
      [...report.steps.map(stepCells), totalCells(report)],
      2,
    ),
    '',
  ].join('\n');
}

/** All that follows the table of steps: findings first. */
export function detailSections(report: RehearsalReport): string {
  const waits = longestWaits(report, MOST_WAITS).map((wait) => [
    inMarkdown(wait.about),
    readableDuration(wait.seconds),
  ]);
  const peaks = report.totals.processes.map(({ name, peakMiB }) => [
    inMarkdown(name),
    `${Math.round(peakMiB)} MiB`,
  ]);
  const left = report.assetsLeft.map(({ name, type, owner = '', cause = '' }) =>
    [name, type, owner, cause].map(inMarkdown),
  );
  const faults = report.steps.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));
  return [
    ...section(
      'Findings',
      report.steps.flatMap(({ name, findings }) => findings.flatMap((each) => findingLines(name, each))),
    ),
    ...section('Left over', mdTable(['asset', 'type', 'of', 'because'], left)),
    ...section('Went wrong on purpose', listed(faults)),
    ...section('The longest waits on Google Cloud', mdTable(['for', 'time'], waits, 1)),
    ...section('Most memory', mdTable(['process', 'at once'], peaks, 1)),
    ...section('What was real', listed(report.real)),
    ...section('What was simulated', listed(report.simulated)),
    ...section('Stored only, not checked', listed(report.storedOnlyTypes)),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
}

const listed = (items: readonly string[]): readonly string[] => items.map((each) => `- ${inMarkdown(each)}`);

function stepCells(step: StepReport): readonly string[] {
  return [
    isGood(step) ? '✓' : '✗',
    inMarkdown(stepTitle(step)),
    readableDuration(step.seconds),
    readableDuration(step.virtualSeconds),
    ...[step.added, step.changed, step.destroyed, step.kept, step.findings.length].map(String),
  ];
}

function totalCells({ totals }: RehearsalReport): readonly string[] {
  const { added, changed, destroyed, findings } = totals;
  const times = [totals.seconds, totals.virtualSeconds].map(readableDuration);
  return ['', 'together', ...times, ...[added, changed, destroyed].map(String), '', String(findings)].map(
    (cell) => (cell === '' ? '' : `**${cell}**`),
  );
}

/** A table whose columns from number `right` on stand at the right; none without rows. */
function mdTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right = Infinity,
): readonly string[] {
  if (rows.length === 0) return [];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map((_, column) => (column >= right ? '---:' : '---'))), ...rows.map(row)];
}

function findingLines(step: string, finding: Finding): readonly string[] {
  const message = harmless(finding.message);
  const fence = '`'.repeat(Math.max(3, ...[...message.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return [
    `### ${inMarkdown(step)}: ${finding.invariant}`,
    '',
    `${inMarkdown(brokenRule(finding))} Not so at **${inMarkdown(harmless(finding.where))}**:`,
    '',
    `${fence}text`,
    message,
    fence,
    '',
    ...(finding.remedy === undefined ? [] : [`Remedy: ${inMarkdown(harmless(finding.remedy))}`, '']),
  ];
}

/** Text that means itself in Markdown and in the cell of a table, on one line. */
export function inMarkdown(text: string): string {
  return harmless(text)
    .replaceAll(/[\\`*_~[\]<>|&]/g, (sign) => `\\${sign}`)
    .replaceAll(/\s+/g, ' ')
    .replace(/^(\d*)([#+.)-])/, '$1\\$2');
}
