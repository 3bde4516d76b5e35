import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { ServerWithDisk } from '../build/pods';
import { pods, serverWithDisk, sizesOf } from '../build/pods';
import { passingVolume } from '../build/python-packages';
import { PODS_AND_DISKS_SHOWN } from '../build/shown-on';
import { amountsOf, environment, fromSecret, service, statefulSet } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';

const ID = 'label-studio';
const PORT = 8080;
/** User of the image. */
const USER = 1001;
const DATA = '/label-studio/data';
const IMAGE =
  'docker.io/heartexlabs/label-studio:1.23.0@sha256:aa461572e8f9d86a1bf9520c1db620204e86160fd2f80dd7e9d40ac84a8828ea';

const SHAPES: Readonly<Record<ToolkitSize, ServerWithDisk>> = {
  small: { server: pods(1, ['100m', '1'], ['512Mi', '1Gi'], '512Mi'), disk: '2Gi' },
  normal: { server: pods(1, ['250m', '1'], ['1Gi', '2Gi'], '512Mi'), disk: '5Gi' },
  large: { server: pods(1, ['500m', '2'], ['1536Mi', '3Gi'], '1Gi'), disk: '20Gi' },
};

/** Log-in of the only account; it is an address by form only, and nobody can have that domain (RFC 2606). */
const ACCOUNT = 'student@example.invalid';

const ENVIRONMENT: Readonly<Record<string, string>> = {
  DJANGO_DB: 'sqlite',
  HOME: DATA,
  LABEL_STUDIO_BASE_DATA_DIR: DATA,
  // Whoever reaches the page may not make an account: there is one.
  LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK: 'true',
  LABEL_STUDIO_USERNAME: ACCOUNT,
  LATEST_VERSION_CHECK: 'false',
  COLLECT_ANALYTICS: 'false',
  SSRF_PROTECTION_ENABLED: 'true',
};

function place(props: ToolkitPlace): readonly PlacedObject[] {
  const { server } = SHAPES[props.size];
  return [
    service(ID, [{ name: 'http', port: PORT }]),
    statefulSet({
      toolkit: ID,
      user: USER,
      disk: { name: 'data', size: props.allowance.storage },
      containers: [
        {
          name: ID,
          image: IMAGE,
          args: ['label-studio', 'start', '--no-browser', `--port=${PORT}`],
          env: [...environment(ENVIRONMENT), fromSecret('LABEL_STUDIO_PASSWORD', ID, 'password')],
          ports: [{ name: 'http', containerPort: PORT }],
          startupProbe: { httpGet: { path: '/health', port: PORT }, periodSeconds: 5, failureThreshold: 60 },
          livenessProbe: { tcpSocket: { port: PORT }, periodSeconds: 20, failureThreshold: 3 },
          resources: amountsOf(server),
          volumeMounts: [
            { name: 'data', mountPath: DATA },
            // Its start script writes settings there before it starts the server.
            { name: 'settings', mountPath: '/opt/heartex/instance-data' },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [passingVolume('settings', '16Mi'), passingVolume('tmp', '256Mi')],
    }),
  ];
}

/** A task for each text; what a student imports first. */
const TASKS = [
  'The screen is bright and the battery lasts two days.',
  'It broke after a week, and nobody answers the telephone.',
  'It does what it says.',
  'Great sound, but the cable is too short.',
  'Never again.',
].map((text) => ({ data: { text } }));

/** Label Studio of a place, with a disk and a login. */
export const labelStudio: Toolkit = {
  id: ID,
  title: 'Label Studio',
  area: 'experiments',
  gives: 'A Label Studio of your own, to label texts and pictures and export what was labelled.',
  licence: 'Apache-2.0',
  homepage: 'https://labelstud.io',
  sizes: sizesOf(SHAPES, serverWithDisk),
  images: [
    {
      ref: IMAGE,
      source:
        'manifests of four public projects that pin it; https://hub.docker.com/r/heartexlabs/label-studio',
      date: '2026-06',
    },
  ],
  place,
  secrets: [{ name: ID, keys: ['password'] }],
  endpoint: { service: ID, port: PORT, protocol: 'http' },
  examples: () => [
    {
      name: 'sentiment.xml',
      text: [
        '<View>',
        '  <Text name="text" value="$text"/>',
        '  <Choices name="sentiment" toName="text" choice="single" showInLine="true">',
        '    <Choice value="positive"/>',
        '    <Choice value="neutral"/>',
        '    <Choice value="negative"/>',
        '  </Choices>',
        '</View>',
        '',
      ].join('\n'),
    },
    { name: 'tasks.json', text: `${JSON.stringify(TASKS, undefined, 2)}\n` },
  ],
  smoke: { kubectl: ['rollout', 'status', `statefulset/${ID}`], says: 'complete' },
  handout: () =>
    [
      `Reach it from your machine, then open <http://localhost:${PORT}> and log in as \`${ACCOUNT}\` with the password:`,
      '',
      '```sh',
      `kubectl port-forward service/${ID} ${PORT} &`,
      `kubectl get secret ${ID} --output 'go-template={{.data.password | base64decode}}'`,
      '```',
      '',
      'Make a project, paste `sentiment.xml` under "Labeling Setup" as code, and import `tasks.json`. What is labelled stays on a disk; export it before you need it elsewhere.',
    ].join('\n'),
  dashboards: [PODS_AND_DISKS_SHOWN],
  shown: { how: 'admitted', why: 'its image is too large to be got for the tests' },
};
