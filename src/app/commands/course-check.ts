import { PLAIN_TERM } from '../../core/course-outline/course-outline';
import { checkDays } from '../../core/course/check-days';
import { courseWarnings } from '../../core/course/course-warnings';
import { inReadingOrder } from '../../core/input/problem';
import { readAskedCourse } from '../course/read-course';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems, wrapped } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';

export interface CourseCheckOptions {
  readonly json?: boolean;
}

/** Tells all that is wrong with a course file, and what it says and hardly means; writes nothing. */
export function courseCheck(terminal: Terminal, options: CourseCheckOptions, asked: string): ExitCode {
  const json = options.json === true;
  const read = readAskedCourse(asked, 'practicum course check');
  const problems = read.ok ? checkDays(read.value, PLAIN_TERM) : read.problems;
  if (!read.ok || problems.length > 0) return reportProblems(terminal, inReadingOrder(problems), json);
  const warnings = inReadingOrder(courseWarnings(read.value));
  const { course } = read.value;
  if (json) {
    terminal.print(JSON.stringify({ problems: [], warnings }, undefined, 2));
    return EXIT.ok;
  }
  const { colors, width } = terminal;
  for (const { file, line, column, message, got, allowed, write } of warnings) {
    terminal.note(`${colors.bold(`${file}:${line}:${column}`)}  ${colors.yellow(message)}`);
    for (const [label, text] of [
      ['got', got],
      ['allowed', allowed],
      ['write', write],
    ] as const)
      // prettier-ignore
      if (text !== undefined) terminal.note(wrapped(`  ${label.padEnd(8)} `, text, width));
  }
  const found = warnings.length === 0 ? 'nothing to remark' : counted(warnings.length, 'remark');
  terminal.print(
    wrapped(
      `${colors.green('✓')} `,
      `${course.id}: ${counted(course.weeks, 'week')}, ${counted(course.labs.length, 'lab')}, ${counted(toolkitsIn(course), 'toolkit')}; ${found}.`,
      width,
    ),
  );
  return EXIT.ok;
}

const toolkitsIn = ({
  labs,
}: {
  readonly labs: readonly { toolkits: readonly { id: string }[] }[];
}): number => new Set(labs.flatMap(({ toolkits }) => toolkits.map(({ id }) => id))).size;
