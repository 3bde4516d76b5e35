import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonExport } from '../../../src/core/privacy/person-export';
import { distinctiveCohort } from '../privacy/distinctive-cohort';
import { run, runInColumns } from '../recorded-terminal';
import { filesIn, temporaryFolder } from '../temporary-folder';

const AT = ['--at', '2027-02-01T00:00'];
type Stored = PersonExport & { readonly results: readonly { readonly file: string }[] };

async function exported(
  who: string,
  cohort = distinctiveCohort(''),
  ...more: readonly string[]
): Promise<Stored> {
  const { code, out, err } = await run('export', who, '--cohort', cohort, ...AT, '--json', ...more);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Stored;
}

test('All of it: row, team, settings, ledger, places, deadlines and rights', async () => {
  const stored = await exported('Zsofia.Tarnoczy@example.edu');
  expect(stored.roster).toMatchObject({ name: 'Zsófia Tarnóczy', github: 'ztarn-codes', section: '001' });
  expect(stored.team).toBe('Snorkelbadger');
  expect(stored.settings.places).toMatchObject([{ team: 'Snorkelbadger' }]);
  expect(stored.settings.accommodations).toMatchObject([{ lab: 'lab1', extraDays: 3 }]);
  expect(stored.ledger).toMatchObject([{ event: 'enrolled', handle: 'zsofia-tarnoczy' }]);
  expect(stored.places.map(({ handle, kind }) => `${kind} ${handle}`).sort()).toEqual([
    'student zsofia-tarnoczy',
    'team team-snorkelbadg',
  ]);
  expect(stored.deadlines.filter(({ own }) => own).map(({ lab }) => lab)).toEqual(['lab1']);
  const by = new Set(stored.rights.flatMap((right) => right.by.replace(/^user:/, '')));
  expect([...by]).toEqual(['zsofia.tarnoczy@example.edu']);
  expect(stored.rights.map(({ on }) => on.split(' ')[0])).toEqual(
    expect.arrayContaining(['project', 'repository', 'bucket', 'namespace']),
  );
});

test('Nothing of anybody else is in it', async () => {
  const text = JSON.stringify(await exported('zsofia.tarnoczy@example.edu'));
  expect(text).not.toMatch(/quillon|oyelaran|wrenna|umbrella|thessaly|ignatz/i);
});

test('The rights are those that the output gives, in a project and a cluster of their own too', async () => {
  const cohort = distinctiveCohort('');
  const out = join(temporaryFolder(), 'out');
  await run('synth', '--cohort', cohort, '--out', out);
  for (const who of ['quillon.vexworth@example.edu', 'oyelaran.b@example.edu']) {
    const { rights } = await exported(who, cohort);
    const named = [...filesIn(join(out, 'terraform'))].flatMap(([, text]) =>
      text.split(`"user:${who}"`).slice(1),
    );
    expect(rights.filter(({ by }) => by.startsWith('user:'))).toHaveLength(named.length);
    const bound = [...filesIn(join(out, 'k8s'))].filter(([, text]) => text.includes(`name: ${who}`));
    const alerted = bound.filter(([file]) => !file.includes('services'));
    expect(rights.filter(({ role }) => role === 'practicum-student')).toHaveLength(alerted.length);
  }
}, 60_000);

test('In a cohort with pseudonyms they are found by their own address, and named by their group', async () => {
  const cohort = distinctiveCohort();
  await run('privacy', 'key', '--cohort', cohort);
  const stored = await exported('zsofia.tarnoczy@example.edu', cohort);
  expect(stored.roster?.name).toBe('Zsófia Tarnóczy');
  const { handle } = stored.places[0]!;
  expect(handle).toMatch(/^s[2-9b-z]{9}$/);
  const own = stored.rights.map(({ by }) => by.replace('group:', ''));
  expect(new Set(own)).toEqual(
    new Set(['privy-fall27-students@example.edu', `privy-fall27-${handle}@example.edu`]),
  );
  expect(stored.places).toHaveLength(2);
});

test('A team is told with its members', async () => {
  const stored = await exported('umbrellafish');
  expect(stored.members).toEqual(['oyelaran.b@example.edu', 'wrenna.ashgrove@example.edu']);
  expect(stored.settings.accommodations).toHaveLength(1);
});

test('Results of grading are in it, and the file is for its owner alone', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'grades', 'lab5'), { recursive: true });
  writeFileSync(
    join(folder, 'grades', 'lab5', 'results.json'),
    JSON.stringify({ rows: [{ handle: 'zsofia-tarnoczy', outcome: 'passed' }, { handle: 'other' }] }),
  );
  const cohort = distinctiveCohort('');
  const file = join(folder, 'hers.json');
  const args = [
    'export',
    'zsofia-tarnoczy',
    '--cohort',
    cohort,
    '--results',
    folder,
    '--out',
    file,
    '--json',
  ];
  const first = await run(...args);
  // A place that is only in the preview of the ledger has results as well.
  expect(first.code).toBe(0);
  expect(first.out).toContain('"outcome": "passed"');
  expect(readFileSync(file, 'utf8')).toBe(`${first.out}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await run(...args)).out).toContain('this file is there already');
  expect((await run(...args, '--force')).code).toBe(0);
});

test('It writes nothing but the file, and fits the terminal', async () => {
  const cohort = distinctiveCohort('');
  const before = filesIn(cohort);
  const { out, code } = await runInColumns(80, [
    'export',
    'quillon.vexworth@example.edu',
    '--cohort',
    cohort,
    ...AT,
  ]);
  expect(code).toBe(0);
  expect(out.split('\n').filter((line) => [...line].length > 80 && !/^ {4}\w+ +\S+$/.test(line))).toEqual([]);
  expect(filesIn(cohort)).toEqual(before);
});

test.each(['nobody@example.edu', '', '__proto__', '../../etc/passwd', 'x'.repeat(5000)])(
  '%j is refused',
  async (who) => {
    const { code, err } = await run('export', who, '--cohort', distinctiveCohort(''), ...AT);
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'practicum export:1:1  nobody has this e-mail, handle or team name',
    ]);
    expect(existsSync('undefined')).toBe(false);
  },
);
