import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { pods } from '../build/pods';
import { passingVolume } from '../build/python-packages';
import { amountsOf, deployment, environment, service } from '../build/standing';

export const RAY = 'ray';
const WORKER = 'ray-worker';
/** User of the image. */
const USER = 1000;
export const RAY_IMAGE =
  'docker.io/rayproject/ray:2.58.0-py312@sha256:507464fe56b3d24cec2e812a25850db91b97d52752d63119fecf6914f7b0a37a';

const STORE_PORT = 6379;
export const DASHBOARD_PORT = 8265;
const METRICS_PORT = 8080;

/** What a size of Ray is made of. */
export interface RayShape {
  readonly head: PodGroup;
  readonly workers: PodGroup;
  readonly coresPerWorker: number;
  /** Memory that tasks pass objects in; it is part of a container's memory. */
  readonly objectStoreMiB: number;
}

export const RAY_SHAPES: Readonly<Record<ToolkitSize, RayShape>> = {
  small: {
    head: pods(1, ['200m', '1'], ['1Gi', '2Gi'], '1Gi'),
    workers: pods(2, ['250m', '1'], ['768Mi', '1536Mi'], '1Gi'),
    coresPerWorker: 1,
    objectStoreMiB: 128,
  },
  normal: {
    head: pods(1, ['500m', '2'], ['2Gi', '3Gi'], '2Gi'),
    workers: pods(2, ['500m', '2'], ['2Gi', '3Gi'], '2Gi'),
    coresPerWorker: 2,
    objectStoreMiB: 512,
  },
  large: {
    head: pods(1, ['500m', '2'], ['2Gi', '4Gi'], '2Gi'),
    workers: pods(4, ['1', '2'], ['3Gi', '4Gi'], '4Gi'),
    coresPerWorker: 2,
    objectStoreMiB: 1024,
  },
};

const started = (objectStoreMiB: number, more: readonly string[]): readonly string[] => [
  'start',
  ...more,
  `--object-store-memory=${objectStoreMiB * 2 ** 20}`,
  '--node-ip-address=$(POD_IP)',
  `--metrics-export-port=${METRICS_PORT}`,
  '--disable-usage-stats',
  '--block',
];

/** Arguments of `ray` for the head. It gets no work: what coordinates must not run out of memory over a task. */
export const headArguments = ({ objectStoreMiB }: RayShape): readonly string[] =>
  started(objectStoreMiB, [
    '--head',
    `--port=${STORE_PORT}`,
    '--dashboard-host=0.0.0.0',
    `--dashboard-port=${DASHBOARD_PORT}`,
    '--num-cpus=0',
  ]);

export const workerArguments = ({ objectStoreMiB, coresPerWorker }: RayShape): readonly string[] =>
  started(objectStoreMiB, [`--address=${RAY}:${STORE_PORT}`, `--num-cpus=${coresPerWorker}`]);

const container = (
  name: string,
  args: readonly string[],
  amounts: PodGroup,
  ports: readonly Fields[],
): Fields => ({
  name,
  image: RAY_IMAGE,
  command: ['ray', ...args],
  env: [
    { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    // Ray counts the memory of its node otherwise, and would hand out more than the container has.
    ...environment({ HOME: '/tmp', PYTHONDONTWRITEBYTECODE: '1', RAY_memory_monitor_refresh_ms: '1000' }),
  ],
  ports: [...ports, { name: 'metrics', containerPort: METRICS_PORT }],
  resources: amountsOf(amounts),
  volumeMounts: [
    { name: 'tmp', mountPath: '/tmp' },
    { name: 'shared', mountPath: '/dev/shm' },
  ],
});

/** Objects are passed through /dev/shm, which is 64 MiB in a container that says nothing else. */
const volumes = ({ objectStoreMiB }: RayShape, { scratch }: PodGroup): readonly Fields[] => [
  passingVolume('tmp', scratch),
  { name: 'shared', emptyDir: { medium: 'Memory', sizeLimit: `${objectStoreMiB + 64}Mi` } },
];

const SCRAPED = {
  labels: { 'prometheus.io/scrape': 'true' },
  annotations: { 'prometheus.io/port': String(METRICS_PORT) },
};

/** A head and workers that join it: no operator, and none of them asks the API of Kubernetes for anything. */
export function rayCluster(shape: RayShape): readonly PlacedObject[] {
  const { head, workers } = shape;
  return [
    service(RAY, [
      { name: 'store', port: STORE_PORT },
      { name: 'http', port: DASHBOARD_PORT },
    ]),
    deployment({
      toolkit: RAY,
      user: USER,
      account: 'lab',
      ...SCRAPED,
      containers: [
        {
          ...container(RAY, headArguments(shape), head, [
            { name: 'store', containerPort: STORE_PORT },
            { name: 'http', containerPort: DASHBOARD_PORT },
          ]),
          readinessProbe: {
            httpGet: { path: '/api/version', port: DASHBOARD_PORT },
            periodSeconds: 5,
            failureThreshold: 12,
          },
        },
      ],
      volumes: volumes(shape, head),
    }),
    deployment({
      toolkit: RAY,
      name: WORKER,
      user: USER,
      account: 'lab',
      replicas: workers.count,
      ...SCRAPED,
      containers: [container(WORKER, workerArguments(shape), workers, [])],
      volumes: volumes(shape, workers),
    }),
  ];
}
