import { crlf, utf16le, withMark } from './encodings';
import { GOOD } from './good-cohort';
import type { HostileCase } from './hostile-case';
import { asGood, edited, editing, replacing } from './hostile-case';

const TEXT = GOOD['course.yaml'];

const edit = editing('course.yaml');
const file = replacing('course.yaml');

const KEYS = 'the keys id, title, institution, weeks';
const START = { allowed: KEYS, write: 'a copy of a course that ships with practicum' };
const MEMORY = {
  at: '17:13',
  message: 'sizes.normal.memory',
  allowed: 'a number with a unit Mi, Gi or Ti',
  write: 'memory: 2Gi',
};
const CPU = { at: '15:10', message: 'sizes.normal.cpu', allowed: 'or thousandths with "m"', write: 'cpu: 1' };
const TOOLKIT = {
  at: '31:22',
  message: 'not a toolkit of the catalogue',
  allowed: ' redis,',
};
const TIME = {
  at: '29:40',
  message: 'labs[1].due.time',
  allowed: 'a time of day from 00:00 to 23:59, quoted',
  write: 'time: "23:59"',
};
const WEEK_14 = {
  message: 'the course has 13 weeks',
  got: '14',
  allowed: 'a week from 1 to 13',
  write: 'week: 13',
};
const UNCLEAR = { allowed: 'a time that the day has exactly once', write: 'time: "12:00"' };
const DUE = "due: { week: 4, day: monday, time: '23:59' }";

/** A term in autumn, where the clocks of California go back on 7 November, in week 11. */
const AUTUMN = [
  ['2027-01-11', '2027-08-23'],
  ['2027-04-16', '2027-12-10'],
  ['2027-03-22', '2027-11-22'],
] as const;
const inAutumn = AUTUMN.reduce<string>(
  (text, [spring, autumn]) => text.replace(spring, autumn),
  GOOD['cohort.yaml'],
);

const WRONG_EVERYWHERE =
  'id: 255\ntitle: [a]\nweeks: thirteen\nsessions: { day: tuesday }\ntopics: none\nlate: 0\nsizes: [normal]\nlabs: { lab1: {} }\n';

