import { readCsv } from '../../../src/core/input/csv-source';
import type { Problem } from '../../../src/core/input/problem';
import { parseRoster } from '../../../src/core/roster/roster';
import { linesOf, problemsOf, toldIn, valueOf } from '../outcomes';

const refused = (text: string): readonly Problem[] =>
  problemsOf(parseRoster(valueOf(readCsv('roster.csv', text))));
const at = toldIn('roster.csv');

const REQUIRED = {
  allowed: 'a header with email and name, and any of team, section, github',
  write: 'email,name',
};
const COLUMNS = 'the columns email, name, team, section, github';
const UNKNOWN = { allowed: COLUMNS, write: 'delete the column' };
const NAME = { allowed: '1 to 100 characters on one line', write: 'Amara Okafor' };
const ONE_EACH = {
  allowed: '2 values; a value that holds the separator stands in quotes',
  write: '"Okafor, Amara"',
};

test.each<[string, string, readonly Problem[]]>([
  [
    'a missing column',
    'email,team\na@example.edu,X',
    [at(1, 1, { message: 'the column name is missing', got: '"email,team"', ...REQUIRED })],
  ],
  [
    'an unknown column near a known one',
    'email,name,secton\na@example.edu,A,1',
    [at(1, 12, { message: 'the column "secton" is unknown', allowed: COLUMNS, write: 'section' })],
  ],
  [
    'an unknown column near another name of one',
    'email,name,groop\na@example.edu,A,1',
    [at(1, 12, { message: 'the column "groop" is unknown', allowed: COLUMNS, write: 'team' })],
  ],
  [
    'a column that every object has',
    'email,name,constructor\na@example.edu,A,1',
    [
      at(1, 12, {
        message: 'the column "constructor" is unknown',
        ...UNKNOWN,
      }),
    ],
  ],
  [
    'a column without a name',
    'email,name,\na@example.edu,A,1',
    [at(1, 12, { message: 'a column has no name', ...UNKNOWN })],
  ],
  [
    'a column twice',
    'email,name,e-mail\na@example.edu,A,b@example.edu',
    [at(1, 12, { message: 'the column email stands here twice', got: '"e-mail"', write: 'one of the two' })],
  ],
  [
    'no student',
    'email,name\n',
    [at(1, 1, { message: 'the roster names no student', write: 'a row per student below the header' })],
  ],
  [
    'an e-mail that is none',
    'email,name\nada,Ada',
    [
      at(2, 1, {
        message: 'email is not allowed',
        got: '"ada"',
        allowed: 'an e-mail address of a Google account: ASCII, one @, a domain with a dot',
        write: 'amara.okafor@example.edu',
      }),
    ],
  ],
  [
    'a missing name',
    'email,name\na@example.edu,',
    [
      at(2, 15, {
        message: 'name is missing',
        got: '""',
        ...NAME,
      }),
    ],
  ],
  [
    'a name of two lines',
    'email,name\na@example.edu,"Ada\nL"',
    [
      at(2, 15, {
        message: 'name is not allowed',
        got: '"Ada\\nL"',
        ...NAME,
      }),
    ],
  ],
  [
    'a name that turns the text around',
    'email,name\na@example.edu,Ada\u202e',
    [
      at(2, 15, {
        message: 'name is not allowed',
        got: '"Ada\\u{202e}"',
        ...NAME,
      }),
    ],
  ],
  [
    'a GitHub address',
    'email,name,github\na@example.edu,Ada,github.com/ada',
    [
      at(2, 19, {
        message: 'github is not allowed',
        got: '"github.com/ada"',
        allowed: 'a GitHub user name: 1 to 39 letters, digits and single hyphens, without @ or address',
        write: 'amara-okafor',
      }),
    ],
  ],
  [
    'a team of signs',
    'email,name,team\na@example.edu,Ada,=SUM(A1)',
    [
      at(2, 19, {
        message: 'team is not allowed',
        got: '"=SUM(A1)"',
        allowed: '1 to 40 letters, digits, spaces, dots, hyphens, starting with a letter or digit',
        write: 'Team Kestrel',
      }),
    ],
  ],
  [
    'a row that is too short',
    'email,name\na@example.edu',
    [
      at(2, 14, {
        message: 'the row has 1 values, the header 2',
        got: '"a@example.edu"',
        ...ONE_EACH,
      }),
    ],
  ],
  [
    'a row that is too long',
    'email,name\na@example.edu,Okafor, Amara',
    [
      at(2, 22, {
        message: 'the row has 3 values, the header 2',
        got: '"a@example.edu,Okafor,Amara"',
        ...ONE_EACH,
      }),
    ],
  ],
  [
    'an e-mail twice, in other letter case',
    'email,name\na@example.edu,Ada\nb@example.edu,Bo\nA@Example.edu,Ada',
    [
      at(4, 1, {
        message: 'this e-mail stands already in line 2; upper and lower case are the same',
        got: '"A@Example.edu"',
        write: 'one row per student: delete one of the two',
      }),
    ],
  ],
  [
    'an account on GitHub of two students, in other letter case',
    'email,name,github\na@example.edu,Ada,ada-l\nb@example.edu,Bo,\nc@example.edu,Cy,Ada-L\nd@example.edu,Dee,',
    [
      at(4, 18, {
        message: 'this account on GitHub stands already in line 2; upper and lower case are the same',
        got: '"Ada-L"',
        write: 'the account of each, or nothing: whose it is may push to their repositories',
      }),
    ],
  ],
])('%s is told whole', (_, text, problems) => expect(refused(text)).toEqual(problems));

test('A row where the header should be is told by what it lacks and what it has', () => {
  expect(linesOf(refused('a@example.edu,Ada')).slice(1)).toEqual([
    'roster.csv:1:1 the column email is missing',
    'roster.csv:1:1 the column "a@example.edu" is unknown',
    'roster.csv:1:15 the column "Ada" is unknown',
  ]);
});

test('All faults of all rows are told at once, each in its line', () => {
  const text = 'email,name,team\r\nada,Ada,ok\r\n\r\nb@example.edu,,-x\r\n"c@example.edu","Cy\r\nD",ok\r\n';
  expect(linesOf(refused(text))).toEqual([
    'roster.csv:2:1 email is not allowed',
    'roster.csv:4:15 name is missing',
    'roster.csv:4:16 team is not allowed',
    'roster.csv:5:17 name is not allowed',
  ]);
});

test('Of a header with thousands of columns twenty are told, and how many more', () => {
  const header = Array.from({ length: 1000 }, (_, index) => `x${index}`).join(',');
  const problems = refused(`email,name,${header}\n`);
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)).toEqual(
    at(1, 82, {
      message: '980 more columns are wrong from here on; the header has 1002',
      allowed: COLUMNS,
      write: 'the columns email and name alone, if this is an export with many',
    }),
  );
});
