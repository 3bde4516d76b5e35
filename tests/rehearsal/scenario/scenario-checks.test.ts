import type { Problem } from '../../../src/core/input/problem';
import { problemsOf, toldIn } from '../../core/outcomes';
import { FILE, problemsIn, read, scenarioOf } from './sample-scenario';

const at = toldIn(FILE);

test.each<[string, readonly string[], Problem]>([
  [
    'a step before anything stands',
    ['add: { students: 1 }', 'deploy'],
    at(4, 5, {
      message: 'nothing stands that "add" could be done to',
      allowed: 'deploy, fault, teardown; the others after a deploy',
      write: '- deploy',
    }),
  ],
  [
    'a step after everything is gone',
    ['deploy', 'teardown', 're-apply'],
    at(6, 5, {
      message: 'nothing stands that "re-apply" could be done to',
      allowed: 'deploy, fault, teardown; the others after a deploy',
      write: '- deploy',
    }),
  ],
  [
    'a day before that of the step in front',
    ['{ deploy: , at: 20 }', '{ re-apply: , at: 2027-02-01 }', '{ teardown: , at: 19 }'],
    at(6, 23, {
      message: 'the step happens before the one in front of it',
      got: '19',
      allowed: '20 or later',
      write: 'at: 20',
    }),
  ],
  [
    'a date before that of a step in front',
    ['{ deploy: , at: 2027-02-02 }', '{ teardown: , at: 2027-02-01 }'],
    at(5, 23, {
      message: 'the step happens before the one in front of it',
      got: '"2027-02-01"',
      allowed: '2027-02-02 or later',
      write: 'at: 2027-02-02',
    }),
  ],
  [
    'a message of a step that does not fail',
    ['{ deploy: , message: Error 409 }'],
    at(4, 26, {
      message: 'a step that does not fail says nothing that could be compared',
      got: '"Error 409"',
      allowed: 'message beside expect: fails',
      write: 'expect: fails',
    }),
  ],
  [
    'more students who come back than are held',
    ['deploy', 'drop: { students: 1 }', 'drop: { students: 1, until: held }', 'return: { students: 2 }'],
    at(7, 25, {
      message: 'more students come back than are held: 1 at this step',
      got: '2',
      allowed: 'at most 1',
      write: 'students: 1',
    }),
  ],
  [
    'a return of nobody',
    ['deploy', 'return: { students: 1 }'],
    at(5, 25, {
      message: 'more students come back than are held: 0 at this step',
      got: '1',
      allowed: 'no such step here',
      write: 'delete the step, or let students come or go before it',
    }),
  ],
  [
    'a key that does not go with the kind of the fault',
    ['{ deploy: , faults: [{ kind: lock-held, seconds: 5 }] }'],
    at(4, 45, {
      message: 'a fault of kind lock-held has no seconds',
      allowed: 'any of stack',
      write: 'delete the key',
    }),
  ],
  [
    'an answer that cannot be lost',
    ['fault: { kind: 429, when: after }'],
    at(4, 31, {
      message: 'Google does nothing of what it answers with 429',
      got: '"after"',
      allowed: 'before; after goes with 500 and 503',
      write: 'when: before',
    }),
  ],
])('%s is told whole, and alone', (_, steps, problem) => {
  expect(problemsIn(...steps)).toEqual([problem]);
});

test('No more students leave than there are, those who joined counted, and one stays', () => {
  const term = (leave: number): string =>
    `name: A\nabout: B\nstudents: 3\nsteps:\n  - deploy\n  - add: { students: 2 }\n  - drop: { students: ${leave} }\n`;
  expect(read(term(4)).ok).toBe(true);
  expect(problemsOf(read(term(5)))).toEqual([
    at(7, 23, {
      message: 'more students leave than can: 4 at this step',
      got: '5',
      allowed: 'at most 4',
      write: 'students: 4',
    }),
  ]);
});

test('After a teardown the class can be deployed again', () => {
  expect(scenarioOf('deploy', 'teardown', 'deploy', 're-apply').steps).toHaveLength(4);
});

test('Steps may share a day', () => {
  expect(scenarioOf('{ deploy: , at: 3 }', '{ re-apply: , at: 3 }').steps).toHaveLength(2);
});
