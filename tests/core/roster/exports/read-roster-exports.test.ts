import fc from 'fast-check';
import type { ExportOptions } from '../../../../src/core/roster/exports/export-row';
import type { RosterReading } from '../../../../src/core/roster/exports/read-roster-exports';
import { readRosterExports } from '../../../../src/core/roster/exports/read-roster-exports';
import type { Outcome } from '../../../../src/core/input/problem';
import { linesOf, problemsOf, valueOf } from '../../outcomes';

const FILES = ['one.csv', 'two.csv'];

const read = (texts: readonly string[], options: ExportOptions = {}): Outcome<RosterReading> =>
  readRosterExports(
    texts.map((text, at) => ({ file: FILES[at]!, bytes: Buffer.from(text) })),
    options,
  );
const studentsOf = (...texts: readonly string[]) => valueOf(read(texts)).roster.students;
const refused = (...texts: readonly string[]) => linesOf(problemsOf(read(texts)));
const notesOf = (...texts: readonly string[]) =>
  valueOf(read(texts)).notes.map(({ file, message, lines }) => `${file}: ${message} [${lines.join(',')}]`);

const GRADES = `Student,ID,SIS User ID,SIS Login ID,Section,Lab 1 (311)
    Points Possible,,,,,10.00
"Okafor, Amara",12,30002,amara.okafor@example.edu,CS101 DIS 102,9
"García, José",11,30001,jose.garcia@example.edu,CS101 DIS 101,8
"Student, Test",13,,d9f2a1,CS101 DIS 101,
`;
const HUB = 'identifier,github_username,github_id,name\n';

test('Grades and GitHub names are one roster, in whatever order the files are given', () => {
  const hub = `${HUB}AMARA.okafor@example.edu,amara-o,1,Amara\njose.garcia@example.edu,,,\n`;
  const students = [
    { email: 'amara.okafor@example.edu', name: 'Amara Okafor', section: 'CS101 DIS 102', github: 'amara-o' },
    { email: 'jose.garcia@example.edu', name: 'José García', section: 'CS101 DIS 101' },
  ];
  expect(studentsOf(GRADES, hub)).toEqual(students);
  expect(studentsOf(hub, GRADES)).toEqual(students);
});

test('Whose files they are and what was left out is told, with lines and without names', () => {
  const { sources } = valueOf(read([GRADES, `${HUB}amara.okafor@example.edu,amara-o,1,\n`]));
  expect(sources).toEqual([
    { file: 'one.csv', format: 'Canvas gradebook', students: 2 },
    { file: 'two.csv', format: 'GitHub Classroom roster', students: 1 },
  ]);
  expect(notesOf(GRADES, `${HUB}amara.okafor@example.edu,amara-o,1,\n`)).toEqual([
    'one.csv: left out: test students [5]',
    'one.csv: 2 names were written last name first; turned around []',
    'one.csv: not in two.csv [4]',
  ]);
});

test('Who is not found by e-mail is found by a name that one student has', () => {
  const hub = `${HUB}"OKAFOR, Amara",amara-o,1,\njose@home.example,jose-g,2,Jose Garcia\n`;
  expect(studentsOf(GRADES, hub).map(({ github }) => github)).toEqual(['amara-o', 'jose-g']);
  expect(notesOf(GRADES, hub)).toContain('two.csv: found by name, not by e-mail [2,3]');
});

test('A login is as good as the address that the domain makes of it', () => {
  const grades = GRADES.replaceAll('@example.edu', '');
  const hub = `${HUB}amara.okafor,amara-o,1,\njose.garcia@example.edu,jose-g,2,\n`;
  const { roster } = valueOf(read([grades, hub], { emailDomain: 'example.edu' }));
  expect(roster.students.map(({ email, github }) => `${email} ${github}`)).toEqual([
    'amara.okafor@example.edu amara-o',
    'jose.garcia@example.edu jose-g',
  ]);
});

test('A name that two students have, and one that nobody has, are told in their lines', () => {
  const twins = 'email,name\nann1@example.edu,Ann Lee\nann2@example.edu,"Lee, Ann"\n';
  expect(refused(twins, `${HUB}Ann Lee,ann,1,\nZed,zed,2,\n`)).toEqual([
    'two.csv:2:1 2 students of one.csv have this name',
    'two.csv:3:1 one.csv has no such student',
  ]);
});

test('Two rows that mean one student are told', () => {
  const hub = `${HUB}amara.okafor@example.edu,amara-o,1,\nAmara Okafor,amara-2,2,\n`;
  expect(refused(GRADES, hub)).toEqual(['two.csv:3:1 line 2 tells of the same student already']);
});

