import { cr, crlf, latin1, utf16be, utf16le, withMark } from './encodings';
import { GOOD } from './good-cohort';
import type { HostileCase } from './hostile-case';
import { asGood, editing, replacing } from './hostile-case';

const TEXT = GOOD['cohort.yaml'];
const MEGABYTE = 1024 * 1024;

const edit = editing('cohort.yaml');
const file = replacing('cohort.yaml');

const YAML = 'YAML 1.2: "key: value"';
const TIERS = { allowed: 'one of namespace, project, cluster', write: 'tier: namespace' };
const KEYS = 'the keys id, course, term, google, state, domain, tier, budget, staff';
const EMPTY = { at: '1:1', message: 'the file is empty', allowed: KEYS, write: '"practicum init"' };
const NO_MAPPING = {
  at: '1:1',
  message: 'must be a mapping of keys to values',
  allowed: KEYS,
  write: '"practicum init"',
};
const TOO_DEEP = { at: '1:1', message: 'nested too deeply', allowed: 'a few levels' };
const WITHOUT = { allowed: 'plain values', write: 'the value without it' };
const ITSELF = { allowed: 'plain values', write: 'the value itself' };

/** Nine names, each nine times the one before: a billion values, if anyone wrote them out. */
const LAUGHS = [...'abcdefghi'].map((name, index, names) => {
  const item = index === 0 ? 'ha' : `*${names[index - 1]!}`;
  return `${name}: &${name} [${Array(9).fill(item).join(',')}]\n`;
});
const FIRST_LAUGHS = Array.from({ length: 50 }, (_, index) => {
  const line = Math.ceil(index / 10) + 1;
  const isAnchor = index === 0 || index % 10 === 1;
  const column = index === 0 || isAnchor ? 7 : 8 + 3 * ((index - 2) % 10);
  return {
    at: `${line}:${column}`,
    message: isAnchor ? 'the anchor &' : 'the alias *',
    ...(isAnchor ? WITHOUT : ITSELF),
  };
});

