import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changed } from '../../core/sample-cohort';
import { TOOL_ENTRY, TOOL_MANIFEST } from '../../core/catalogue/own/a-tool';
import { run } from '../recorded-terminal';
import { copyOfExample, filesIn, temporaryFolder } from '../temporary-folder';
import type { Files } from './refused-tools';
import { COURSE_WITH_TOOL, MANIFEST, REFUSED_TOOLS } from './refused-tools';

/** A folder with a course that has a tool of its own; `files` beside or in place of the good ones. */
function folderWith(files: Files = {}): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({
    'course.yaml': COURSE_WITH_TOOL,
    [MANIFEST]: TOOL_MANIFEST,
    ...files,
  })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const checked = (folder: string) => run('course', 'check', join(folder, 'course.yaml'));

test('A course with a tool of its own has nothing wrong with it', async () => {
  const { code, err } = await checked(folderWith());
  expect({ code, err: err.replaceAll(/.*has no topic.*\n?/g, '') }).toMatchObject({ code: 0 });
});

test('An own tool is placed, labelled, counted and allowed like one of the catalogue, and told of on the page', async () => {
  const cohort = copyOfExample('w255-spring', {
    ledger: true,
    edit: {
      'cohort.yaml': (text) => text.replace(/^course: .*$/m, 'course: ./course.yaml'),
      'roster.csv': () => 'email,name,team,section\namara.okafor@example.edu,Amara Okafor,,\n',
    },
  });
  const w255 = readFileSync(join(__dirname, '../../../courses/w255.yaml'), 'utf8');
  const use = w255.replace(
    / {6}- \{ id: redis, size: small, setUp: student \}\n/,
    (line) => `${line}      - { id: own-tool }\n`,
  );
  writeFileSync(join(cohort, 'course.yaml'), use.replace(/^labs:$/m, `${TOOL_ENTRY}labs:`));
  mkdirSync(join(cohort, 'toolkits/own-tool'), { recursive: true });
  // A pod that says nothing of a token gets none.
  const silent = changed(TOOL_MANIFEST, '      automountServiceAccountToken: false\n', '');
  writeFileSync(join(cohort, MANIFEST), silent);
  const out = join(temporaryFolder(), 'dist');
  const { code, err } = await run('synth', '--cohort', cohort, '--out', out);
  expect({ code, err }).toMatchObject({ code: 0 });
  const files = filesIn(out);
  const manifest = [...files].find(([name]) => name.endsWith('amara-okafor.k8s.yaml'))![1];
  const deployment = manifest
    .split(/^---$/m)
    .find((part) => /kind: Deployment/.test(part) && part.includes('own-tool'))!;
  expect(deployment).toContain('replicas: 0');
  expect(deployment).toContain('automountServiceAccountToken: false');
  expect(deployment.match(/practicum.dev\/toolkit: own-tool/g)).toHaveLength(2);
  expect(deployment).toContain('namespace: amara-okafor');
  const services = [...files].find(([name]) => name.endsWith('services.k8s.yaml'))![1];
  expect(services).toContain('ghcr.io/example/tool');
  expect(services).toContain('own-tool');
  const page = files.get('handouts/amara-okafor/README.md')!;
  expect(page).toContain('### Tool of ours');
  expect(page).toContain('kubectl port-forward service/own-tool 8080:8080');
  expect(page).toContain('kubectl get secret own-tool');
  expect(await run('prove', '--cohort', cohort, '--out', out)).toMatchObject({ code: 0 });
  const images = await run('images', '--course', join(cohort, 'course.yaml'));
  expect(images.out).toContain('ghcr.io/example/tool:1.2.0');
}, 60_000);

test('A copy of a course in another folder has the tool too', async () => {
  const copy = join(temporaryFolder(), 'autumn.yaml');
  await run('course', 'new', copy, '--from', join(folderWith(), 'course.yaml'));
  expect(await run('course', 'check', copy)).toMatchObject({ code: 0 });
});

test.each(REFUSED_TOOLS)(
  'A tool with %s is refused where it stands, without a stack trace',
  async (_, files, at, message) => {
    const { code, err } = await checked(folderWith(files));
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(at) as string });
    expect(err.replaceAll(/\s+/g, ' ')).toContain(message);
    expect(err).not.toMatch(/\n {4}at /);
  },
);

test('A file that is a link to itself, a folder in its place, and an empty folder are told of', async () => {
  const looped = folderWith();
  rmSync(join(looped, MANIFEST));
  symlinkSync('tool.yaml', join(looped, MANIFEST));
  expect(await checked(looped)).toMatchObject({
    code: 2,
    err: expect.stringContaining('leads back to itself') as string,
  });
  const circle = folderWith({ 'course.yaml': changed(COURSE_WITH_TOOL, './toolkits/own-tool', './circle') });
  symlinkSync('circle', join(circle, 'circle'));
  expect(await checked(circle)).toMatchObject({
    code: 2,
    err: expect.stringContaining('leads back to itself') as string,
  });
  const nested = folderWith({ 'toolkits/own-tool/more.yaml/inner': 'x' });
  expect(await checked(nested)).toMatchObject({
    code: 2,
    err: expect.stringContaining('this is a folder') as string,
  });
  const empty = folderWith();
  rmSync(join(empty, MANIFEST));
  expect(await checked(empty)).toMatchObject({
    code: 2,
    err: expect.stringContaining('holds no .yaml') as string,
  });
});
