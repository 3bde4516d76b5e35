import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CohortId } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import { readLedger } from '../../../src/app/load-cohort';
import { writeLedger } from '../../../src/app/ledger-store';
import { extended, placesOf } from '../../../src/core/ledger/ledger';
import { valueOf } from '../../core/outcomes';
import { distinctiveCohort, personalIn } from '../privacy/distinctive-cohort';
import { run } from '../recorded-terminal';
import { filesIn, temporaryFolder } from '../temporary-folder';

const ZSOFIA = 'zsofia.tarnoczy@example.edu';
const LATER = ['--at', '2029-01-01T00:00'];
const RETENTION = 'privacy: { retentionDays: 30 }\n';

/** A cohort with pages, grades and feeds, in which somebody's place is gone since a day. */
async function afterTerm(privacy = RETENTION, gone = ZSOFIA, on = '2028-06-01') {
  const cohort = distinctiveCohort(privacy);
  const out = join(temporaryFolder(), 'out');
  const feeds = join(out, 'feeds');
  if (privacy.includes('pseudonyms')) await run('privacy', 'key', '--cohort', cohort);
  expect((await run('handout', '--cohort', cohort, '--out', out)).code).toBe(0);
  if (privacy.includes('pseudonyms')) await run('groups', '--cohort', cohort);
  await run('calendar', '--cohort', cohort, '--ics', feeds, '--everyone');
  const exported = await run('export', gone, '--cohort', cohort, '--json');
  const handle = (JSON.parse(exported.out) as { ledger: { handle: string }[] }).ledger[0]!.handle;
  destroyed(cohort, handle, on);
  grades(out, handle);
  return { cohort, out, feeds, handle, on: ['--cohort', cohort, '--out', out, '--ics', feeds] };
}

function destroyed(cohort: string, handle: string, on: string): void {
  const directory = cohortDirectory(cohort);
  const ledger = valueOf(readLedger(directory, 'privy-fall27' as CohortId));
  const place = [...placesOf(ledger).values()].find((each) => each.handle === handle)!;
  writeLedger(directory, extended(ledger, [{ on: on as Day, event: 'destroyed', handle: place.handle }]));
}