// One line per edit, one per complaint.
// prettier-ignore
export const COURSE_FILE: readonly HostileCase[] = [
  asGood(file('with a byte order mark and Windows lines', withMark(crlf(TEXT)))),
  asGood(file('in UTF-16', utf16le(TEXT))),
  asGood(edit('a time without quotes, which YAML 1.2 reads as text', "time: '23:59'", 'time: 23:59')),
  edit('cores in hexadecimal, which YAML 1.2 has', 'cpuLimit: 1', 'cpuLimit: 0x2'),
  edit('a weight that leaves a part of the grade to others', 'weight: 60', 'weight: 5'),

  file('an empty file', '', { at: '1:1', message: 'the file is empty', ...START }),
  file('a list', '- lab1\n', { at: '1:1', message: 'must be a mapping', got: '["lab1"]', ...START }),
  file('a picture', Buffer.from('89504e470d0a1a0a', 'hex'), { at: '1:1', message: 'not UTF-8 text', got: 'byte 0x89', allowed: 'UTF-8', write: 'encoding UTF-8' }),
  file('a wrong type in every key', WRONG_EVERYWHERE,
    { at: '1:5', message: 'id is not what belongs here', got: '255', allowed: '1 to 20 lower-case letters', write: 'id: w255' },
    { at: '2:8', message: 'title is not what belongs here', got: '["a"]', allowed: '1 to 120 characters', write: 'title: ' },
    { at: '3:8', message: 'weeks is not what belongs here', got: '"thirteen"', allowed: 'a whole number from 1 to 30', write: 'weeks: 13' },
    { at: '4:11', message: 'sessions is not what belongs here', got: '{"day":"tuesday"}', allowed: '1 to 14 weekly classes', write: 'sessions: [{ day' },
    { at: '5:9', message: 'topics is not what belongs here', got: '"none"', write: 'topics: [{ week' },
    { at: '6:7', message: 'late is not what belongs here', got: '0', allowed: 'acceptedDays', write: 'late: { acceptedDays: 0 }' },
    { at: '7:8', message: 'sizes is not what belongs here', got: '["normal"]', allowed: 'a name for each size', write: 'sizes: { normal' },
    { at: '8:7', message: 'labs is not what belongs here', got: '{"lab1":{}}', allowed: '1 to 40 labs', write: 'labs: [{ id: lab1' }),
  edit('memory without a unit', 'memory: 512Mi', 'memory: 512', { ...MEMORY, got: '512' }),
  edit('memory with a unit in lower case', 'memory: 512Mi', 'memory: 512mi', { ...MEMORY, got: '"512mi"' }),
  edit('memory in powers of ten', 'memory: 512Mi', 'memory: 512MB', { ...MEMORY, got: '"512MB"' }),
  edit('memory below nothing', 'memory: 512Mi', 'memory: -1Gi', { ...MEMORY, got: '"-1Gi"' }),
  edit('more memory for sure than at most', 'memory: 512Mi', 'memory: 4Gi', { at: '18:18', message: 'the most is less than what is guaranteed', got: '"1Gi"', allowed: '4Gi or more', write: 'memoryLimit: 4Gi' }),
  edit('cores below nothing', 'cpu: 250m', 'cpu: -1', { ...CPU, got: '-1' }),
  edit('cores that are no number', 'cpu: 250m', 'cpu: .nan', { ...CPU, got: '.nan' }),
  edit('cores in words', 'cpu: 250m', 'cpu: half', { ...CPU, got: '"half"' }),
  edit('more cores for sure than at most', 'cpu: 250m', 'cpu: 2', { at: '16:15', message: 'the most is less than what is guaranteed', got: '1', allowed: '2 or more', write: 'cpuLimit: 2' }),
  edit('a size under the name of the prototype', '  normal:\n', '  __proto__:\n', { at: '14:3', message: 'the course has no size of place', allowed: 'one size at least', write: 'sizes: { normal' }),
  edit('a size with a capital', '  normal:\n', '  Normal:\n', { at: '14:3', message: 'the key "Normal" is not allowed', allowed: 'lower-case letters' }),
  edit('a misspelt amount', 'volumes: 1', 'volums: 1',
    { at: '15:5', message: 'sizes.normal.volumes is missing', allowed: 'a whole number from 0 to 50', write: 'volumes: 2' },
    { at: '21:5', message: 'the key "volums" is unknown', allowed: 'the keys cpu, cpuLimit', write: 'volumes: …' }),

  edit('weights of more than the whole grade', 'weight: 60', 'weight: 61', { at: '25:3', message: 'more than the whole grade', got: '101 percent', allowed: 'at most 100 percent', write: 'smaller weights' }),
  edit('a weight with its sign', 'weight: 60', 'weight: 60%', { at: '35:13', message: 'labs[2].weight', got: '"60%"', allowed: 'a whole number from 0 to 100', write: 'weight: 10' }),
  edit('a toolkit with a letter more', 'id: redis', 'id: rediss', { ...TOOLKIT, got: '"rediss"', write: 'id: redis' }),
  edit('a toolkit that there is not', 'id: redis', 'id: mongodb', { ...TOOLKIT, got: '"mongodb"', write: 'id: ' }),
  edit('a toolkit by its name alone', '[{ id: redis, size: small, setUp: student }]', '[redis]', { at: '31:16', message: 'labs[1].toolkits[1]', got: '"redis"', allowed: 'id, and any of size, setUp and why', write: '- { id: redis, size: small }' }),
  edit('a toolkit twice', 'id: k6', 'id: grafana', { at: '39:52', message: 'the lab project names this toolkit twice', got: '"grafana"', write: 'one of the two' }),
  edit('two labs with one id', 'id: project', 'id: lab1',
    { at: '33:9', message: 'another lab has this id, in line 25', got: '"lab1"', allowed: 'an id for each lab', write: 'id: lab1-2' }),
  edit('a size that has no such name', 'size: normal\n    toolkits: [{ id: redis', 'size: norml\n    toolkits: [{ id: redis', { at: '30:11', message: 'no size has this name', got: '"norml"', allowed: 'one of normal', write: 'size: normal' }),
  edit('a lab due in week 14 of 13', 'due: { week: 4', 'due: { week: 14', { at: '29:18', ...WEEK_14 }),
  edit('a topic in week 14 of 13', 'week: 1, title', 'week: 14, title', { at: '9:13', ...WEEK_14 }),
  edit('a lab due in a misspelt week', 'due: { week: 4', 'due: { weak: 4',
    { at: '29:10', message: 'labs[1].due.week is missing', allowed: 'a whole number from 1 to 30', write: 'week: 4' },
    { at: '29:12', message: 'the key "weak" is unknown', allowed: 'the keys week, day, time', write: 'week: …' }),
  edit('a lab due in words', 'due: { hoursBeforeLastSession: 24 }', 'due: next monday', { at: '37:10', message: 'labs[2].due is not allowed', got: '"next monday"', allowed: 'week, day and time; or daysAfterOpening and time; or hoursBeforeLastSession', write: 'due: { week: 4' }),
  edit('a lab due by two rules', 'due: { hoursBeforeLastSession: 24 }', 'due: { hoursBeforeLastSession: 24, time: "10:00" }', { at: '37:40', message: 'the key "time" does not go with the others', allowed: 'or hoursBeforeLastSession', write: 'delete the line' }),
  edit('a time at 24 hours', "time: '23:59'", "time: '24:00'", { ...TIME, got: '"24:00"' }),
  edit('a time with pm', "time: '23:59'", "time: '11:59 pm'", { ...TIME, got: '"11:59 pm"' }),
  edit('a class that ends before it starts', "ends: '17:30'", "ends: '15:00'", { at: '6:44', message: 'the class ends before it starts', got: '"15:00"', allowed: 'after 16:00', write: 'ends: "23:59"' }),
  edit('a title of two lines', 'title: A small course', 'title: "A small\\ncourse"', { at: '2:8', message: 'title has a line break', got: '"A small\\ncourse"', allowed: '1 to 120 characters', write: 'title: ' }),

  edit('other graded work, with its hour and without', 'labs:\n', 'other: [{ id: talk, title: Talk, weight: 0 }, { id: exam, title: Exam, weight: 0, held: { week: 13, day: monday, time: "16:30", minutes: 90 } }]\nlabs:\n'),
  edit('other graded work that is a word', 'labs:\n', 'other: exam\nlabs:\n', { at: '24:8', message: 'other is not what belongs here', got: '"exam"', allowed: 'up to 40 works', write: 'other: [{ id: final-exam' }),
  edit('other graded work with the id of a lab', 'labs:\n', 'other: [{ id: project, title: Talk, weight: 0 }]\nlabs:\n', { at: '24:15', message: 'another lab has this id, in line 34', got: '"project"', allowed: 'an id for each work', write: 'id: project-2' }),
  edit('other graded work beyond the whole grade', 'labs:\n', 'other: [{ id: exam, title: Exam, weight: 20 }]\nlabs:\n', { at: '26:3', message: 'the weights of the labs and of "other"', got: '120 percent', allowed: 'at most 100 percent', write: 'smaller weights' }),
  edit('an exam in week 14 of 13', 'labs:\n', 'other: [{ id: exam, title: Exam, weight: 0, held: { week: 14, day: monday, time: "16:30", minutes: 90 } }]\nlabs:\n', { at: '24:59', ...WEEK_14 }),
  edit('an exam of no length, on no day', 'labs:\n', 'other: [{ id: exam, title: Exam, weight: 0, held: { week: 13, day: mon, time: "16:30", minutes: 0 } }]\nlabs:\n',
    { at: '24:68', message: 'other[1].held.day', got: '"mon"', allowed: 'one of monday', write: 'day: monday' },
    { at: '24:97', message: 'other[1].held.minutes', got: '0', allowed: 'a whole number from 1 to 600', write: 'minutes: 90' }),
  edit('an exam in a terminal\'s own language', 'labs:\n', 'other: [{ id: exam, title: "\\e[31mExam", weight: 0 }]\nlabs:\n', { at: '24:28', message: 'other[1].title', allowed: '1 to 120 characters' }),

  edit('a lab due before it opens', "opens: { week: 1, day: monday, time: '08:00' }", "opens: { week: 5, day: monday, time: '08:00' }", { at: '29:10', message: 'lab1 is due before it opens', got: 'Mon 1 Feb 2027, 23:59', allowed: 'a time after Mon 8 Feb 2027, 08:00', write: 'a later week' }),
  edit('a lab due at an hour that the clocks jump over', DUE, "due: { week: 9, day: sunday, time: '02:30' }", { at: '29:40', message: '02:30 on 2027-03-14 is no clear time in America/Los_Angeles', got: '"02:30"', ...UNCLEAR }),
  { name: 'a lab due at an hour that the clocks show twice',
    files: { 'cohort.yaml': inAutumn, 'course.yaml': edited('course.yaml', DUE, "due: { week: 11, day: sunday, time: '01:30' }") },
    told: [{ at: '29:41', message: '01:30 on 2027-11-07 is no clear time in America/Los_Angeles', got: '"01:30"', ...UNCLEAR }] },
  edit('a lab due after the term', 'due: { hoursBeforeLastSession: 24 }', 'due: { daysAfterOpening: 100, time: "23:59" }', { at: 'cohort.yaml:6:9', message: "project is due after the students' access ends", got: '2027-04-16', allowed: 'Thu 24 Jun 2027, 23:59', write: 'ends: 2027-06-24' }),
];
