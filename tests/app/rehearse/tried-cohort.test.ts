import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import { triedCohort } from '../../../src/app/rehearse/tried-cohort';
import { problemsOf, valueOf } from '../../core/outcomes';
import { copyOfExample, filesIn } from '../temporary-folder';

const copies = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('practicum-cohort-'));

test('The plan is that of so many invented students; neither cohort nor temporary folder keep anything of it', () => {
  const cohort = copyOfExample('tier-namespace');
  const [before, others] = [filesIn(cohort), copies()];
  const plan = valueOf(triedCohort(cohortDirectory(cohort), 2));
  expect(plan.shards.flatMap(({ tenants }) => tenants.map(({ handle }) => handle))).toEqual([
    'amara-abara',
    'bruno-berg',
  ]);
  expect(plan.at).toMatch(/^2027-01-11/);
  expect(filesIn(cohort)).toEqual(before);
  expect(copies().filter((name) => !others.includes(name))).toEqual([]);
});

test('A cohort that names people of its roster is told so at the place where it does', () => {
  const cohort = copyOfExample('tier-project');
  expect(problemsOf(triedCohort(cohortDirectory(cohort), 3))).toEqual([
    {
      file: relative(process.cwd(), join(cohort, 'cohort.yaml')),
      line: 28,
      column: 16,
      message: 'the roster names no such student: the 3 of this rehearsal are invented',
      got: '"elif.yilmaz@example.edu"',
      allowed: 'your own roster, or invented people such as amara.abara@example.edu',
      write: 'rehearse without --students and without "students:" in the scenario',
    },
  ]);
  expect(triedCohort(cohortDirectory(cohort), undefined).ok).toBe(true);
});

test('A cohort that is wrong by itself is told as by every command', () => {
  const cohort = copyOfExample('tier-namespace', {
    edit: { 'cohort.yaml': (text) => text.replace('course: w255', 'course: w256') },
  });
  expect(
    problemsOf(triedCohort(cohortDirectory(cohort), 3)).map(({ file, message }) => [file, message]),
  ).toEqual([
    [relative(process.cwd(), join(cohort, 'cohort.yaml')), 'no course that ships with practicum has this id'],
  ]);
});
