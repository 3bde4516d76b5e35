import type { RosterNote } from '../../core/roster/exports/read-export';
import type { RosterReading } from '../../core/roster/exports/read-roster-exports';
import { wrapped } from '../report-problems';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';

/** More lines than these nobody looks up one by one; `--json` has them all. */
const MOST_LINES = 8;

/** What was read, as a person checks it: whose files, how many students, and what they have. */
export function readingLines(
  { roster, sources }: RosterReading,
  { colors, width }: Terminal,
): readonly string[] {
  const { students } = roster;
  const rows = (['team', 'section', 'github'] as const).map((column) => {
    const values = students.flatMap((student) => student[column] ?? []);
    const without = students.length - values.length;
    return [column, String(values.length), String(without), String(new Set(values).size)];
  });
  const columns = ['', 'have one', 'have none', 'different'];
  const aligned = [columns, ...rows].map((row) =>
    row.map((cell, index) => (index === 0 ? cell : cell.padStart(columns[index]!.length))),
  );
  return [
    `${colors.green('✓')} ${counted(students.length, 'student')}`,
    ...sources.map(({ file, format, students: told }) =>
      wrapped('  ', `${file}: ${format}, ${counted(told, 'student')}`, width),
    ),
    '',
    ...table(aligned),
  ];
}

/** A note as one line: in which file, how many rows, which. */
export function noteLine({ file, message, lines }: RosterNote, { colors, width }: Terminal): string {
  const rest = lines.length - MOST_LINES;
  const named = lines.slice(0, MOST_LINES).join(', ');
  const where =
    lines.length === 0
      ? ''
      : ` (${counted(lines.length, 'row')}: ${lines.length === 1 ? 'line' : 'lines'} ${named}${rest > 0 ? ` and ${rest} more` : ''})`;
  const text = wrapped('note  ', `${file}: ${message}${where}`, width);
  return text.replace(/^note/, colors.yellow('note'));
}
