import type { Problem } from '../../../src/core/input/problem';
import { w255 } from '../example-cohort';
import { linesOf, problemsOf, valueOf } from '../outcomes';
import { COURSE, changed, readCourse } from '../sample-cohort';

const refused = (...changes: readonly (readonly [from: string, to: string])[]): readonly Problem[] =>
  problemsOf(readCourse(changes.reduce((text, [from, to]) => changed(text, from, to), COURSE)));
const at = (line: number, column: number, rest: Omit<Problem, 'file' | 'line' | 'column'>): Problem => ({ file: 'course.yaml', line, column, ...rest });

test('A course is read with its defaults', () => {
  const { course } = valueOf(readCourse(COURSE));
  expect(course.labs[0]!.toolkits).toEqual([{ id: 'redis', size: 'small' }]);
  expect(course.labs.map(({ workedBy, toolkits, teaches }) => [workedBy, toolkits.length, teaches])).toEqual([
    ['student', 1, []],
    ['student', 0, []],
    ['student', 0, []],
  ]);
  expect(course.topics).toEqual([]);
  expect(JSON.stringify(course.sizes)).toBe(
    '{"normal":{"cpu":"500m","cpuLimit":"2","memory":"1Gi","memoryLimit":"2Gi","storage":"2Gi","ephemeralStorage":"10Gi","pods":5,"volumes":1,"services":2,"loadBalancers":0,"gpus":0}}',
  );
});

test('W255 has thirteen weeks with a topic each, five labs of a tenth and a project of half the grade', () => {
  const { course } = w255();
  expect([course.id, course.weeks, course.topics.map(({ week }) => week)]).toEqual(['w255', 13, Array.from({ length: 13 }, (_, n) => n + 1)]);
  expect(course.labs.map(({ id, weight }) => `${id} ${weight}`)).toEqual(['lab1 10', 'lab2 10', 'lab3 10', 'lab4 10', 'lab5 10', 'project 50']);
});

test.each<[string, readonly (readonly [string, string])[], Problem]>([
  ['an id that another lab has', [['- id: lab2', '- id: lab1']], at(17, 9, { message: 'another lab has this id, in line 10', got: '"lab1"', allowed: 'an id for each lab', write: 'id: lab1-2' })],
  ['a size that is not named', [['size: normal\n    toolkits', 'size: nromal\n    toolkits']], at(15, 11, { message: 'no size has this name', got: '"nromal"', allowed: 'one of normal', write: 'size: normal' })],
  ['a size that every object has', [['size: normal\n    toolkits', 'size: constructor\n    toolkits']], at(15, 11, { message: 'no size has this name', got: '"constructor"', allowed: 'one of normal', write: 'size: normal' })],
  ['weights beyond the grade', [['weight: 50', 'weight: 51']], at(10, 3, { message: 'the weights of the labs are more than the whole grade', got: '101 percent', allowed: 'at most 100 percent together', write: 'smaller weights' })],
  ['an opening after the last week', [['opens: { week: 3', 'opens: { week: 5']], at(26, 20, { message: 'the course has 4 weeks', got: '5', allowed: 'a week from 1 to 4', write: 'week: 4' })],
  ['a deadline after the last week', [['due: { week: 2', 'due: { week: 9']], at(14, 18, { message: 'the course has 4 weeks', got: '9', allowed: 'a week from 1 to 4', write: 'week: 4' })],
  ['a topic after the last week', [['weeks: 4', 'topics: [{ week: 5, title: Late }]\nweeks: 4']], at(3, 18, { message: 'the course has 4 weeks', got: '5', allowed: 'a week from 1 to 4', write: 'week: 4' })],
  ['a toolkit twice in a lab', [['[{ id: redis }]', '[{ id: redis }, { id: redis, size: large }]']], at(16, 37, { message: 'the lab lab1 names this toolkit twice', got: '"redis"', write: 'one of the two; size: large gives more of it' })],
  ['a class that ends before it starts', [['ends: "17:30"', 'ends: "16:00"']], at(5, 44, { message: 'the class ends before it starts', got: '"16:00"', allowed: 'a time after 16:00 on the same day', write: 'ends: "23:59"' })],
  ['a size without a unit', [['memory: 1Gi', 'memory: 1024']], at(8, 45, { message: 'sizes.normal.memory is not what belongs here', got: '1024', allowed: 'a number with a unit Mi, Gi or Ti: 512Mi, 2Gi', write: 'memory: 2Gi' })],
  ['a toolkit that is not in the catalogue', [['id: redis', 'id: reddis']], at(16, 22, { message: 'labs[1].toolkits[1].id is not a toolkit of the catalogue', got: '"reddis"', allowed: expect.stringMatching(/^one of grafana, .*redis/) as string, write: 'id: redis' })],
  ['a name of a size that is none', [['normal: {', 'Extra Large: {']], at(8, 3, { message: 'the key "Extra Large" is not allowed', allowed: 'a name for each size: lower-case letters, digits, hyphens' })],
  ['a time without quotes and minutes', [['time: "08:00" }\n    due: { week: 2', 'time: 8 }\n    due: { week: 2']], at(13, 42, { message: 'labs[1].opens.time is not what belongs here', got: '8', allowed: 'a time of day from 00:00 to 23:59, quoted: "23:59"', write: 'time: "23:59"' })],
])('%s is told whole', (_, changes, problem) => expect(refused(...changes)).toContainEqual(problem));

describe('A rule for a deadline that fits none of its forms', () => {
  const due = 'due: { week: 2, day: monday, time: "23:59" }';
  const FORMS = { allowed: 'week, day and time; or daysAfterOpening and time; or hoursBeforeLastSession', write: 'due: { week: 4, day: monday, time: "23:59" }' };

  test.each<[string, string, readonly Problem[]]>([
    ['of the form whose keys it has', '{ week: 2, day: monday }', [at(14, 10, { message: 'labs[1].due.time is missing', allowed: 'a time of day from 00:00 to 23:59, quoted: "23:59"', write: 'time: "23:59"' })]],
    ['of a wrong word', '{ week: 2, day: moonday, time: "23:59" }', [at(14, 26, { message: 'labs[1].due.day is not allowed', got: '"moonday"', allowed: 'one of monday, tuesday, wednesday, thursday, friday, saturday, sunday', write: 'day: monday' })]],
    ['of all forms, where it is a word', 'tomorrow', [at(14, 10, { message: 'labs[1].due is not allowed', got: '"tomorrow"', ...FORMS })]],
    ['that it is missing', '', [at(14, 10, { message: 'labs[1].due is not allowed', got: 'null', ...FORMS })]],
  ])('is told %s', (_, rule, problems) => expect(refused([due, `due: ${rule}`])).toEqual(problems));

  test('is told the nearest key', () => {
    expect(refused([due, 'due: { hoursBeforeLastSesion: 4 }'])).toContainEqual(
      at(14, 12, { message: 'the key "hoursBeforeLastSesion" is unknown', allowed: 'the keys week, day, time, daysAfterOpening, hoursBeforeLastSession', write: 'hoursBeforeLastSession: …' }),
    );
  });
});

test('Faults of values and between values are told together', () => {
  const problems = refused(['title: Machine Learning Operations', 'title: ""'], ['- id: lab2', '- id: lab1'], ['ends: "17:30"', 'ends: "15:30"']);
  expect(linesOf(problems)).toEqual([
    'course.yaml:2:8 title is too short',
    'course.yaml:17:9 another lab has this id, in line 10',
    'course.yaml:5:44 the class ends before it starts',
  ]);
});
