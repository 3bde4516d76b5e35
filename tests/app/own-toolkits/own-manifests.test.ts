import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COURSE, changed } from '../../core/sample-cohort';
import { TOOL_ENTRY, TOOL_MANIFEST } from '../../core/catalogue/own/a-tool';
import { run } from '../recorded-terminal';
import { copyOfExample, filesIn, temporaryFolder } from '../temporary-folder';

const COURSE_WITH_TOOL = changed(
  changed(COURSE, 'labs:\n', `${TOOL_ENTRY}labs:\n`),
  '[{ id: redis, setUp: student }]',
  '[{ id: redis, setUp: student }, { id: own-tool }]',
);

type Files = Readonly<Record<string, string>>;

const MANIFEST = 'toolkits/own-tool/tool.yaml';

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
  writeFileSync(join(cohort, MANIFEST), TOOL_MANIFEST);
  const out = join(temporaryFolder(), 'dist');
  const { code, err } = await run('synth', '--cohort', cohort, '--out', out);
  expect({ code, err }).toMatchObject({ code: 0 });
  const files = filesIn(out);
  const manifest = [...files].find(([name]) => name.endsWith('amara-okafor.k8s.yaml'))![1];
  const deployment = manifest
    .split(/^---$/m)
    .find((part) => /kind: Deployment/.test(part) && part.includes('own-tool'))!;
  expect(deployment).toContain('replicas: 0');
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

const edit = (from: string, to: string): Files => ({ [MANIFEST]: changed(TOOL_MANIFEST, from, to) });

test.each<[string, Files, string, string]>([
  [
    'a namespace',
    edit(
      '  name: own-tool\nspec:\n  replicas',
      '  name: own-tool\n  namespace: kube-system\nspec:\n  replicas',
    ),
    'tool.yaml:14:14',
    'the place that it stands in is written by practicum',
  ],
  [
    'a role for the cluster',
    edit('kind: Service\n', 'kind: ClusterRole\n'),
    'tool.yaml:3:7',
    'nothing of this kind stands in a place',
  ],
  [
    'a path of the node',
    edit('      containers:', '      volumes: [{ name: a, hostPath: { path: / } }]\n      containers:'),
    'tool.yaml:24:38',
    'a place has no such volume',
  ],
  [
    'a name of another',
    edit('  name: own-tool\nspec:\n  replicas', '  name: redis\nspec:\n  replicas'),
    'tool.yaml:13:9',
    'the name could be that of something else',
  ],
  [
    'no limit',
    edit('            limits: { cpu: 200m, memory: 128Mi, ephemeral-storage: 64Mi }\n', ''),
    'tool.yaml:32',
    'the container names no cpu in limits',
  ],
  [
    'the latest image',
    edit('tool:1.2.0', 'tool:latest'),
    'tool.yaml:26:18',
    'the image is not named in full',
  ],
  [
    'an image without a registry',
    edit('ghcr.io/example/tool:1.2.0', 'tool:1.2.0'),
    'tool.yaml:26:18',
    'the image is not named in full',
  ],
  [
    'more pods than a place has',
    edit('replicas: 2', 'replicas: 1000000'),
    'tool.yaml:15:13',
    'this is no number of pods',
  ],
  [
    'no number of pods',
    edit('replicas: 2', 'replicas: many'),
    'tool.yaml:15:13',
    'this is no number of pods',
  ],
  [
    'more memory than there is',
    edit('memory: 128Mi', 'memory: 900Ti'),
    'tool.yaml:33:42',
    'no place has as much',
  ],
  [
    'a label that is a number',
    edit('  name: own-tool\nspec:\n  replicas', '  name: own-tool\n  labels: { tier: 1 }\nspec:\n  replicas'),
    'tool.yaml:14:19',
    'a label is a text',
  ],
  [
    'a Secret that nobody makes',
    edit('name: own-tool, key', 'name: other, key'),
    'tool.yaml:28:15',
    'nobody makes this Secret',
  ],
  ['an alias', edit('selector: { matchLabels: { app: tool } }', 'selector: *a'), 'tool.yaml:17', 'alias'],
  ['a list for an object', { [MANIFEST]: '- 1\n' }, 'tool.yaml:1:1', 'this is no object of Kubernetes'],
  [
    'a word for metadata',
    edit('metadata:\n  name: own-tool\nspec:\n  replicas', 'metadata: own-tool\nspec:\n  replicas'),
    'tool.yaml:10:1',
    'this is no object of Kubernetes',
  ],
  [
    'containers that are none',
    edit('      containers:\n', '      containers: 5\n      others:\n'),
    'tool.yaml',
    'the pod has no container',
  ],
  ['bytes that are no text', { [MANIFEST]: '\u0000\u0001' }, 'tool.yaml', ''],
  [
    'another endpoint',
    { 'course.yaml': changed(COURSE_WITH_TOOL, 'port: 8080', 'port: 9090') },
    'course.yaml:14:15',
    'no Service of the manifests has this name and port',
  ],
  [
    'no such folder',
    { 'course.yaml': changed(COURSE_WITH_TOOL, './toolkits/own-tool', './nowhere') },
    'course.yaml:13:16',
    'there is no such folder',
  ],
  [
    'a chart',
    { 'toolkits/own-tool/Chart.yaml': 'name: a\n' },
    'course.yaml:13:16',
    'render it with "helm template"',
  ],
  [
    'a kustomization',
    { 'toolkits/own-tool/kustomization.yaml': 'resources: []\n' },
    'course.yaml:13:16',
    'kubectl kustomize',
  ],
  [
    'an id without its beginning',
    { 'course.yaml': changed(COURSE_WITH_TOOL, '- id: own-tool', '- id: redis') },
    'course.yaml:10:9',
    'own-',
  ],
  [
    'a lab that asks for another',
    { 'course.yaml': changed(COURSE_WITH_TOOL, '{ id: own-tool }', '{ id: own-tol }') },
    'course.yaml:23:53',
    'no toolkit under "ownToolkits" has this id',
  ],
  [
    'a Secret of another toolkit',
    { 'course.yaml': changed(COURSE_WITH_TOOL, '[{ name: own-tool', '[{ name: postgres') },
    'course.yaml:15:23',
    'the name could be that of another Secret',
  ],
])('A tool with %s is refused where it stands, without a stack trace', async (_, files, at, message) => {
  const { code, err } = await checked(folderWith(files));
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(at) as string });
  expect(err.replaceAll(/\s+/g, ' ')).toContain(message);
  expect(err).not.toMatch(/\n {4}at /);
});

test('A file that is a link to itself, a folder in its place, and an empty folder are told of', async () => {
  const looped = folderWith();
  rmSync(join(looped, MANIFEST));
  symlinkSync('tool.yaml', join(looped, MANIFEST));
  expect(await checked(looped)).toMatchObject({
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
