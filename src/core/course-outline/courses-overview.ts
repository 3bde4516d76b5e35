import { byText } from '../domain/sorting';
import type { CourseOutline } from './course-outline';
import { costWords, dollars, lateWords, sessionWords } from './course-words';
import { tableOf } from './markdown-table';

/** The page that shows all courses side by side. */
export function coursesOverview(outlines: readonly CourseOutline[]): string {
  const link = ({ course }: CourseOutline): string => `[${course.id}](${course.id}.md)`;
  const row = (name: string, say: (outline: CourseOutline) => string): readonly string[] => [
    name,
    ...outlines.map(say),
  ];
  const names = outlines.map(link);
  return [
    '# Courses',
    '',
    'The courses that ship with Practicum, as data in [courses/](../../courses). Copy one with `practicum course new`, see one',
    'with `practicum course show`, and check your own with `practicum course check`. Every key is explained in',
    '[docs/course.md](../course.md). This page is made from the files by `npm run schemas`.',
    '',
    ...tableOf(
      ['', ...names],
      [
        row('course', ({ course }) => course.title),
        row('weeks', ({ course }) => String(course.weeks)),
        row('classes', ({ course }) => course.sessions.map(sessionWords).join('; ')),
        row('labs of students', (each) => String(countOf(each, 'student'))),
        row('labs of teams', (each) => String(countOf(each, 'team'))),
        row('graded without a place', ({ other }) => String(other.length)),
        row('late work', ({ course }) => lateWords(course)),
        row('toolkits', (each) => String(toolkitsOf(each).length)),
        row('graded under load', (each) => loadsOf(each)),
        row('used by a student', ({ perStudent }) => dollars(perStudent.usedUsd)),
        row('at most by a student', ({ perStudent }) => dollars(perStudent.mostUsd)),
      ],
    ),
    '',
    ...costNote(outlines),
    '## Toolkits',
    '',
    'Which labs of a course use a toolkit; with a star where the student sets it up.',
    '',
    ...tableOf(
      ['toolkit', ...names],
      allToolkits(outlines).map((id) => row(`\`${id}\``, (each) => labsWith(each, id))),
    ),
    '',
  ].join('\n');
}

const countOf = ({ labs }: CourseOutline, who: 'student' | 'team'): number =>
  labs.filter(({ workedBy }) => workedBy === who).length;

const toolkitsOf = ({ labs }: CourseOutline): readonly string[] => [
  ...new Set(labs.flatMap(({ lab }) => lab.toolkits.map(({ id }) => String(id)))),
];

const loadsOf = ({ labs }: CourseOutline): string =>
  labs
    .filter(({ lab }) => lab.load !== undefined)
    .map(({ lab }) => `\`${lab.id}\``)
    .join(', ');

const allToolkits = (outlines: readonly CourseOutline[]): readonly string[] =>
  [...new Set(outlines.flatMap(toolkitsOf))].sort(byText(String));

const labsWith = ({ labs }: CourseOutline, id: string): string =>
  labs
    .flatMap(({ lab }) =>
      lab.toolkits
        .filter((use) => use.id === id)
        .map(
          ({ size, setUp }) =>
            `${lab.id}${setUp === 'student' ? '*' : ''}${size === 'small' ? '' : ` (${size})`}`,
        ),
    )
    .join(', ');

/** The words of the course in which most comes together: teams, GPUs. */
const costNote = (outlines: readonly CourseOutline[]): readonly string[] => {
  const labs = outlines.flatMap((outline) => outline.labs);
  const [first] = outlines;
  return first === undefined ? [] : [costWords({ labs, prices: first.prices }), ''];
};
