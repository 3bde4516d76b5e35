import { cr, crlf, latin1, utf16be, utf16le, withMark } from './encodings';
import { GOOD } from './good-cohort';
import type { HostileCase } from './hostile-case';
import { asGood, editing, replacing } from './hostile-case';

const TEXT = GOOD['roster.csv'];
const [HEADER = '', ...ROWS] = TEXT.trimEnd().split('\n');

const edit = editing('roster.csv');
const file = replacing('roster.csv');

const COLUMNS = 'the columns email, name, team, section, github';
const HEADED = { allowed: 'a header with email and name', write: 'email,name' };
const EMPTY = {
  at: '1:1',
  message: 'the file is empty',
  allowed: 'a header and one row per student',
  write: 'email,name',
};
const ENCODING = {
  allowed: 'UTF-8, with or without byte order mark, or UTF-16 with one',
  write: 'save it again as "CSV UTF-8"',
};
const QUOTES = {
  message: 'a quote stands in the middle of a value',
  allowed: 'quotes around a whole value, doubled inside it',
  write: '""Annie""',
};
const FIVE = {
  allowed: '5 values; a value that holds the separator stands in quotes',
  write: '"Okafor, Amara"',
};
const JOSE = {
  at: '3:25',
  message: 'name is missing',
  got: '""',
  allowed: '1 to 100 characters on one line',
  write: 'Amara Okafor',
};
const UNNAMED = TEXT.replace('José García', '');

const unknown = (at: string, column: string, write = 'delete the column'): { at: string; message: string; allowed: string; write: string } => ({
  at, message: `the column "${column}" is unknown`, allowed: COLUMNS, write,
}); // prettier-ignore