function grades(out: string, handle: string): void {
  const folder = join(out, 'grades', 'project', 'jobs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${handle}.yaml`), 'kind: Job\n');
  writeFileSync(
    join(folder, '..', 'results.csv'),
    `handle,name,result\n${handle},Zsófia,passed\nother,Other,failed\n`,
  );
  writeFileSync(
    join(folder, '..', 'results.json'),
    JSON.stringify({
      rows: [
        { handle, title: 'Zsófia' },
        { handle: 'other', title: 'Other' },
      ],
    }),
  );
}

const namesHer = (files: Iterable<readonly [string, string]>): readonly string[] =>
  personalIn(files).filter((found) => /zsofia|zsófia|tarn|ztarn/i.test(found));

test('After it nothing of the cohort names the person; the place keeps its line in the ledger', async () => {
  const { cohort, out, handle, on } = await afterTerm();
  const { code, out: said, err } = await run('forget', ZSOFIA, ...on, ...LATER);
  expect([code, err]).toEqual([0, '']);
  expect(said.split('\n')[0]).toBe(`✓ ${ZSOFIA} is forgotten. What went:`);
  const left = namesHer(filesIn(cohort)).filter((found) => !found.includes('cohort.lock.yaml'));
  expect(left).toEqual([]);
  // What remains is the handle, which was made from the address: with pseudonyms that is none either.
  const ledger = readFileSync(join(cohort, 'cohort.lock.yaml'), 'utf8');
  expect(ledger).not.toContain(ZSOFIA);
  expect(ledger).toContain(`handle: ${handle}, forgotten: student`);
  const written = [...filesIn(out)].filter(([file]) => /^(grades|handouts|feeds)/.test(file));
  expect(namesHer(written)).toEqual([]);
  expect(written.some(([file]) => file.includes(handle))).toBe(false);
  expect(filesIn(out).get('grades/project/results.csv')).toContain('other,Other,failed');
  expect((await run('check', '--cohort', cohort)).err).not.toContain('✗ problem');
});

test('In a cohort with pseudonyms the lists of groups lose the person too', async () => {
  const { cohort, handle, on } = await afterTerm(
    'privacy: { retentionDays: 30, pseudonyms: { groupsDomain: example.edu } }\n',
  );
  expect(filesIn(join(cohort, 'private')).get('groups.csv')).toContain(ZSOFIA);
  const { code, out: said } = await run('forget', ZSOFIA, ...on, ...LATER);
  expect(code).toBe(0);
  expect(said).toContain(`$ gcloud identity groups delete privy-fall27-${handle}@example.edu`);
  expect(namesHer(filesIn(cohort))).toEqual([]);
  expect((await run('check', '--cohort', cohort)).code).toBeLessThan(2);
});

test('A dry run tells the same and writes nothing', async () => {
  const { cohort, out, on } = await afterTerm();
  const before = [filesIn(cohort), filesIn(out)];
  const tried = await run('forget', ZSOFIA, ...on, ...LATER, '--dry-run', '--json');
  expect([filesIn(cohort), filesIn(out)]).toEqual(before);
  const done = await run('forget', ZSOFIA, ...on, ...LATER, '--json');
  const told = (text: string): unknown => ({ ...(JSON.parse(text) as object), forgotten: undefined });
  expect(told(tried.out)).toEqual(told(done.out));
});

test('The report fits 80 columns but for commands and paths', async () => {
  const { on } = await afterTerm();
  const { out } = await run('forget', ZSOFIA, ...on, ...LATER, '--dry-run');
  const wide = out.split('\n').filter((line) => [...line].length > 80 && !/^ {4}\$ |^ {2}\S+$/.test(line));
  expect(wide).toEqual([]);
  expect(out).toContain("Google's audit logs");
  expect(out).toContain('archives that "practicum teardown" made');
  expect(out).toContain('the handle zsofia-tarnoczy');
});

test('Before the time has come it is refused, with the day', async () => {
  const { cohort, on } = await afterTerm();
  const before = filesIn(cohort);
  const { code, err } = await run('forget', ZSOFIA, ...on, '--at', '2028-06-30T12:00');
  expect([code, err.split('\n')[0]]).toEqual([
    2,
    'practicum forget:1:1  they are remembered until 2028-07-01: privacy.retentionDays is 30',
  ]);
  expect(filesIn(cohort)).toEqual(before);
  expect((await run('forget', ZSOFIA, ...on, '--at', '2028-07-01T12:00')).code).toBe(0);
});

test('A run that could not write everything wrote nothing, and the next one does it', async () => {
  const { cohort, out, on } = await afterTerm();
  const before = [filesIn(cohort), filesIn(out)];
  // Stands where the new text of the last file is put before it takes the old one's place.
  const stage = join(cohort, `.cohort.lock.yaml-new-${process.pid}`);
  mkdirSync(stage);
  await expect(run('forget', ZSOFIA, ...on, ...LATER)).rejects.toThrow();
  expect([filesIn(cohort), filesIn(out)]).toEqual(before);
  const again = await run('forget', ZSOFIA, ...on, ...LATER);
  expect(again.code).toBe(0);
});

test('A run that was killed half-way is finished by the next one', async () => {
  const { cohort, on } = await afterTerm();
  // All was written but the ledger, which is last.
  const ledger = readFileSync(join(cohort, 'cohort.lock.yaml'), 'utf8');
  await run('forget', ZSOFIA, ...on, ...LATER);
  writeFileSync(join(cohort, 'cohort.lock.yaml'), ledger);
  const { code, out } = await run('forget', ZSOFIA, ...on, ...LATER);
  expect([code, out.includes('who had the place, in a line')]).toEqual([0, true]);
  expect(namesHer(filesIn(cohort)).filter((each) => each.includes(ZSOFIA))).toEqual([]);
});

test.each([
  ['somebody whose place stands', 'wrenna.ashgrove@example.edu', 'their place wrenna-ashgrove is active'],
  ['somebody unknown', 'nobody@example.edu', 'nobody has this e-mail, handle or team name'],
  ['nothing', ' ', 'nobody has this e-mail, handle or team name'],
  ['a word of JavaScript', '__proto__', 'nobody has this e-mail, handle or team name'],
  ['an escape', '\u001b[31mred', 'nobody has this e-mail, handle or team name'],
  ['somebody who teaches', 'Ignatz.Pumpernickel@example.edu', 'this is somebody who teaches'],
  ['a team with members', 'Umbrellafish', 'people of the roster are in this team still'],
])('%s is refused', async (_, who, message) => {
  const { on } = await afterTerm();
  const { code, err } = await run('forget', who, ...on, ...LATER);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toContain('\u001b');
});

test('Who is forgotten is forgotten: once more finds nobody', async () => {
  const { on, handle } = await afterTerm(RETENTION, ZSOFIA);
  expect((await run('forget', ZSOFIA, ...on, ...LATER)).code).toBe(0);
  for (const who of [ZSOFIA, handle]) expect((await run('forget', who, ...on, ...LATER)).code).toBe(2);
});
