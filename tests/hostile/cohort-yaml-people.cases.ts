import type { HostileCase } from './hostile-case';
import { asGood, editing } from './hostile-case';

const edit = editing('cohort.yaml');

const EMAIL = {
  at: '25:14',
  message: 'staff[2].email',
  allowed: 'an e-mail address of a Google account: ASCII, one @',
  write: 'email: amara.okafor@example.edu',
};
const NAME = {
  at: '25:41',
  message: 'staff[2].name',
  allowed: '1 to 100 characters',
  write: 'name: Ines Duarte',
};
const ROLE = { at: '25:56', message: 'staff[2].role is not allowed', allowed: 'instructor, ta' };
const NEITHER = {
  at: '33:5',
  message: 'names both a student and a team, or neither',
  allowed: 'student or team',
  write: '- { student: amara.okafor@example.edu',
};

/** The TA's entry with another address. */
const ta = (name: string, address: string, ...told: Parameters<typeof edit>[3][]): ReturnType<typeof edit> =>
  edit(name, 'lin.wei@example.edu', address, ...told);

// One line per edit, one per complaint.
// prettier-ignore
export const COHORT_PEOPLE: readonly HostileCase[] = [
  ta('an address in capitals', 'LIN.WEI@EXAMPLE.EDU'),
  ta('an address with spaces around it', '" lin.wei@example.edu "'),
  ta('a domain in punycode', 'lin.wei@xn--exmple-cua.example.edu'),
  ta('an address with a tag', 'lin.wei+w255@example.edu'),
  edit('a name with an apostrophe and a quote', 'name: Lin Wei', `name: 'Lin "O’Wei'`),
  edit('a name in another script', 'name: Lin Wei', 'name: 林 薇'),
  asGood(edit('a place for a student in other letter case', 'amara.okafor@', 'Amara.Okafor@')),
  asGood(edit('a place for a team in other letter case', 'team: Kestrel', 'team: kestrel')),

  ta('a name before the address', '"Lin Wei <lin.wei@example.edu>"', { ...EMAIL, got: '"Lin Wei <lin.wei@example.edu>"' }),
  ta('a domain beyond ASCII', 'lin.wei@exämple.example.edu', { ...EMAIL, got: '"lin.wei@exämple.example.edu"' }),
  ta('a domain with its last dot', 'lin.wei@example.edu.', { ...EMAIL, got: '"lin.wei@example.edu."' }),
  ta('two @', 'lin@wei@example.edu', { ...EMAIL, got: '"lin@wei@example.edu"' }),
  ta('a space in an address', 'lin wei@example.edu', { ...EMAIL, got: '"lin wei@example.edu"' }),
  ta('an address without @', 'lin.wei', { ...EMAIL, got: '"lin.wei"' }),
  ta('an address of a megabyte', `${'a.'.repeat(1 << 19)}@example.edu`, { ...EMAIL, got: '(1048590 characters)' }),
  ta('an address with a line break', '"lin\\nwei@example.edu"', { ...EMAIL, got: '"lin\\nwei@example.edu"' }),
  ta('one person twice in other letter case', 'INES.duarte@example.edu',
    { at: '25:14', message: 'this person is named already in line 24', got: '"INES.duarte@example.edu"', write: 'one entry per person' }),
  ta('a TA who is a student', 'Amara.Okafor@example.edu',
    { at: '25:14', message: 'this person is also a student of ', got: '"Amara.Okafor@example.edu"', allowed: 'a person teaches or takes the course', write: 'in one of the two files' }),

  edit('a name that is a number', 'name: Lin Wei', 'name: 42', { ...NAME, got: '42' }),
  edit('a name that is a list', 'name: Lin Wei', 'name: [Lin, Wei]', { ...NAME, got: '["Lin","Wei"]' }),
  edit('a name that is empty', 'name: Lin Wei', 'name: "  "', { ...NAME, message: 'staff[2].name is too short', got: '"  "' }),
  edit('a name of two lines', 'name: Lin Wei', 'name: "Lin\\nWei"', { ...NAME, message: 'has a line break or a character that nobody sees', got: '"Lin\\nWei"' }),
  edit('a name that turns the line around', 'name: Lin Wei', 'name: "Lin \\u202e Wei"', { ...NAME, message: 'has a line break or a character that nobody sees', got: '"Lin \\u{202e} Wei"' }),
  edit('a name with a NUL', 'name: Lin Wei', 'name: "Lin\\0Wei"', { ...NAME, message: 'a character that nobody sees', got: '"Lin\\u0000Wei"' }),
  edit('half a character in a name', 'name: Lin Wei', 'name: "Lin \\ud800"', { ...NAME, message: 'a character that nobody sees', got: '"Lin \\ud800"' }),
  edit('a name of a megabyte', 'name: Lin Wei', `name: ${'x'.repeat(1 << 20)}`, { ...NAME, message: 'staff[2].name is too long', got: '(1048578 characters)' }),
  edit('a role in capitals', 'role: ta', 'role: TA', { ...ROLE, got: '"TA"', write: 'role: ta' }),
  edit('a role that there is not', 'role: ta', 'role: professor', { ...ROLE, got: '"professor"', write: 'role: instructor' }),
  edit('nobody who may all', 'role: instructor', 'role: ta', { at: '24:3', message: 'no one is an instructor', allowed: 'at least one person with role: instructor', write: 'role: instructor' }),

  edit('a place for a student with a letter less', 'student: amara.okafor@', 'student: amara.okafr@',
    { at: '32:16', message: 'the roster names no such student', got: '"amara.okafr@example.edu"', allowed: 'an e-mail of ', write: 'student: amara.okafor@example.edu' }),
  edit('a place for a team with a letter changed', 'team: Kestrel', 'team: Kestral',
    { at: '33:13', message: 'the roster names no such team', got: '"Kestral"', allowed: 'one of ', write: 'team: Kestrel' }),
  edit('two places for one student', 'team: Kestrel', 'student: AMARA.okafor@example.edu',
    { at: '33:16', message: 'this tenant is named already in line 32', got: '"AMARA.okafor@example.edu"', write: 'in one entry' }),
  edit('a place for nobody', 'team: Kestrel, budget', 'budget', { ...NEITHER, got: '{"budget":"90 USD"}' }),
  edit('a place for a student and a team', 'team: Kestrel', 'team: Kestrel, student: jose.garcia@example.edu', { ...NEITHER, got: '{"team":"Kestrel","student":"jose' }),
  edit('a team that is a number', 'team: Kestrel', 'team: 007', { at: '33:13', message: 'places[2].team', got: '7', allowed: '1 to 40 characters', write: 'team: Team Kestrel' }),
];
