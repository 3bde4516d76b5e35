import { GOOD } from './good-cohort';
import type { HostileCase, Told } from './hostile-case';
import { asGood, editing, replacing } from './hostile-case';

const TEXT = GOOD['roster.csv'];

const edit = editing('roster.csv');
const file = replacing('roster.csv');

const EMAIL = {
  at: '3:1',
  message: 'email is not allowed',
  allowed: 'an e-mail address of a Google account: ASCII, one @',
  write: 'amara.okafor@example.edu',
};
const NAME = {
  at: '3:25',
  message: 'name is not allowed',
  allowed: '1 to 100 characters on one line',
  write: 'Amara Okafor',
};
const TEAM = {
  at: '4:41',
  message: 'team is not allowed',
  allowed: '1 to 40 letters, digits, spaces',
  write: 'Team Kestrel',
};
const GITHUB = {
  at: '2:51',
  message: 'github is not allowed',
  allowed: 'a GitHub user name',
  write: 'amara-okafor',
};

const named = (title: string, name: string, ...told: readonly Told[]): HostileCase =>
  edit(title, 'José García', name, ...told);
const at = (title: string, address: string, ...told: readonly Told[]): HostileCase =>
  edit(title, 'jose.garcia@example.edu', address, ...told);

const studentsUpTo = (count: number): string =>
  Array.from({ length: count }, (_, n) => `s${n}@example.edu,Student ${n}\n`).join('');
const ALONE = GOOD['cohort.yaml'].replace(/^places:[^]*/m, '').replace('[project]', '[]');

