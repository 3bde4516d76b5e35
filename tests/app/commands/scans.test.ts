import type { SpawnSyncReturns } from 'node:child_process';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { image, registryOf, scan, vulnerability } from '../../core/scans/occurrences';
import { run } from '../recorded-terminal';
import { copyOfExample, temporaryFolder } from '../temporary-folder';

const SCAN = '\nregistry: { scan: true }\n';
const cohort = (more = SCAN): string =>
  copyOfExample('tier-namespace', { ledger: true, edit: { 'cohort.yaml': (text) => text + more } });

const AMARA = registryOf('amara-okafor', 'tier-shared-c1');
const BJORK = registryOf('bjork-g', 'tier-shared-c1');

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

function file(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

const listed = (): readonly string[] => [
  file('images.json', [
    image(AMARA, 'api', 'a1', { tags: 'v1, latest' }),
    image(BJORK, 'bjork-only', 'b1', { tags: ['<b>v1</b>'] }),
    image(registryOf('other', 'other-c1'), 'api', 'c1'),
  ]),
  file('found.json', {
    occurrences: [
      scan(AMARA, 'api', 'a1'),
      vulnerability(AMARA, 'api', 'a1', { id: 'CVE-2027-1000', severity: 'CRITICAL', fixed: '3.0.15-1' }),
      vulnerability(AMARA, 'api', 'a1', {
        id: 'CVE-2027-1001',
        severity: 'MEDIUM',
        package: '|`x\u001b[31m',
      }),
      scan(BJORK, 'bjork-only', 'b1'),
    ],
  }),
];

const resultOf = (place: string): object => ({
  place,
  image: 'api',
  digest: `sha256:${'0'.repeat(64)}`,
  tags: [],
  finished: false,
  counts: { CRITICAL: 0, HIGH: 0, MEDIUM: 0, LOW: 0, MINIMAL: 0, UNRATED: 0 },
  worst: [],
});

test('Each place is told with what was found in its newest image, in 80 columns', async () => {
  const out = join(folder, 'dist', 'scans.json');
  const here = cohort();
  const { code, out: said, err } = await run('scans', ...listed(), '--cohort', here, '--out', out);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(said.replaceAll(/\S*dist\/scans.json/g, 'dist/scans.json')).toBe(`! amara-okafor  1 image; the newest: 1 critical, 1 medium
✓ bjork-g  1 image; the newest: nothing known
– chidi-o  no image

2 images, 1 place without one
1 image of other registries left out: no place of this cohort has them.
✓ dist/scans.json
  Next: npx practicum handout --cohort ${relative(process.cwd(), here)} --outputs outputs.json --scans dist/scans.json`);
}); // prettier-ignore

test('A place whose newest image was not looked through is no place without a fault', async () => {
  const images = file('images.json', [image(BJORK, 'api', 'b1')]);
  const out = join(folder, 'scans.json');
  const { out: said } = await run('scans', images, '--cohort', cohort(), '--out', out);
  expect(said).toContain('– bjork-g  1 image; the newest: not scanned');
});

test('A page tells what was found in the images of its place, and nothing of another’s', async () => {
  const here = cohort();
  const out = join(folder, 'dist');
  const results = join(out, 'scans.json');
  await run('scans', ...listed(), '--cohort', here, '--out', results);
  const first = readFileSync(results, 'utf8');
  const { code } = await run('handout', '--cohort', here, '--out', out, '--scans', results);
  expect(code).toBe(0);
  const page = (handle: string): string => readFileSync(join(out, 'handouts', handle, 'README.md'), 'utf8');
  const [, section] = page('amara-okafor').split('## Known vulnerabilities in your images');
  expect(section!.split('\n## ')[0]).toContain(`### api: latest, v1

**1 critical, 1 medium**; digest \`000000000000\`, pushed Tue 19 Jan 2027, 02:00, looked through Tue 19 Jan 2027, 20:00.

| worst | how bad | in | gone with |
|---|---|---|---|
| CVE-2027-1000 | critical | openssl 3.0.14-1 | 3.0.15-1 |
| CVE-2027-1001 | medium | \\|\\\`x\\\\u\\{1b\\}\\[31m 3.0.14-1 | nothing yet |
`);
  expect(page('amara-okafor')).not.toContain('bjork-only');
  expect(page('bjork-g')).toContain('### bjork-only: \\<b\\>v1\\</b\\>');
  expect(page('chidi-o')).toContain('Nothing is known yet');
  await run('scans', ...[...listed()].reverse(), '--cohort', here, '--out', results);
  expect(readFileSync(results, 'utf8')).toBe(first);
});

test('Without files there is a script that a shell reads, with all registries and no token', async () => {
  const { code, out } = await run('scans', '--cohort', cohort());
  expect(code).toBe(0);
  expect(() => execFileSync('sh', ['-n'], { input: out })).not.toThrow();
  expect(out.split('\n').filter((line) => /^(found|images) /.test(line))).toEqual([
    'found tier-shared-c1',
    `images ${AMARA} amara-okafor`,
    `images ${BJORK} bjork-g`,
    `images ${registryOf('chidi-o', 'tier-shared-c1')} chidi-o`,
  ]);
});

/** Runs the script of the cohort beside these programs. */
async function runScript(programs: Readonly<Record<string, string>>): Promise<SpawnSyncReturns<string>> {
  const { out } = await run('scans', '--cohort', cohort());
  const script = file('scan.sh', out);
  const tools = join(folder, 'tools');
  for (const path of [tools, join(folder, 'work')]) mkdirSync(path);
  for (const [name, text] of Object.entries(programs))
    writeFileSync(join(tools, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return spawnSync('sh', [script], {
    cwd: join(folder, 'work'),
    encoding: 'utf8',
    env: { ...process.env, PATH: `${tools}:${process.env['PATH']!}` },
  });
}

const FILE_OF_CURL = 'while [ $# -gt 0 ]; do [ "$1" = -o ] && file=$2; shift; done';

test('The script asks for every page and keeps the token out of words and files', async () => {
  const { status } = await runScript({
    gcloud: 'case "$1" in auth) echo secret-token;; *) echo "[]";; esac',
    curl: `echo "$*" >> ${join(folder, 'words')}; cat > /dev/null; ${FILE_OF_CURL}
case "$file" in *-1.json) echo '{"occurrences": [], "nextPageToken": "p2"}';; *) echo '{}';; esac > "$file"`,
  });
  expect(status).toBe(0);
  const words = readFileSync(join(folder, 'words'), 'utf8');
  expect(words.match(/pageToken=\S*/g)).toEqual(['pageToken=', 'pageToken=p2']);
  expect(words).not.toContain('secret-token');
  const { code } = await run('scans', ...['tier-shared-c1-1', 'tier-shared-c1-2', 'images-bjork-g'].map((name) => join(folder, 'work/scans', `${name}.json`)), '--cohort', cohort(), '--out', join(folder, 'scans.json')); // prettier-ignore
  expect(code).toBe(0);
});

test('A place that is not deployed yet keeps no other from being asked, and is told at the end', async () => {
  const { status, stdout, stderr } = await runScript({
    gcloud: 'case "$*" in auth*) echo t;; */bjork-g*) echo NOT_FOUND >&2; exit 1;; *) echo "[]";; esac',
    curl: `cat > /dev/null; ${FILE_OF_CURL}; echo '{}' > "$file"`,
  });
  expect(status).toBe(0);
  expect(readdirSync(join(folder, 'work/scans')).sort()).toEqual([
    'images-amara-okafor.json',
    'images-chidi-o.json',
    'tier-shared-c1-1.json',
  ]);
  expect(stderr).toBe(
    'NOT_FOUND\nNo answer for bjork-g: not deployed yet, or not yours to read. What Google said stands above.\n',
  );
  expect(stdout).toBe('Now: npx practicum scans scans/*.json\n');
});

test('A script that Google answers nothing ends with an error, and tells of no next step', async () => {
  const refused = await runScript({ gcloud: 'exit 1', curl: 'exit 22' });
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('No answer for tier-shared-c1 amara-okafor bjork-g chidi-o:');
  expect(refused.stdout).toBe('');
});

test.each([
  ['not JSON', 'oops', 'this is not JSON'],
  [
    'an inventory of other things',
    [{ name: '//storage.googleapis.com/b' }],
    'this entry is neither an image',
  ],
  ['a page with more to come', { occurrences: [scan(AMARA, 'api', 'a1')], nextPageToken: 'x' }, 'the last one is not among'], // prettier-ignore
  ['nothing', '', 'the file is empty'],
])('A file that is %s is refused, and nothing is written', async (_, value, message) => {
  const out = join(folder, 'scans.json');
  const { code, err } = await run('scans', file('x.json', value), '--cohort', cohort(), '--out', out);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain('practicum scans > scan.sh && sh scan.sh');
  expect(err.split('\n').every((line) => line.length <= 80 || line.includes('x.json:'))).toBe(true);
  expect(() => readFileSync(out)).toThrow();
});

test('Pages are counted by project: the last one of another does not end those of this one', async () => {
  const pageOf = (project: string, more: object): string =>
    file(`${project}-1.json`, {
      occurrences: [{ ...scan(AMARA, 'api', 'a1'), name: `projects/${project}/occurrences/1` }],
      ...more,
    });
  const files = [pageOf('w255-a', {}), pageOf('w255-b', { nextPageToken: 'x' })];
  const { code, err } = await run('scans', ...files, '--cohort', cohort(), '--out', join(folder, 'out.json'));
  expect(code).toBe(2);
  expect(err).toContain('w255-b-1.json:1:1');
  expect(err).not.toContain('w255-a-1.json');
});

test('A cohort that does not scan is told how, and its pages say nothing of scans', async () => {
  const here = cohort('');
  const { code, err } = await run('scans', ...listed(), '--cohort', here);
  expect(code).toBe(2);
  expect(err).toContain('registry: { scan: true }');
  await run('handout', '--cohort', here, '--out', join(folder, 'dist'));
  expect(readFileSync(join(folder, 'dist/handouts/bjork-g/README.md'), 'utf8')).not.toContain('vulnerabilit');
});

test('A hand-out with results that lead back to themselves is told so', async () => {
  const path = join(folder, 'loop.json');
  symlinkSync('loop.json', path);
  const { code, err } = await run('handout', '--cohort', cohort(), '--out', folder, '--scans', path);
  expect({ code, err }).toMatchObject({
    code: 2,
    err: expect.stringContaining('leads back to itself') as string,
  });
});

test.each([
  ['no file', undefined, 'there is no such file'],
  ['no JSON', '{', 'this is not JSON'],
  ['no results', { cohort: 'tier-shared' }, 'these are no results of scans'],
  ['a time that nobody can read', { cohort: 'tier-shared', images: [{ ...resultOf('bjork-g'), pushed: '2027-01-19T10:00:00.1234567890123Z' }] }, 'these are no results of scans'], // prettier-ignore
  ['results of another cohort', { cohort: 'other', images: [] }, 'this is of another cohort'],
])('A hand-out with %s is refused', async (_, value, message) => {
  const path = value === undefined ? join(folder, 'none.json') : file('scans.json', value);
  const { code, err } = await run('handout', '--cohort', cohort(), '--out', folder, '--scans', path);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
