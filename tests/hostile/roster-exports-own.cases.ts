import type { FormatId } from '../../src/core/roster/exports/export-formats';
import type { ExportCase, ExportTold } from './roster-exports-any.cases';

const of = (name: string, content: string, ...told: readonly ExportTold[]): ExportCase => ({
  name,
  content,
  told,
});

const BOOK = 'Student,ID,SIS User ID,SIS Login ID,Section\n';
const ROSTER = 'Name,Student ID,User ID,Role,Email Address,Sections,Waitlist Position\n';
const MOODLE = 'First name,Surname,Email address,Roles,Groups\n';
const SCOPE = 'First Name,Last Name,SID,Email,Role,Section\n';
const GROUP = 'Email address,Nickname,Group status\n';
const HUB = 'identifier,github_username,github_id,name\n';

/** What only the export of one system does. */
// prettier-ignore
export const CASES_OF_ONE: Readonly<Record<FormatId, readonly ExportCase[]>> = {
  'canvas-gradebook': [
    of('first and last name apart', 'LastName,FirstName,ID,SIS User ID,SIS Login ID,Section\n"    Points Possible",,,,,\nLee,Ann,1,2,ann,001\n'),
    of('an address for a login', `${BOOK}"Lee, Ann",1,2,ann@example.edu,001\n`),
    of('a test student and nobody else', `${BOOK}"Student, Test",1,,x,001\n`, { line: 1, message: 'no row is a student: test students 1' }),
    of('a login with a space', `${BOOK}"Lee, Ann",1,2,ann lee,001\n`, { line: 2, message: 'this row has no e-mail address', write: '--email-domain' }),
    of('a section that is too long and cannot be cut', `${BOOK}"Lee, Ann",1,2,ann,${'x'.repeat(60)}\n`, { line: 2, message: 'section is not allowed' }),
    of('a name that Excel would run', `${BOOK}"=""=cmd()""",1,2,ann,001\n`),
  ],
  'canvas-roster': [
    of('a waiting list and nobody else', `${ROSTER}"Lee, Ann",1,2,Student,ann@example.edu,001,4\n`, { line: 1, message: 'no row is a student: waitlisted 1' }),
    of('a place on the waiting list that is none', `${ROSTER}"Lee, Ann",1,2,Student,ann@example.edu,001,0\n`),
    of('a role of the house', `${ROSTER}"Lee, Ann",1,2,Wizard,ann@example.edu,001,\n`, { line: 2, message: 'this role is neither', write: 'Student, or delete the row' }),
    of('roles as programs write them', `${ROSTER}"Lee, Ann",1,2,StudentEnrollment,ann@example.edu,001,\nLin,1,3,TaEnrollment,lin@example.edu,,\nT,1,4,StudentViewEnrollment,t,,\n`),
    of('three commas in a name', `${ROSTER}"Lee, Ann, May, June",1,2,Student,ann@example.edu,001,\n`),
  ],
  moodle: [
    of('several groups', `${MOODLE}Ann,Lee,ann@example.edu,Student,"Kestrel, Heron"\n`, { line: 2, message: 'this student is in 2 groups, and can be in one team', write: '--team-prefix' }),
    of('one group twice', `${MOODLE}Ann,Lee,ann@example.edu,Student,"Kestrel, Kestrel"\n`),
    of('a group that Excel would run', `${MOODLE}Ann,Lee,ann@example.edu,Student,=cmd()\n`, { line: 2, message: 'team is not allowed' }),
    of('a student who also teaches', `${MOODLE}Ann,Lee,ann@example.edu,"Student, Teacher",\n`, { line: 1, message: 'no row is a student: staff 1' }),
    of('a hidden address', `${MOODLE}Ann,Lee,,Student,\n`, { line: 2, message: 'this row has no e-mail address', write: 'or delete the row' }),
  ],
  gradescope: [
    of('without roles and sections', 'First Name,Last Name,SID,Email\nAnn,Lee,1,ann@example.edu\n'),
    of('with one column for the name', 'Name,SID,Email,Role\n"Lee, Ann",1,ann@example.edu,Student\n'),
    of('grades beside the roster', 'First Name,Last Name,SID,Email,Sections,section_name,Lab 1,Lab 1 - Max Points\nAnn,Lee,1,ann@example.edu,001,,5,10\n'),
    of('readers and instructors alone', `${SCOPE}Ann,Lee,1,ann@example.edu,Reader,\nLin,Wei,2,lin@example.edu,Instructor,\n`, { line: 1, message: 'no row is a student: staff 2' }),
    of('a first name alone', `${SCOPE}Ann,,1,ann@example.edu,Student,\n`),
  ],
  'google-groups': [
    of('nobody has a name', `${GROUP}ann@example.edu,,member\nlee@example.edu,,member\n`, { line: 2, message: '2 rows, this first, have no name', write: 'as a second file' }),
    of('invitations alone', `${GROUP}ann@example.edu,Ann,invited\nlee@example.edu,Lee,pending\n`, { line: 1, message: 'no row is a student: no longer or not yet in the course 2' }),
    of('a group within the group', `${GROUP}staff,Staff,member\n`, { line: 2, message: 'email is not allowed' }),
    of('owners and managers alone', `${GROUP}ann@example.edu,Ann,OWNER\nlin@example.edu,Lin,Manager\n`, { line: 1, message: 'no row is a student: staff 2' }),
    of('a status in another language', `${GROUP}ann@example.edu,Ann,miembro\n`, { line: 2, message: 'this role is neither' }),
  ],
  'github-classroom': [
    of('names for identifiers', `${HUB}Ann Lee,annlee,1,Ann\n`, { line: 2, message: 'this row has no e-mail address', write: 'as a second file' }),
    of('one account for two', `${HUB}a@example.edu,annlee,1,Ann\nb@example.edu,AnnLee,1,Bo\n`, { line: 3, message: 'this account on GitHub stands already in line 2' }),
    of('an account as an address', `${HUB}a@example.edu,https://github.com/annlee,1,Ann\n`, { line: 2, message: 'github is not allowed' }),
    of('an account with @', `${HUB}a@example.edu,@annlee,1,Ann\n`),
    of('an account that nobody linked', `${HUB},annlee,1,Ann\n`, { line: 2, message: 'this row has no e-mail address', write: 'or delete the row' }),
    of('a group of the classroom', 'identifier,github_username,github_id,name,group_name\na@example.edu,aa,1,Ann,Kestrel\n'),
  ],
  plain: [
    of('a misspelt column', 'email,name,taem\na@example.edu,Ann,Kestrel\n', { line: 1, message: 'the column "taem" is unknown', write: 'team' }),
    of('a column that every object has', 'email,name,constructor\na@example.edu,Ann,x\n'),
    of('columns of one’s own', 'email,name,shoe size\na@example.edu,Ann,38\n'),
    of('addresses alone', 'email\na@example.edu\nb@example.edu\n', { line: 2, message: '2 rows, this first, have no name' }),
    of('a column that clears the screen', 'email,name,shoe\u001b[2Jsize of it all\na@example.edu,Ann,38\n'),
    of('10,000 columns', `email,name${',x'.repeat(9_998)}\na@example.edu,Ann${','.repeat(9_998)}\n`),
    of('no header', 'a@example.edu,Ann\n', { line: 1, message: 'no export that is known has this header', write: 'email,name' }),
  ],
};
