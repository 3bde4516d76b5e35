import type { Handle } from '../../src/core/domain/ids';
import type { Day } from '../../src/core/domain/time';
import type { LedgerEvent } from '../../src/core/ledger/ledger';
import { sumOf } from '../../src/core/ledger/ledger';
import { crlf, utf16le, withMark } from './encodings';
import { EVENTS, GOOD, ledgerOf } from './good-cohort';
import type { HostileCase } from './hostile-case';
import { asGood, editing, replacing } from './hostile-case';

const TEXT = GOOD['cohort.lock.yaml'];
const LINES = TEXT.split('\n');

const edit = editing('cohort.lock.yaml');
const file = replacing('cohort.lock.yaml');

const RESTORE = { write: 'bring the file back from version control' };
const KEYS = 'the keys version, cohort, lines, head, events';
const WRITTEN = { allowed: 'only lines that practicum wrote', ...RESTORE };
const CHANGED = { message: 'this line or one above it was changed by hand', ...WRITTEN };
const PARTS = { message: 'this line lacks a part, or has one too many', ...WRITTEN };
const COUNT = {
  at: '4:8',
  message: 'lines at the end of the ledger are missing, or were added by hand',
  allowed: 'the 7 lines that practicum wrote',
  ...RESTORE,
};

const event = (on: string, kind: 'held' | 'returned' | 'destroyed', handle: string): LedgerEvent => ({
  on: on as Day, event: kind, handle: handle as Handle,
}); // prettier-ignore

/** The ledger with more lines, some of which cannot be, and the sums that practicum would have made. */
function followedBy(...events: readonly LedgerEvent[]): string {
  return events.reduce((text, last, index) => {
    const sum = sumOf(/head: '(\w+)'/.exec(text)![1]!, last);
    const line = `  - { on: ${last.on}, event: ${last.event}, handle: ${last.handle}, sum: '${sum}' }\n`;
    return `${text}${line}`
      .replace(`lines: ${7 + index}`, `lines: ${8 + index}`)
      .replace(/head: '\w+'/, `head: '${sum}'`);
  }, TEXT);
}

const without = (line: number): string => LINES.filter((_, index) => index !== line - 1).join('\n');
const swapped = (line: number): string =>
  [...LINES.slice(0, line - 1), LINES[line], LINES[line - 1], ...LINES.slice(line + 1)].join('\n');

