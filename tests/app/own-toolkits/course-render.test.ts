import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { TOOL_ENTRY, TOOL_MANIFEST } from '../../core/catalogue/own/a-tool';
import { COURSE, changed } from '../../core/sample-cohort';
import { run } from '../recorded-terminal';
import { temporaryFolder } from '../temporary-folder';

const FROM = '    chart: { from: ./charts/tool, values: ./tool.values.yaml }\n';
const courseWith = (chart: string): string =>
  changed(
    changed(COURSE, 'labs:\n', `${changed(TOOL_ENTRY, '    endpoint', `${chart}    endpoint`)}labs:\n`),
    '[{ id: redis, setUp: student }]',
    '[{ id: own-tool }]',
  );

/** What helm prints of a chart: each object behind a line and its source, in the YAML that Kubernetes reads. */
const PRINTED = `---
# Source: tool/templates/service.yaml
${changed(TOOL_MANIFEST, '  name: own-tool\nspec:\n  selector', '  name: own-tool\n  namespace: practicum-place\nspec:\n  selector')}---
# Source: tool/templates/nothing.yaml
---
# Source: tool/templates/settings.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: own-tool-settings, annotations: { example.edu/since: 2027-01-12, example.edu/at: 12:30 } }
data: { mode: "0400", on: "yes" }
`;

interface Helm {
  readonly printed?: string;
  readonly complaint?: string;
}

/** A folder with a course, and a stand-in for helm that writes down what it was called with. */
function folderWith(
  chart: string,
  { printed = PRINTED, complaint }: Helm = {},
): { folder: string; helm: string } {
  const folder = temporaryFolder();
  const helm = join(folder, 'helm');
  const files = {
    'course.yaml': courseWith(chart),
    'tool.values.yaml': 'replicas: 2\n',
    printed,
    helm: [
      '#!/bin/sh',
      'cd "$(dirname "$0")"',
      'printf "%s\\n" "$@" > asked',
      ...(complaint === undefined
        ? ['cat printed']
        : [`echo 'level=WARN msg="something else"' >&2`, `echo ${JSON.stringify(complaint)} >&2`, 'exit 1']),
      '',
    ].join('\n'),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  chmodSync(helm, 0o755);
  return { folder, helm };
}

const render = (folder: string, helm: string) =>
  run('course', 'render', join(folder, 'course.yaml'), '--helm', helm);
const renderedIn = (folder: string): string => join(folder, 'toolkits/own-tool/rendered.yaml');

test('What a chart makes is written beside the course, passes its check, and is the same when it is written again', async () => {
  const { folder, helm } = folderWith(FROM);
  const first = await render(folder, helm);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/rendered\.yaml is written/);
  expect(readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')).toEqual([
    ...['template', 'own-tool', './charts/tool', '--namespace', 'practicum-place'],
    ...['--kube-version', '1.33.0', '--skip-tests', '--values', './tool.values.yaml'],
  ]);
  const text = readFileSync(renderedIn(folder), 'utf8');
  expect(text).toMatch(/^# Written by "practicum course render" from \.\/charts\/tool: /);
  expect(text).not.toContain('practicum-place');
  const objects = parseAllDocuments(text).map(
    (document) => document.toJS() as { kind: string; data?: unknown },
  );
  expect(objects.map(({ kind }) => kind)).toEqual(['Service', 'Deployment', 'ConfigMap']);
  expect(objects[2]).toMatchObject({
    metadata: { annotations: { 'example.edu/since': '2027-01-12', 'example.edu/at': '12:30' } },
    data: { mode: '0400' },
  });
  const checked = await run('course', 'check', join(folder, 'course.yaml'));
  expect(checked).toMatchObject({ code: 0 });
  const second = await render(folder, helm);
  expect(second.out).toMatch(/rendered\.yaml says so already/);
  expect(readFileSync(renderedIn(folder), 'utf8')).toBe(text);
});

test('Numbers and truths of a chart are what Kubernetes reads, for every reader', async () => {
  const printed =
    'apiVersion: v1\nkind: X\nmetadata: { name: a }\nspec: { mode: 0400, on: yes, text: "0400", said: "yes" }\n';
  const { folder, helm } = folderWith(FROM, { printed });
  expect(await render(folder, helm)).toMatchObject({ code: 0 });
  const text = readFileSync(renderedIn(folder), 'utf8');
  const said = { mode: 256, text: '0400', said: 'yes' };
  for (const version of ['1.1', '1.2'] as const) {
    const [document] = parseAllDocuments(text, { version });
    expect(document!.toJS()).toMatchObject({ spec: { ...said, true: true } });
  }
});

test('A chart of a registry is asked for by its version', async () => {
  const { folder, helm } = folderWith(
    '    chart: { from: oci://registry.example.edu/charts/tool, version: 1.2.3 }\n',
  );
  expect(await render(folder, helm)).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toContain('--version\n1.2.3');
  expect(readFileSync(renderedIn(folder), 'utf8')).toContain('oci://registry.example.edu/charts/tool 1.2.3');
});

test.each<[string, string, Helm, string, string]>([
  [
    'complains',
    FROM,
    { complaint: 'Error: path "./charts/tool" not found' },
    'course.yaml:14:12',
    'helm says: path "./charts/tool" not found',
  ],
  ['prints no YAML', FROM, { printed: 'a: [\n' }, 'helm template:', 'what the chart makes is no YAML'],
  [
    'is asked for a registry without a version',
    '    chart: { from: oci://registry.example.edu/charts/tool }\n',
    {},
    'course.yaml:14:12',
    'a chart of a registry has a version',
  ],
  [
    'is asked for a flag',
    '    chart: { from: --post-renderer=./x }\n',
    {},
    'course.yaml:14:20',
    './charts/tool',
  ],
  ['is asked for nothing', '', {}, 'course.yaml:10:3', 'no toolkit of this course is made from a chart'],
])('Where helm %s, it is told in its place, and nothing is written', async (_, chart, how, at, message) => {
  const { folder, helm } = folderWith(chart, how);
  const { code, err } = await render(folder, helm);
  expect({ code, err: err.replaceAll(/\s+/g, ' ') }).toEqual({
    code: 2,
    err: expect.stringContaining(message) as string,
  });
  expect(err).toContain(at);
  expect(existsSync(renderedIn(folder))).toBe(false);
});

test('A helm that is not there is told of', async () => {
  const { folder } = folderWith(FROM);
  expect(await render(folder, join(folder, 'nowhere'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('helm cannot be run') as string,
  });
});

test('An object that Helm would keep, or run at another time, is told of where it stands', async () => {
  const kept = changed(
    TOOL_MANIFEST,
    '  name: own-tool\nspec:\n  selector',
    '  name: own-tool\n  annotations: { helm.sh/resource-policy: keep }\nspec:\n  selector',
  );
  const { folder, helm } = folderWith(FROM, { printed: kept });
  expect(await render(folder, helm)).toMatchObject({ code: 0 });
  const { code, err } = await run('course', 'check', join(folder, 'course.yaml'));
  expect({ code, err }).toMatchObject({
    code: 2,
    err: expect.stringContaining('rendered.yaml:7:30') as string,
  });
});
