import { Bytes } from '../../domain/quantity';
import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { pods } from '../build/pods';
import type { PythonPackage } from '../build/python-packages';
import { passingVolume, requirementsOf } from '../build/python-packages';
import { amountsOf, configMap, deployment, environment, service } from '../build/standing';

export const SPARK = 'spark';
/** User of the image. */
export const SPARK_USER = 185;
export const SPARK_IMAGE =
  'docker.io/apache/spark:4.0.1-java21-python3@sha256:fb5c5e61e7bb1be94b7f3a31afe1f73c5b4d20b6008f4ffa7278fc085da08a9e';

/** The image has Python 3.10 and no NumPy, without which PySpark's MLlib does not start. */
export const SPARK_PACKAGES: readonly PythonPackage[] = [
  ['numpy', '2.2.6', 'fc7b73d02efb0e18c000e9ad8b83480dfcd5dfd11065997ed4c6747470ae8915'],
];

const MASTER_PORT = 7077;
const MASTER_UI_PORT = 8080;
const WORKER = 'spark-worker';
/** Heap of master and worker themselves; what they start for a program has its own. */
const DAEMON_HEAP = '256m';

/** What a size of Spark is made of. Heaps are in MiB, as Java writes them. */
export interface SparkShape {
  readonly master: PodGroup;
  readonly workers: PodGroup;
  /** What a student submits from. */
  readonly driver: PodGroup;
  readonly coresPerWorker: number;
  readonly executorHeapMiB: number;
  readonly driverHeapMiB: number;
}

const MASTER = pods(1, ['100m', '500m'], ['384Mi', '512Mi']);

export const SPARK_SHAPES: Readonly<Record<ToolkitSize, SparkShape>> = {
  small: {
    master: MASTER,
    workers: pods(2, ['200m', '1'], ['1Gi', '1536Mi'], '1Gi'),
    driver: pods(1, ['200m', '1'], ['768Mi', '1280Mi'], '1Gi'),
    coresPerWorker: 1,
    executorHeapMiB: 640,
    driverHeapMiB: 512,
  },
  normal: {
    master: MASTER,
    workers: pods(2, ['500m', '2'], ['2Gi', '3Gi'], '4Gi'),
    driver: pods(1, ['250m', '1'], ['1Gi', '2Gi'], '1Gi'),
    coresPerWorker: 2,
    executorHeapMiB: 1536,
    driverHeapMiB: 1024,
  },
  large: {
    master: MASTER,
    workers: pods(4, ['1', '2'], ['3Gi', '4Gi'], '8Gi'),
    driver: pods(1, ['500m', '2'], ['2Gi', '3Gi'], '2Gi'),
    coresPerWorker: 2,
    executorHeapMiB: 2560,
    driverHeapMiB: 1536,
  },
};

/** Settings of every program that is submitted in the place. */
export function sparkDefaults(shape: SparkShape): string {
  const { workers, coresPerWorker, executorHeapMiB, driverHeapMiB } = shape;
  const cores = workers.count * coresPerWorker;
  const settings: readonly (readonly [string, string | number])[] = [
    ['spark.master', `spark://${SPARK}:${MASTER_PORT}`],
    ['spark.cores.max', cores],
    ['spark.executor.cores', coresPerWorker],
    ['spark.executor.memory', `${executorHeapMiB}m`],
    ['spark.driver.memory', `${driverHeapMiB}m`],
    // Executors answer to the pod that submitted: it listens on all its addresses, and tells them its own.
    ['spark.driver.bindAddress', '0.0.0.0'],
    // The default of 200 parts is for a cluster: here each would hold next to nothing.
    ['spark.sql.shuffle.partitions', 2 * cores],
    ['spark.ui.showConsoleProgress', 'false'],
  ];
  return settings.map(([key, value]) => `${key} ${value}\n`).join('');
}

