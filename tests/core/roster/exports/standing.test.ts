import { standingOf } from '../../../../src/core/roster/exports/standing';

const words = { name: 'Ann Lee', role: '', status: '', waitlist: '', section: '' };

test.each([
  ['', 'student'],
  ['Student', 'student'],
  ['student', 'student'],
  ['Students', 'student'],
  ['Learner', 'student'],
  ['member', 'student'],
  ['StudentEnrollment', 'student'],
  ['Waitlist Student', 'waitlisted'],
  ['Wait-listed', 'waitlisted'],
  ['Instructor', 'staff'],
  ['TA', 'staff'],
  ['Lead TA', 'staff'],
  ['TaEnrollment', 'staff'],
  ['Student, Teacher', 'staff'],
  ['Student assistant', 'staff'],
  ['Non-editing teacher', 'staff'],
  ['owner', 'staff'],
  ['MANAGER', 'staff'],
  ['Reader', 'staff'],
  ['Observer', 'guest'],
  ['Auditor', 'guest'],
  ['invited', 'inactive'],
  ['StudentViewEnrollment', 'test'],
  ['Wizard', 'unknown'],
  ['metallurgist', 'unknown'],
])('The role %j is that of a %s', (role, standing) => expect(standingOf({ ...words, role })).toBe(standing));

test.each([
  ['Active', 'student'],
  ['Suspended', 'inactive'],
  ['Not current', 'inactive'],
  ['dropped', 'inactive'],
  ['waitlisted', 'waitlisted'],
])('The status %j makes a %s', (status, standing) =>
  expect(standingOf({ ...words, role: 'Student', status })).toBe(standing),
);

test.each([
  ['3', 'waitlisted'],
  ['yes', 'waitlisted'],
  ['0', 'student'],
  ['No', 'student'],
  ['', 'student'],
])('The place %j on the waiting list makes a %s', (waitlist, standing) =>
  expect(standingOf({ ...words, waitlist })).toBe(standing),
);

test('Who is on the waiting list of one section and has a place in another is a student', () => {
  expect(standingOf({ ...words, section: 'CS101 Waitlist' })).toBe('waitlisted');
  expect(standingOf({ ...words, section: 'CS101 LEC 001, CS101 DIS Waitlist' })).toBe('student');
});

test.each(['Test Student', 'Student, Test', 'Student,Test'])('%s is no person', (name) =>
  expect(standingOf({ ...words, name })).toBe('test'),
);

test('Who is called Test or Student is a person', () => {
  expect(standingOf({ ...words, name: 'Tess Student' })).toBe('student');
  expect(standingOf({ ...words, name: 'Test Studentson' })).toBe('student');
});
