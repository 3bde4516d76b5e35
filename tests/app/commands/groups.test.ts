import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WITH_PSEUDONYMS, distinctiveCohort } from '../privacy/distinctive-cohort';
import { run } from '../recorded-terminal';
import { filesIn, temporaryFolder } from '../temporary-folder';

async function hidden(): Promise<string> {
  const cohort = distinctiveCohort();
  expect((await run('privacy', 'key', '--cohort', cohort)).code).toBe(0);
  return cohort;
}

test('The key is for its owner alone, left out of git, and never written over', async () => {
  const cohort = await hidden();
  expect(statSync(join(cohort, 'cohort.key')).mode & 0o777).toBe(0o600);
  expect(filesIn(cohort).get('.gitignore')).toBe('/cohort.key\n/private/\n');
  const before = filesIn(cohort);
  const { code, err } = await run('privacy', 'key', '--cohort', cohort);
  expect([code, err.includes('there is a key already, and it is never written over')]).toEqual([2, true]);
  expect(filesIn(cohort)).toEqual(before);
});

test('What git leaves out already stays as it is', async () => {
  const cohort = distinctiveCohort();
  writeFileSync(join(cohort, '.gitignore'), 'dist\ncohort.key');
  await run('privacy', 'key', '--cohort', cohort);
  expect(filesIn(cohort).get('.gitignore')).toBe('dist\ncohort.key\n/private/\n');
});

test('Two keys are two: chance makes them', async () => {
  const [first, second] = [await hidden(), await hidden()];
  expect(filesIn(first).get('cohort.key')).not.toBe(filesIn(second).get('cohort.key'));
});

test('Groups and register are written for the instructor alone', async () => {
  const cohort = await hidden();
  const { code, out } = await run('groups', '--cohort', cohort);
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe('✓ 8 groups with 13 memberships');
  for (const file of ['groups.csv', 'people.csv'])
    expect(statSync(join(cohort, 'private', file)).mode & 0o777).toBe(0o600);
  const people = filesIn(cohort).get('private/people.csv')!;
  expect(people).toMatch(
    /^wrenna\.ashgrove@example\.edu,Wrenna Ashgrove,s\w{9},.*,Umbrellafish,team-\w{10}$/m,
  );
  const again = await run(
    'groups',
    '--cohort',
    cohort,
    '--json',
    '--out',
    join(temporaryFolder(), 'elsewhere'),
  );
  expect(JSON.parse(again.out)).toMatchObject({ groups: 8, members: 13 });
});

test('Who asks the calendar by e-mail is answered', async () => {
  const cohort = await hidden();
  await run('handout', '--cohort', cohort, '--out', temporaryFolder());
  const { code, out } = await run('calendar', '--cohort', cohort, '--student', 'Zsofia.Tarnoczy@example.edu');
  expect([code, /zsofia/i.test(out)]).toEqual([0, false]);
});

test('In a cohort without pseudonyms there are no groups', async () => {
  const { code, err } = await run('groups', '--cohort', distinctiveCohort(''));
  expect([code, err.includes('people of this cohort are let in by their accounts, not by groups')]).toEqual([
    2,
    true,
  ]);
});

test.each([
  ['no key', (cohort: string) => rmSync(join(cohort, 'cohort.key')), 'there is no such file'],
  [
    'another key',
    (cohort: string) => writeFileSync(join(cohort, 'cohort.key'), `${'ab'.repeat(32)}\n`),
    'this is not the key that the places',
  ],
  ['half a key', (cohort: string) => writeFileSync(join(cohort, 'cohort.key'), 'abc\n'), 'this is no key'],
  [
    'a key in UTF-16 without a mark',
    (cohort: string) => writeFileSync(join(cohort, 'cohort.key'), Buffer.from('ab', 'utf16le')),
    'NUL',
  ],
])('With %s nothing goes on once places are recorded, and no handle changes', async (_, spoil, message) => {
  const cohort = await hidden();
  expect((await run('handout', '--cohort', cohort, '--out', temporaryFolder())).code).toBe(0);
  const ledger = filesIn(cohort).get('cohort.lock.yaml');
  spoil(cohort);
  const out = join(temporaryFolder(), 'out');
  for (const command of [
    ['check'],
    ['synth', '--out', out],
    ['handout', '--out', out],
    ['groups'],
    ['export', 'x'],
    ['forget', 'x'],
  ]) {
    const { code, err } = await run(...command, '--cohort', cohort);
    expect([command[0], code, err.includes(message) ? message : err]).toEqual([command[0], 2, message]);
    expect(err).not.toContain('abab');
  }
  if (message !== 'there is no such file') return;
  const { code, err } = await run('privacy', 'key', '--cohort', cohort);
  expect([code, err.includes('places are recorded already')]).toEqual([2, true]);
  expect(filesIn(cohort).get('cohort.lock.yaml')).toBe(ledger);
});