// One line per edit, one per complaint.
// prettier-ignore
export const LEDGER: readonly HostileCase[] = [
  file('none yet', 'MISSING'),
  asGood(file('with lines that end as on Windows', crlf(TEXT))),
  asGood(file('with a byte order mark', withMark(TEXT))),
  asGood(file('in UTF-16', utf16le(TEXT))),
  file('with no line yet', ledgerOf([])),
  file('of a student who is away and one whose place is gone', ledgerOf([...EVENTS, event('2027-03-01', 'held', 'jose-garcia'), event('2027-03-02', 'destroyed', 'team-heron')])),

  file('marks of a merge', TEXT.replace('lines: 7', '<<<<<<< HEAD\nlines: 7\n=======\nlines: 8\n>>>>>>> theirs'), { at: '4:1', message: 'a merge conflict', write: 'keep one side whole' }),
  edit('an edited handle', 'handle: amara-okafor', 'handle: amara-okafox', { at: '7:5', ...CHANGED, got: 'amara-okafox' }),
  edit('an edited handle that is none', 'handle: amara-okafor', 'handle: Amara', { at: '7:48', message: 'events[1].handle cannot be read', got: '"Amara"', allowed: '1 to 16 lower-case letters', ...RESTORE }),
  edit('an edited student', '"jose.garcia@', '"josef.garcia@', { at: '8:5', ...CHANGED, got: 'jose-garcia' }),
  edit('a team in other letter case', 'team: "Kestrel"', 'team: "KESTREL"', { at: '11:5', ...CHANGED, got: 'team-kestrel' }),
  edit('an edited day', 'on: 2027-02-08', 'on: 2027-02-09', { at: '13:5', ...CHANGED, got: '"2027-02-09"' }),
  edit('a day that no calendar has', 'on: 2027-02-08', 'on: 2027-02-30', { at: '13:11', message: 'events[7].on cannot be read', got: '"2027-02-30"', allowed: 'a day of this century', ...RESTORE }),
  file('a wrong sum', TEXT.replace(/sum: '\w{4}/, "sum: 'ffff"), { at: '7:5', ...CHANGED }),
  file('a sum without quotes', TEXT.replace(/sum: '\w+'/, 'sum: 1234'), { at: '7:123', message: 'events[1].sum is not ', got: '1234', ...RESTORE }),
  file('a wrong head', TEXT.replace(/head: '\w{4}/, "head: 'ffff"), { at: '5:7', message: 'the lines below do not lead to this sum', got: '"ffff', ...RESTORE }),
  file('a line taken out of the middle', without(8), { at: '8:5', ...CHANGED, got: 'o-brien-maev' }),
  file('two lines swapped', swapped(7), { at: '7:5', ...CHANGED, got: 'jose-garcia' }),
  file('the last line cut off', without(13), { ...COUNT, got: '6 lines' }),
  file('an end in the middle of a line', TEXT.slice(0, -30), { at: '13:5', message: 'a bracket was opened and never closed', ...RESTORE }),
  file('a line added by hand', `${TEXT}  - { on: 2027-03-01, event: held, handle: amara-okafor, sum: '0123456789abcdef' }\n`, { at: '14:5', ...CHANGED, got: '"2027-03-01"' }),
  file('a line added by hand with a right sum', followedBy(event('2027-03-01', 'held', 'amara-okafor')).replace('lines: 8', 'lines: 7'), { ...COUNT, got: '8 lines' }),
  file('a place that is held twice', followedBy(event('2027-03-01', 'held', 'amara-okafor'), event('2027-03-02', 'held', 'amara-okafor')),
    { at: '15:5', message: 'this line cannot be: amara-okafor is held', got: '"held"', ...WRITTEN }),
  file('a place that is returned while nobody holds it', followedBy(event('2027-03-01', 'returned', 'amara-okafor')), { at: '14:5', message: 'this line cannot be: amara-okafor is active', ...WRITTEN }),
  file('an event of a handle that nobody has', followedBy(event('2027-03-01', 'held', 'nobody')), { at: '14:5', message: 'this line cannot be: nobody was never enrolled', got: '"nobody"', ...WRITTEN }),
  edit('an event that there is not', 'event: returned', 'event: expelled', { at: '13:30', message: 'events[7].event is not allowed', got: '"expelled"', allowed: 'one of enrolled, renamed, held, returned, emptied, destroyed, forgotten', ...RESTORE }),
  file('a line without its cell', TEXT.replace(', cell: 1', ''), { at: '7:5', ...PARTS }),
  file('a line for a student and a team', TEXT.replace('student:', 'team: "Owl", student:'), { at: '7:5', ...PARTS }),
  edit('a cell where none belongs', 'event: returned,', 'event: returned, cell: 1,', { at: '13:5', ...PARTS }),
  edit('a part that nobody knows', 'event: returned,', 'event: returned, why: well,', { at: '13:40', message: 'the key "why" is unknown', allowed: 'the keys on, event, handle', ...RESTORE }),
  file('the ledger of another cohort', ledgerOf(EVENTS, 'w255-fall27'), { at: '3:9', message: 'this is the ledger of another cohort', got: '"w255-fall27"', allowed: 'the ledger of w255-spring27', write: 'the id w255-fall27 in ' }),
  edit('the id of another cohort above these lines', 'cohort: w255-spring27', 'cohort: w255-fall27', { at: '7:5', ...CHANGED }),
  edit('a version of tomorrow', 'version: 1', 'version: 2', { at: '2:10', message: 'version is not allowed', got: '2', allowed: '1', write: 'run the practicum that wrote this file' }),
  edit('a version as text', 'version: 1', 'version: "1"', { at: '2:10', message: 'version is not allowed', got: '"1"', allowed: '1', ...RESTORE }),
  file('an empty file', '', { at: '1:1', message: 'the file is empty', allowed: KEYS, ...RESTORE }),
  file('a list', '- enrolled\n', { at: '1:1', message: 'must be a mapping', got: '["enrolled"]', allowed: KEYS, ...RESTORE }),
  file('events that are no list', TEXT.replace(/events:[^]*/, 'events: none\n'), { at: '6:9', message: 'events is not what belongs here', got: '"none"', allowed: 'a list of lines', ...RESTORE }),
  file('a folder in its place', 'FOLDER', { at: '1:1', message: 'this is a folder, not a file', ...RESTORE }),
  file('bytes that are no text', Buffer.from([0x76, 0xff]), { at: '1:2', message: 'not UTF-8 text', got: 'byte 0xff', ...RESTORE }),
  edit('an anchor', 'events:', 'events: &all', { at: '7:3', message: 'the anchor &all is not read', ...RESTORE }),
];
