import type { Problem } from '../../../src/core/input/problem';
import { w255 } from '../example-cohort';
import { linesOf, problemsOf, toldIn } from '../outcomes';
import { COURSE, changed, readCourse } from '../sample-cohort';

const refused = (...changes: readonly (readonly [from: string, to: string])[]): readonly Problem[] =>
  problemsOf(readCourse(changes.reduce((text, [from, to]) => changed(text, from, to), COURSE)));
const at = toldIn('course.yaml');

test('W255 has thirteen weeks with a topic each, five labs of a tenth and a project of half the grade', () => {
  const { course } = w255();
  expect([course.id, course.weeks, course.topics.map(({ week }) => week)]).toEqual([
    'w255',
    13,
    Array.from({ length: 13 }, (_, n) => n + 1),
  ]);
  expect(course.labs.map(({ id, weight }) => `${id} ${weight}`)).toEqual([
    'lab1 10',
    'lab2 10',
    'lab3 10',
    'lab4 10',
    'lab5 10',
    'project 50',
  ]);
});

const NORMAL = COURSE.slice(COURSE.indexOf('\n  normal:'), COURSE.indexOf('\nlabs:'));

test.each<[string, readonly (readonly [string, string])[], Problem]>([
  [
    'a toolkit that a student is to set up, and whose page does not say how',
    [['{ id: redis, setUp: student }', '{ id: kafka, setUp: student }']],
    at(16, 36, {
      message: 'the page of a student tells how to use kafka, and not how to set it up',
      got: 'student',
      allowed: 'practicum; student for prediction-api, redis, tf-serving',
      write: '- { id: kafka, size: small }',
    }),
  ],
  [
    'an id that another lab has',
    [['- id: lab2', '- id: lab1']],
    at(17, 9, {
      message: 'another lab has this id, in line 10',
      got: '"lab1"',
      allowed: 'an id for each lab',
      write: 'id: lab1-2',
    }),
  ],
  [
    'a size that is not named',
    [['size: normal\n    toolkits', 'size: nromal\n    toolkits']],
    at(15, 11, {
      message: 'no size has this name',
      got: '"nromal"',
      allowed: 'one of normal',
      write: 'size: normal',
    }),
  ],
  [
    'a size that every object has',
    [['size: normal\n    toolkits', 'size: constructor\n    toolkits']],
    at(15, 11, {
      message: 'no size has this name',
      got: '"constructor"',
      allowed: 'one of normal',
      write: 'size: normal',
    }),
  ],
  [
    'weights beyond the grade',
    [['weight: 50', 'weight: 51']],
    at(10, 3, {
      message: 'the weights of the labs are more than the whole grade',
      got: '101 percent',
      allowed: 'at most 100 percent together',
      write: 'smaller weights',
    }),
  ],
  [
    'an opening after the last week',
    [['opens: { week: 3', 'opens: { week: 5']],
    at(26, 20, {
      message: 'the course has 4 weeks',
      got: '5',
      allowed: 'a week from 1 to 4',
      write: 'week: 4',
    }),
  ],
  [
    'a deadline after the last week',
    [['due: { week: 2', 'due: { week: 9']],
    at(14, 18, {
      message: 'the course has 4 weeks',
      got: '9',
      allowed: 'a week from 1 to 4',
      write: 'week: 4',
    }),
  ],
  [
    'a topic after the last week',
    [['weeks: 4', 'topics: [{ week: 5, title: Late }]\nweeks: 4']],
    at(3, 18, {
      message: 'the course has 4 weeks',
      got: '5',
      allowed: 'a week from 1 to 4',
      write: 'week: 4',
    }),
  ],
  [
    'a toolkit twice in a lab',
    [['[{ id: redis, setUp: student }]', '[{ id: redis, setUp: student }, { id: redis, size: large }]']],
    at(16, 53, {
      message: 'the lab lab1 names this toolkit twice',
      got: '"redis"',
      write: 'one of the two; size: large gives more of it',
    }),
  ],
  [
    'a class that ends before it starts',
    [['ends: "17:30"', 'ends: "16:00"']],
    at(5, 44, {
      message: 'the class ends before it starts',
      got: '"16:00"',
      allowed: 'a time after 16:00 on the same day',
      write: 'ends: "23:59"',
    }),
  ],
  [
    'a course without a size',
    [[NORMAL, ' {}']],
    at(7, 8, {
      message: 'the course has no size of place',
      allowed: 'one size at least, which labs name',
      write: 'sizes: { normal: { … } }',
    }),
  ],
  [
    'fewer cores at most than guaranteed',
    [['cpuLimit: 2,', 'cpuLimit: 250m,']],
    at(8, 34, {
      message: 'the most is less than what is guaranteed',
      got: '"250m"',
      allowed: '500m or more',
      write: 'cpuLimit: 500m',
    }),
  ],
  [
    'less memory at most than guaranteed',
    [['memoryLimit: 2Gi', 'memoryLimit: 512Mi']],
    at(8, 63, {
      message: 'the most is less than what is guaranteed',
      got: '"512Mi"',
      allowed: '1Gi or more',
      write: 'memoryLimit: 1Gi',
    }),
  ],
  [
    'other work with the id of a lab',
    [['labs:\n', 'other: [{ id: lab1, title: Quiz, weight: 0 }]\nlabs:\n']],
    at(9, 15, {
      message: 'another lab has this id, in line 11',
      got: '"lab1"',
      allowed: 'an id for each work',
      write: 'id: lab1-2',
    }),
  ],
  [
    'weights beyond the grade with those of other work',
    [['labs:\n', 'other: [{ id: exam, title: Exam, weight: 1 }]\nlabs:\n']],
    at(11, 3, {
      message: 'the weights of the labs and of "other" are more than the whole grade',
      got: '101 percent',
      allowed: 'at most 100 percent together',
      write: 'smaller weights',
    }),
  ],
  [
    'an exam after the last week',
    [
      [
        'labs:\n',
        'other: [{ id: exam, title: Exam, weight: 0, held: { week: 5, day: monday, time: "16:30", minutes: 90 } }]\nlabs:\n',
      ],
    ],
    at(9, 59, {
      message: 'the course has 4 weeks',
      got: '5',
      allowed: 'a week from 1 to 4',
      write: 'week: 4',
    }),
  ],
])('%s is told whole', (_, changes, problem) => expect(refused(...changes)).toContainEqual(problem));

test('Faults of values and between values are told together', () => {
  const problems = refused(
    ['title: Machine Learning Operations', 'title: ""'],
    ['- id: lab2', '- id: lab1'],
    ['ends: "17:30"', 'ends: "15:30"'],
  );
  expect(linesOf(problems)).toEqual([
    'course.yaml:2:8 title is too short',
    'course.yaml:17:9 another lab has this id, in line 10',
    'course.yaml:5:44 the class ends before it starts',
  ]);
});
