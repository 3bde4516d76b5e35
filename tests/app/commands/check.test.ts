import { BY_TAG } from '../../core/plan/a-plan';
import { run } from '../recorded-terminal';
import { copyOfExample, filesIn } from '../temporary-folder';

test('A good cohort is within every limit, and nothing is written', async () => {
  const cohort = copyOfExample('w255-spring');
  const before = filesIn(cohort);
  const { code, out, err } = await run('check', '--cohort', cohort);
  expect(code).toBe(0);
  expect(out).toBe(
    '✓ w255-spring27: 75 places in 2 shards, within every limit.\n' +
      '✓ Nobody reaches what is not theirs: 5,550 ordered pairs of 75 tenants, 450 to 6\n' +
      '  people who teach.\n' +
      '  75 of them are new; "practicum synth" records them in cohort.lock.yaml.',
  );
  expect(err).toBe(
    [
      'note  1 of 60 students have no team yet, for project',
      'note  the disks of cell 1 may come to 4115 GB, 3800 of them those of nodes, and',
      '      Google may give a new project as few as 500: ask for the quota',
      '      SSD_TOTAL_GB of us-west1 in w255-spring27-c1 as soon as it stands, days',
      '      before the first class',
      `note  ${BY_TAG}`,
    ].join('\n'),
  );
  expect(filesIn(cohort)).toEqual(before);
}, 30_000);

test('A plan beyond a limit is a finding, with the limit, its source and what to change', async () => {
  const tooMany = Array.from(
    { length: 60 },
    (_, n) => `  - { email: ta-${n}@example.edu, name: T, role: ta }`,
  )
    .slice(0, 59)
    .join('\n');
  const cohort = copyOfExample('tier-namespace', {
    edit: {
      'cohort.yaml': (text) => text.replace(/(staff:\n.*\n)/, `$1${tooMany}\n`),
      'roster.csv': () =>
        `email,name\n${Array.from({ length: 1_000 }, (_, n) => `s${n}@example.edu,S ${n}`).join('\n')}\n`,
    },
  });
  const { code, err, out } = await run('check', '--cohort', cohort);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('cell 1  1301 principals in one IAM policy');
  expect(err).toContain('allowed  at most 1200 (docs.cloud.google.com/iam/quotas');
  expect(err).toContain('change   fewer staff in cohort.yaml, or a cohort per section');
});

test('With --json problems are data', async () => {
  const cohort = copyOfExample('tier-namespace', {
    edit: { 'cohort.yaml': (text) => text.replace('tier:', 'teir:') },
  });
  const { code, out, err } = await run('check', '--json', '--cohort', cohort);
  expect({ code, err }).toEqual({ code: 2, err: '' });
  const { problems } = JSON.parse(out) as { problems: readonly { line: number; write: string }[] };
  expect(problems).toMatchObject([
    { line: 20, column: 1, message: 'the key "teir" is unknown', write: 'tier: …' },
  ]);
});

test('An instant that is none is refused', async () => {
  const { code, err } = await run('check', '--at', 'soon', '--cohort', copyOfExample('tier-namespace'));
  expect(code).toBe(2);
  expect(err).toContain('--at:1:1  this is no instant');
  expect(err).toContain('write    --at 2027-03-09T18:00');
});
