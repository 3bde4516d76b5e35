import fc from 'fast-check';
import { readCsv } from '../../../src/core/input/csv-source';
import { parseRoster } from '../../../src/core/roster/roster';
import { valueOf } from '../outcomes';

const parse = (text: string): ReturnType<typeof parseRoster> =>
  parseRoster(valueOf(readCsv('roster.csv', text)));

test('A roster is its students in the order of their e-mails, in lower case, without what is empty', () => {
  const text =
    'email,name,team,section,github\nzoe@example.edu,Zoë Lefèvre,Kestrel,002,zoe-l\nAda@Example.EDU,Ada Lovelace,,,\n';
  expect(valueOf(parse(text))).toEqual({
    file: 'roster.csv',
    students: [
      { email: 'ada@example.edu', name: 'Ada Lovelace' },
      { email: 'zoe@example.edu', name: 'Zoë Lefèvre', team: 'Kestrel', section: '002', github: 'zoe-l' },
    ],
  });
});

test('The order of the rows decides nothing', () => {
  const rows = ['ada', 'bo', 'chidi', 'dee', 'el'].map((name) => `${name}@example.edu,${name}`);
  const inOrder = valueOf(parse(['email,name', ...rows].join('\n')));
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(valueOf(parse(['email,name', ...shuffled].join('\n')))).toEqual(inOrder);
    }),
  );
});

test.each(['email,name', 'E-Mail,Full Name', 'name,email', 'EMAIL_ADDRESS,student', 'e-mail address,NAME'])(
  'The header %s names e-mail and name',
  (header) => {
    const first = header.toLowerCase().startsWith('name') ? 'Ada,ada@example.edu' : 'ada@example.edu,Ada';
    expect(valueOf(parse(`${header}\n${first}`)).students).toEqual([
      { email: 'ada@example.edu', name: 'Ada' },
    ]);
  },
);

test('Team, section and GitHub name are known under other names too', () => {
  expect(
    valueOf(parse('email,name,Group,Sections,GitHub_Username\na@example.edu,A,Kestrel,1,aa')).students,
  ).toEqual([{ email: 'a@example.edu', name: 'A', team: 'Kestrel', section: '1', github: 'aa' }]);
});

test.each([
  '김지우',
  'Иван Петров',
  "Seán O'Neil",
  'Marco D’Angelo',
  '田中 由美',
  'Æ',
  'Fatima-Zahra El Idrissi',
  'x'.repeat(100),
])('The name %s is a name', (name) =>
  expect(valueOf(parse(`email,name\na@example.edu,${name}`)).students).toMatchObject([{ name }]),
);
