import { EXPORT_FORMATS, formatOf, headerWord } from '../../../../src/core/roster/exports/export-formats';

test.each([
  ['Student,ID,SIS User ID,SIS Login ID,Section,Lab 1 (311)', 'canvas-gradebook'],
  ['Student,ID,SIS Login ID,Integration ID,Root Account,Section', 'canvas-gradebook'],
  ['LastName,FirstName,ID,SIS User ID,SIS Login ID,Section', 'canvas-gradebook'],
  ['Name,Student ID,User ID,Role,Email Address,Sections,Majors,Terms in Attendance', 'canvas-roster'],
  ['Name,Login ID,SIS ID,Section,Role,Last Activity,Total Activity', 'canvas-roster'],
  ['First name,Last name,Email address', 'moodle'],
  ['First name,Surname,ID number,Institution,Department,Email address,Course total', 'moodle'],
  ['First name / Last name,Email address,Roles,Groups', 'moodle'],
  ['First Name,Last Name,SID,Email,Role', 'gradescope'],
  ['Name,SID,Email,Role', 'gradescope'],
  ['Email address,Nickname,Group status,Email status,Email preference', 'google-groups'],
  ['identifier,github_username,github_id,name', 'github-classroom'],
  ['identifier,github_username,github_id,name,group_name', 'github-classroom'],
  ['email,name,team,section,github', 'plain'],
  ['E-Mail Address,FULL_NAME', 'plain'],
])('The header %s is that of %s', (header, id) => expect(formatOf(header.split(','))?.id).toBe(id));

test.each(['', 'date,amount', 'name,team', 'Student,ID', 'constructor,__proto__'])(
  'The header %j is that of no export',
  (header) => expect(formatOf(header.split(','))).toBeUndefined(),
);

test('Every name that a format looks for is one that can stand in a header', () => {
  const names = EXPORT_FORMATS.flatMap(({ signature, columns }) => [
    ...signature.flat(),
    ...Object.keys(columns),
  ]);
  expect(names.filter((name) => headerWord(name) !== name)).toEqual([]);
});
