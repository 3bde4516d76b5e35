import { withKeptFields } from '../../../../src/core/roster/delta/kept-fields';
import { same, student } from './a-class';

const BEFORE = [student('ada Kestrel', { github: 'ada-k' }), student('bo Kestrel')];

test('What an export tells of nobody stays, also with a new address', () => {
  const { students, kept } = withKeptFields(
    BEFORE,
    [student('adal'), student('bo'), student('cy')],
    same('ada', 'adal'),
  );
  expect(kept).toEqual(['team', 'github']);
  expect(students.map(({ team, github }) => [team, github])).toEqual([
    ['Kestrel', 'ada-k'],
    ['Kestrel', undefined],
    [undefined, undefined],
  ]);
});

test('What it tells of one, it tells of all', () => {
  const after = [student('ada Heron'), student('bo')];
  const { students, kept } = withKeptFields(BEFORE, after, new Map());
  expect(kept).toEqual(['github']);
  expect(students.map(({ team }) => team)).toEqual(['Heron', undefined]);
});
