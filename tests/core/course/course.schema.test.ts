import type { Problem } from '../../../src/core/input/problem';
import { problemsOf, toldIn, valueOf } from '../outcomes';
import { COURSE, changed, readCourse } from '../sample-cohort';

const refused = (...changes: readonly (readonly [from: string, to: string])[]): readonly Problem[] =>
  problemsOf(readCourse(changes.reduce((text, [from, to]) => changed(text, from, to), COURSE)));
const at = toldIn('course.yaml');

test.each<[string, readonly (readonly [string, string])[], Problem]>([
  [
    'a size without a unit',
    [['memory: 1Gi', 'memory: 1024']],
    at(8, 45, {
      message: 'sizes.normal.memory is not what belongs here',
      got: '1024',
      allowed: 'a number with a unit Mi, Gi or Ti: 512Mi, 2Gi',
      write: 'memory: 2Gi',
    }),
  ],
  [
    'a toolkit that is not in the catalogue',
    [['id: redis', 'id: reddis']],
    at(16, 22, {
      message: 'labs[1].toolkits[1].id is not a toolkit of the catalogue',
      got: '"reddis"',
      allowed: expect.stringMatching(/^one of .*redis/) as string,
      write: 'id: redis',
    }),
  ],
  [
    'a name of a size that is none',
    [['normal: {', 'Extra Large: {']],
    at(8, 3, {
      message: 'the key "Extra Large" is not allowed',
      allowed: 'a name for each size: lower-case letters, digits, hyphens',
    }),
  ],
  [
    'a title of two lines',
    [['title: Machine Learning Operations', 'title: "Machine\\nLearning"']],
    at(2, 8, {
      message: 'title has a line break or a character that nobody sees',
      got: '"Machine\\nLearning"',
      allowed: '1 to 120 characters',
      write: 'title: Machine Learning Systems Engineering',
    }),
  ],
  [
    'a time without quotes and minutes',
    [['time: "08:00" }\n    due: { week: 2', 'time: 8 }\n    due: { week: 2']],
    at(13, 42, {
      message: 'labs[1].opens.time is not what belongs here',
      got: '8',
      allowed: 'a time of day from 00:00 to 23:59, quoted: "23:59"',
      write: 'time: "23:59"',
    }),
  ],
])('%s is told whole', (_, changes, problem) => expect(refused(...changes)).toEqual([problem]));

test('A course is read with its defaults', () => {
  const { course } = valueOf(readCourse(COURSE));
  expect(course.labs[0]!.toolkits).toEqual([{ id: 'redis', size: 'small', setUp: 'student' }]);
  expect(course.labs.map(({ workedBy, toolkits, teaches }) => [workedBy, toolkits.length, teaches])).toEqual([
    ['student', 1, []],
    ['student', 0, []],
    ['student', 0, []],
  ]);
  expect([course.topics, course.images, course.loadBalancers]).toEqual([[], [], 'internal']);
  expect(JSON.stringify(course.sizes)).toBe(
    '{"normal":{"cpu":"500m","cpuLimit":"2","memory":"1Gi","memoryLimit":"2Gi","storage":"2Gi","ephemeralStorage":"10Gi","pods":5,"volumes":1,"services":2,"loadBalancers":0,"gpus":0}}',
  );
});

describe('A rule for a deadline that fits none of its forms', () => {
  const due = 'due: { week: 2, day: monday, time: "23:59" }';
  const FORMS = {
    allowed: 'week, day and time; or daysAfterOpening and time; or hoursBeforeLastSession',
    write: 'due: { week: 4, day: monday, time: "23:59" }',
  };

  test.each<[string, string, readonly Problem[]]>([
    [
      'of the form whose keys it has',
      '{ week: 2, day: monday }',
      [
        at(14, 10, {
          message: 'labs[1].due.time is missing',
          allowed: 'a time of day from 00:00 to 23:59, quoted: "23:59"',
          write: 'time: "23:59"',
        }),
      ],
    ],
    [
      'of a wrong word',
      '{ week: 2, day: moonday, time: "23:59" }',
      [
        at(14, 26, {
          message: 'labs[1].due.day is not allowed',
          got: '"moonday"',
          allowed: 'one of monday, tuesday, wednesday, thursday, friday, saturday, sunday',
          write: 'day: monday',
        }),
      ],
    ],
    [
      'of all forms, where it is a word',
      'tomorrow',
      [at(14, 10, { message: 'labs[1].due is not allowed', got: '"tomorrow"', ...FORMS })],
    ],
    [
      'that it is missing',
      '',
      [at(14, 10, { message: 'labs[1].due is not allowed', got: 'null', ...FORMS })],
    ],
  ])('is told %s', (_, rule, problems) => expect(refused([due, `due: ${rule}`])).toEqual(problems));

  test('is told the nearest key', () => {
    expect(refused([due, 'due: { hoursBeforeLastSesion: 4 }'])).toContainEqual(
      at(14, 12, {
        message: 'the key "hoursBeforeLastSesion" is unknown',
        allowed: 'the keys week, day, time, daysAfterOpening, hoursBeforeLastSession',
        write: 'hoursBeforeLastSession: …',
      }),
    );
  });
});