// One line per edit, one per complaint.
// prettier-ignore
export const COHORT_TEXT: readonly HostileCase[] = [
  asGood(file('with a byte order mark', withMark(TEXT))),
  asGood(file('with lines that end as on Windows', crlf(TEXT))),
  asGood(file('with lines that end as on an old Mac', cr(TEXT))),
  asGood(file('in little-endian UTF-16 with a mark', utf16le(TEXT))),
  asGood(file('in big-endian UTF-16 with a mark', utf16be(crlf(TEXT)))),
  asGood(file('between the marks of a document', `---\n${TEXT}...\n`)),
  asGood(edit('with a tag that changes nothing', 'tier: namespace', 'tier: !!str namespace')),
  asGood(edit('with a boolean in capitals, which YAML 1.2 has', 'taReadsSecrets: false', 'taReadsSecrets: False')),
  asGood(edit('with an octal number, which YAML 1.2 has', 'daysAfterEnd: 7', 'daysAfterEnd: 0o7')),
  asGood(edit('with a hexadecimal number, which YAML 1.2 has', 'daysAfterEnd: 7', 'daysAfterEnd: 0x7')),

  file('a file in Latin-1', latin1(TEXT),
    { at: '24:47', message: 'not UTF-8 text', got: 'byte 0xea', allowed: 'UTF-8', write: 'encoding UTF-8' }),
  file('a NUL in a name', TEXT.replace('Lin Wei', 'Lin\0Wei'),
    { at: '25:44', message: 'NUL character', allowed: 'UTF-8', write: 'encoding UTF-8' }),
  file('an empty file', '', EMPTY),
  file('only comments', '# nothing\n# yet\n', EMPTY),
  file('a list', '- id: w255\n- tier: project\n', { ...NO_MAPPING, got: '[{"id":"w255"}' }),
  file('a scalar', 'w255\n', { ...NO_MAPPING, got: '"w255"' }),
  file('more than 16 MiB', Buffer.alloc(17 * MEGABYTE, 0x61),
    { at: '1:1', message: 'too large', got: '17825792 bytes', allowed: 'at most 16777216 bytes', write: "the cohort's own file" }),
  file('no file', 'MISSING',
    { at: '1:1', message: 'there is no such file', write: '"practicum init"' }),
  file('a folder in its place', 'FOLDER',
    { at: '1:1', message: 'this is a folder, not a file', write: '"practicum init"' }),
  file('two documents', `${TEXT}---\n${TEXT}`,
    { at: '34:1', message: 'a second document starts here', allowed: YAML, write: 'delete the line "---"' }),
  file('the rules of YAML 1.1', `%YAML 1.1\n---\n${TEXT}`,
    { at: '1:1', message: 'YAML 1.1 is not read', allowed: 'YAML 1.2', write: 'no line that starts with %' }),
  edit('marks of a merge', 'tier: namespace\n', '<<<<<<< HEAD\ntier: namespace\n=======\ntier: project\n>>>>>>> theirs\n',
    { at: '20:1', message: 'a merge conflict', write: 'keep one side whole' }),

  edit('a tab as indentation', '  starts:', '\tstarts:',
    { at: '5:1', message: 'a tab indents this line', allowed: YAML, write: 'spaces' }),
  edit('a key twice', 'tier: namespace', 'tier: namespace\ntier: project',
    { at: '21:1', message: 'this key stands here twice', allowed: YAML, write: 'one of the two' }),
  edit('a key twice further in', 'daysAfterEnd: 7', 'daysAfterEnd: 7\n  ends: 2027-05-01',
    { at: '10:3', message: 'this key stands here twice', write: 'one of the two' }),
  edit('a colon without a space', 'tier: namespace', 'tier:namespace',
    { at: '20:1', message: 'no "key: value"', allowed: YAML, write: 'a space after the colon' }),
  edit('a second colon in a value', 'name: Lin Wei', 'name: Wei: Lin',
    { at: '25:41', message: 'a second "key: value"', write: 'quotes around the value' }),
  edit('one space too many', '  ends:', '   ends:',
    { at: '5:11', message: 'a second "key: value"', write: 'as many spaces in front as the lines beside it' }),
  edit('a list that nothing closes', '[2027-03-22]', '[2027-03-22',
    { at: '8:11', message: 'a bracket was opened and never closed', write: 'the closing bracket' }),
  edit('a quote that nothing closes', '"123456789012"', '"123456789012',
    { at: '12:11', message: 'a quote was opened and never closed', write: 'the closing quote' }),
  edit('a value that starts with a reserved sign', 'tier: namespace', 'tier: @namespace',
    { at: '20:7', message: 'cannot start with this character', write: 'quotes around the value' }),
  edit('a list as a key', 'tier: namespace', '? [tier]\n: namespace',
    { at: '20:3', message: 'a key is not text', write: 'a key of letters' }),
  edit('two faults apart', 'tier: namespace\nbudget: { perTenant: 60 USD }', 'tier: `namespace`\nbudget: { perTenant: "60\\q" }',
    { at: '20:7', message: 'cannot start with this character' },
    { at: '21:25', message: 'no escape starts like this', write: 'for a backslash' }),

  edit('an anchor and its alias', 'name: Inês Duarte, role: instructor }\n  - { email: lin.wei@example.edu, name: Lin Wei', 'name: &a Inês Duarte, role: instructor }\n  - { email: lin.wei@example.edu, name: *a',
    { at: '24:48', message: 'the anchor &a is not read', ...WITHOUT },
    { at: '25:41', message: 'the alias *a is not read', ...ITSELF }),
  file('a billion laughs', LAUGHS.join('') + TEXT, ...FIRST_LAUGHS),
  edit('an alias of itself', '[2027-03-22]', '&loop [*loop]',
    { at: '8:17', message: 'the anchor &loop', ...WITHOUT },
    { at: '8:18', message: 'the alias *loop', ...ITSELF }),
  edit('a merge key with its values', 'term:\n', 'term:\n  <<: { ends: 2027-05-01 }\n',
    { at: '5:3', message: 'the key "<<" is unknown', allowed: 'the keys starts, ends, timeZone', write: 'delete the line' }),
  edit('a merge key with an alias', 'term:\n', 'usual: &usual { ends: 2027-05-01 }\nterm:\n  <<: *usual\n',
    { at: '4:15', message: 'the anchor &usual', ...WITHOUT },
    { at: '6:7', message: 'the alias *usual', ...ITSELF }),
  edit('an anchor that turns the line around', 'tier: namespace', 'tier: &a\u202eb namespace',
    { at: '20:12', message: 'the anchor &a\\u{202e}b', ...WITHOUT }),
  edit('binary', 'tier: namespace', 'tier: !!binary bmFtZXNwYWNl',
    { at: '20:16', message: 'the tag "!!binary" is not read', ...WITHOUT }),
  edit('a function', 'tier: namespace', 'tier: !!js/function "function () { return 1 }"',
    { at: '20:21', message: 'the tag "!!js/function" is not read', ...WITHOUT }),
  edit('a call of the system', 'tier: namespace', 'tier: !!python/object/apply:os.system ["id"]',
    { at: '20:39', message: 'the tag "!!python/object/apply:os.system" is not read', ...WITHOUT }),
  edit("a tag of one's own", 'tier: namespace', 'tier: !env TIER',
    { at: '20:12', message: 'the tag "!env" is not read', ...WITHOUT }),

  edit('__proto__ as a key', 'tier: namespace', '__proto__: { tier: cluster }',
    { at: '20:1', message: 'the key "__proto__" is unknown', allowed: KEYS, write: 'delete the line' }),
  edit('constructor as a key', 'tier: namespace', 'constructor: { prototype: { tier: cluster } }',
    { at: '20:1', message: 'the key "constructor" is unknown', write: 'delete the line' }),
  edit('__proto__ in the place of a number', 'daysAfterEnd: 7', '__proto__: { daysAfterEnd: 30 }',
    { at: '9:3', message: 'the key "__proto__" is unknown', allowed: 'daysAfterEnd', write: 'delete the line' }),
  edit('a number as a key', 'tier: namespace', '12: namespace',
    { at: '20:1', message: 'the key "12" is unknown', allowed: KEYS, write: 'delete the line' }),
  edit('a key near another that is there too', 'tier: namespace', 'teir: namespace',
    { at: '20:1', message: 'the key "teir" is unknown', allowed: KEYS, write: 'tier: …' }),
  edit('a key that turns the line around', 'tier: namespace', '"ti\u202eer": namespace',
    { at: '20:1', message: 'the key "ti\\u{202e}er" is unknown', write: 'tier: …' }),
  edit('10,000 brackets', 'tier: namespace', `tier: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, TOO_DEEP),
  edit('10,000 brackets that nothing closes', 'tier: namespace', `tier: ${'['.repeat(10_000)}`, TOO_DEEP),
  edit('10,000 mappings in each other', 'tier: namespace', `tier: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`, TOO_DEEP),
  edit('500 brackets', 'tier: namespace', `tier: ${'['.repeat(500)}${']'.repeat(500)}`,
    { at: '20:7', message: 'tier is not allowed', got: '(1000 characters)', ...TIERS }),
  edit('a value of a megabyte', 'tier: namespace', `tier: ${'x'.repeat(MEGABYTE)}`,
    { at: '20:7', message: 'tier is not allowed', got: 'xxx… (1048578 characters)', ...TIERS }),
  edit('a key of a megabyte', 'tier: namespace', `${'x'.repeat(MEGABYTE)}: namespace`,
    { at: '20:1', message: 'more than 1024 characters', write: 'a shorter key' }),
];
