import picocolors from 'picocolors';
import type { RehearsalReport } from '../../../../src/app/rehearse/report/report';
import { withTotals } from '../../../../src/app/rehearse/report/report';
import { reportTable } from '../../../../src/app/rehearse/report/report-table';
import { BAD, GOOD, step } from './sample-report';

const lines = (report: RehearsalReport, width = 80, colored = false): readonly string[] =>
  reportTable(report, { colors: picocolors.createColors(colored), width }).flatMap((line) =>
    line.split('\n'),
  );
const textOf = (report: RehearsalReport): string => lines(report).join('\n');

test('A term that went well is told in a table of steps and a verdict', () => {
  expect(lines(GOOD).slice(0, 9)).toEqual([
    'w255-spring27: 60 students, A term in short',
    'cdktf with terraform 1.11.4',
    '',
    '  step                  here    on Google  add  change  destroy  keep',
    '✓ Deploy the class      48 s   31 min 4 s  508       0        0     0',
    '✓ re-apply              12 s   1 min 35 s    0       0        0   508',
    '✓ A student comes late  14 s   2 min 20 s    6       3        0   505',
    '✓ A student leaves      21 s    3 min 8 s    0       3        6   505',
    '✓ Take all away         33 s  21 min 50 s    0       0      508     0',
  ]);
  expect(lines(GOOD).at(-1)).toBe('✓ 5 steps, no finding: 2 min 8 s here, 59 min 57 s on Google Cloud');
});

test('The verdict on a bad term counts what is wrong, and keeps its times on one line', () => {
  expect(lines(BAD).slice(-2)).toEqual([
    '✗ 2 findings, 1 step failed, 2 assets left over in 5 steps',
    '  1 min 57 s here, 56 min 49 s on Google Cloud',
  ]);
});

test('A finding is told in full: step, place, message, rule and remedy', () => {
  const text = textOf(BAD);
  const findings = text.slice(text.indexOf('Findings'), text.indexOf('\n\nLeft over'));
  expect(findings.split('\n')).toEqual([
    'Findings',
    '  message-names-cause',
    '    step     A student comes late, on a day on which Google refuses nearly',
    '             everything',
    '    where    shard-1-02',
    '    message  Error: googleapi: Error 409:',
    '             projects/w255-spring27-c1/locations/us-west1/repositories/amara-oka',
    '             for already exists, alreadyExists',
    '             with',
    '             google_artifact_registry_repository.amara-okafor_repository_Resourc',
    '             e_0B5C1D2E,',
    '             on cdk.tf.json line 42, in',
    '             resource.google_artifact_registry_repository.amara-okafor_repositor',
    '             y_Resource_0B5C1D2E:',
    '    rule     A run that fails says why, in words that lead to the remedy.',
    '    remedy   run "practicum recover": it adopts what was made and not written',
    '             down',
    '',
    '  others-untouched',
    '    step     A student comes late, on a day on which Google refuses nearly',
    '             everything',
    '    where    //storage.googleapis.com/w255-spring27-zoe-lefevre',
    '    message  changed: labels <none> | "drop"',
    '    rule     The places of students whom the step is not about are as they were.',
  ]);
});

test.each([60, 80, 120])(
  'In %d columns no line is longer, names of assets aside, which are copied whole',
  (width) => {
    const long = [...lines(GOOD, width), ...lines(BAD, width)].filter((line) => [...line].length > width);
    expect(long.filter((line) => !/^ +(where +)?\/\//.test(line))).toEqual([]);
  },
);

test('A step with a finding is marked, one that failed as expected is not', () => {
  const rows = lines(BAD).filter((line) => /^[✓✗] /.test(line));
  expect(rows.map((row) => row.slice(0, 20))).toEqual([
    '✓ Deploy the class  ',
    '✓ re-apply          ',
    '✗ A student comes la',
    '✓ A dead run holds t',
    '✓ Take all away     ',
    '✗ 2 findings, 1 step',
  ]);
  expect(textOf(BAD)).toContain('(failed as expected)');
});

test('Colours change nothing but colours', () => {
  const plain = lines(BAD, 80, true).map((line) => line.replaceAll(/\x1b\[\d+m/g, ''));
  expect(plain).toEqual(lines(BAD));
  expect(lines(BAD, 80, true).join('')).toContain('\x1b[31m✗\x1b[39m');
  expect(lines(GOOD, 80, true).join('')).toContain('\x1b[32m✓\x1b[39m');
  expect(textOf(BAD)).not.toContain('\x1b');
});

test('What terraform sends to move the cursor does not reach the terminal', () => {
  const finding = {
    invariant: 'only-planned',
    where: 'a\x1b[2Jb',
    message: '\x1b[31mred\x07\x1b[0m\r\nmore',
  } as const;
  const text = textOf(withTotals({ ...GOOD, steps: [step('a', { findings: [finding] })] }));
  expect(text).toContain('    where    ab\n    message  red\n             more\n');
});

test('It says what was real, what was simulated and what was only stored', () => {
  expect(textOf(BAD)).toContain('What was real\n  - terraform 1.11.4 and cdktf 0.21.0, unchanged\n');
  expect(textOf(BAD)).toContain('What was simulated\n  - Google Cloud and its provider');
  expect(textOf(BAD)).toContain('not checked\n  google_logging_project_bucket_config, google_');
  expect(textOf(GOOD)).not.toContain('not checked');
});

test('Of hundreds of assets left over a terminal shows twenty', () => {
  const assetsLeft = Array.from({ length: 300 }, (_, n) => ({ name: `//x/${n}`, type: 'x/Y' }));
  const text = textOf({ ...GOOD, assetsLeft });
  expect(text).toContain('  //x/19\n    x/Y\n  … and 280 more; the report has them all\n');
  expect(text).not.toContain('//x/20');
});
