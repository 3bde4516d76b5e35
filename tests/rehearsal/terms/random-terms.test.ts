import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RehearsalReport } from '../../../src/app/rehearse/report/report';
import { run } from '../../app/recorded-terminal';
import { copyOfExample, temporaryFolder } from '../../app/temporary-folder';
import { randomTerm } from './random-terms';

/** Each is a term of five steps under the real terraform; the fast form of the same takes thousands. */
const SEEDS = [7, 27];

/** Two of the class have later deadlines, which pass while others come and go. */
const EXTENDED = (text: string): string =>
  `${text}\naccommodations:\n  - { student: sean.oneil@example.edu, lab: lab1, extraDays: 3 }\n  - { student: o'brien.maeve@example.edu, extraDays: 2 }\n`;

const FIRST_FOUR = (text: string): string => `${text.split('\n').slice(0, 5).join('\n')}\n`;

test.each(SEEDS)(
  'In the drawn term %i nobody else is touched, who is held is out, and at the end nothing stands',
  async (seed) => {
    const folder = temporaryFolder();
    const scenario = join(folder, 'drawn.yaml');
    writeFileSync(scenario, randomTerm(seed, 5));
    const out = join(folder, 'out');
    const options = [
      '--cohort',
      copyOfExample('w255-spring', { edit: { 'cohort.yaml': EXTENDED, 'roster.csv': FIRST_FOUR } }),
      '--out',
      out,
      '--json',
    ];
    const rehearsed = await run('rehearse', '--engine', 'terraform', '--scenario', scenario, ...options);
    const report = JSON.parse(rehearsed.out) as RehearsalReport;
    expect(report.steps.map(({ name, outcome, findings }) => [name, outcome, findings])).toEqual(
      report.steps.map(({ name }) => [name, 'done', []]),
    );
    expect(report.steps).toHaveLength(7);
    expect(report.assetsLeft).toEqual([]);

    const assets = join(out, 'rehearsal', 'assets');
    const listing = join(assets, readdirSync(assets).sort().at(-1)!);
    const certificate = await run(
      'leaks',
      listing,
      '--cohort',
      join(out, 'rehearsal', 'cohort'),
      '--out',
      folder,
    );
    expect({ code: certificate.code, err: certificate.err }).toEqual({ code: 0, err: '' });
  },
  240_000,
);
