import { GOOD } from './good-cohort';
import type { HostileCase } from './hostile-case';
import { asGood, editing, replacing } from './hostile-case';

const edit = editing('cohort.yaml');
const file = replacing('cohort.yaml');

const DAY = { allowed: 'year-month-day', write: 'starts: 2027-01-11' };
const ZONE = {
  at: '7:13',
  message: 'term.timeZone cannot be read',
  allowed: 'a time zone of the IANA database',
  write: 'timeZone: America/Los_Angeles',
};
const FOLDER = {
  at: '12:11',
  message: 'google.folder',
  allowed: 'the number of a folder, quoted',
  write: 'folder: "123456789012"',
};
const MONEY = {
  at: '21:22',
  message: 'budget.perTenant',
  allowed: 'two decimals and the currency: 40 USD',
  write: 'perTenant: 60 USD',
};
const ID = { at: '1:5', message: 'id ', allowed: '4 to 13 lower-case letters', write: 'id: w255-spring27' };
const AFTER_END = {
  at: '9:17',
  message: 'term.daysAfterEnd',
  allowed: 'a whole number from 0 to 90',
  write: 'daysAfterEnd: 7',
};
const SECRETS = {
  at: '27:17',
  message: 'taReadsSecrets',
  allowed: 'true or false',
  write: 'taReadsSecrets: false',
};
const COURSE = {
  at: '2:9',
  message: 'course',
  allowed: 'a preset (w255) or a path from this file',
  write: 'course: w255',
};
const DOMAIN = {
  at: '19:9',
  message: 'domain cannot be read',
  allowed: 'a domain in lower case',
  write: 'domain: w255.example.edu',
};
const WRONG_EVERYWHERE =
  'id: 255\ncourse: [w255]\nterm: 2027\ngoogle: x\nstate: gcs\ndomain: { a: 1 }\ntier: [project]\nbudget: 60 USD\nstaff: { a: 1 }\ntaReadsSecrets: "yes"\nteamLabs: project\nsessions: tuesday\nnodes: 3\nplaces: Kestrel\n';

