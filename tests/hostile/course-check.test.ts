import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/core/input/problem';
import { temporaryFolder } from '../app/temporary-folder';
import { COURSE_FILE } from './course-file.cases';
import { expectShown, faultsOf } from './expect-told';
import { run } from './in-process';

/** Cases that are wrong by themselves, without a cohort: its clocks, its term. */
const ALONE = COURSE_FILE.flatMap(({ name, files, told }) => {
  const content = files['course.yaml'];
  const ofCohort = told.some(
    ({ at, message }) => at.startsWith('cohort.yaml') || /no clear time/.test(message),
  );
  return content === undefined || files['cohort.yaml'] !== undefined || ofCohort
    ? []
    : [{ name, content, told }];
});

test('There are cases to try', () => expect(ALONE.length).toBeGreaterThan(40));

test.each(ALONE)('"course check" tells of $name what "synth" tells', async ({ content, told }) => {
  const path = join(temporaryFolder(), 'course.yaml');
  writeFileSync(path, content);
  const asJson = await run('course', 'check', '--json', path);
  const forPeople = await run('course', 'check', path);
  expect([asJson.code, forPeople.code]).toEqual(told.length === 0 ? [0, 0] : [2, 2]);
  const { problems } = JSON.parse(asJson.out) as { problems: Problem[] };
  expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(told.map(({ at }) => at));
  if (told.length > 0) expectShown(forPeople.err, problems);
  expect(faultsOf(forPeople.err + forPeople.out)).toEqual([]);
});

test.each(['../../../../etc/passwd', '/', '.', '', 'a\u0000b.yaml', '\u001b[31m.yaml', '--'])(
  'a course that is called %j is refused with a remedy and no stack',
  async (asked) => {
    for (const command of ['check', 'show', 'new']) {
      const { code, out, err } = await run('course', command, '--', asked);
      expect(code).toBe(2);
      expect(faultsOf(err + out)).toEqual([]);
    }
  },
);
