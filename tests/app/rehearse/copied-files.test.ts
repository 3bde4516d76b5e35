import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import { RehearsalCohort } from '../../../src/app/rehearse/rehearsal-cohort';
import { triedCohort } from '../../../src/app/rehearse/tried-cohort';
import { TOOL_MANIFEST } from '../../core/catalogue/own/a-tool';
import { valueOf } from '../../core/outcomes';
import { COHORT, changed } from '../../core/sample-cohort';
import { COURSE_WITH_TOOL, MANIFEST } from '../own-toolkits/refused-tools';
import { filesIn, temporaryFolder } from '../temporary-folder';

/** A cohort in a folder `class`, with a course and a toolkit of its own beside it or inside; `written` is how it names the course. */
function cohortWith(course: string, manifests: string, written = course): string {
  const folder = temporaryFolder();
  const files = {
    'class/cohort.yaml': changed(COHORT, 'course: mlops', `course: ${written}`),
    'class/roster.csv': 'email,name\namara.okafor@example.edu,Amara Okafor\n',
    [join('class', course)]: changed(COURSE_WITH_TOOL, './toolkits/own-tool', manifests),
    [join('class', dirname(course), manifests, 'tool.yaml')]: TOOL_MANIFEST,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, 'class');
}

test.each([
  ['./course.yaml', './toolkits/own-tool'],
  ['./course.yaml', '../toolkits/own-tool'],
  ['../course.yaml', './toolkits/own-tool'],
  ['../courses/mine.yaml', './toolkits/own-tool', '"../courses/mine.yaml" # that of all sections'],
])(
  'The course %s with a tool in %s is rehearsed as it is deployed',
  (course, manifests, written = course) => {
    const cohort = cohortWith(course, manifests, written);
    const plan = valueOf(triedCohort(cohortDirectory(cohort), 2));
    expect(plan.shards.flatMap(({ tenants }) => tenants.flatMap(({ toolkits }) => toolkits))).toContainEqual(
      expect.objectContaining({ id: 'own-tool', standing: true }),
    );
  },
);

test('Where nothing stands outside, the copy has the same bytes', () => {
  const cohort = cohortWith('./course.yaml', './toolkits/own-tool');
  const copy = join(temporaryFolder(), 'copy');
  valueOf(RehearsalCohort.copy(cohortDirectory(cohort), copy, undefined));
  const [before, after] = [filesIn(cohort), filesIn(copy)];
  for (const file of ['cohort.yaml', 'course.yaml', MANIFEST])
    expect([file, after.get(file)]).toEqual([file, before.get(file)]);
});

test('Where the course stands outside, nothing else of the cohort is another', () => {
  const cohort = cohortWith('../course.yaml', './toolkits/own-tool');
  const copy = join(temporaryFolder(), 'copy');
  valueOf(RehearsalCohort.copy(cohortDirectory(cohort), copy, undefined));
  const lines = (folder: string): readonly string[] =>
    readFileSync(join(folder, 'cohort.yaml'), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('course:'));
  expect(lines(copy)).toEqual(lines(cohort));
});
