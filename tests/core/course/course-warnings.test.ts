import { courseWarnings } from '../../../src/core/course/course-warnings';
import { TOOLKITS } from '../../../src/core/catalogue/catalogue';
import { linesOf, valueOf } from '../outcomes';
import { COURSE, changed, readCourse } from '../sample-cohort';

const FOUR_TOPICS = `topics:
  - { week: 1, title: One }
  - { week: 2, title: Two }
  - { week: 3, title: Three }
  - { week: 4, title: Four }
`;
/** The sample course with a toolkit in each lab and a topic in each week. */
const EQUIPPED = COURSE.replaceAll(/^ {4}toolkits: .*\n/gm, '')
  .replaceAll('    size: normal\n', '    size: normal\n    toolkits: [{ id: redis }]\n')
  .concat(FOUR_TOPICS);

const warned = (text: string): readonly string[] => linesOf(courseWarnings(valueOf(readCourse(text))));

test('A course in which all is said gives nothing to remark', () => expect(warned(EQUIPPED)).toEqual([]));

test('A week without a topic is told; several are told together', () => {
  expect(warned(changed(EQUIPPED, '  - { week: 3, title: Three }\n', ''))).toEqual([
    'course.yaml:32:3 week 3 has no topic',
  ]);
  expect(warned(changed(EQUIPPED, FOUR_TOPICS, ''))).toEqual([
    'course.yaml:1:1 4 weeks have no topic: 1, 2, 3, 4',
  ]);
});

test('A size that no lab has is told where it stands', () => {
  const line = COURSE.split('\n').find((each) => each.startsWith('  normal:'))!;
  expect(warned(changed(EQUIPPED, `${line}\n`, `${line}\n${line.replace('normal', 'spare')}\n`))).toEqual([
    'course.yaml:9:3 no lab has this size',
  ]);
});

test('Weights below the whole grade are told with what is missing', () => {
  const [warning] = courseWarnings(valueOf(readCourse(changed(EQUIPPED, 'weight: 50', 'weight: 35'))));
  expect(warning).toMatchObject({
    message: 'the weights are less than the whole grade',
    got: '85 percent',
    write: 'other: [{ id: rest, title: …, weight: 15 }]',
  });
});

test('Other graded work counts to the grade', () => {
  const other = 'other: [{ id: exam, title: Exam, weight: 15 }]\n';
  expect(warned(changed(EQUIPPED, 'weight: 50', 'weight: 35') + other)).toEqual([]);
});

test('A lab without a toolkit is told: an empty place is seldom meant', () => {
  const [first] = courseWarnings(valueOf(readCourse(`${COURSE}${FOUR_TOPICS}`)));
  expect(first).toMatchObject({
    line: 17,
    message: 'the lab lab2 has no toolkit: its students find an empty place',
  });
});

test('A toolkit larger than the smallest is told, unless the file says why', () => {
  const larger = (use: string): string => EQUIPPED.replace('toolkits: [{ id: redis }]', `toolkits: [${use}]`);
  expect(courseWarnings(valueOf(readCourse(larger('{ id: redis, size: normal }'))))).toEqual([
    expect.objectContaining({
      message: 'nothing says why the lab lab1 takes more than the smallest redis',
      got: '"normal"',
      allowed: 'small, or another with its reason under "why"',
      write: '- { id: redis, size: small }',
    }),
  ]);
  expect(warned(larger('{ id: redis, size: normal, why: so }'))).toEqual([]);
});

test('Everything that is no longer maintained is remarked where nothing stands beside it', () => {
  const retired = TOOLKITS.filter(({ retired }) => (retired?.instead.length ?? 0) > 0);
  for (const { id, retired: why } of retired) {
    const alone = changed(EQUIPPED, '[{ id: redis }]', `[{ id: ${id} }]`);
    expect(warned(alone)).toEqual([
      `course.yaml:16:22 ${id} is not maintained any more, and the lab lab1 has nothing in its place`,
    ]);
    expect(warned(changed(alone, `{ id: ${id} }`, `{ id: ${id} }, { id: ${why!.instead[0]!} }`))).toEqual([]);
  }
});