// One line per edit, one per complaint.
// prettier-ignore
export const COHORT_VALUES: readonly HostileCase[] = [
  file('a wrong type in every key', WRONG_EVERYWHERE,
    { ...ID, got: '255' },
    { ...COURSE, got: '["w255"]' },
    { at: '3:7', message: 'term is not what belongs here', got: '2027', allowed: 'starts, ends, timeZone', write: 'term: { starts: 2027-01-11' },
    { at: '4:9', message: 'google is not what belongs here', got: '"x"', allowed: 'folder, billingAccount', write: 'google: { folder' },
    { at: '5:8', message: 'state is not what belongs here', got: '"gcs"', allowed: 'backend: gcs with bucket', write: 'state: { backend: gcs' },
    { at: '6:9', message: 'domain is not what belongs here', got: '{"a":1}', allowed: 'a domain', write: 'domain: w255.example.edu' },
    { at: '7:7', message: 'tier is not allowed', got: '["project"]', allowed: 'namespace, project, cluster', write: 'tier: namespace' },
    { at: '8:9', message: 'budget is not what belongs here', got: '"60 USD"', allowed: 'perTenant', write: 'budget: { perTenant: 60 USD }' },
    { at: '9:8', message: 'staff is not what belongs here', got: '{"a":1}', allowed: '1 to 60 people', write: 'staff: [{ email:' },
    { at: '10:17', message: 'taReadsSecrets is not what belongs here', got: '"yes"', allowed: 'true or false', write: 'taReadsSecrets: false' },
    { at: '11:11', message: 'teamLabs is not what belongs here', got: '"project"', allowed: 'up to 40 ids of labs', write: 'teamLabs: [project]' },
    { at: '12:11', message: 'sessions is not what belongs here', got: '"tuesday"', allowed: '1 to 14 weekly classes', write: 'sessions: [{ day: tuesday' },
    { at: '13:8', message: 'nodes is not what belongs here', got: '3', allowed: 'machineType, spot, min, max', write: 'nodes: { machineType' },
    { at: '14:9', message: 'places is not what belongs here', got: '"Kestrel"', write: 'places: [{ student:' }),
  file('nothing but the id', 'id: w255-spring27\n',
    { at: '1:1', message: 'budget is missing', allowed: 'perTenant', write: 'budget: { perTenant: 60 USD }' },
    { at: '1:1', message: 'course is missing', allowed: 'a preset', write: 'course: w255' },
    { at: '1:1', message: 'domain is missing', write: 'domain: w255.example.edu' },
    { at: '1:1', message: 'google is missing', write: 'google: { folder' },
    { at: '1:1', message: 'staff is missing', write: 'staff: [{ email' },
    { at: '1:1', message: 'state is missing', write: 'state: { backend: gcs' },
    { at: '1:1', message: 'term is missing', write: 'term: { starts' }),

  edit('an id that is a number', 'id: w255-spring27', 'id: 255', { ...ID, got: '255' }),
  edit('an id with a word that Google refuses', 'id: w255-spring27', 'id: my-google-1', { ...ID, message: 'id cannot be read', got: '"my-google-1"', allowed: 'google, goog, undefined, null, ssl, which Google refuses' }),
  edit('an id that leads out of the folder', 'id: w255-spring27', 'id: ../../etc', { ...ID, got: '"../../etc"' }),
  edit('an id that is a token of terraform', 'id: w255-spring27', 'id: "${TfToken[TOKEN.1]}"', { ...ID, got: '"${TfToken[TOKEN.1]}"' }),
  edit('a folder without quotes', '"123456789012"', '123456789012', { ...FOLDER, got: '123456789012' }),
  edit('a folder in hexadecimal', '"123456789012"', '0x1CBE991A14', { ...FOLDER, got: '123456789012' }),
  edit('a folder with an exponent', '"123456789012"', '1e11', { ...FOLDER, got: '100000000000' }),
  edit('a folder as Google prints it', '"123456789012"', 'folders/123456789012', { ...FOLDER, got: '"folders/123456789012"' }),
  edit('a billing account in lower case', '0A1B2C-3D4E5F-6A7B8C', '0a1b2c-3d4e5f-6a7b8c',
    { at: '13:19', message: 'google.billingAccount', got: '"0a1b2c-3d4e5f-6a7b8c"', allowed: 'upper-case', write: 'billingAccount: 0A1B2C-3D4E5F-6A7B8C' }),
  edit('days with an exponent', 'daysAfterEnd: 7', 'daysAfterEnd: 1e3', { ...AFTER_END, message: 'is too large', got: '1000' }),
  edit('days beyond all counting', 'daysAfterEnd: 7', 'daysAfterEnd: 99999999999999999999', { ...AFTER_END, message: 'is too large' }),
  edit('a week that begins on a day of another language', 'daysAfterEnd: 7', 'weekStarts: shanbe', { at: '9:15', message: 'term.weekStarts', got: '"shanbe"', allowed: 'one of monday', write: 'weekStarts: ' }),
  edit('half a day', 'daysAfterEnd: 7', 'daysAfterEnd: 7.5', { ...AFTER_END, got: '7.5' }),
  edit('no number', 'daysAfterEnd: 7', 'daysAfterEnd: .nan', { ...AFTER_END, got: '.nan' }),
  edit('no end', 'daysAfterEnd: 7', 'daysAfterEnd: -.inf', { ...AFTER_END, got: '-.inf' }),
  ...['yes', 'no', 'on'].map((word) =>
    edit(`${word}, which is text in YAML 1.2`, 'taReadsSecrets: false', `taReadsSecrets: ${word}`, { ...SECRETS, got: `"${word}"` })),

  edit('a 30th of February', 'starts: 2027-01-11', 'starts: 2027-02-30', { at: '5:11', message: 'term.starts cannot be read', got: '"2027-02-30"', ...DAY }),
  edit('a 13th month', 'starts: 2027-01-11', 'starts: 2027-13-01', { at: '5:11', message: 'term.starts cannot be read', got: '"2027-13-01"', ...DAY }),
  edit('the day first', 'starts: 2027-01-11', 'starts: 11-01-2027', { at: '5:11', message: 'term.starts cannot be read', got: '"11-01-2027"', ...DAY }),
  edit('a day as a number', 'starts: 2027-01-11', 'starts: 20270111', { at: '5:11', message: 'term.starts', got: '20270111', ...DAY }),
  edit('a term that runs backwards', 'ends: 2027-04-16', 'ends: 2026-04-16',
    { at: '6:9', message: 'the term ends before it starts', got: '2026-04-16', allowed: 'a day after 2027-01-11', write: 'ends: 2027-04-23' }),
  edit('a term of more than a year', 'ends: 2027-04-16', 'ends: 2028-04-16',
    { at: '6:9', message: 'longer than a year of teaching', got: '2028-04-16', allowed: 'at most 300 days later', write: 'ends: 2027-04-23' }),
  edit('a break outside the term', '[2027-03-22]', '[2027-03-22, 2027-05-22]',
    { at: '8:24', message: 'this break is not in the term', got: '2027-05-22', allowed: 'a day from 2027-01-11 to 2027-04-16', write: 'a day of the week' }),
  edit('a break that is no list', '[2027-03-22]', '2027-03-22',
    { at: '8:11', message: 'term.breaks is not what belongs here', got: '"2027-03-22"', allowed: 'up to 10 days', write: 'breaks: [2027-03-22]' }),
  edit('a zone that nobody knows', 'America/Los_Angeles', 'America/Gotham', { ...ZONE, got: '"America/Gotham"', write: 'timeZone: America/' }),
  edit('a zone with a slip', 'America/Los_Angeles', 'America/Los_Angelos', { ...ZONE, got: '"America/Los_Angelos"' }),
  edit('money that is nothing', '60 USD', '0 USD', { ...MONEY, got: '"0 USD"' }),
  edit('an offset as a zone', 'America/Los_Angeles', '-08:00', { ...ZONE, got: '"-08:00"' }),
  edit('letters as a zone', 'America/Los_Angeles', 'PST', { ...ZONE, got: '"PST"' }),
  asGood(edit('a zone in lower case', 'America/Los_Angeles', 'america/los_angeles')),

  edit('a region with two letters changed', 'us-west1', 'us-wset1', { at: '14:11', message: 'google.region is not allowed', got: '"us-wset1"', allowed: 'us-west1', write: 'region: us-west1' }),
  edit('a zone in place of a region', 'us-west1', 'us-west4-a', { at: '14:11', message: 'google.region', got: '"us-west4-a"', allowed: 'us-west4', write: 'region: us-west4' }),
  edit('a machine without its hyphen', 'e2-standard-4', 'e2-standard8', { at: '29:23', message: 'nodes.machineType', got: '"e2-standard8"', allowed: 'e2-standard-8', write: 'machineType: e2-standard-8' }),
  edit('more nodes at least than at most', 'min: 1', 'min: 5, max: 2', { at: '29:64', message: 'the most nodes are fewer than the fewest', got: '2', allowed: 'at least min, which is 5', write: 'max: 5' }),
  edit('money without a currency', '60 USD', '60', { ...MONEY, got: '60' }),
  edit('money in euros', '60 USD', '60 EUR', { ...MONEY, got: '"60 EUR"' }),
  edit('money that is owed', '60 USD', '-60 USD', { ...MONEY, got: '"-60 USD"' }),
  edit('money with a thousands comma', '{ perTenant: 60 USD }', '{ perTenant: "1,000 USD" }', { ...MONEY, got: '"1,000 USD"' }),
  edit('a bucket beside local state', 'backend: gcs', 'backend: local', { at: '17:26', message: 'the key "bucket" does not go with the others', allowed: 'backend: gcs with bucket', write: 'delete the line' }),
  edit('a backend of another cloud', 'backend: gcs', 'backend: s3', { at: '17:19', message: 'state.backend is not allowed', got: '"s3"', allowed: 'gcs, or local', write: 'backend: gcs' }),
  edit('a domain with its last dot', 'domain: w255.example.edu', 'domain: w255.example.edu.', { ...DOMAIN, got: '"w255.example.edu."' }),
  edit('a domain that is an address', 'domain: w255.example.edu', 'domain: https://w255.example.edu', { ...DOMAIN, got: '"https://w255.example.edu"' }),
  edit('a domain beyond ASCII', 'domain: w255.example.edu', 'domain: wébsite.example.edu', { ...DOMAIN, got: '"wébsite.example.edu"' }),
  edit('a class that ends before it starts', 'taReadsSecrets: false', 'sessions: [{ day: tuesday, starts: "17:00", ends: "16:00" }]',
    { at: '27:51', message: 'the class ends before it starts', got: '"16:00"', allowed: 'after 17:00', write: 'ends: "23:59"' }),
  edit('a switch that is a word', 'taReadsSecrets: false', 'logs: { perPlace: maybe }', { at: '27:19', message: 'logs.perPlace', got: '"maybe"', allowed: 'true or false', write: 'perPlace: true' }),
  edit('a switch for all that belongs to one key', 'taReadsSecrets: false', 'registry: true', { at: '27:11', message: 'registry is not what belongs here', got: 'true', allowed: 'scan', write: 'registry: { scan: true }' }),
  edit('no class at all', 'taReadsSecrets: false', 'sessions: []', { at: '27:11', message: 'sessions has too few items', got: '[]', allowed: '1 to 14 weekly classes', write: 'sessions: [{ day: tuesday' }),

  edit('a preset with one digit changed', './course.yaml', 'w256', { ...COURSE, message: 'no course that ships with practicum has this id', got: '"w256"', allowed: 'one of csce790, mlsd, sharif, w255, or the path of your own file' }),
  edit('a course that is not there', './course.yaml', './nope.yaml', { at: 'nope.yaml:1:1', message: 'there is no such file', write: 'mend "course:" in ' }),
  edit('a course that is the folder itself', './course.yaml', './', { ...COURSE, got: '"./"' }),
  edit('a course outside the folder that is not there', './course.yaml', '../course.yaml', { at: '../course.yaml:1:1', message: 'there is no such file', write: 'mend "course:" in ' }),
  edit('a course from the root', './course.yaml', '/etc/course.yaml', { ...COURSE, got: '"/etc/course.yaml"' }),
  edit('a course from the web', './course.yaml', 'https://example.edu/course.yaml', { ...COURSE, got: '"https://example.edu/course.yaml"' }),
  edit('a NUL in the path of the course', './course.yaml', '"./a\\0b.yaml"', { ...COURSE, message: 'has a line break or a character that nobody sees', got: '"./a\\u0000b.yaml"' }),
  edit('a course with a name longer than any file', './course.yaml', `./${'é'.repeat(150)}.yaml`, { at: `${'é'.repeat(150)}.yaml:1:1`, message: 'the path is too long', write: 'mend "course:" in ' }),
  edit('a team lab with two letters changed', '[project]', '[lab1, porject]', { at: '28:18', message: 'the course small has no such lab', got: '"porject"', allowed: 'one of lab1, project', write: '- project' }),

  { name: 'a course outside the folder', files: { 'cohort.yaml': GOOD['cohort.yaml'].replace('./course', '../course'), '../course.yaml': GOOD['course.yaml'] }, told: [] },
  { name: 'a course that is a folder', files: { 'course.yaml': 'FOLDER' }, told: [{ at: 'course.yaml:1:1', message: 'this is a folder, not a file', write: 'mend "course:"' }] },
];
