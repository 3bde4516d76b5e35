import { run } from '../recorded-terminal';
import { copyOfExample } from '../temporary-folder';

const accommodate = (text: string): string =>
  `${text}\naccommodations:\n  - { student: jose.garcia@example.edu, lab: lab3, extraDays: 3 }\n`;
const cohort = (more = ''): string =>
  copyOfExample('w255-spring', {
    ledger: true,
    edit: { 'cohort.yaml': (text) => `${accommodate(text)}${more}` },
  });

test('An instant of the term is told in 80 columns: labs, who differs, who may, what nodes cost', async () => {
  const { code, out, err } = await run('at', '2027-03-16T18:00', '--cohort', cohort());
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).toBe(`w255-spring27  Tue 16 Mar 2027, 18:00, America/Los_Angeles
  2027-03-17T01:00:00Z; the term is running; places and deadlines as the files
  have them today

Labs
  lab1     closed    since Mon 1 Feb 23:59   for 60 students
  lab2     closed    since Mon 15 Feb 23:59  for 60 students
  lab3     closed    since Mon 15 Mar 23:59  for 59 students
  lab4     open      due Mon 29 Mar 23:59    for 60 students
  lab5     upcoming  opens Tue 30 Mar 08:00  for 60 students
  project  open      due Tue 13 Apr 18:30    for 15 teams

Otherwise than the class
  lab3  open  due Thu 18 Mar 23:59  jose-garcia

Who
  60 students and 15 teams: access until Sat 24 Apr 2027, 00:00
  2 instructors: all places, secrets too, until teardown
  4 TAs: all places, until teardown; they do not read secrets

Nodes
  cell 1  system  1 to 4 × e2-standard-4   $0.14 to $0.56 an hour
  cell 1  lab     0 to 24 × e2-standard-4  $0.00 to $3.71 an hour
  List prices of us-central1, as those of us-west1 are not in the table, for
  machines and their boot disks: no discounts, disks of places, load balancers,
  cluster fees, traffic or logs.

Class hours
  cell 1: no class is near
  cell 1: nodes for 80 places at most are ready 15 minutes before a class: 9
  nodes, at most $1.39 an hour and $15.42 in the term
  List prices of us-central1, read 2026-09, as those of us-west1 are not in the
  table: machines and their boot disks, spot or not.`);
});

test('After the term nobody but staff has access', async () => {
  const { out } = await run('at', '2027-05-01', '--cohort', cohort());
  expect(out).toContain('the term and the access of students are over');
  expect(out).toMatch(/60 students.*: no access since Sat 24 Apr 2027, 00:00/);
});

test('An instant is data with --json, without names and addresses', async () => {
  const { code, out } = await run('at', '2027-03-16T18:00+03:30', '--json', '--cohort', cohort());
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ at: '2027-03-16T14:30:00Z', phase: 'running' });
  expect(out).not.toMatch(/@|José/);
});

test.each(['tomorrow', '2027-02-29T12:00', '2027-03-16T24:30', '18:00'])(
  '%s is no instant, and what is one is said',
  async (instant) => {
    const { code, err } = await run('at', instant, '--cohort', cohort());
    expect(code).toBe(2);
    expect(err).toContain('practicum at:1:1  this is no instant');
    expect(err).toContain('write    practicum at 2027-03-09T18:00');
  },
);

test('While a class is near, its nodes are told with what they cost', async () => {
  const { out } = await run('at', '2027-02-09T15:50', '--cohort', cohort());
  expect(out).toContain(
    'cell 1: a class is near: 60 placeholders on 7 nodes, $1.08 an hour, until Tue\n  9 Feb 16:10',
  );
  const asleep = cohort('classHours: { sleep: { starts: "01:00", ends: "07:00" } }\n');
  const night = await run('at', '2027-02-10T03:00', '--cohort', asleep);
  expect(night.out).toContain('cell 1: places are asleep until Wed 10 Feb 07:00');
  expect(night.out.replace(/\s+/g, ' ')).toMatch(
    /cell 1: 75 places asleep in \d+ nights, \d+ hours: saves at most \$[\d.]+ in the term/,
  );
  expect(night.out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('While an exam is on, it says until when, where, and what is left', async () => {
  const exam =
    'hours:\n  - { name: midterm, kind: exam, starts: 2027-03-16T16:00, ends: 2027-03-16T18:00, labs: [lab4] }\n';
  const cohort = copyOfExample('w255-spring', { edit: { 'cohort.yaml': (text) => `${text}\n${exam}` } });
  const during = await run('at', '2027-03-16T17:59', '--cohort', cohort);
  expect(during.out.replaceAll(/\s+/g, ' ')).toContain(
    'exam "midterm" until Tue 16 Mar 2027, 18:00, in all places: students can change only work on lab4, and get into no pod',
  );
  const after = await run('at', '2027-03-16T18:00', '--cohort', cohort);
  expect(after.out).not.toContain('midterm');
});