const TMP: Fields = { name: 'tmp', mountPath: '/tmp' };
export const SPARK_FILES: Fields = { name: 'spark', configMap: { name: SPARK } };
export const SPARK_FILES_MOUNT = { name: 'spark', mountPath: '/etc/spark', readOnly: true };

/** The address of the pod: what another pod is told, because the name of a Deployment's pod is in no DNS. */
export const POD_IP: Fields = { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } };

/** Environment of whatever runs Spark here. Its user has no home. */
export const sparkEnvironment = (more: Readonly<Record<string, string>> = {}): readonly Fields[] => [
  POD_IP,
  ...environment({ HOME: '/tmp', SPARK_CONF_DIR: '/etc/spark', SPARK_LOCAL_DIRS: '/tmp', ...more }),
];

/** Arguments of `spark-class`, by which master and worker start in the foreground. */
export const masterArguments = (): readonly string[] => [
  'org.apache.spark.deploy.master.Master',
  '--host',
  '$(POD_IP)',
  '--port',
  String(MASTER_PORT),
  '--webui-port',
  String(MASTER_UI_PORT),
];

/** An executor's heap is not all of its memory: a tenth more, and never less than 384 MiB, is beside it. */
const BESIDE_HEAP_MIB = 384;

export const workerArguments = ({ coresPerWorker, executorHeapMiB }: SparkShape): readonly string[] => [
  'org.apache.spark.deploy.worker.Worker',
  '--host',
  '$(POD_IP)',
  '--webui-port',
  '8081',
  '--cores',
  String(coresPerWorker),
  '--memory',
  `${executorHeapMiB + BESIDE_HEAP_MIB}m`,
  '--work-dir',
  '/tmp/work',
  `spark://${SPARK}:${MASTER_PORT}`,
];

const daemon = (name: string, args: readonly string[], amounts: PodGroup): Fields => ({
  name,
  image: SPARK_IMAGE,
  command: ['/opt/spark/bin/spark-class', ...args],
  env: sparkEnvironment({ SPARK_DAEMON_MEMORY: DAEMON_HEAP }),
  resources: amountsOf(amounts),
  volumeMounts: [TMP, SPARK_FILES_MOUNT],
});

/** A master and its workers, which are only processes: none of them asks the API of Kubernetes for anything. */
export function sparkCluster(shape: SparkShape): readonly PlacedObject[] {
  const { master, workers } = shape;
  const files = {
    'requirements.txt': requirementsOf(SPARK_PACKAGES),
    'spark-defaults.conf': sparkDefaults(shape),
  };
  const standing = { toolkit: SPARK, user: SPARK_USER, files };
  return [
    configMap(SPARK, files),
    service(SPARK, [
      { name: 'spark', port: MASTER_PORT },
      { name: 'http', port: MASTER_UI_PORT },
    ]),
    deployment({
      ...standing,
      containers: [
        {
          ...daemon(SPARK, masterArguments(), master),
          ports: [
            { name: 'spark', containerPort: MASTER_PORT },
            { name: 'http', containerPort: MASTER_UI_PORT },
          ],
          readinessProbe: { tcpSocket: { port: MASTER_PORT }, periodSeconds: 5 },
        },
      ],
      volumes: [SPARK_FILES, passingVolume('tmp', master.scratch)],
    }),
    deployment({
      ...standing,
      name: WORKER,
      account: 'lab',
      replicas: workers.count,
      containers: [
        {
          ...daemon(WORKER, workerArguments(shape), workers),
          ports: [{ name: 'http', containerPort: 8081 }],
        },
      ],
      volumes: [SPARK_FILES, passingVolume('tmp', workers.scratch)],
    }),
  ];
}

/** What a worker may take in all: itself and the executor it starts. Tests hold the sizes to it. */
export const workerNeeds = ({ executorHeapMiB }: SparkShape): Bytes =>
  Bytes.mebi(executorHeapMiB + BESIDE_HEAP_MIB + Number.parseInt(DAEMON_HEAP, 10));
