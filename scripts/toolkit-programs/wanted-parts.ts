import type { PythonPackage } from '../../src/core/catalogue/build/python-packages';
import { MLFLOW_PACKAGES } from '../../src/core/catalogue/mlflow/server';
import { ONNX_PACKAGES } from '../../src/core/catalogue/onnx/packages';
import { PEKKO_ARTIFACTS } from '../../src/core/catalogue/pekko/project';
import { API_PACKAGES } from '../../src/core/catalogue/prediction-api/packages';
import { SPARK_PACKAGES } from '../../src/core/catalogue/spark/cluster';
import { WANDB_PACKAGES } from '../../src/core/catalogue/wandb/packages';
import type { DebianBundle } from '../monitoring-programs/wanted-programs';
import { AIRFLOW_PACKAGES } from './airflow-packages';
import { DVC_PACKAGES } from './dvc-packages';

/** Packages of PyPI that one toolkit's test runs, pinned; what they need comes with them. */
export interface PythonPackages {
  readonly name: string;
  readonly packages: readonly string[];
}

/** Programs for the Java machine, by their Maven coordinates; what they need comes with them. */
export interface JavaArchives {
  readonly name: string;
  /** `group:artifact:version`. */
  readonly artifacts: readonly string[];
}

/** The versions that a toolkit installs, for this machine's Python: their digests are those of the image's. */
const pinned = (packages: readonly PythonPackage[]): readonly string[] => [
  ...new Set(packages.map(([name, version]) => `${name}==${version}`)),
];

// One line for each toolkit that is run with packages of Python, in the order of their names.
export const PYTHON_PACKAGES = [
  { name: 'airflow', packages: AIRFLOW_PACKAGES },
  { name: 'dvc', packages: DVC_PACKAGES },
  { name: 'kafka', packages: ['kafka-python==3.0.12'] },
  { name: 'onnx-runtime', packages: pinned([...API_PACKAGES, ...ONNX_PACKAGES]) },
  // What is in the image, and what the toolkit adds to it.
  { name: 'mlflow', packages: ['mlflow==3.16.1', ...pinned(MLFLOW_PACKAGES)] },
  { name: 'postgres', packages: ['psycopg[binary]==3.3.9'] },
  { name: 'prediction-api', packages: pinned(API_PACKAGES) },
  // In the version of the image.
  { name: 'ray', packages: ['ray[default]==2.58.0'] },
  { name: 'redis', packages: ['redis==8.1.0'] },
  // Spark itself is among its Python package, in the version of the image.
  { name: 'spark', packages: ['pyspark==4.0.1', ...pinned(SPARK_PACKAGES)] },
  { name: 'wandb', packages: pinned(WANDB_PACKAGES) },
] as const satisfies readonly PythonPackages[];

export const JAVA_ARCHIVES = [
  // The server and its tools in the version of the image, and what leads its log to the settings.
  {
    name: 'kafka',
    artifacts: [
      'org.apache.kafka:kafka_2.13:4.3.1',
      'org.apache.kafka:kafka-tools:4.3.1',
      'org.apache.logging.log4j:log4j-slf4j-impl:2.25.4',
      'org.apache.logging.log4j:log4j-1.2-api:2.25.4',
    ],
  },
  { name: 'pekko', artifacts: PEKKO_ARTIFACTS },
] as const satisfies readonly JavaArchives[];

const POSTGRES = 'usr/lib/postgresql/15/bin';

export const DEBIAN_PARTS = [
  {
    name: 'postgres',
    packages: ['postgresql-15', 'postgresql-client-15'],
    programs: {
      postgres: `${POSTGRES}/postgres`,
      initdb: `${POSTGRES}/initdb`,
      psql: `${POSTGRES}/psql`,
      pg_isready: `${POSTGRES}/pg_isready`,
      pg_dump: `${POSTGRES}/pg_dump`,
      pg_restore: `${POSTGRES}/pg_restore`,
    },
  },
  {
    name: 'postgres-exporter',
    packages: ['prometheus-postgres-exporter'],
    programs: { 'postgres-exporter': 'usr/bin/prometheus-postgres-exporter' },
  },
  {
    name: 'redis',
    // The server is a link to a program of the tools.
    packages: ['redis-server', 'redis-tools'],
    programs: { 'redis-server': 'usr/bin/redis-server', 'redis-cli': 'usr/bin/redis-cli' },
  },
  {
    name: 'redis-exporter',
    packages: ['prometheus-redis-exporter'],
    programs: { 'redis-exporter': 'usr/bin/prometheus-redis-exporter' },
  },
] as const satisfies readonly DebianBundle[];
