import { largestOf } from '../catalogue/allowance';
import { toolkitOf } from '../catalogue/catalogue';
import { stands } from '../catalogue/workloads';
import { byText } from '../domain/sorting';
import { readable } from '../domain/time';
import type { Instant } from '../domain/time';
import type { CourseOutline, OutlineLab } from './course-outline';
import { amountWords, costWords, dollars, lateWords, sessionWords } from './course-words';
import { askedWords, thresholdWords } from './load-words';
import { tableOf } from './markdown-table';

/** What a page says of where its days come from. */
export interface PageSource {
  /** Folder of the cohort whose days are shown, below `examples/`; absent for a term of no year. */
  readonly example?: string;
}

/** The page of a course: its calendar as a picture, its labs, their toolkits, sizes and costs. */
export function coursePage(outline: CourseOutline, { example }: PageSource): string {
  const { course, sessions, term } = outline;
  const from =
    example === undefined
      ? 'Days are those of a plain term without breaks.'
      : `Days are those of [examples/${example}](../../examples/${example}/cohort.yaml), times in ${term.timeZone}.`;
  return [
    `# ${course.title}`,
    '',
    `\`${course.id}\`${course.institution === undefined ? '' : `, ${course.institution}`}: ${course.weeks} weeks, ${sessions.map(sessionWords).join(' and ')}. ${lateWords(course)}`,
    `The file is [courses/${course.id}.yaml](../../courses/${course.id}.yaml). ${from}`,
    'This page is made from it by `npm run schemas`.',
    '',
    `![Calendar of ${course.title}](${course.id}.svg)`,
    '',
    ...section('Weeks', weekTable(outline)),
    ...section('Labs', labTable(outline)),
    ...(outline.other.length === 0 ? [] : section('Graded without a place', workTable(outline))),
    ...section('Toolkits', toolkitTable(outline), TOOLKIT_NOTE),
    ...section('What a place has in each lab', placeTable(outline), PLACE_NOTE),
    ...loadSection(outline),
    ...section('Costs', costTable(outline), costWords(outline)),
    ...alsoCosts(outline),
  ].join('\n');
}

const TOOLKIT_NOTE =
  'What Practicum sets up stands ready when the lab opens. What the student sets up is the work of the lab: the quota has the room for it. The rest is there to be used, and nothing of it runs by itself.';
const PLACE_NOTE =
  'Of the student’s own size and of the toolkits together: guaranteed to at most. A place works on several labs at once where they overlap; its quota is the most that they need together.';

const section = (title: string, table: readonly string[], note?: string): readonly string[] => [
  `## ${title}`,
  '',
  ...table,
  '',
  ...(note === undefined ? [] : [note, '']),
];

const weekTable = ({ weeks }: CourseOutline): readonly string[] =>
  tableOf(
    ['week', 'from', 'topic'],
    weeks.map(({ number, starts, topics }) =>
      number === undefined ? ['', starts, '*no classes*'] : [String(number), starts, topics.join('; ')],
    ),
  );

function labTable({ labs, term, course }: CourseOutline): readonly string[] {
  const when = (instant: Instant): string => readable(instant, term.timeZone);
  const late = course.late.acceptedDays > 0;
  return tableOf(
    ['lab', '', 'for', 'grade', 'opens', 'due', ...(late ? ['late until'] : []), 'teaches'],
    labs.map(({ lab, workedBy, window }) => [
      `\`${lab.id}\``,
      lab.title,
      workedBy,
      `${lab.weight} %`,
      when(window.opens),
      when(window.due),
      ...(late ? [when(window.closes)] : []),
      lab.teaches.join(', '),
    ]),
  );
}

const workTable = ({ other, term }: CourseOutline): readonly string[] =>
  tableOf(
    ['work', '', 'grade', 'held'],
    other.map(({ work, held }) => [
      `\`${work.id}\``,
      work.title,
      `${work.weight} %`,
      held === undefined || work.held === undefined
        ? ''
        : `${readable(held.opens, term.timeZone)}, ${work.held.minutes} minutes`,
    ]),
  );

/** Labs down, toolkits across would be wider than a page: one row for each use. */
const toolkitTable = ({ labs }: CourseOutline): readonly string[] =>
  tableOf(
    ['lab', 'toolkit', 'size', 'set up by'],
    labs.flatMap(({ lab }) =>
      lab.toolkits.map((use, index) => [
        index === 0 ? `\`${lab.id}\`` : '',
        `\`${use.id}\``,
        use.why === undefined ? use.size : `${use.size}: ${use.why}`,
        use.setUp === 'student' ? 'the student' : stands(toolkitOf(use)) ? 'Practicum' : '',
      ]),
    ),
  );

const placeTable = ({ labs }: CourseOutline): readonly string[] =>
  tableOf(
    ['lab', 'own size', 'in all'],
    labs.map(({ lab, needs }) => [`\`${lab.id}\``, lab.size, amountWords(needs)]),
  );

function loadSection({ labs }: CourseOutline): readonly string[] {
  const loads = labs.flatMap(({ lab }) => (lab.load === undefined ? [] : [{ id: lab.id, load: lab.load }]));
  if (loads.length === 0) return [];
  return section(
    'Graded under load',
    tableOf(
      ['lab', 'asked', 'the service holds'],
      loads.map(({ id, load }) => [`\`${id}\``, askedWords(load), thresholdWords(load)]),
    ),
    '`practicum grade` runs it: [docs/grading.md](../grading.md).',
  );
}

function costTable({ labs, perStudent }: CourseOutline): readonly string[] {
  const row = ({ lab, workedBy, cost }: OutlineLab): readonly string[] => [
    `\`${lab.id}\``,
    workedBy,
    dollars(cost.usedUsd),
    dollars(cost.mostUsd),
  ];
  return tableOf(
    ['lab', 'a place of', 'used', 'at most'],
    [
      ...labs.map(row),
      [
        '**each student, all labs**',
        '',
        `**${dollars(perStudent.usedUsd)}**`,
        `**${dollars(perStudent.mostUsd)}**`,
      ],
    ],
  );
}

/** What toolkits cost that no share of a node and no disk holds, in words; in the largest size that a lab wants. */
function alsoCosts({ labs, prices }: CourseOutline): readonly string[] {
  const uses = labs.flatMap(({ lab }) => lab.toolkits);
  const ids = [...new Set(uses.map(({ id }) => id))].sort(byText(String));
  const told = ids.flatMap((id) => {
    const own = uses.filter((use) => use.id === id);
    const size = largestOf(own.map((use) => use.size));
    const costs = toolkitOf(own[0]!).alsoCosts;
    return costs === undefined ? [] : [`- \`${id}\`: ${costs.says(size, prices)}`];
  });
  return told.length === 0 ? [] : ['What toolkits cost beside the quota:', '', ...told, ''];
}
