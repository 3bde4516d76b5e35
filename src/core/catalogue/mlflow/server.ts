import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { ServerWithDisk } from '../build/pods';
import { pods } from '../build/pods';
import type { PythonPackage } from '../build/python-packages';
import { PACKAGES_FOLDER, installPackages, passingVolume, requirementsOf } from '../build/python-packages';
import { amountsOf, configMap, environment, service, statefulSet } from '../build/standing';
import type { ToolkitPlace } from '../toolkit';

export const MLFLOW = 'mlflow';
export const MLFLOW_PORT = 5000;
/** Any user will do: the image names none. */
const USER = 10001;
export const MLFLOW_IMAGE =
  'ghcr.io/mlflow/mlflow:v3.16.1@sha256:06058cc872276873e9759c635e773342aca4731e240f6d20d88ea43774083984';

/** What the image lacks to reach a bucket of Google; the rest of what these need is in it. Read from PyPI, 2026-11. */
export const MLFLOW_PACKAGES: readonly PythonPackage[] = [
  ['google-api-core', '2.44.0', '8cb9ad8af28de9bc75121686d69b697ce0937e21fad2ad80c9a7e89f22b26e1f'],
  ['google-cloud-core', '2.8.0', 'e235b0952f7ffe7b9c71a4cf96b506d9cfb557e22557c412f0df9b7068b5d007'],
  ['google-cloud-storage', '3.17.1', '287c7919d7bcda710eae6f6b60c756e89140475d9a4daec01b6174e737488ca8'],
  // One file for each Python that the image may have: 3.10 to 3.13, for amd64.
  [
    'google-crc32c',
    '1.9.0',
    '280f3a3e47af0eeba3a3e5aa7d311af77001812b8df80fb8beafcd0b40eaf7f1',
    '86764b99e7a607830d93cb5b75e0ec3ff6cb06d3c274624418473cee701900d4',
    '3abb18297d9ef0ab120531838be0e6d68c9fa876570e11c229c48f2edac23ce7',
    '0568b17ed90ac596f29400d99e243fd0cc6276766183def888d1bf8d1dc13827',
  ],
  ['google-resumable-media', '2.11.0', 'f43d15e6a7f818f762eaead0f369c551f8275a4179c9d6225d0d259f49b87b5d'],
  ['googleapis-common-protos', '1.76.0', '59e13344a9f3651aa201a03e2bee815a3bf43a4baf1f9ff8a9b62a840ce25fac'],
  ['proto-plus', '1.29.0', '8acd070469a7aaf43f440b022ef9757c8cac1a9f866e933f59ae98669ddc6c8b'],
];

export const MLFLOW_SHAPES: Readonly<Record<ToolkitSize, ServerWithDisk>> = {
  small: { server: pods(1, ['100m', '1'], ['512Mi', '1Gi'], '512Mi'), disk: '1Gi' },
  normal: { server: pods(1, ['250m', '1'], ['768Mi', '1536Mi'], '512Mi'), disk: '2Gi' },
  large: { server: pods(1, ['500m', '2'], ['1Gi', '2Gi'], '1Gi'), disk: '5Gi' },
};

/** Names by which the server may be asked: others are refused, so that no web page can ask it in a browser. */
export const MLFLOW_HOSTS = [`${MLFLOW}:${MLFLOW_PORT}`, 'localhost:*', '127.0.0.1:*'];

/** Runs and models are in a database on the disk, their files in the bucket: clients hand them to the server. */
export const serverArguments = (bucket: string): readonly string[] => [
  'server',
  '--host=0.0.0.0',
  `--port=${MLFLOW_PORT}`,
  '--backend-store-uri=sqlite:////data/mlflow.db',
  `--artifacts-destination=gs://${bucket}/mlflow`,
  '--serve-artifacts',
  '--workers=1',
  `--allowed-hosts=${MLFLOW_HOSTS.join(',')}`,
];

export const MLFLOW_ENVIRONMENT = {
  HOME: '/tmp',
  // Work that the server would start by itself, in processes of its own: nothing of the labs needs it.
  MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false',
  MLFLOW_DISABLE_TELEMETRY: 'true',
  PYTHONDONTWRITEBYTECODE: '1',
} as const;

/** The tracking server of a place. */
export function mlflowServer({ size, bucket, allowance }: ToolkitPlace): readonly PlacedObject[] {
  const { server } = MLFLOW_SHAPES[size];
  const files = { 'requirements.txt': requirementsOf(MLFLOW_PACKAGES) };
  return [
    configMap(MLFLOW, files),
    service(MLFLOW, [{ name: 'http', port: MLFLOW_PORT }]),
    statefulSet({
      toolkit: MLFLOW,
      user: USER,
      // The bucket knows this account through workload identity: there is no key.
      account: 'lab',
      files,
      disk: { name: 'data', size: allowance.storage },
      initContainers: [installPackages(MLFLOW_IMAGE, server, { name: 'files', mountPath: '/files' })],
      containers: [
        {
          name: MLFLOW,
          image: MLFLOW_IMAGE,
          command: ['mlflow', ...serverArguments(bucket)],
          env: environment({ ...MLFLOW_ENVIRONMENT, PYTHONPATH: PACKAGES_FOLDER }),
          ports: [{ name: 'http', containerPort: MLFLOW_PORT }],
          startupProbe: {
            httpGet: {
              path: '/health',
              port: MLFLOW_PORT,
              httpHeaders: [{ name: 'Host', value: MLFLOW_HOSTS[0] }],
            },
            periodSeconds: 5,
            failureThreshold: 60,
          },
          livenessProbe: { tcpSocket: { port: MLFLOW_PORT }, periodSeconds: 20, failureThreshold: 3 },
          resources: amountsOf(server),
          volumeMounts: [
            { name: 'data', mountPath: '/data' },
            { name: 'packages', mountPath: PACKAGES_FOLDER, readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [
        { name: 'files', configMap: { name: MLFLOW } },
        passingVolume('packages', '128Mi'),
        passingVolume('tmp', '256Mi'),
      ],
    }),
  ];
}
