import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { ServerWithDisk } from '../build/pods';
import { pods, serverWithDisk, sizesOf } from '../build/pods';
import { passingVolume } from '../build/python-packages';
import { PODS_AND_DISKS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, environment, fromSecret, service, statefulSet } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { welcomeNotebook } from './welcome-notebook';

const ID = 'jupyterlab';
const PORT = 8888;
/** User of the image. */
const USER = 1000;
const HOME = '/home/jovyan';
const IMAGE =
  'quay.io/jupyter/scipy-notebook:2026-09-18@sha256:5468d3aa14437e53bfe2fe29e3b5dd241c67052adba82f9ae5f84423b1056229';

const SHAPES: Readonly<Record<ToolkitSize, ServerWithDisk>> = {
  small: { server: pods(1, ['200m', '1'], ['512Mi', '1536Mi'], '1Gi'), disk: '2Gi' },
  normal: { server: pods(1, ['500m', '2'], ['1Gi', '3Gi'], '2Gi'), disk: '5Gi' },
  large: { server: pods(1, ['1', '4'], ['4Gi', '8Gi'], '4Gi'), disk: '20Gi' },
};

/** The server without the start script of the image, which changes users and needs root for it. The token comes by the environment. */
export const labArguments = (): readonly string[] => [
  'lab',
  '--no-browser',
  '--ip=0.0.0.0',
  `--port=${PORT}`,
  `--ServerApp.root_dir=${HOME}`,
  '--ServerApp.terminado_settings=shell_command=["/bin/bash"]',
  // Kernels that nobody used for two hours give their memory back.
  '--MappingKernelManager.cull_idle_timeout=7200',
];

function place({ size, allowance, bucket, toolkits }: ToolkitPlace): readonly PlacedObject[] {
  const { server } = SHAPES[size];
  const files = { 'welcome.ipynb': welcomeNotebook({ bucket, toolkits }) };
  return [
    configMap(ID, files),
    service(ID, [{ name: 'http', port: PORT }]),
    statefulSet({
      toolkit: ID,
      user: USER,
      account: 'lab',
      files,
      disk: { name: 'home', size: allowance.storage },
      containers: [
        {
          name: ID,
          image: IMAGE,
          command: ['jupyter', ...labArguments()],
          env: [
            ...environment({ HOME, LAB_BUCKET: bucket, PYTHONDONTWRITEBYTECODE: '1', SHELL: '/bin/bash' }),
            fromSecret('JUPYTER_TOKEN', ID, 'token'),
          ],
          workingDir: HOME,
          ports: [{ name: 'http', containerPort: PORT }],
          readinessProbe: { tcpSocket: { port: PORT }, periodSeconds: 5 },
          livenessProbe: { tcpSocket: { port: PORT }, periodSeconds: 20, failureThreshold: 6 },
          resources: amountsOf(server),
          volumeMounts: [
            { name: 'home', mountPath: HOME },
            { name: 'files', mountPath: `${HOME}/examples`, readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [{ name: 'files', configMap: { name: ID } }, passingVolume('tmp', '512Mi')],
    }),
  ];
}

/** JupyterLab of a place, with a disk and a login. */
export const jupyterlab: Toolkit = {
  id: ID,
  title: 'JupyterLab',
  area: 'experiments',
  gives: 'A JupyterLab of your own with a disk, beside the other tools of your place.',
  licence: 'BSD-3-Clause',
  homepage: 'https://jupyter.org',
  sizes: sizesOf(SHAPES, serverWithDisk),
  images: [
    {
      ref: IMAGE,
      source:
        'a manifest of one public project that pins it; https://quay.io/repository/jupyter/scipy-notebook',
      date: '2026-09',
    },
  ],
  place,
  secrets: [{ name: ID, keys: ['token'] }],
  endpoint: { service: ID, port: PORT, protocol: 'http' },
  examples: (props) => [{ name: 'welcome.ipynb', text: welcomeNotebook(props) }],
  smoke: { kubectl: ['rollout', 'status', `statefulset/${ID}`], says: 'complete' },
  handout: () =>
    [
      `Reach it from your machine, then open <http://localhost:${PORT}> and log in with the token:`,
      '',
      '```sh',
      `kubectl port-forward service/${ID} ${PORT} &`,
      `kubectl get secret ${ID} --output 'go-template={{.data.token | base64decode}}'`,
      '```',
      '',
      'Your home folder is on a disk and stays; what you install with `pip install --user` does too. Begin with `examples/welcome.ipynb`. It sleeps when no lab needs it: save, and push what you want to keep to git.',
    ].join('\n'),
  dashboards: [PODS_AND_DISKS_SHOWN],
  shown: { how: 'admitted', why: 'its image is too large to be got for the tests' },
};
