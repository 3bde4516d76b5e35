import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BY_TAG } from '../../core/plan/a-plan';
import type { Recorded } from '../recorded-terminal';
import { run } from '../recorded-terminal';
import { copyOfExample, filesIn } from '../temporary-folder';

const HEADER = 'email,name,team,section,github\n';
const ROWS = Array.from({ length: 12 }, (_, index) => {
  const letter = String.fromCharCode(97 + index);
  return `${letter}bel@example.edu,${letter.toUpperCase()}bel Smith,Team ${index % 3},001,gh-${letter}bel\n`;
});

/** A cohort of twelve in teams, whose places are recorded. */
async function aCohort(): Promise<string> {
  const folder = copyOfExample('w255-spring', {
    edit: {
      'cohort.yaml': (text) => text.replace(/^(places|accommodations):\n(?:^[ #].*\n|^\n)*/gm, ''),
      'roster.csv': () => HEADER + ROWS.join(''),
    },
  });
  await apply(folder, ROWS);
  return folder;
}

/** Applies a roster of these rows. */
async function apply(
  folder: string,
  rows: readonly string[],
  ...options: readonly string[]
): Promise<Recorded> {
  const file = join(folder, 'export.csv');
  writeFileSync(file, HEADER + rows.join(''));
  return run('roster', 'apply', file, '--cohort', folder, '--at', '2027-02-01T12:00', ...options);
}

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const linesOf = (folder: string): readonly string[] =>
  read(folder, 'cohort.lock.yaml')
    .split('\n')
    .filter((line) => line.startsWith('  - '));

const MOVED = ROWS[0]!.replace('abel@', 'abel.smith@');
const CHANGED = [MOVED, ...ROWS.slice(1, 11), 'zoe@example.edu,Zoe Zola,Team 1,002,\n'];

test('Roster and ledger are written, and what changed is shown on 80 columns', async () => {
  const folder = await aCohort();
  const before = linesOf(folder);
  const { code, out, err } = await apply(folder, CHANGED);
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).toContain('Joined  1\n  Zoe Zola (zoe)');
  expect(out.replaceAll(/\s+/g, ' ')).toContain('known by their GitHub account; the place stays');
  expect(out).toContain('Missing: held, all data is kept  1\n  Lbel Smith (lbel)');
  expect(out).toMatch(/stacks {2}cell-1, cell-1-services, shard-1-01/);
  expect(read(folder, 'roster.csv')).toContain('abel.smith@example.edu,Abel Smith,Team 0,001,gh-abel\n');
  expect(linesOf(folder).slice(0, before.length)).toEqual(before);
  expect(
    linesOf(folder)
      .slice(before.length)
      .map((line) => /event: (\w+), handle: ([\w-]+)/.exec(line)!.slice(1).join(' ')),
  ).toEqual(['renamed abel', 'held lbel', 'enrolled zoe']);
  const checked = await run('check', '--cohort', folder, '--at', '2027-02-01T12:00');
  expect(checked.err.split('\n')).toEqual([
    'note  the disks of cell 1 may come to 1180 GB, 1100 of them those of nodes, and',
    '      Google may give a new project as few as 500: ask for the quota',
    '      SSD_TOTAL_GB of us-west1 in w255-spring27-c1 as soon as it stands, days',
    '      before the first class',
    `note  ${BY_TAG}`,
  ]);
});

test('The same file again changes nothing', async () => {
  const folder = await aCohort();
  await apply(folder, CHANGED);
  const before = filesIn(folder);
  const { out } = await apply(folder, CHANGED);
  expect(out).toContain('Nothing changed.');
  expect(filesIn(folder)).toEqual(before);
});

test('A dry run writes nothing, and tells programs all of it', async () => {
  const folder = await aCohort();
  writeFileSync(join(folder, 'export.csv'), HEADER + CHANGED.join(''));
  const before = filesIn(folder);
  const { code, out } = await apply(folder, CHANGED, '--dry-run', '--json');
  expect(code).toBe(0);
  expect(filesIn(folder)).toEqual(before);
  expect(JSON.parse(out)).toMatchObject({
    problems: [],
    written: false,
    joined: [{ handle: 'zoe' }],
    missing: [{ handle: 'lbel' }],
    changed: [{ fields: ['email'], by: 'GitHub account' }],
    events: [{ event: 'renamed' }, { event: 'held' }, { event: 'enrolled' }],
    touched: { made: ['zoe'], stacks: ['cell-1', 'cell-1-services', 'shard-1-01'] },
  });
});

test('Many who leave at once are refused with what to write, and nothing is written', async () => {
  const folder = await aCohort();
  writeFileSync(join(folder, 'export.csv'), HEADER + ROWS.slice(0, 8).join(''));
  const before = filesIn(folder);
  const refused = await apply(folder, ROWS.slice(0, 8));
  expect([refused.code, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain('write    --expect-drops 4, if they all left');
  expect((await apply(folder, ROWS.slice(0, 8), '--expect-drops', '3')).code).toBe(2);
  expect(filesIn(folder)).toEqual(before);
  expect((await apply(folder, ROWS.slice(0, 8), '--expect-drops', '4')).code).toBe(0);
});

test('One name under two addresses is asked about, with both answers', async () => {
  const folder = await aCohort();
  const rows = [MOVED.replace('gh-abel', ''), ...ROWS.slice(1)];
  const asked = await apply(folder, rows);
  expect(asked.code).toBe(2);
  expect(asked.err.replaceAll(/\s+/g, ' ')).toContain(
    'write --same-person abel@example.edu=abel.smith@example.edu, or --another-person abel.smith@example.edu',
  );
  const { out } = await apply(folder, rows, '--same-person', 'abel@example.edu=abel.smith@example.edu');
  expect(out.replaceAll(/\s+/g, ' ')).toContain('known by your word');
  expect(linesOf(folder).at(-1)).toContain('event: renamed, handle: abel, student: "abel.smith@example.edu"');
});

test('An entry of cohort.yaml that would name nobody any more is told before anything is written', async () => {
  const folder = await aCohort();
  const config = join(folder, 'cohort.yaml');
  writeFileSync(
    config,
    `${readFileSync(config, 'utf8')}places: [{ student: abel@example.edu, tier: project }]\n`,
  );
  const { code, err } = await apply(folder, CHANGED);
  expect(code).toBe(2);
  expect(err).toContain('cohort.yaml');
  expect(err).toContain('the roster names no such student');
  expect(read(folder, 'roster.csv')).toContain('abel@example.edu');
});

describe('An application that was ended between roster and ledger', () => {
  async function ended(): Promise<{ readonly folder: string; readonly whole: ReadonlyMap<string, string> }> {
    const other = await aCohort();
    await apply(other, CHANGED);
    const folder = await aCohort();
    // As `rememberRosterBefore` writes it: the ledger by its hash, the roster as it was.
    const { createHash } = await import('node:crypto');
    const ledger = createHash('sha256').update(read(folder, 'cohort.lock.yaml')).digest('hex');
    writeFileSync(
      join(folder, '.roster-apply.json'),
      JSON.stringify({ ledger, roster: read(folder, 'roster.csv') }),
    );
    writeFileSync(join(folder, 'roster.csv'), read(other, 'roster.csv'));
    return { folder, whole: filesIn(other) };
  }

  test('is noticed by every command that reads both', async () => {
    const { folder } = await ended();
    const { code, err } = await run('synth', '--cohort', folder, '--out', join(folder, 'dist'));
    expect(code).toBe(2);
    expect(err).toContain('was ended before the ledger knew of this roster');
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  test('comes to the same end when it is run again', async () => {
    const { folder, whole } = await ended();
    expect((await apply(folder, CHANGED)).code).toBe(0);
    for (const file of ['roster.csv', 'cohort.lock.yaml']) expect(read(folder, file)).toBe(whole.get(file));
    expect(existsSync(join(folder, '.roster-apply.json'))).toBe(false);
  });
});

test('What an export tells of nobody stays as it was: no team is dissolved by a gradebook', async () => {
  const folder = await aCohort();
  writeFileSync(
    join(folder, 'names.csv'),
    `email,name\n${ROWS.map((row) => row.split(',').slice(0, 2).join(',')).join('\n')}\n`,
  );
  const before = read(folder, 'roster.csv');
  const { code, out, err } = await run('roster', 'apply', join(folder, 'names.csv'), '--cohort', folder);
  expect([code, out.includes('Nothing changed.')]).toEqual([0, true]);
  expect(err.replaceAll(/\s+/g, ' ')).toContain("tells of nobody's team, section, github; kept as it was");
  expect(read(folder, 'roster.csv')).toBe(before);
});

test('A cohort that has no roster yet gets one', async () => {
  const folder = copyOfExample('w255-spring', {
    edit: {
      'cohort.yaml': (text) => text.replace(/^(places|accommodations):\n(?:^[ #].*\n|^\n)*/gm, ''),
      'roster.csv': () => 'email,name,team,section,github\n',
    },
  });
  const { code, out } = await apply(folder, ROWS);
  expect(code).toBe(0);
  expect(out).toContain('Joined  12');
});

test('The proof counts what stays, byte by byte, and lists what is shared', async () => {
  const folder = await aCohort();
  const { code, out } = await apply(folder, CHANGED, '--prove', '--dry-run', '--json');
  const { churn, touched } = JSON.parse(out) as {
    churn: { places: number; broken: readonly string[]; shared: readonly string[] };
    touched: { same: number };
  };
  expect([code, churn.broken, churn.places]).toEqual([0, [], touched.same]);
  expect(churn.places).toBeGreaterThan(9);
  // Of a shard only the metrics that count its hosts by name.
  expect(churn.shared.filter((each) => !/cell-1|shard-1-01\/Traffic\//.test(each))).toEqual([]);
}, 60_000);
