import type { Colors } from 'picocolors/types';
import { wrapped } from '../../report-problems';
import { table } from '../../table';
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

/** How a terminal shows it. */
export interface TableStyle {
  readonly colors: Colors;
  /** Columns of the terminal. */
  readonly width: number;
}

const MOST_WAITS = 5;
/** Left over assets beyond these are in the report that is written. */
const MOST_LEFT = 20;
const SHORTEST_NAME = 10;

/** The report as lines of a terminal; the verdict last, where the eye is. */
export function reportTable(report: RehearsalReport, style: TableStyle): readonly string[] {
  const { colors, width } = style;
  const heading = (text: string): string => `\n${colors.bold(text)}`;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [heading(title), ...lines.flatMap((line) => line.split('\n'))];
  const waits = longestWaits(report, MOST_WAITS).map(({ about, seconds }) => [
    readableDuration(seconds),
    about,
  ]);
  const mark = passed(report) ? colors.green('✓') : colors.red('✗');
  return [
    ...wrapped('', subject(report), width)
      .split('\n')
      .map((line) => colors.bold(line)),
    colors.dim(enginePhrase(report)),
    '',
    ...stepRows(report.steps, style),
    ...section('The longest waits on Google Cloud', hanging(waits, width)),
    ...section(
      'Most memory',
      table(report.totals.processes.map(({ name, peakMiB }) => [name, `${Math.round(peakMiB)} MiB`])),
    ),
    ...section('Went wrong on purpose', faultLines(report, width)),
    ...section('Findings', findingLines(report, style)),
    ...section('Left over', leftLines(report, width)),
    ...section(
      'What was real',
      report.real.map((each) => wrapped('  - ', each, width)),
    ),
    ...section(
      'What was simulated',
      report.simulated.map((each) => wrapped('  - ', each, width)),
    ),
    ...section(
      'Stored only, not checked',
      report.storedOnlyTypes.length === 0 ? [] : [wrapped('  ', report.storedOnlyTypes.join(', '), width)],
    ),
    '',
    ...verdictLines(report, width).map((line, index) =>
      index === 0 ? `${mark} ${colors.bold(line)}` : `  ${colors.bold(line)}`,
    ),
  ];
}

/** On one line where there is room, for times must not be broken. */
function verdictLines(report: RehearsalReport, width: number): readonly string[] {
  const [ended, took] = [verdict(report), duration(report)];
  const line = `${ended}: ${took}`;
  return line.length + 2 <= width ? [line] : [ended, took];
}

const NUMBERS = ['here', 'on Google', 'add', 'change', 'destroy', 'keep'] as const;

/** A row a step: numbers stand under each other at the right, and names break their lines in what is left. */
function stepRows(steps: readonly StepReport[], { colors, width }: TableStyle): readonly string[] {
  const cells = steps.map((step) => [
    readableDuration(step.seconds),
    readableDuration(step.virtualSeconds),
    ...[step.added, step.changed, step.destroyed, step.kept].map(String),
  ]);
  const widths = NUMBERS.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column]!.length)),
  );
  const numbers = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padStart(widths[column]!)).join('  ');
  const taken = 2 + widths.reduce((sum, each) => sum + 2 + each, 0);
  const room = Math.max(SHORTEST_NAME, width - taken);
  const longest = Math.min(room, Math.max(4, ...steps.map((step) => lengthOf(stepTitle(step)))));
  return [
    colors.dim(`  ${'step'.padEnd(longest)}  ${numbers(NUMBERS)}`),
    ...steps.flatMap((step, index) => {
      const mark = isGood(step) ? colors.green('✓') : colors.red('✗');
      const [first, ...rest] = wrapped('', stepTitle(step), longest).split('\n');
      return [
        `${mark} ${fitted(first!, longest)}  ${numbers(cells[index]!)}`,
        ...rest.map((line) => `  ${fitted(line, longest)}`.trimEnd()),
      ];
    }),
  ];
}

const lengthOf = (text: string): number => [...text].length;

/** `text` in exactly `room` columns, its end cut off with `…` where it is too long. */
function fitted(text: string, room: number): string {
  const letters = [...text];
  if (letters.length <= room) return text + ' '.repeat(room - letters.length);
  return `${letters.slice(0, room - 1).join('')}…`;
}

/** Two columns, of which the second breaks its lines. */
function hanging(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const first = Math.max(0, ...rows.map(([lead]) => lengthOf(lead!)));
  return rows.map(([lead, text]) => wrapped(`  ${lead!.padStart(first)}  `, text!, width));
}

function faultLines({ steps }: RehearsalReport, width: number): readonly string[] {
  return steps.flatMap(({ name, faults }) =>
    faults.map((fault) => wrapped('  ', `${name}: ${fault}`, width)),
  );
}

function findingLines({ steps }: RehearsalReport, { colors, width }: TableStyle): readonly string[] {
  const findings = steps.flatMap(({ name, findings }) => findings.map((finding) => ({ name, finding })));
  return findings.flatMap(({ name, finding }, index) => [
    ...(index === 0 ? [] : ['']),
    `  ${colors.red(finding.invariant)}`,
    wrapped('    step     ', name, width),
    wrapped('    where    ', harmless(finding.where), width),
    ...messageLines(finding, width),
    wrapped('    rule     ', brokenRule(finding), width),
    ...(finding.remedy === undefined ? [] : [wrapped('    remedy   ', harmless(finding.remedy), width)]),
  ]);
}

/** Lines that terraform broke stay broken; what is too long is broken once more, addresses anywhere. */
function messageLines({ message }: Finding, width: number): readonly string[] {
  const lead = '    message  ';
  const longWord = new RegExp(`\\S{${width - lead.length}}`, 'g');
  return harmless(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) =>
      wrapped(index === 0 ? lead : ' '.repeat(lead.length), line.trim().replaceAll(longWord, '$& '), width),
    );
}

function leftLines({ assetsLeft }: RehearsalReport, width: number): readonly string[] {
  const rest = assetsLeft.length - MOST_LEFT;
  return [
    ...assetsLeft
      .slice(0, MOST_LEFT)
      .flatMap(({ name, type, owner, cause }) => [
        wrapped('  ', name, width),
        wrapped(
          '    ',
          [
            type,
            ...(owner === undefined ? [] : [`of ${owner}`]),
            ...(cause === undefined ? [] : [cause]),
          ].join('; '),
          width,
        ),
      ]),
    ...(rest > 0 ? [`  … and ${rest} more; the report has them all`] : []),
  ];
}
