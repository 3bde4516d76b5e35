import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../recorded-terminal';
import { temporaryFolder } from '../temporary-folder';

const GRADES = `Student,ID,SIS User ID,SIS Login ID,Section,Lab 1 (311)
    Points Possible,,,,,10.00
"Okafor, Amara",12,30002,amara.okafor,CS101 LEC 001 and CS101 DIS 102,9
"García, José",11,30001,jose.garcia,CS101 LEC 001 and CS101 DIS 101,8
"Student, Test",13,,d9f2a1,CS101 LEC 001,
`;
const HUB = 'identifier,github_username,github_id,name\namara.okafor@example.edu,amara-o,1,Amara\n';
const ROSTER = `email,name,team,section,github
amara.okafor@example.edu,Amara Okafor,,CS101 DIS 102,amara-o
jose.garcia@example.edu,José García,,CS101 DIS 101,
`;

/** A folder with both exports; what is run there. */
function inFolder(files: Readonly<Record<string, string>> = { 'grades.csv': GRADES, 'hub.csv': HUB }) {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const path = (file: string): string => join(folder, file);
  return { folder, path };
}

/** What was said, in one line where the terminal broke it, files by their names. */
const said = (text: string, folder: string): string =>
  text.replaceAll(/\n +(?=[^ ])/g, ' ').replaceAll(`${folder}/`, '');

test('The roster of two exports is shown as a table, with notes beside it, and nothing is written', async () => {
  const { folder, path } = inFolder();
  const { code, out, err } = await run(
    'roster', 'check', path('grades.csv'), path('hub.csv'), '--email-domain', 'example.edu',
  ); // prettier-ignore
  expect(code).toBe(0);
  expect(said(out, folder)).toContain(
    '✓ 2 students grades.csv: Canvas gradebook, 2 students hub.csv: GitHub',
  );
  expect(out.split('\n').slice(-4)).toEqual([
    '           have one  have none  different',
    '  team            0          2          0',
    '  section         2          0          2',
    '  github          1          1          1',
  ]);
  expect(said(err, folder)).toContain('grades.csv: left out: test students (1 row: line 5)');
  expect(said(err, folder)).toContain('grades.csv: not in hub.csv (1 row: line 4)');
  expect(err).not.toContain('@');
  expect(readdirSync(folder)).toEqual(['grades.csv', 'hub.csv']);
});

test('--out writes the plain roster, which every other command reads', async () => {
  const { path } = inFolder();
  const out = path('new/roster.csv');
  const flags = ['--email-domain', '@Example.edu', '--out', out];
  const { code, out: printed } = await run('roster', 'check', path('grades.csv'), path('hub.csv'), ...flags);
  expect(code).toBe(0);
  expect(printed).toContain('roster.csv is written.');
  expect(readFileSync(out, 'utf8')).toBe(ROSTER);
  expect((await run('roster', 'check', out)).code).toBe(0);
});

test('A file that is there is replaced with --force and never without', async () => {
  const { path } = inFolder({ 'grades.csv': GRADES, 'roster.csv': 'mine' });
  const args = [
    'roster',
    'check',
    path('grades.csv'),
    '--email-domain',
    'example.edu',
    '--out',
    path('roster.csv'),
  ];
  const kept = await run(...args);
  expect(kept.code).toBe(2);
  expect(kept.err).toContain('this file is there already');
  expect(readFileSync(path('roster.csv'), 'utf8')).toBe('mine');
  expect((await run(...args, '--force')).code).toBe(0);
  expect(readFileSync(path('roster.csv'), 'utf8')).toBe(ROSTER.replace('amara-o\n', '\n'));
});

test('Nothing is written where anything is wrong, and what was there stays', async () => {
  const { folder, path } = inFolder({ 'grades.csv': GRADES, 'roster.csv': 'mine' });
  const { code, err } = await run(
    'roster',
    'check',
    path('grades.csv'),
    '--out',
    path('roster.csv'),
    '--force',
  );
  expect(code).toBe(2);
  expect(err).toContain('2 rows, this first, have no e-mail address');
  expect(err).toContain('--email-domain example.edu');
  expect(err).toMatch(/One problem in .*\. Nothing was written\.$/);
  expect(readFileSync(path('roster.csv'), 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(['grades.csv', 'roster.csv']);
});

test('Files that are not there are told, both at once', async () => {
  const { path } = inFolder({});
  mkdirSync(path('folder'));
  const { code, err } = await run('roster', 'check', path('none.csv'), path('folder'));
  expect(code).toBe(2);
  expect(err).toContain('there is no such file');
  expect(err).toContain('this is a folder, not a file');
  expect(err).toContain('docs/roster.md');
});

test.each([
  [['--email-domain', 'a b'], 'this is no domain of e-mail addresses'],
  [['--email-domain', 'ann@example.edu'], 'this is no domain of e-mail addresses'],
  [['--team-prefix', ' '], 'the prefix is empty'],
  [['--out', ''], 'this is no file name'],
])('The option %j is refused before any file is read', async (flags, message) => {
  const { code, err } = await run('roster', 'check', 'no-such-file.csv', ...flags);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toContain('no such file');
});

test('A folder is no file to write to, even with --force', async () => {
  const { folder, path } = inFolder();
  const { code, err } = await run('roster', 'check', path('hub.csv'), '--out', folder, '--force');
  expect(code).toBe(2);
  expect(err).toContain('this is a folder, not a file');
});

test('--json has students, sources and notes, or problems', async () => {
  const { path } = inFolder();
  const good = await run('roster', 'check', path('hub.csv'), '--json');
  expect({ code: good.code, err: good.err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(good.out)).toEqual({
    problems: [],
    students: [{ email: 'amara.okafor@example.edu', name: 'Amara', github: 'amara-o' }],
    sources: [{ file: path('hub.csv'), format: 'GitHub Classroom roster', students: 1 }],
    notes: [],
  });
  const bad = await run('roster', 'check', path('grades.csv'), '--json');
  expect(bad.code).toBe(2);
  expect(JSON.parse(bad.out)).toMatchObject({
    problems: [{ line: 3, write: expect.stringContaining('--email-domain') as string }],
  });
});

test('Every option of the command stands on its page', () => {
  const page = readFileSync(join(__dirname, '../../../docs/roster.md'), 'utf8');
  const missing = ['--email-domain', '--team-prefix', '--out', '--force', '--json'].filter(
    (flag) => !page.includes(flag),
  );
  expect(missing).toEqual([]);
});
