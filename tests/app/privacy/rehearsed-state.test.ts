import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../recorded-terminal';
import { filesIn, temporaryFolder } from '../temporary-folder';
import { distinctiveCohort, personalIn } from './distinctive-cohort';

const SCENARIO = `name: One day
about: The class is deployed, and a student comes late.
steps:
  - deploy:
    at: -3
  - add: { students: 1 }
    at: 8
`;

/** Slow machines with much else to do need their time. */
const MINUTES = 10 * 60_000;

test(
  'Terraform’s state, its logs and the report of a rehearsal name nobody',
  async () => {
    const cohort = distinctiveCohort();
    await run('privacy', 'key', '--cohort', cohort);
    const yaml = filesIn(cohort).get('cohort.yaml')!;
    // Two places in the shared cluster are enough of state to look through.
    writeFileSync(
      join(cohort, 'cohort.yaml'),
      yaml.replaceAll(/^ {2}- \{ student: (quillon|oyelaran).*$\n/gm, ''),
    );
    const [head, , zsofia, , wrenna] = filesIn(cohort).get('roster.csv')!.split('\n');
    writeFileSync(join(cohort, 'roster.csv'), [head, zsofia, wrenna, ''].join('\n'));
    const scenario = join(temporaryFolder(), 'scenario.yaml');
    writeFileSync(scenario, SCENARIO);
    const out = temporaryFolder();
    const { code, out: said, err } = await run(
      'rehearse', '--cohort', cohort, '--scenario', scenario, '--engine', 'terraform', '--out', out,
    ); // prettier-ignore
    expect([code, err]).toEqual([0, err]);
    const written = [...filesIn(out)].filter(([file]) => !file.startsWith('rehearsal/cohort/'));
    const states = written.filter(([file]) => file.endsWith('.tfstate'));
    expect(states.filter(([, text]) => text.includes('group:privy-fall27-')).length).toBeGreaterThan(0);
    expect(personalIn([...written, ['said', `${said}\n${err}`]])).toEqual([]);
  },
  MINUTES,
);
