import { wrapped } from '../report-problems';
import type { Terminal } from '../terminal';
import type { BeyondReach } from './beyond-reach';
import { fittedRows } from './fitted-rows';

/** What forgetting somebody did, or would do. */
export interface ForgetReport {
  /** As the person who asked wrote it. */
  readonly who: string;
  readonly rows: readonly { readonly file: string; readonly what: string }[];
  readonly beyond: readonly BeyondReach[];
  readonly dryRun: boolean;
}

/** The report for people: what went, and what knows them still. */
export function forgetLines(
  { colors, width }: Terminal,
  { who, rows, beyond, dryRun }: ForgetReport,
): readonly string[] {
  const head = dryRun
    ? `${who} would be forgotten; nothing was written. What would go:`
    : `${colors.green('✓')} ${who} is forgotten. What went:`;
  return [
    wrapped('', head, width),
    '',
    ...rowLines(rows, width),
    '',
    colors.bold('Out of reach from here:'),
    ...beyond.flatMap(({ where, why, commands }) => [
      '',
      wrapped('  ', where, width),
      wrapped('    ', why, width),
      ...commands.map((line) => `    $ ${line}`),
    ]),
  ];
}

const rowLines = (rows: ForgetReport['rows'], width: number): readonly string[] =>
  rows.length === 0
    ? ['  nothing: no file knew them']
    : fittedRows(
        rows.map(({ file, what }) => [file, what] as const),
        width,
      );