// One line per edit, one per complaint.
// prettier-ignore
export const ROSTER_TEXT: readonly HostileCase[] = [
  asGood(file('with semicolons', TEXT.replaceAll(',', ';'))),
  asGood(file('with tabs', TEXT.replaceAll(',', '\t'))),
  asGood(file('with a byte order mark', withMark(TEXT))),
  asGood(file('with lines that end as on Windows', crlf(TEXT))),
  asGood(file('with lines that end as on an old Mac', cr(TEXT))),
  asGood(file('with lines that end in three ways', `${HEADER}\r\n${ROWS.join('\r')}\n`)),
  asGood(file('without an end of the last line', TEXT.trimEnd())),
  asGood(file('in little-endian UTF-16 with tabs, as Excel writes it', utf16le(crlf(TEXT.replaceAll(',', '\t'))))),
  asGood(file('in big-endian UTF-16', utf16be(TEXT))),
  asGood(file('with empty rows and rows of commas', `\n${TEXT.replaceAll('\n', '\n\n')},,,,\n  , ,,,\n`)),
  asGood(file('with columns under other names and in capitals', TEXT.replace('email,name,team', 'E-Mail Address, FULL_NAME ,Group'))),
  asGood(file('with every value in quotes', TEXT.replaceAll(/[^,\n]+/g, '"$&"'))),
  edit('with a comma in quotes', 'José García', '"García, José"'),

  file('an empty file', '', EMPTY),
  file('only spaces and empty lines', '  \n\r\n \n', EMPTY),
  file('no file', 'MISSING', { at: '1:1', message: 'there is no such file', write: 'export it from your learning system with the columns email,name' }),
  file('a folder in its place', 'FOLDER', { at: '1:1', message: 'this is a folder, not a file', write: 'export it' }),
  file('a file in Latin-1', latin1(TEXT), { at: '3:28', message: 'not UTF-8 text', got: 'byte 0xe9', ...ENCODING }),
  file('UTF-16 without a mark', Buffer.from('email,name\nann@example.edu,Ann\n', 'utf16le'), { at: '1:2', message: 'a NUL character: it is no text, or UTF-16 without byte order mark', ...ENCODING }),
  file('a workbook of Excel', Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0', 'latin1'), { at: '1:6', message: 'a NUL character', ...ENCODING }),
  file('a NUL in a name', TEXT.replace('José', 'Jo\0sé'), { at: '3:27', message: 'a NUL character', ...ENCODING }),
  file('half a character at the end', Buffer.concat([Buffer.from(TEXT), Buffer.from([0xed, 0xa0])]), { at: '5:1', message: 'not UTF-8 text', got: 'byte 0xed', ...ENCODING }),

  file('marks of a merge', `${HEADER}\n<<<<<<< HEAD\n${ROWS.join('\n')}\n=======\n>>>>>>> theirs\n`, { at: '2:1', message: 'a merge conflict', write: 'keep one side whole' }),
  file('a missing name among Windows lines', crlf(UNNAMED), JOSE),
  file('a missing name among lines of an old Mac', cr(UNNAMED), JOSE),
  file('a missing name in UTF-16', utf16be(UNNAMED), JOSE),
  edit('a quote that nothing closes', 'José García', '"José García', { at: '3:25', message: 'a quote was opened and never closed', write: 'a second " at the end' }),
  file('100,001 quotes', `email,name\n${'"'.repeat(100_001)}`, { at: '2:1', message: 'a quote was opened and never closed', write: 'a second "' }),
  edit('a quote inside a value', 'José García', 'José "Pepe" García', { at: '3:30', ...QUOTES }),
  edit('text after a closed quote', 'José García', '"José" García', { at: '3:30', ...QUOTES }),
  edit('a value too few', 'Kestrel,001,\n', 'Kestrel\n', { at: '3:44', message: 'the row has 3 values, the header 5', got: 'José García,Kestrel"', ...FIVE }),
  edit('two values too many', ',001,\n', ',001,,x,y\n', { at: '3:50', message: 'the row has 7 values, the header 5', got: ',001,,x"', ...FIVE }),
  edit('a comma without quotes', 'José García', 'García, José', { at: '3:50', message: 'the row has 6 values', got: 'García,José', ...FIVE }),
  edit('10,000 values in a row', ',001,\n', `,001,${'x,'.repeat(10_000)}\n`, { at: '3:51', message: 'the row has 10005 values, the header 5', ...FIVE }),
  file('10,000 columns', `email,name${',x'.repeat(9_998)}\n`,
    ...Array.from({ length: 20 }, (_, index) => unknown(`1:${12 + 2 * index}`, 'x')),
    { at: '1:52', message: '9978 more columns are wrong from here on; the header has 10000', allowed: COLUMNS, write: 'the columns email and name alone' }),

  file('no header', ROWS.slice(1, 2).join('\n'),
    unknown('1:1', 'jose.garcia@example.edu'),
    { at: '1:1', message: 'the column email is missing', got: '"jose.garcia@example.edu,José', ...HEADED },
    { at: '1:1', message: 'the column name is missing', ...HEADED },
    unknown('1:25', 'José García'), unknown('1:37', 'Kestrel'), unknown('1:45', '001'),
    { at: '1:49', message: 'a column has no name', allowed: COLUMNS, write: 'delete the column' }),
  file('a header and nothing else', `${HEADER}\n`, { at: '1:1', message: 'the roster names no student', write: 'a row per student below the header' }),
  file('the header twice', `${HEADER}\n${TEXT}`, { at: '2:1', message: 'email is not allowed', got: '"email"', allowed: 'an e-mail address', write: 'amara.okafor@example.edu' }),
  edit('a column twice', 'team,section', 'team,team', { at: '1:17', message: 'the column team stands here twice', got: '"team"', write: 'one of the two' }),
  edit('a column twice under two names', 'team,section', 'team,mail', { at: '1:17', message: 'the column email stands here twice', got: '"mail"', write: 'one of the two' }),
  edit('a misspelt column', 'team', 'taem', unknown('1:12', 'taem', 'team')),
  edit('a misspelt column that is needed', ',name', ',nmae', { at: '1:1', message: 'the column name is missing', got: '"email,nmae,', ...HEADED }, unknown('1:7', 'nmae', 'name')),
  edit('a column that nobody asked for', 'section', 'shoe size', unknown('1:17', 'shoe size')),
  edit('a column without a name', 'section', '', { at: '1:17', message: 'a column has no name', allowed: COLUMNS, write: 'delete the column' }),
  edit('a column that every object has', 'section', 'constructor', unknown('1:17', 'constructor')),
  edit('a column that clears the screen', 'section', 'sec\u001b[2Jtion', unknown('1:17', 'sec\\u001b[2Jtion')),
  edit('a column with a zero-width space', 'email', 'email\u200b', { at: '1:1', message: 'the column "email\\u{200b}" is unknown', allowed: COLUMNS, write: 'email' }, { at: '1:1', message: 'the column email is missing', ...HEADED }),
];
