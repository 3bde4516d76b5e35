import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../recorded-terminal';
import { filesIn, temporaryFolder } from '../temporary-folder';

const FLAGS: Readonly<Record<string, string>> = {
  '--id': 'mlsd-fall27',
  '--starts': '2027-08-30',
  '--ends': '2027-12-10',
  '--time-zone': 'America/New_York',
  '--folder': '123456789012',
  '--billing-account': '0A1B2C-3D4E5F-6A7B8C',
  '--admin-project': 'example-labs-admin',
  '--state-bucket': 'example-mlsd-state',
  '--domain': 'mlsd.example.edu',
  '--instructor': 'ines.duarte@example.edu',
};

const init = (folder: string, flags: Readonly<Record<string, string>> = FLAGS) =>
  run('init', '--dir', folder, ...Object.entries(flags).flat());

test('What init writes passes the check once the roster names a student', async () => {
  const folder = join(temporaryFolder(), 'new');
  const { code, out } = await init(folder);
  expect(code).toBe(0);
  expect(out).toContain('npx practicum check --cohort');
  expect([...filesIn(folder).keys()]).toEqual(['cohort.yaml', 'roster.csv']);
  expect((await run('check', '--cohort', folder)).err).toContain('the roster names no student');
  writeFileSync(join(folder, 'roster.csv'), 'email,name\namara.okafor@example.edu,Amara Okafor\n');
  expect((await run('check', '--cohort', folder)).code).toBe(0);
});

test('The first line of cohort.yaml leads editors to the schema', async () => {
  const folder = temporaryFolder();
  await init(folder);
  const [first] = readFileSync(join(folder, 'cohort.yaml'), 'utf8').split('\n');
  expect(first).toMatch(/^# yaml-language-server: \$schema=.*\/schemas\/cohort\.schema\.json$/);
  const schema = /\$schema=(.*)$/.exec(first!)![1]!;
  expect(JSON.parse(readFileSync(join(folder, schema), 'utf8'))).toMatchObject({ title: 'Practicum cohort' });
});

test('A file that is there is never overwritten', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'roster.csv'), 'mine');
  const { code, err } = await init(folder);
  expect(code).toBe(2);
  expect(err).toContain('this file is there already and is never overwritten');
  expect(filesIn(folder)).toEqual(new Map([['roster.csv', 'mine']]));
});

test('Where nobody can be asked, the missing options are named, each with an example', async () => {
  const folder = temporaryFolder();
  const { code, err } = await init(folder, { '--id': 'mlsd-fall27' });
  expect(code).toBe(2);
  expect(err).toContain('  --starts 2027-01-11\n  --ends 2027-04-16\n  --time-zone America/Los_Angeles');
  expect(err).not.toContain('--id');
  expect(filesIn(folder).size).toBe(0);
});

test('Answers that cohort.yaml could not hold are refused before anything is written', async () => {
  const folder = temporaryFolder();
  const { code, err } = await init(folder, { ...FLAGS, '--id': 'Fall 2027', '--ends': '2027-02-30' });
  expect(code).toBe(2);
  expect(err).toContain('id cannot be read');
  expect(err).toContain('term.ends cannot be read');
  expect(filesIn(folder).size).toBe(0);
});