test('Staff and test students of one file may stand in the other', () => {
  const scope = 'Name,SID,Email,Role\nAnn Lee,1,ann@example.edu,Student\nLin Wei,2,lin@example.edu,TA\n';
  const hub = `${HUB}ann@example.edu,ann,1,\nlin@example.edu,lin,2,\n`;
  expect(studentsOf(scope, hub)).toHaveLength(1);
  expect(notesOf(scope, hub)).toContain('two.csv: no student in one.csv; left out here too [3]');
});

test('Two teams or two GitHub names of one student are told; sections go by many names', () => {
  const plain = 'email,name,team,section,github\na@example.edu,Ann,Kestrel,001,ann\n';
  expect(refused(plain, 'email,team,section,github\na@example.edu,Heron,LEC 001,other\n')).toEqual([
    'two.csv:2:15 one.csv, line 2, says another team: "Kestrel"',
    'two.csv:2:29 one.csv, line 2, says another github: "ann"',
  ]);
  expect(studentsOf(plain, 'email,section\na@example.edu,LEC 001\n')[0]!.section).toBe('001');
});

test('Names that Google Groups lacks come from the other file', () => {
  const group =
    'Email address,Nickname,Group status\namara.okafor@example.edu,,member\njose.garcia@example.edu,,member\n';
  expect(studentsOf(group, GRADES).map(({ name }) => name)).toEqual(['Amara Okafor', 'José García']);
  expect(refused(group)).toEqual(['one.csv:2:26 2 rows, this first, have no name']);
});

test('Faults of both files are told at once, in the order in which people read', () => {
  expect(refused('email,name\nann,Ann\n', `${HUB}ann@example.edu,not a name,1,\n`)).toEqual([
    'one.csv:2:1 email is not allowed',
    'two.csv:2:1 one.csv has no such student',
    'two.csv:2:17 github is not allowed',
  ]);
  expect(refused('date,amount\n', `${HUB}ann@example.edu,not a name,1,\n`)).toEqual([
    'one.csv:1:1 no export that is known has this header',
    'two.csv:2:17 github is not allowed',
  ]);
});

test('Logins without a domain are one problem, however many they are', () => {
  const problems = problemsOf(read([GRADES.replaceAll('@example.edu', '')]));
  expect(problems).toEqual([
    {
      file: 'one.csv',
      line: 3,
      column: 26,
      message: '2 rows, this first, have no e-mail address',
      got: '"amara.okafor"',
      allowed: 'an e-mail address, or a domain that makes one of each login',
      write: '--email-domain example.edu, with the domain of your university',
    },
  ]);
});

test('A role that nobody knows is told once, where it first stands, and with how many have it', () => {
  const scope =
    'Name,SID,Email,Role\nAnn,1,ann@example.edu,Estudiante\nBo,2,bo@example.edu,Estudiante\nCy,3,c@example.edu,Wizard\n';
  expect(refused(scope)).toEqual([
    'one.csv:2:23 this role is neither that of a student nor that of staff; 2 rows have it',
    'one.csv:4:20 this role is neither that of a student nor that of staff',
  ]);
});

test('Of several groups those that begin with the prefix are teams', () => {
  const moodle = 'First name,Last name,Email address,Groups\nAnn,Lee,ann@example.edu,"Lab 2, Team 4"\n';
  expect(valueOf(read([moodle], { teamPrefix: 'team' })).roster.students[0]!.team).toBe('Team 4');
});

test('The order of the rows decides nothing about the roster', () => {
  const rows = Array.from({ length: 6 }, (_, n) => `"Last${n}, First${n}",${n},,s${n}@example.edu,00${n}`);
  const hubs = Array.from({ length: 6 }, (_, n) => `s${n}@example.edu,hub${n},${n},`);
  const header = 'Student,ID,SIS User ID,SIS Login ID,Section';
  const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  const inOrder = studentsOf(textOf([header, ...rows]), HUB + textOf(hubs));
  const any = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...items], { minLength: items.length });
  fc.assert(
    fc.property(any(rows), any(hubs), (some, others) => {
      expect(studentsOf(textOf([header, ...some]), HUB + textOf(others))).toEqual(inOrder);
    }),
  );
});

test('2,000 students with their GitHub names and forty columns of grades are read', () => {
  const columns = Array.from({ length: 40 }, (_, n) => `Lab ${n} (${n})`).join(',');
  const grades = Array.from(
    { length: 2000 },
    (_, n) => `"Last${n}, First${n}",${n},${n},s${n},001${',9.50'.repeat(40)}\n`,
  );
  const hub = Array.from({ length: 2000 }, (_, n) => `s${n}@example.edu,hub${n},${n},First\n`);
  const texts = [
    `Student,ID,SIS User ID,SIS Login ID,Section,${columns}\n${grades.join('')}`,
    HUB + hub.join(''),
  ];
  const { students } = valueOf(read(texts, { emailDomain: 'example.edu' })).roster;
  expect(students).toHaveLength(2000);
});
