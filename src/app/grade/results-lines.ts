import type { Criterion } from '../../core/grading/criteria';
import type { GradeOutcome, GradeRow } from '../../core/grading/grade-table';
import { valueText } from '../../core/grading/grade-table';
import { wrapped } from '../report-problems';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';

const MARKS: Readonly<Record<GradeOutcome, string>> = {
  passed: '✓',
  failed: '✗',
  'not graded': '!',
  held: '-',
  'not due': '-',
};

/** The results as lines of a terminal: numbers first, then who has none and why, then the sum. */
export function resultsLines(
  rows: readonly GradeRow[],
  criteria: readonly Criterion[],
  { colors, width }: Pick<Terminal, 'colors' | 'width'>,
): readonly string[] {
  const graded = rows.filter(({ judgements }) => judgements.length > 0);
  const others = rows.filter(({ judgements }) => judgements.length === 0);
  const head = ['', 'place', ...criteria.map(({ title }) => title)];
  const cells = graded.map(({ handle, outcome, judgements }) => [
    MARKS[outcome],
    handle,
    ...judgements.map((each) => `${valueText(each)}${each.passed ? '' : ' ✗'}`),
  ]);
  const count = (outcome: GradeOutcome): number => rows.filter((row) => row.outcome === outcome).length;
  const failed = count('failed') + count('not graded');
  return [
    ...(graded.length === 0 ? [] : [...table([head, ...cells], ''), '']),
    ...others.map(({ handle, outcome, reason }) =>
      wrapped(`${MARKS[outcome]}  ${handle}  `, `${outcome}: ${reason!}`, width),
    ),
    ...(others.length === 0 ? [] : ['']),
    [
      `${failed === 0 ? colors.green('✓') : colors.red('✗')} ${counted(rows.length, 'place')}`,
      `${count('passed')} passed`,
      `${count('failed')} failed`,
      `${count('not graded')} not graded`,
      ...(count('held') === 0 ? [] : [`${count('held')} held`]),
      ...(count('not due') === 0 ? [] : [`${count('not due')} not due`]),
    ].join(', '),
  ];
}
