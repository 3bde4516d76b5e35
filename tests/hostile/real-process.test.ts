import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { CohortOnDisk, Run } from './cohort-on-disk';
import { contentsOf, problemsIn, withCohort } from './cohort-on-disk';
import { GOOD } from './good-cohort';
import type { HostileCase } from './hostile-case';
import { edited } from './hostile-case';
import { expectTold, faultsOf } from './expect-told';

const PRACTICUM = resolve(__dirname, '..', '..', 'bin', 'practicum.js');

function spawned(...args: string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(process.execPath, [PRACTICUM, ...args], { maxBuffer: 64 << 20 }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

const BOMB = [...'abcdefghi']
  .map((name, index, names) => `${name}: &${name} [${Array(9).fill(index === 0 ? 1 : `*${names[index - 1]!}`).join(',')}]`)
  .join('\n'); // prettier-ignore

// One line per complaint.
// prettier-ignore
const WORST: readonly (HostileCase & { readonly first: string })[] = [
  { name: 'a billion laughs', first: 'cohort.yaml:1:7  the anchor &a is not read', files: { 'cohort.yaml': `${BOMB}\n` }, told: [] },
  { name: '10,000 brackets in the course', first: 'course.yaml:1:1  values are nested too deeply', files: { 'course.yaml': edited('course.yaml', 'weeks: 13', `weeks: ${'['.repeat(10_000)}`) },
    told: [{ at: 'course.yaml:1:1', message: 'nested too deeply', allowed: 'a few levels' }] },
  { name: 'a NUL in the path of the course', first: 'cohort.yaml:2:9  course has a line break', files: { 'cohort.yaml': edited('cohort.yaml', './course.yaml', '"./a\\0b.yaml"') },
    told: [{ at: 'cohort.yaml:2:9', message: 'a character that nobody sees', got: '"./a\\u0000b.yaml"', allowed: 'a preset', write: 'course: w255' }] },
  { name: 'a workbook of Excel as the roster', first: 'roster.csv:1:5  the file holds a NUL character', files: { 'roster.csv': Buffer.from('PK\x03\x04\0\0', 'latin1') },
    told: [{ at: 'roster.csv:1:5', message: 'NUL character', allowed: 'UTF-8', write: 'CSV UTF-8' }] },
  { name: 'a name that rewrites the terminal', first: 'roster.csv:3:25  name is not allowed', files: { 'roster.csv': edited('roster.csv', 'José García', 'José\u001b[2J\u202e') },
    told: [{ at: 'roster.csv:3:25', message: 'name is not allowed', got: '"José\\u001b[2J\\u{202e}"', allowed: 'on one line', write: 'Amara Okafor' }] },
  { name: 'a ledger with the marks of a merge', first: 'cohort.lock.yaml:1:1  git left a merge conflict here', files: { 'cohort.lock.yaml': `<<<<<<< HEAD\n${GOOD['cohort.lock.yaml']}` },
    told: [{ at: 'cohort.lock.yaml:1:1', message: 'a merge conflict', write: 'keep one side whole' }] },
];

async function judge({ first, told }: (typeof WORST)[number], place: CohortOnDisk): Promise<void> {
  const before = contentsOf(place.root);
  const asked = ['synth', '--cohort', place.cohort, '--out', join(place.root, 'out')];
  const [forPeople, asJson] = await Promise.all([spawned(...asked), spawned(...asked, '--json')]);
  expect(contentsOf(place.root)).toEqual(before);
  expect([forPeople.code, asJson.code]).toEqual([2, 2]);
  expect([forPeople.out, asJson.err]).toEqual(['', '']);
  expect(forPeople.err.split('\n')[0]).toContain(first);
  expect(faultsOf(forPeople.err)).toEqual([]);
  const problems = problemsIn(asJson, place);
  if (told.length > 0) expectTold('cohort.yaml', problems, told);
  else expect(problems).toHaveLength(50);
}

test.each(WORST)(
  'The program itself refuses $name, in words and as JSON',
  (each) => withCohort(each.files, (place) => judge(each, place)),
  30_000,
);
