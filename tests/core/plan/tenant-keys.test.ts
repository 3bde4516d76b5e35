import { labsOf, teamsOf, tenantKeysOf, workedBy } from '../../../src/core/plan/tenant-keys';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed } from '../sample-cohort';

const COURSE_WITH_TEAMS = aCourse(changed(COURSE, 'title: Show it', 'title: Show it\n    workedBy: team'));
const ONLY_TEAMS = aConfig('teamLabs: [lab1, lab2, project]\n');
const ROSTER = aRoster([
  aStudent('ada', { team: 'Barn Owl' }),
  aStudent('bo', { team: 'barn owl ' }),
  aStudent('cy'),
  aStudent('dee', { team: 'Kestrel' }),
]);

test('The course says who works on a lab, and the cohort may make it team work', () => {
  const [lab1, , project] = COURSE_WITH_TEAMS.labs;
  expect([workedBy(lab1!, aConfig()), workedBy(project!, aConfig())]).toEqual(['student', 'team']);
  expect(workedBy(lab1!, aConfig('teamLabs: [lab1]\n'))).toBe('team');
});

test('Each lab is one kind of tenant’s', () => {
  const ids = (kind: 'student' | 'team'): readonly string[] =>
    labsOf(kind, COURSE_WITH_TEAMS, aConfig('teamLabs: [lab2]\n')).map(({ id }) => id);
  expect([ids('student'), ids('team')]).toEqual([['lab1'], ['lab2', 'project']]);
});

test('A team is one whatever the letter case, under the name its first member has it by', () => {
  expect([...teamsOf(ROSTER)]).toEqual([
    ['team barn owl', { title: 'Barn Owl', members: ['ada@example.edu', 'bo@example.edu'] }],
    ['team kestrel', { title: 'Kestrel', members: ['dee@example.edu'] }],
  ]);
});

test('Each student has a place, and each team if a lab is for teams', () => {
  const students = ['ada', 'bo', 'cy', 'dee'].map((local) => ({ student: `${local}@example.edu` }));
  expect(tenantKeysOf(aConfig(), ROSTER, aCourse())).toEqual(students);
  expect(tenantKeysOf(aConfig(), ROSTER, COURSE_WITH_TEAMS)).toEqual([
    ...students,
    { team: 'Barn Owl' },
    { team: 'Kestrel' },
  ]);
});

test('Where all labs are for teams, students have no place of their own', () => {
  expect(tenantKeysOf(ONLY_TEAMS, ROSTER, aCourse())).toEqual([{ team: 'Barn Owl' }, { team: 'Kestrel' }]);
});
