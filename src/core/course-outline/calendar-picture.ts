import type { Instant } from '../domain/time';
import { hoursBetween, inZone } from '../domain/time';
import type { CourseOutline, OutlineLab, OutlineWeek } from './course-outline';
import { startOfDay } from './course-outline';
import { dayWords } from './course-words';
import { PICTURE_STYLE } from './picture-style';

const LEFT = 216;
const RIGHT = 64;
const HEAD = 64;
const ROW = 38;
const WEEK = 42;
const BAR = 14;
const LEGEND = 34;
const HOURS_OF_A_WEEK = 168;
/** Most that a small letter takes, on average. */
const LETTER = 6;
/** As many letters of a title as stand beside the bars. */
const LONGEST_TITLE = 34;

/**
 * The calendar of a course as a picture (SVG): weeks, classes, and each lab as a bar from opening to the due time, lighter where
 * late work is accepted. The same outline gives the same bytes; colours follow the reader's light or dark scheme.
 */
export function calendarPicture(outline: CourseOutline): string {
  const { weeks, labs, course } = outline;
  const works = outline.other.some(({ held }) => held !== undefined);
  const rows = labs.length + (works ? 1 : 0);
  const width = LEFT + weeks.length * WEEK + RIGHT;
  const height = HEAD + rows * ROW + LEGEND;
  const x = (instant: Instant): number =>
    LEFT + (hoursBetween(startOf(outline), instant) / HOURS_OF_A_WEEK) * WEEK;
  const bottom = HEAD + rows * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(`Calendar of ${course.title}`)}">`,
    `<style>${PICTURE_STYLE}</style>`,
    `<rect class="page" width="${width}" height="${height}" rx="8"/>`,
    ...weeks.flatMap((week, index) => weekColumn(week, index, bottom)),
    `<text class="head" x="16" y="28">week</text><text class="small" x="16" y="54">classes</text>`,
    ...outline.classes.map(
      ({ opens, closes }) =>
        `<rect class="class" x="${at(x(opens))}" y="46" width="${at(Math.max(2.5, x(closes) - x(opens)))}" height="10" rx="1"/>`,
    ),
    ...labs.flatMap((lab, index) => labRow(lab, HEAD + index * ROW, x, outline)),
    ...(works ? workRow(outline, HEAD + labs.length * ROW, x) : []),
    ...legend(bottom + 22, outline),
    '</svg>',
    '',
  ].join('\n');
}

const startOf = ({ weeks, term }: CourseOutline): Instant => startOfDay(weeks[0]!.starts, term);

/** A tenth of a point is more than an eye sees, and the same on every machine. */
const at = (value: number): string => String(Math.round(value * 10) / 10);

function weekColumn({ number, starts }: OutlineWeek, index: number, bottom: number): readonly string[] {
  const left = LEFT + index * WEEK;
  const middle = left + WEEK / 2;
  return [
    ...(number === undefined
      ? [`<rect class="break" x="${left}" y="8" width="${WEEK}" height="${bottom - 8}"/>`]
      : []),
    `<path class="grid" d="M${left} 8V${bottom}"/>`,
    `<text class="head middle" x="${middle}" y="24">${number ?? '–'}</text>`,
    `<text class="small middle" x="${middle}" y="38">${dayWords(starts)}</text>`,
  ];
}

function labRow(
  { lab, workedBy, window }: OutlineLab,
  top: number,
  x: (instant: Instant) => number,
  { term }: CourseOutline,
): readonly string[] {
  const { opens, due, closes } = window;
  const y = top + (ROW - BAR) / 2;
  const dateOf = (instant: Instant): string => dayWords(inZone(instant, term.timeZone).day);
  const told = `${lab.title}: ${dateOf(opens)} to ${dateOf(due)}`;
  return [
    `<text class="name" x="16" y="${top + 17}">${escaped(lab.id)}<tspan class="small">  ${lab.weight} %</tspan></text>`,
    `<text class="small" x="16" y="${top + 31}">${escaped(shortened(lab.title))}</text>`,
    `<g><title>${escaped(told)}</title>`,
    ...(closes > due
      ? [
          `<rect class="late" x="${at(x(due))}" y="${y}" width="${at(x(closes) - x(due))}" height="${BAR}" rx="2"/>`,
        ]
      : []),
    `<rect class="${workedBy}" x="${at(x(opens))}" y="${y}" width="${at(x(due) - x(opens))}" height="${BAR}" rx="3"/>`,
    `<path class="due" d="M${at(x(due))} ${y - 4}V${y + BAR + 4}"/>`,
    `<text class="small" x="${at(x(closes) + 5)}" y="${y + 11}">${dateOf(due)}</text></g>`,
  ];
}

function workRow(
  { other, term }: CourseOutline,
  top: number,
  x: (instant: Instant) => number,
): readonly string[] {
  const y = top + ROW / 2;
  return [
    `<text class="name" x="16" y="${top + 17}">without a place</text>`,
    `<text class="small" x="16" y="${top + 31}">quizzes, exams and the like</text>`,
    ...other.flatMap(({ work, held }) => {
      if (held === undefined) return [];
      const middle = x(held.opens);
      const mark = `M${at(middle)} ${y - 7}L${at(middle + 7)} ${y}L${at(middle)} ${y + 7}L${at(middle - 7)} ${y}Z`;
      const told = `${work.title}, ${work.weight} %: ${dayWords(inZone(held.opens, term.timeZone).day)}`;
      return [`<path class="work" d="${mark}"><title>${escaped(told)}</title></path>`];
    }),
  ];
}

interface Sign {
  readonly mark: (left: number, y: number) => string;
  readonly words: string;
}

const bar =
  (name: string): Sign['mark'] =>
  (left, y) =>
    `<rect class="${name}" x="${left}" y="${y - 9}" width="22" height="10" rx="2"/>`;

/** Only signs that the picture has. */
function legend(y: number, { course, labs, weeks, other }: CourseOutline): readonly string[] {
  const signs: Sign[] = [
    ...(labs.some(({ workedBy }) => workedBy === 'student')
      ? [{ mark: bar('student'), words: 'each student' }]
      : []),
    ...(labs.some(({ workedBy }) => workedBy === 'team') ? [{ mark: bar('team'), words: 'teams' }] : []),
    { mark: (left, at) => `<path class="due" d="M${left + 11} ${at - 12}V${at + 3}"/>`, words: 'due' },
    ...(course.late.acceptedDays > 0 ? [{ mark: bar('late'), words: 'late work accepted' }] : []),
    ...(weeks.some(({ number }) => number === undefined)
      ? [{ mark: bar('break'), words: 'no classes' }]
      : []),
    ...(other.some(({ held }) => held !== undefined)
      ? [
          {
            mark: (left: number, at: number) =>
              `<path class="work" d="M${left + 11} ${at - 11}l7 7l-7 7l-7 -7Z"/>`,
            words: 'quiz or exam',
          },
        ]
      : []),
  ];
  let left = LEFT;
  return signs.map(({ mark, words }) => {
    const sign = `${mark(left, y)}<text class="small" x="${left + 28}" y="${y}">${words}</text>`;
    left += 52 + words.length * LETTER;
    return sign;
  });
}

const shortened = (title: string): string =>
  title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
