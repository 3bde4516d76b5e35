import { join } from 'node:path';
import { noEndpoints } from '../../../src/app/handout/endpoints';
import { loadSection } from '../../../src/app/handout/load-section';
import { writeHandouts } from '../../../src/app/handout/write-handouts';
import type { Rubric } from '../../../src/core/course/rubric.schema';
import type { CohortPlan, LabPlan } from '../../../src/core/plan/cohort-plan';
import { w255 } from '../../core/example-cohort';
import { aPlan } from '../../core/plan/a-plan';
import { aRoster, aStudent } from '../../core/sample-cohort';
import { filesIn, temporaryFolder } from '../temporary-folder';

/** W255 with a team that works on the project. */
function w255Plan(): CohortPlan {
  const { course } = w255();
  const labs = course.labs.map((lab) => (lab.id === 'project' ? { ...lab, workedBy: 'team' as const } : lab));
  return aPlan({ course: { ...course, labs }, roster: aRoster([aStudent('ada', { team: 'kestrel' })]) });
}

const LABS = w255Plan().labs;
const LAB5 = LABS.find(({ id }) => id === 'lab5') as LabPlan & { readonly load: Rubric };
const told = (load: Partial<Rubric>): string =>
  loadSection([{ ...LAB5, load: { ...LAB5.load, ...load } }]).join('\n');

test('A page says path, port, users, bounds and the whole question of a load, as it is sent', () => {
  expect(told({ body: '{"text": "a"}' })).toBe(
    [
      '## Graded under load',
      '',
      'A load from inside of your place, once nothing more is accepted for the lab:',
      '',
      '**Measure the service under load** (`lab5`): 10 users ask POST `/bulk-predict` of the Service `web`, port 80, for 10m. It holds 10 requests a second, 99 % within 2s.',
      '',
      '```text',
      'Content-Type: application/json',
      '',
      '{"text": "a"}',
      '```',
      '',
    ].join('\n'),
  );
});

test('It is told on the page of the place that is loaded, and on no other', () => {
  const plan = w255Plan();
  const folder = join(temporaryFolder(), 'handouts');
  writeHandouts(plan, folder, noEndpoints);
  const pages = filesIn(folder);
  const [student, team] = (['student', 'team'] as const).map((kind) => {
    const { handle } = plan.shards.flatMap(({ tenants }) => tenants).find((each) => each.kind === kind)!;
    return pages.get(`${handle}/README.md`)!.split('## Graded under load')[1]!.split('\n## ')[0]!;
  });
  expect([student!.includes('`lab5`'), student!.includes('`project`')]).toEqual([true, false]);
  expect([team!.includes('`lab5`'), team!.includes('`project`')]).toEqual([false, true]);
});

test('A question cannot end its own block, and a long one is cut short', () => {
  expect(told({ body: '````' })).toContain('\n`````text\nContent-Type: application/json\n\n````\n`````\n');
  expect(told({ body: 'x'.repeat(500) })).toContain(`\n${'x'.repeat(400)}…\n`);
});

test('Each lab with a load is told of, and no other', () => {
  expect(loadSection(LABS).filter((line) => line.startsWith('**'))).toEqual([
    expect.stringContaining('`lab5`'),
    expect.stringContaining('`project`'),
  ]);
  expect(loadSection(LABS.filter(({ load }) => load === undefined))).toEqual([]);
});
