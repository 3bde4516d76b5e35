import { GOOD } from './good-cohort';
import type { HostileCase } from './hostile-case';
import { edited } from './hostile-case';

const PLACED_ONLY_BY_LEDGER = GOOD['roster.csv'].replace(/^amara.*\n/m, '');
const RESTORE = 'bring the file back from version control';

// One line per complaint.
// prettier-ignore
export const SEVERAL_FILES: readonly HostileCase[] = [
  { name: 'a student with a place of their own who left the roster', files: { 'roster.csv': PLACED_ONLY_BY_LEDGER }, told: [] },
  { name: 'a wrong value in each file',
    files: {
      'cohort.yaml': edited('cohort.yaml', '60 USD', '60 EUR'),
      'roster.csv': edited('roster.csv', 'jose.garcia@', 'jose garcia@'),
      'course.yaml': edited('course.yaml', 'id: redis', 'id: rediss'),
      'cohort.lock.yaml': edited('cohort.lock.yaml', 'version: 1', 'version: one') },
    told: [
      { at: 'cohort.lock.yaml:2:10', message: 'version is not allowed', got: '"one"', allowed: '1', write: RESTORE },
      { at: 'cohort.yaml:21:22', message: 'budget.perTenant cannot be read', got: '"60 EUR"', allowed: '40 USD', write: 'perTenant: 60 USD' },
      { at: 'course.yaml:31:22', message: 'is not a toolkit of the catalogue', got: '"rediss"', allowed: 'redis', write: 'id: redis' },
      { at: 'roster.csv:3:1', message: 'email is not allowed', got: '"jose garcia@example.edu"', allowed: 'one @', write: 'amara.okafor@example.edu' }] },
  { name: 'an unfinished merge in all of them',
    files: Object.fromEntries(Object.entries(GOOD).map(([file, text]) => [file, `<<<<<<< HEAD\n${text}`])),
    told: [
      { at: 'cohort.yaml:1:1', message: 'a merge conflict', write: 'keep one side whole' },
      { at: 'roster.csv:1:1', message: 'a merge conflict', write: 'keep one side whole' }] },
  { name: 'three files that are no text',
    files: { 'roster.csv': Buffer.from('PK\x03\x04\0', 'latin1'), 'course.yaml': Buffer.from([0x89]), 'cohort.lock.yaml': Buffer.from([0xff]) },
    told: [
      { at: 'cohort.lock.yaml:1:1', message: 'not UTF-8 text', got: 'byte 0xff', write: RESTORE },
      { at: 'course.yaml:1:1', message: 'not UTF-8 text', got: 'byte 0x89', allowed: 'UTF-8', write: 'encoding UTF-8' },
      { at: 'roster.csv:1:5', message: 'NUL character', allowed: 'UTF-8', write: 'CSV UTF-8' }] },
  { name: 'nothing in the folder',
    files: { 'cohort.yaml': 'MISSING', 'roster.csv': 'MISSING', 'course.yaml': 'MISSING', 'cohort.lock.yaml': 'MISSING' },
    told: [
      { at: 'cohort.yaml:1:1', message: 'there is no such file', write: '"practicum init"' },
      { at: 'roster.csv:1:1', message: 'there is no such file', write: 'export it from your learning system' }] },
  { name: 'files that are right each for itself and contradict each other',
    files: {
      'cohort.yaml': GOOD['cohort.yaml'].replace('2027-04-16', '2027-04-01').replace('[project]', '[exam]').replace('team: Kestrel', 'team: Osprey'),
      'roster.csv': GOOD['roster.csv'].replace("o'brien.maeve@", 'ines.duarte@') },
    told: [
      { at: 'cohort.yaml:6:9', message: "project is due after the students' access ends", got: '2027-04-01', allowed: 'Mon 12 Apr 2027, 16:00', write: 'ends: 2027-04-12' },
      { at: 'cohort.yaml:24:14', message: 'this person is also a student of ', got: '"ines.duarte@example.edu"', write: 'in one of the two files' },
      { at: 'cohort.yaml:28:12', message: 'the course small has no such lab', got: '"exam"', allowed: 'one of lab1, project', write: '- lab1' },
      { at: 'cohort.yaml:33:13', message: 'the roster names no such team', got: '"Osprey"', allowed: 'one of Kestrel, Heron', write: 'team: a team of the roster' }] },
];
