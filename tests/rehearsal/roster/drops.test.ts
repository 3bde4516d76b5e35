import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RehearsalReport } from '../../../src/app/rehearse/report/report';
import { run } from '../../app/recorded-terminal';
import { copyOfExample, temporaryFolder } from '../../app/temporary-folder';

/** One of each tier, and somebody who stays. */
const EDIT = {
  'roster.csv': (text: string): string => `${text.trim()}\ngala.ruiz@example.edu,Gala Ruiz\n`,
  'cohort.yaml': (text: string): string =>
    text.replace(
      'places:\n',
      'places:\n  - { student: farid.h@example.edu, tier: namespace }\n  - { student: gala.ruiz@example.edu, tier: cluster }\n',
    ),
};
const LEAVING = ['elif.yilmaz', 'dai.nguyen', 'farid.h'];

/** Runs a term through the real terraform in which they leave, one after another. */
async function leaving(): Promise<RehearsalReport> {
  const scenario = join(temporaryFolder(), 'term.yaml');
  const steps = LEAVING.map((student) => `  - drop: { students: [${student}@example.edu] }\n`);
  const head = 'name: They leave\nabout: Each place goes by itself.\nsteps:\n  - deploy\n';
  writeFileSync(scenario, `${head}${steps.join('')}`);
  const cohort = copyOfExample('tier-project', { edit: EDIT });
  const options = ['--cohort', cohort, '--out', temporaryFolder(), '--json'];
  const { out } = await run('rehearse', '--engine', 'terraform', '--scenario', scenario, ...options);
  return JSON.parse(out) as RehearsalReport;
}

/**
 * After each step the rehearsal looks whether anything of anybody else was changed, anything of who left stands, and
 * whether the next plan is empty. The first has a cluster of their own, which goes in three deploys; the second a
 * project, the third a namespace, the last of the shared cluster, through which alone it can be taken away.
 */
test('Places of each tier are held and destroyed, and nothing else is', async () => {
  const report = await leaving();
  expect(report.steps.map(({ name, outcome, findings }) => [name, outcome, findings])).toEqual([
    ['deploy', 'done', []],
    ['drop 1 student', 'done', []],
    ['drop 1 student', 'done', []],
    ['drop 1 student', 'done', []],
  ]);
  // All that was deployed for them, but for `terraform_data`, which is in no cloud; with the last student of the shared
  // cluster goes the grant by which students connect to it.
  expect(report.steps.slice(1).map(({ destroyed }) => destroyed)).toEqual([53, 26, 9]);
}, 180_000);