// One line per edit, one per complaint.
// prettier-ignore
export const ROSTER_PEOPLE: readonly HostileCase[] = [
  named('a name that Excel would run', '=cmd()'),
  named('a name that Excel would fetch', '"=HYPERLINK(""https://example.edu"",""x"")"'),
  named('a name that starts with a sign', "@SUM(1+1)*cmd|' /C calc'!A0"),
  named('a name that is a token of terraform', '${TfToken[TOKEN.1]}'),
  named('a name of HTML', '<script>alert(1)</script>'),
  named('a name of YAML', '"*a: {b, !!x # y"'),
  named('a name of 100 letters beyond the basic plane', '𝒳'.repeat(100)),
  asGood(named('a name whose accent stands apart', 'Jose\u0301 Garci\u0301a')),
  named('a Persian name with its joiner', 'علی\u200cرضا'),
  named('a name with a no-break space', 'José\u00a0García'),
  at('an address in capitals with a tag', 'Jose.Garcia+lab@EXAMPLE.edu'),
  at('a domain in punycode', 'jose.garcia@xn--exmple-cua.example.edu'),
  { name: 'a team whose accent stands apart in one row', files: { 'roster.csv': TEXT.replace('Kestrel', 'Érable').replace('Kestrel', 'E\u0301rable'), 'cohort.yaml': GOOD['cohort.yaml'].replace('Kestrel', 'Érable') }, told: [] },

  at('a name before the address', 'José García <jose.garcia@example.edu>', { ...EMAIL, got: '"José García <jose.garcia@example.edu>"' }),
  at('two addresses', '"jose@example.edu, garcia@example.edu"', { ...EMAIL, got: '"jose@example.edu, garcia@example.edu"' }),
  at('two @', 'jose@garcia@example.edu', { ...EMAIL, got: '"jose@garcia@example.edu"' }),
  at('a space in an address', 'jose garcia@example.edu', { ...EMAIL, got: '"jose garcia@example.edu"' }),
  at('an address beyond ASCII', 'josé.garcia@example.edu', { ...EMAIL, got: '"josé.garcia@example.edu"' }),
  at('a domain beyond ASCII', 'jose.garcia@exämple.example.edu', { ...EMAIL, got: '"jose.garcia@exämple.example.edu"' }),
  at('a domain with its last dot', 'jose.garcia@example.edu.', { ...EMAIL, got: '"jose.garcia@example.edu."' }),
  at('a domain without a dot', 'jose.garcia@localhost', { ...EMAIL, got: '"jose.garcia@localhost"' }),
  at('a link', 'mailto:jose.garcia@example.edu', { ...EMAIL, got: '"mailto:jose.garcia@example.edu"' }),
  at('no address', '', { ...EMAIL, message: 'email is missing', got: '""' }),
  at('an address that turns the line around', 'jose\u202e.garcia@example.edu', { ...EMAIL, got: '"jose\\u{202e}.garcia@example.edu"' }),
  at('an address of two lines', '"jose.\ngarcia@example.edu"', { ...EMAIL, got: '"jose.\\ngarcia@example.edu"' }),
  file('one student twice in other letter case', `${TEXT}JOSE.garcia@Example.edu,José,Kestrel,001,\n`,
    { at: '5:1', message: 'this e-mail stands already in line 3; upper and lower case are the same', got: '"JOSE.garcia@Example.edu"', write: 'delete one of the two' }),
  file('a student who teaches', `${TEXT}LIN.WEI@example.edu,Lin Wei,Heron,002,\n`,
    { at: 'cohort.yaml:25:14', message: 'this person is also a student of ', got: '"lin.wei@example.edu"', allowed: 'teaches or takes the course', write: 'one of the two files' }),

  named('a name of two lines', '"José\nGarcía"', { ...NAME, got: '"José\\nGarcía"' }),
  file('a fault below a name of two lines', TEXT.replace('José García', '"José\nGarcía"').replace("Maeve O'Brien", ''),
    { ...NAME, got: '"José\\nGarcía"' }, { ...NAME, at: '5:27', message: 'name is missing', got: '""' }),
  named('a zero-width space in a name', 'José\u200b García', { ...NAME, got: '"José\\u{200b} García"' }),
  named('a name of zero-width spaces', '\u200b\u200b', { ...NAME, got: '"\\u{200b}\\u{200b}"' }),
  named('a name that turns the line around', 'José\u202e García', { ...NAME, got: '"José\\u{202e} García"' }),
  named('a name that colours the terminal', 'José\u001b[31m García', { ...NAME, got: '"José\\u001b[31m García"' }),
  named('a name with a C1 control', 'José\u009b31m García', { ...NAME, got: '"José\\u{9b}31m García"' }),
  named('a name with a tag character', 'José\u{e0041} García', { ...NAME, got: '"José\\u{e0041} García"' }),
  named('a name of 101 letters', 'x'.repeat(101), { ...NAME, got: 'xxx… (103 characters)' }),
  named('a name of a megabyte', 'x'.repeat(1 << 20), { ...NAME, got: 'xxx… (1048578 characters)' }),
  edit('a team that leads out of its folder', 'Heron', '../Heron', { ...TEAM, got: '"../Heron"' }),
  edit('a team that Excel would run', 'Heron', '=Heron', { ...TEAM, got: '"=Heron"' }),
  edit('a team with a zero-width space', 'Heron', 'He\u200bron', { ...TEAM, got: '"He\\u{200b}ron"' }),
  edit('a section of two lines', '002', '"00\n2"', { at: '4:47', message: 'section is not allowed', got: '"00\\n2"', allowed: 'on one line', write: '002' }),
  edit('a GitHub name with @', 'amara-okafor\n', '@amara-okafor\n', { ...GITHUB, got: '"@amara-okafor"' }),
  edit('a GitHub name as an address', 'amara-okafor\n', 'https://github.com/amara-okafor\n', { ...GITHUB, got: '"https://github.com/amara-okafor"' }),
  { name: '5,000 rows with a bad one at the end', files: { 'cohort.yaml': ALONE, 'roster.csv': `email,name\n${studentsUpTo(4_999)}last@example,Last\n` },
    told: [{ ...EMAIL, at: '5001:1', got: '"last@example"' }] },
  { name: '300 bad rows, each of them told', files: { 'cohort.yaml': ALONE, 'roster.csv': `email,name\n${studentsUpTo(300).replaceAll('@', ' at ')}` },
    told: Array.from({ length: 300 }, (_, n) => ({ ...EMAIL, at: `${n + 2}:1`, got: `"s${n} at example.edu"` })) },
];
