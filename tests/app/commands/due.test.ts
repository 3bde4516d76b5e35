import { run } from '../recorded-terminal';
import { copyOfExample } from '../temporary-folder';

const MORE = `
accommodations:
  - { student: jose.garcia@example.edu, lab: lab3, extraDays: 3 }
hours:
  - { name: Midterm, kind: exam, starts: 2027-03-18T18:00, ends: 2027-03-18T20:00, labs: [lab4] }
`;
const cohort = (): string =>
  copyOfExample('w255-spring', { ledger: true, edit: { 'cohort.yaml': (text) => text + MORE } });
const due = (...args: readonly string[]) => run('due', '--cohort', cohort(), ...args);

test('What became due since yesterday is told in 80 columns, what to do about it, and what comes', async () => {
  const { code, out, err } = await due('--at', '2027-03-16T18:00');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).toBe(`w255-spring27  Tue 16 Mar 2027, 18:00, America/Los_Angeles

Due
  Mon 15 Mar 23:59  lab3 is due
  Tue 16 Mar 08:00  lab4 opens
  Tue 16 Mar 08:00  project opens

  To apply it: cdktf deploy '*' --parallelism 4

Next
  Thu 18 Mar 18:00  Midterm: the exam starts
  Thu 18 Mar 20:00  Midterm: the exam ends
  Thu 18 Mar 23:59  lab3 is due for jose-garcia
  Mon 29 Mar 23:59  lab4 is due
  Tue 30 Mar 08:00  lab5 opens`);
});

test('Nothing due is said, and is no failure', async () => {
  const { code, out } = await due('--at', '2027-03-20T18:00', '--exit-code');
  expect(code).toBe(0);
  expect(out).toContain('Due\n  Nothing since Fri 19 Mar 2027, 18:00.\n');
  expect(out).not.toContain('deploy');
});

test('A script that asks is told by the exit code that something is due', async () => {
  expect((await due('--at', '2027-03-16T18:00', '--exit-code')).code).toBe(3);
  expect((await due('--at', '2027-03-16T07:59', '--since', '2027-03-15T23:59', '--exit-code')).code).toBe(0);
  expect((await due('--at', '2027-03-15T23:59', '--since', '2027-03-15T23:58', '--exit-code')).code).toBe(3);
});

test('The end of the term asks for people, not for a deploy', async () => {
  const { out } = await due('--at', '2027-04-24T12:00');
  expect(out).toContain("students' access ends; Google takes it by itself");
  expect(out).toContain('The labs may be taken away now; nothing is taken away by itself.');
  expect(out).not.toContain('cdktf');
  expect(out).toContain('Next\n  Nothing more in this term.');
});

test('It is data with --json, without names and addresses', async () => {
  const { code, out } = await due('--at', '2027-03-19T06:59:00Z', '--since', '2027-03-18T18:00', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    since: '2027-03-19T01:00:00Z',
    at: '2027-03-19T06:59:00Z',
    deploy: true,
    due: [
      { at: '2027-03-19T03:00:00Z', kind: 'exam ends', about: 'Midterm' },
      { at: '2027-03-19T06:59:00Z', kind: 'lab due', about: 'lab3', handles: ['jose-garcia'] },
    ],
  });
  expect(out).not.toMatch(/@|José/);
});

test.each([
  ['--since', 'yesterday', 'this is no instant', '--since 2027-03-09T18:00'],
  [
    '--since',
    '2027-03-16T18:01',
    'this is after the instant that is asked about',
    '--since 2027-03-15T18:00',
  ],
])('%s %s is refused, and what to write is said', async (option, value, message, write) => {
  const { code, err } = await due('--at', '2027-03-16T18:00', option, value);
  expect(code).toBe(2);
  expect(err).toContain(`--since:1:1  ${message}`);
  expect(err).toContain(`write    ${write}`);
});

test('A place that is held is told when its hold ends', async () => {
  const folder = copyOfExample('w255-spring', { ledger: true });
  const { out } = await run('due', '--cohort', folder, '--at', '2027-03-16T18:00');
  expect(out).not.toContain('hold');
  const fence = await run('due', '--cohort', 'tests/fence/cohort', '--at', '2027-02-22T12:00');
  expect(fence.out).toContain('Mon 22 Feb 00:00  the hold ends of g5rp8');
  expect(fence.out).toContain('Held places may be destroyed now; nothing is destroyed by itself.');
});
