import { inventedStudent } from '../../../src/app/rehearse/invented-students';
import { EMAIL } from '../../../src/core/domain/ids';

const MANY = Array.from({ length: 1000 }, (_, index) => inventedStudent(index, true));

test('An invented person is always the same, and nobody else', () => {
  expect(inventedStudent(7, true)).toEqual(MANY[7]);
  expect(new Set(MANY.map(({ email }) => email)).size).toBe(1000);
  expect([MANY[0], MANY[110]]).toEqual([
    { email: 'amara.abara@example.edu', name: 'Amara Abara', team: 'Team 1' },
    { email: 'amara.abara.2@example.edu', name: 'Amara Abara', team: 'Team 28' },
  ]);
});

test('Every address is one, of a domain that is nobody’s', () => {
  expect(MANY.filter(({ email }) => !EMAIL.pattern.test(email) || !email.endsWith('@example.edu'))).toEqual(
    [],
  );
});

test('Teams have four people, where there are teams', () => {
  expect(MANY.slice(0, 5).map(({ team }) => team)).toEqual([
    'Team 1',
    'Team 1',
    'Team 1',
    'Team 1',
    'Team 2',
  ]);
  expect(inventedStudent(0, false).team).toBeUndefined();
});
