import { assignedId } from '../../../src/rehearsal/google/assigned-id';
import { projectNumber } from '../../../src/rehearsal/google/project-number';

test('The same thing gets the same id, until that is taken', () => {
  const first = assignedId(
    (text) => text,
    ['budget', null],
    () => false,
  );
  expect(first).toBe('0 ["budget",null]');
  expect(
    assignedId(
      (text) => text,
      ['budget', null],
      (id) => id === first,
    ),
  ).toBe('1 ["budget",null]');
});

test('A project has one number of twelve digits', () => {
  const numbers = ['w255-c1', 'w255-c2', 'w255-c1'].map(projectNumber);
  expect(numbers[0]).toMatch(/^[1-9]\d{11}$/);
  expect(numbers[2]).toBe(numbers[0]);
  expect(numbers[1]).not.toBe(numbers[0]);
});
