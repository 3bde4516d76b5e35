import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../recorded-terminal';
import { filesIn, temporaryFolder } from '../temporary-folder';
import { PERSONAL, addressesIn, distinctiveCohort, personalIn } from './distinctive-cohort';

/** An export in which somebody is new, somebody moved to another team and somebody has another address. */
function newcomers(): string {
  const file = join(temporaryFolder(), 'export.csv');
  writeFileSync(
    file,
    [
      'email,name,team,section,github',
      'quillon.vexworth@example.edu,Quillon Vexworth,Snorkelbadger,001,qvx-hub',
      'zsofia.tarnoczy@example.edu,Zsófia Tarnóczy,Umbrellafish,001,ztarn-codes',
      'oyelaran.b@example.edu,Oyèláràn B.,Umbrellafish,002,oyebiscuit',
      'wrenna.new@example.edu,Wrenna Ashgrove,Umbrellafish,002,wrennagit',
      'new.vexworth@example.edu,New Vexworth,Umbrellafish,002,',
      '',
    ].join('\n'),
  );
  return file;
}

type Texts = readonly (readonly [where: string, text: string])[];

/** All that is made of a cohort, and all that the commands say of it. */
async function everythingOf(cohort: string): Promise<Texts> {
  const out = join(temporaryFolder(), 'out');
  const on = ['--cohort', cohort];
  const at = ['--at', '2027-01-20T12:00'];
  const said: (readonly [string, string])[] = [];
  for (const command of [
    ['synth', ...on, '--out', out],
    ['check', ...on, ...at],
    ['check', ...on, ...at, '--json'],
    ['plan', ...on, ...at],
    ['plan', ...on, ...at, '--json'],
    ['calendar', ...on, ...at, '--ics', join(out, 'feeds'), '--everyone'],
    ['at', '2027-01-20T12:00', ...on],
    ['at', '2027-01-20T12:00', ...on, '--json'],
    ['due', ...on, ...at],
    ['roster', 'apply', newcomers(), ...on, ...at, '--dry-run'],
    ['hold', 'wrenna.ashgrove@example.edu', ...on, ...at, '--dry-run'],
    ['prove', ...on, '--out', out],
    ['handout', ...on, '--out', out],
  ]) {
    const { code, out: printed, err } = await run(...command);
    expect([command[0], code > 1 ? err : 'went through']).toEqual([command[0], 'went through']);
    said.push([`${command[0]!} said`, `${printed}\n${err}`]);
  }
  const ledger = [...filesIn(cohort)].filter(([file]) => file === 'cohort.lock.yaml');
  return [...filesIn(out), ...ledger, ...said];
}

let hidden: Texts;
let key: string;
let open: Texts;
beforeAll(async () => {
  const cohort = distinctiveCohort();
  expect((await run('privacy', 'key', '--cohort', cohort)).code).toBe(0);
  key = filesIn(cohort).get('cohort.key')!.trim().split('\n').at(-1)!;
  hidden = await everythingOf(cohort);
  open = await everythingOf(distinctiveCohort(''));
}, 120_000);

test('Nothing that is made of a cohort with pseudonyms names a person, and nothing that is said of it', () => {
  expect(hidden.length).toBeGreaterThan(40);
  expect(personalIn(hidden)).toEqual([]);
});

test('The same search finds every kind of thing in the output of an ordinary cohort', () => {
  const found = personalIn(open);
  const kinds = Object.keys(PERSONAL).filter((kind) => kind !== 'a GitHub account');
  expect(kinds.filter((kind) => !found.some((each) => each.includes(kind)))).toEqual([]);
  for (const where of ['terraform/', 'k8s/', 'handouts/', 'plan said', 'cohort.lock.yaml'])
    expect(found.filter((each) => each.startsWith(where)).length).toBeGreaterThan(0);
  // Accounts on GitHub are in no output of any cohort; that a search would find one is shown here.
  expect(personalIn([['a', 'qvx-hub']])).toHaveLength(1);
});

test('Every address is of a group, of a service account or of the mail server', () => {
  const addresses = new Set(hidden.flatMap(([, text]) => addressesIn(text)));
  const others = [...addresses].filter(
    (address) =>
      !/^(privy-fall27-[a-z0-9-]+|gke-security-groups|alerts)@example\.edu$/.test(address) &&
      !address.endsWith('.gserviceaccount.com') &&
      !/^s[a-z0-9]{9}\+[a-z0-9]{16}@k[a-z0-9]{8}\.invalid$/.test(address) &&
      // Calendars call their entries so.
      !address.endsWith('.privy-fall27@privy.example.edu'),
  );
  expect(others).toEqual([]);
});

test('Members of policies are groups, and bindings in clusters are of groups', () => {
  const text = hidden.map(([, each]) => each).join('\n');
  expect(text).not.toMatch(/\buser:[^\s"]+@/);
  expect(text).not.toMatch(/kind: "?User"?$/m);
  expect(text).toMatch(/group:privy-fall27-students@example\.edu/);
  expect(text).toContain('gke-security-groups@example.edu');
});

test('Neither the key nor the file with it is in the output', () => {
  expect(hidden.filter(([where, text]) => where.includes('cohort.key') || text.includes(key))).toEqual([]);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
});
