import { TOOL_ENTRY, TOOL_MANIFEST } from '../../core/catalogue/own/a-tool';
import { COURSE, changed } from '../../core/sample-cohort';

/** A course that brings a tool of its own. */
export const COURSE_WITH_TOOL = changed(
  changed(COURSE, 'labs:\n', `${TOOL_ENTRY}labs:\n`),
  '[{ id: redis, setUp: student }]',
  '[{ id: redis, setUp: student }, { id: own-tool }]',
);

/** Texts of files, by their path from the course. */
export type Files = Readonly<Record<string, string>>;

/** Where the manifest of the tool stands. */
export const MANIFEST = 'toolkits/own-tool/tool.yaml';

const edit = (from: string, to: string): Files => ({ [MANIFEST]: changed(TOOL_MANIFEST, from, to) });

/** What a tool has, the files that are other ones then, where it is told, and what. */
export const REFUSED_TOOLS: readonly (readonly [string, Files, string, string])[] = [
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
  [
    'a token of the API',
    edit('automountServiceAccountToken: false', 'automountServiceAccountToken: true'),
    'tool.yaml:22:37',
    'the pod would mount a token',
  ],
  [
    'a number that is another one to Kubernetes',
    edit(
      '      containers:',
      '      volumes: [{ name: a, secret: { secretName: own-tool, defaultMode: 0400 } }]\n      containers:',
    ),
    'tool.yaml:24:73',
    'this number is another one to each reader',
  ],
  [
    'a line that tells how YAML is read',
    { [MANIFEST]: `# ours\n%YAML 1.1\n---\n${TOOL_MANIFEST}` },
    'tool.yaml:2:1',
    'this line tells how YAML is read',
  ],
  [
    'a tag behind the line between documents',
    edit('---\napiVersion: apps/v1', '--- !tool\napiVersion: apps/v1'),
    'tool.yaml:10:1',
    'the tag "!tool" is not read',
  ],
  [
    'a namespace in a document that begins on the line between two',
    edit(
      '---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n',
      '--- # next\n--- { apiVersion: v1, kind: ConfigMap, metadata: { name: own-tool, namespace: other } }\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n',
    ),
    'tool.yaml:10:79',
    'the place that it stands in is written by practicum',
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
  [
    'bytes that are no text',
    { [MANIFEST]: '\u0000\u0001' },
    'tool.yaml:1:1',
    'the file holds a NUL character',
  ],
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
    'a folder that nobody can name',
    { 'course.yaml': changed(COURSE_WITH_TOOL, './toolkits/own-tool', String.raw`"./tool\0kits"`) },
    'course.yaml:13:16',
    'has a line break or a character that nobody sees',
  ],
  [
    'a chart that nobody can name',
    {
      'course.yaml': changed(
        COURSE_WITH_TOOL,
        '    endpoint',
        `    chart: ${String.raw`{ from: "./a\0b" }`}\n    endpoint`,
      ),
    },
    'course.yaml:14:20',
    'has a line break or a character that nobody sees',
  ],
  [
    'a chart in a folder with a space',
    {
      'course.yaml': changed(
        COURSE_WITH_TOOL,
        '    endpoint',
        '    chart: { from: ./our charts }\n    endpoint',
      ),
    },
    'course.yaml:14:20',
    'without spaces',
  ],
  [
    'values in a folder with a space',
    {
      'course.yaml': changed(
        COURSE_WITH_TOOL,
        '    endpoint',
        '    chart: { from: ./a, values: ./our charts/v.yaml }\n    endpoint',
      ),
    },
    'course.yaml:14:33',
    'without spaces',
  ],
  ['a chart', { 'toolkits/own-tool/Chart.yaml': 'name: a\n' }, 'course.yaml:13:16', 'name it under "chart"'],
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
];
