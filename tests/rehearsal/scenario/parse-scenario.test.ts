import type { Problem } from '../../../src/core/input/problem';
import { linesOf, problemsOf, toldIn } from '../../core/outcomes';
import { FILE, problemsIn, read, scenarioOf } from './sample-scenario';

const at = toldIn(FILE);
const ACTIONS =
  'deploy, re-apply, add, drop, return, change-email, rename, change-team, use, drift, fault, recover, teardown';
const STEP = `one of ${ACTIONS}, and any of name, at, faults, expect, message`;

test('A step is a word, or a mapping with one action and what is particular to it', () => {
  const { steps } = scenarioOf(
    'deploy',
    '{ deploy: , name: Again, at: -3 }',
    '{ add: { students: [{ email: Amara.Okafor@example.edu, name: Amara Okafor }] }, at: 2027-02-01 }',
    'drop: { students: 2, until: held }',
    'return: { students: [zoe.lefevre@example.edu] }',
    'change-email: { to: amara@example.edu }',
    'rename: { student: amara@example.edu, to: Amara O. }',
    'change-team:',
    'use: { students: 5, images: 2 }',
    'drift: { delete: google_storage_bucket }',
    'fault: { kind: 429, on: google_storage_bucket, count: 2 }',
    '{ deploy: , expect: fails, message: /Error 429/ }',
    'recover',
    'teardown',
  );
  const fault = { kind: 'refuse', status: 429, when: 'before', action: 'create', type: 'google_storage_bucket', nth: 1, times: 2 }; // prettier-ignore
  expect(steps).toEqual([
    { action: 'deploy', name: 'deploy', faults: [] },
    { action: 'deploy', name: 'Again', at: { day: -3 }, faults: [] },
    {
      action: 'add',
      name: 'add 1 student',
      at: { date: '2027-02-01' },
      students: [{ email: 'amara.okafor@example.edu', name: 'Amara Okafor' }],
      faults: [],
    },
    { action: 'drop', name: 'drop 2 students, hold', students: 2, until: 'held', faults: [] },
    { action: 'return', name: 'return 1 student', students: ['zoe.lefevre@example.edu'], faults: [] },
    { action: 'change-email', name: 'change an e-mail', to: 'amara@example.edu', faults: [] },
    { action: 'rename', name: 'rename a student', student: 'amara@example.edu', to: 'Amara O.', faults: [] },
    { action: 'change-team', name: 'change a team', faults: [] },
    { action: 'use', name: '5 students work', students: 5, objects: 3, images: 2, volumes: 1, loadBalancers: 0, faults: [] }, // prettier-ignore
    { action: 'drift', name: 'delete 1 google_storage_bucket by hand', change: 'delete', type: 'google_storage_bucket', count: 1, faults: [] }, // prettier-ignore
    {
      action: 'fault',
      name: 'Google refuses 2 creates of google_storage_bucket from the 1st on with 429',
      fault,
      faults: [],
    },
    {
      action: 'deploy',
      name: 'deploy',
      expect: { fails: true, message: { pattern: 'Error 429' } },
      faults: [],
    },
    { action: 'recover', name: 'recover', faults: [] },
    { action: 'teardown', name: 'teardown', faults: [] },
  ]);
});

test('A student who is dropped loses the place, unless the step says that it is held', () => {
  expect(scenarioOf('deploy', 'drop: { students: 1 }').steps[1]).toEqual({
    action: 'drop',
    name: 'drop 1 student',
    students: 1,
    until: 'destroyed',
    faults: [],
  });
});

test.each<[string, string, Problem]>([
  [
    'a word that is nearly a step',
    'depoly',
    at(5, 5, {
      message: 'steps[2] is no step that is a word alone',
      got: '"depoly"',
      allowed: STEP,
      write: '- deploy',
    }),
  ],
  [
    'an action that is misspelt',
    'addd: { students: 1 }',
    at(5, 5, {
      message: 'the key "addd" is unknown',
      allowed: `the keys ${ACTIONS}, name, at, faults, expect, message`,
      write: 'add: …',
    }),
  ],
  [
    'two actions at once',
    '{ add: { students: 1 }, drop: { students: 1 } }',
    at(5, 5, {
      message: 'steps[2] does add and drop at once',
      got: '{"add":{"students":1},"drop":{"students":1}}',
      allowed: STEP,
      write: '- add: { students: 1 }',
    }),
  ],
  [
    'no action',
    'name: Nothing',
    at(5, 5, {
      message: 'steps[2] does nothing',
      got: '{"name":"Nothing"}',
      allowed: STEP,
      write: '- add: { students: 1 }',
    }),
  ],
  [
    'nobody who joins',
    'add: { students: 0 }',
    at(5, 22, {
      message: 'steps[2].add.students is too small',
      got: '0',
      allowed: 'how many, from 1 to 500, or a list of people with email and name',
      write: 'students: 1',
    }),
  ],
  [
    'a drift both ways',
    'drift: { delete: google_storage_bucket, change: google_storage_bucket }',
    at(5, 12, {
      message: 'steps[2].drift says both delete and change, or neither',
      got: '{"delete":"google_storage_bucket","change":"google_storage_b… (67 characters)',
      allowed: 'delete or change, and count',
      write: 'drift: { delete: google_storage_bucket }',
    }),
  ],
  [
    'a fault that Google does not know',
    'fault: { kind: 418 }',
    at(5, 20, {
      message: 'steps[2].fault.kind cannot be read',
      got: '418',
      allowed: 'one of 429, 409, 403, 500, 503, slow, provider-crash, terraform-killed, lock-held, disk-full',
      write: 'kind: 429',
    }),
  ],
  [
    'a day beyond any term',
    '{ deploy: , at: 500 }',
    at(5, 21, {
      message: 'steps[2].at cannot be read',
      got: '500',
      allowed:
        'a day of the term from -60 to 400, where 1 is the first, or a day of this century, year-month-day: 2027-05-07',
      write: 'at: 14',
    }),
  ],
  [
    'a pattern that is none',
    '{ deploy: , expect: fails, message: /(/ }',
    at(5, 41, {
      message: 'steps[2].message cannot be read',
      got: '"/(/"',
      allowed: 'a text, or a regular expression between slashes: /Error 409.*already exists/',
      write: 'message: /Error 409/',
    }),
  ],
])('%s is told whole, and alone', (_, step, problem) => {
  expect(problemsIn('deploy', step)).toEqual([problem]);
});

test('All faults of a file are told at once, in the order of the file', () => {
  expect(
    linesOf(problemsOf(read('name: ""\nstudnets: 4\nsteps:\n  - depoly\n  - use: { objects: -1 }\n'))),
  ).toEqual([
    'term.yaml:1:1 about is missing',
    'term.yaml:1:7 name is too short',
    'term.yaml:2:1 the key "studnets" is unknown',
    'term.yaml:4:5 steps[1] is no step that is a word alone',
    'term.yaml:5:21 steps[2].use.objects is too small',
  ]);
});

test('An empty file is led to a scenario that ships with the program', () => {
  expect(problemsOf(read(''))).toEqual([
    at(1, 1, {
      message: 'the file is empty',
      allowed: 'the keys name, about, students, steps',
      write: 'start from a copy of a scenario that ships with practicum, scenarios/term.yaml',
    }),
  ]);
});
