import type { CourseOutline, OutlineLab } from '../../core/course-outline/course-outline';
import {
  amountWords,
  costWords,
  dollars,
  dueWords,
  lateWords,
  opensWords,
  sessionWords,
  toolkitWords,
} from '../../core/course-outline/course-words';
import type { Instant } from '../../core/domain/time';
import { readableInTerm } from '../../core/domain/time';
import { wrapped } from '../report-problems';
import { table } from '../table';
import type { Terminal } from '../terminal';

type Shown = Pick<Terminal, 'colors' | 'width'>;

/** A course for people: weeks, labs, toolkits and costs; with dates where it has a term. */
export function courseLines(
  outline: CourseOutline,
  { dated }: { readonly dated: boolean },
  { colors, width }: Shown,
): readonly string[] {
  const { course, sessions } = outline;
  const heading = (text: string): string => `\n${colors.bold(text)}`;
  const classes = `${course.weeks} weeks; ${sessions.map(sessionWords).join(', ')}`;
  return [
    wrapped(`${colors.bold(course.id)}  `, course.title, width),
    ...(course.institution === undefined ? [] : [wrapped('  ', course.institution, width)]),
    wrapped('  ', dated ? `${classes}; times in ${outline.term.timeZone}` : classes, width),
    wrapped('  ', lateWords(course), width),
    heading('Weeks'),
    ...weekLines(outline, dated, width),
    heading('Labs'),
    ...table([
      ['lab', 'for', 'opens', 'due', '%'],
      ...outline.labs.map((lab) => labRow(lab, outline, dated)),
    ]),
    ...otherLines(outline, dated, heading),
    heading('What a place has in each lab'),
    ...outline.labs.flatMap((lab) => needLines(lab, longestId(outline), width)),
    ...(hasStudentSetUp(outline) ? [wrapped('  ', SET_UP_BY_STUDENT, width)] : []),
    heading('What a place costs in each lab, and a student in the term'),
    ...table(costRows(outline)),
    wrapped('  ', costWords(outline), width),
  ];
}

const weekLines = ({ weeks }: CourseOutline, dated: boolean, width: number): readonly string[] =>
  weeks
    .filter(({ number, topics }) => dated || (number !== undefined && topics.length > 0))
    .map(({ number, starts, topics }) => {
      const name = number === undefined ? '  ' : String(number).padStart(2);
      const text = number === undefined ? 'no classes' : topics.join('; ');
      return wrapped(`  ${name}  ${dated ? `${starts}  ` : ''}`, text, width).trimEnd();
    });

function labRow(
  { lab, workedBy, window }: OutlineLab,
  outline: CourseOutline,
  dated: boolean,
): readonly string[] {
  const when = (instant: Instant): string => readableInTerm(instant, outline.term.timeZone);
  return [
    lab.id,
    workedBy,
    dated ? when(window.opens) : opensWords(lab),
    dated ? when(window.due) : dueWords(lab),
    String(lab.weight),
  ];
}

function otherLines(
  { other, term }: CourseOutline,
  dated: boolean,
  heading: (text: string) => string,
): readonly string[] {
  if (other.length === 0) return [];
  const rows = other.map(({ work, held }) => {
    const fixed = work.held === undefined ? '' : opensWords({ opens: work.held });
    const when = dated && held !== undefined ? readableInTerm(held.opens, term.timeZone) : fixed;
    return [work.id, when, work.held === undefined ? '' : `${work.held.minutes} min`, `${work.weight} %`];
  });
  return [heading('Graded without a place'), ...table(rows)];
}

/** What the star of a toolkit says. */
const SET_UP_BY_STUDENT = '* setting it up is the work of the lab; the room for it is there';

const hasStudentSetUp = ({ labs }: CourseOutline): boolean =>
  labs.some(({ lab }) => lab.toolkits.some(({ setUp }) => setUp === 'student'));

const longestId = ({ labs }: CourseOutline): number => Math.max(...labs.map(({ lab }) => lab.id.length));

function needLines({ lab, needs }: OutlineLab, idWidth: number, width: number): readonly string[] {
  const lead = `  ${lab.id.padEnd(idWidth)}  `;
  const inner = ' '.repeat(lead.length);
  const tools = toolkitWords(lab).join(', ');
  return [
    wrapped(lead, tools === '' ? 'no toolkits' : tools, width),
    wrapped(inner, `${lab.size}; in all ${amountWords(needs)}`, width),
  ];
}

function costRows({ labs, perStudent }: CourseOutline): readonly (readonly string[])[] {
  return [
    ['', 'used', 'at most'],
    ...labs.map(({ lab, workedBy, cost }) => [
      workedBy === 'team' ? `${lab.id} (team)` : lab.id,
      dollars(cost.usedUsd).padStart(7),
      dollars(cost.mostUsd).padStart(7),
    ]),
    ['each student', dollars(perStudent.usedUsd).padStart(7), dollars(perStudent.mostUsd).padStart(7)],
  ];
}