test.each([
  ['begun', '', WITH_PSEUDONYMS, 'pseudonyms are chosen before the first place is recorded'],
  ['given up', WITH_PSEUDONYMS, '', 'this file no longer asks for them'],
])('Pseudonyms cannot be %s in the middle of a term', async (_, first, then, message) => {
  const cohort = distinctiveCohort(first);
  if (first !== '') await run('privacy', 'key', '--cohort', cohort);
  expect((await run('handout', '--cohort', cohort, '--out', temporaryFolder())).code).toBe(0);
  const other = distinctiveCohort(then);
  writeFileSync(join(cohort, 'cohort.yaml'), filesIn(other).get('cohort.yaml')!);
  if (then !== '') writeFileSync(join(cohort, 'cohort.key'), `${'0a'.repeat(32)}\n`);
  const { code, err } = await run('check', '--cohort', cohort);
  expect(code).toBe(2);
  expect(err.replaceAll(/\s+/g, ' ')).toContain(message);
});

test.each([
  [
    'a domain with @',
    'privacy: { pseudonyms: { groupsDomain: "@example.edu" } }',
    'privacy.pseudonyms.groupsDomain cannot be read',
  ],
  ['true', 'privacy: { pseudonyms: true }', 'privacy.pseudonyms is not what belongs here'],
  ['no domain', 'privacy: { pseudonyms: {} }', 'privacy.pseudonyms.groupsDomain is missing'],
  [
    'a key in the file',
    'privacy: { pseudonyms: { groupsDomain: example.edu, key: abc } }',
    'the key "key" is unknown',
  ],
  ['negative days', 'privacy: { retentionDays: -1 }', 'privacy.retentionDays is too small'],
  ['half a day', 'privacy: { retentionDays: 0.5 }', 'privacy.retentionDays is not what belongs here'],
  ['a list', 'privacy: []', 'privacy is not what belongs here'],
])('%s is refused with what to write', async (_, text, message) => {
  const { code, err } = await run('check', '--cohort', distinctiveCohort(`${text}\n`));
  expect([code, err.includes(message) ? message : err]).toEqual([2, message]);
  expect(err).toContain('write');
});

test('A new cohort is begun with pseudonyms and their key', async () => {
  const folder = join(temporaryFolder(), 'new');
  const answers = [
    '--id', 'mlsd-fall27', '--course', 'w255', '--starts', '2027-08-30', '--ends', '2027-12-10',
    '--time-zone', 'America/New_York', '--folder', '123456789012', '--billing-account', '0A1B2C-3D4E5F-6A7B8C',
    '--region', 'us-east1', '--admin-project', 'example-labs-admin', '--state-bucket', 'example-mlsd-state',
    '--domain', 'mlsd.example.edu', '--instructor', 'ines.duarte@example.edu',
  ]; // prettier-ignore
  const wrong = await run('init', '--dir', folder, ...answers, '--groups-domain', 'not a domain');
  expect([wrong.code, wrong.err.includes('groupsDomain cannot be read')]).toEqual([2, true]);
  const { code } = await run('init', '--dir', folder, ...answers, '--groups-domain', 'example.edu');
  expect(code).toBe(0);
  expect([...filesIn(folder).keys()]).toEqual(['.gitignore', 'cohort.key', 'cohort.yaml', 'roster.csv']);
  writeFileSync(join(folder, 'roster.csv'), 'email,name\namara.okafor@example.edu,Amara Okafor\n');
  const plan = await run('plan', '--cohort', folder);
  expect([plan.code, /amara|okafor/i.test(plan.out)]).toEqual([0, false]);
});
