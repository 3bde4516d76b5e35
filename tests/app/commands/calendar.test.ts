import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import { run } from '../recorded-terminal';
import { copyOfExample, temporaryFolder } from '../temporary-folder';

const ENTRIES = `
accommodations:
  - { student: jose.garcia@example.edu, lab: lab3, extraDays: 3 }
  - { team: Kestrel, lab: project, dueAt: 2027-04-15T12:00 }
`;
const cohort = (entries = ENTRIES): string =>
  copyOfExample('w255-spring', { ledger: true, edit: { 'cohort.yaml': (text) => text + entries } });
const AT = ['--at', '2027-02-01'];

test('The calendar is readable in 80 columns, with those who have other deadlines', async () => {
  const { code, out, err } = await run('calendar', '--cohort', cohort());
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(`w255-spring27  times in America/Los_Angeles
  lab      for      opens             due
  lab1     student  Mon 11 Jan 08:00  Mon 1 Feb 23:59
  lab2     student  Tue 2 Feb 08:00   Mon 15 Feb 23:59
  lab3     student  Tue 16 Feb 08:00  Mon 15 Mar 23:59
  lab4     student  Tue 16 Mar 08:00  Mon 29 Mar 23:59
  lab5     student  Tue 30 Mar 08:00  Mon 5 Apr 23:59
  project  team     Tue 16 Mar 08:00  Tue 13 Apr 18:30

Other deadlines
  place         lab      due
  jose-garcia   lab3     Thu 18 Mar 23:59
  team-kestrel  project  Thu 15 Apr 12:00

Class hours
  Tuesday 16:00 to 17:30, 13 times
  Wednesday 18:30 to 20:00, 13 times
  cell 1: nodes for 80 places at most are ready 15 minutes before a class: 9
  nodes, at most $1.39 an hour and $15.60 in the term
  List prices of us-central1, read 2026-09, as those of us-west1 are not in the
  table: machines and their boot disks, spot or not.`);
});

test('Where nobody has another deadline, that is said', async () => {
  const { out } = await run('calendar', '--cohort', cohort(''));
  expect(out).toContain('Everyone has these deadlines.');
});

test.each(['jose.garcia@example.edu', 'jose-garcia'])('%s sees the labs of both places', async (who) => {
  const { out } = await run('calendar', '--student', who, '--cohort', cohort());
  expect(out).toBe(`w255-spring27  times in America/Los_Angeles

jose-garcia
  lab      opens             due
  lab1     Mon 11 Jan 08:00  Mon 1 Feb 23:59
  lab2     Tue 2 Feb 08:00   Mon 15 Feb 23:59
  lab3  *  Tue 16 Feb 08:00  Thu 18 Mar 23:59
  lab4     Tue 16 Mar 08:00  Mon 29 Mar 23:59
  lab5     Tue 30 Mar 08:00  Mon 5 Apr 23:59

team-kestrel
  lab         opens             due
  project  *  Tue 16 Mar 08:00  Thu 15 Apr 12:00

* not the class's deadline`);
});

test('A stranger is told whom there is', async () => {
  const { code, err } = await run('calendar', '--student', 'jose-garcja', '--cohort', cohort());
  expect(code).toBe(2);
  expect(err).toContain('nobody has this e-mail or handle');
  expect(err).toContain('write    --student jose-garcia');
});

test('Feeds are written for the course and those who differ, and for everyone on demand', async () => {
  const folder = join(temporaryFolder(), 'calendars');
  const { err } = await run('calendar', '--ics', folder, '--cohort', cohort(), ...AT);
  expect(err).toMatch(/^3 feeds in /);
  expect(readdirSync(folder)).toEqual(['_course.ics', 'jose-garcia.ics', 'team-kestrel.ics']);
  expect(readFileSync(join(folder, 'jose-garcia.ics'), 'utf8')).toContain('DTSTART:20270319T065900Z\r\n');
  await run('calendar', '--ics', folder, '--everyone', '--cohort', cohort(), ...AT);
  expect(readdirSync(folder).length).toBeGreaterThan(60);
});

test('A feed that is not any more goes, what others put there stays', async () => {
  const folder = temporaryFolder();
  for (const name of ['mine.ics', 'notes.txt']) writeFileSync(join(folder, name), 'BEGIN:VCALENDAR\r\n');
  await run('calendar', '--ics', folder, '--cohort', cohort(), ...AT);
  await run('calendar', '--ics', folder, '--cohort', cohort(''), ...AT);
  expect(readdirSync(folder)).toEqual(['_course.ics', 'mine.ics', 'notes.txt']);
});

test('The same files give the same feeds', async () => {
  const folder = temporaryFolder();
  const feed = async (): Promise<string> => {
    await run('calendar', '--ics', folder, '--cohort', cohort(), ...AT);
    return readFileSync(join(folder, '_course.ics'), 'utf8');
  };
  expect(await feed()).toBe(await feed());
});

test('A wrong entry stops it before anything is written', async () => {
  const folder = join(temporaryFolder(), 'calendars');
  const wrong = cohort('\naccommodations: [{ student: nobody@example.edu, extraDays: 1 }]\n');
  const { code, err } = await run('calendar', '--ics', folder, '--cohort', wrong);
  expect(code).toBe(2);
  expect(err).toContain('the roster names no such student');
  expect(existsSync(folder)).toBe(false);
});

test('The page of a place has its own deadline, and that of its team', async () => {
  const out = join(temporaryFolder(), 'dist');
  await run('handout', '--cohort', cohort(), '--out', out);
  const page = (handle: string): string => readFileSync(join(out, 'handouts', handle, 'README.md'), 'utf8');
  expect(page('jose-garcia')).toContain('**Thu 18 Mar 2027, 23:59**');
  expect(page('jose-garcia')).toContain('**Thu 15 Apr 2027, 12:00**');
  expect(page('amara-okafor')).not.toMatch(/Thu 18 Mar|Thu 15 Apr/);
  expect(page('amara-okafor')).toContain('**Mon 15 Mar 2027, 23:59**');
});

test('The calendar is data with --json, without names and addresses', async () => {
  const { out } = await run('calendar', '--json', '--cohort', cohort());
  const { labs, others } = JSON.parse(out) as { labs: readonly unknown[]; others: readonly unknown[] };
  expect([labs.length, others.length]).toEqual([6, 2]);
  expect(out).not.toMatch(/@|José/);
});

test('With late work, long names and long handles it still fits', async () => {
  const late = (text: string): string =>
    text.replace('late: { acceptedDays: 0 }', 'late: { acceptedDays: 3 }');
  const folder = copyOfExample('w255-spring', {
    ledger: true,
    edit: {
      'cohort.yaml': (text) => text.replace('course: w255', 'course: ./course.yaml') + ENTRIES,
      'course.yaml': () => late(readFileSync(join(HOME, 'courses', 'w255.yaml'), 'utf8')),
    },
  });
  for (const more of [[], ['--student', 'jose-garcia']]) {
    const { code, out } = await run('calendar', '--cohort', folder, ...more);
    expect(code).toBe(0);
    expect(out).toContain('late until');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  }
  const { out } = await run('at', '2027-03-17T12:00', '--cohort', folder);
  expect(out).toContain('lab3     late      late until Thu 18 Mar 23:59  for 59 students');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});
