import type { Fields } from '../../kubernetes/hardened-pod';
import type { Allowance, ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods } from '../build/pods';
import { environment, fromSecret } from '../build/standing';

export const AIRFLOW_PORT = 8080;
/** Its database, its logs and its settings, on the disk. */
export const AIRFLOW_HOME = '/var/lib/airflow';
/** Where it reads DAGs. */
export const DAGS_FOLDER = '/dags';
/** Where the scripts of the toolkit are. */
export const AIRFLOW_FILES = '/etc/airflow';
/** Name of the one who logs in. */
export const AIRFLOW_USER = 'lab';
export const AIRFLOW_SECRET = {
  name: 'airflow',
  keys: ['fernet-seed', 'password', 'session-key', 'token-key'],
} as const;

/** The containers of its pod. */
export type AirflowPart = 'scheduler' | 'dag-processor' | 'api-server' | 'dags';

interface AirflowSize {
  /** Tasks at once; they run in the container of the scheduler. */
  readonly parallelism: number;
  readonly scheduler: PodGroup;
  readonly disk: string;
}

const SIZES: Readonly<Record<ToolkitSize, AirflowSize>> = {
  small: { parallelism: 2, scheduler: pods(1, ['100m', '1'], ['512Mi', '1Gi'], '512Mi'), disk: '1Gi' },
  normal: { parallelism: 4, scheduler: pods(1, ['250m', '2'], ['1Gi', '2Gi'], '1Gi'), disk: '5Gi' },
  large: { parallelism: 8, scheduler: pods(1, ['500m', '4'], ['2Gi', '4Gi'], '4Gi'), disk: '10Gi' },
};

/** What each container has by the size. */
export const partsOf = (size: ToolkitSize): Readonly<Record<AirflowPart, PodGroup>> => ({
  scheduler: SIZES[size].scheduler,
  'dag-processor': pods(1, ['50m', '500m'], ['256Mi', '512Mi'], '128Mi'),
  'api-server': pods(1, ['50m', '1'], ['320Mi', '768Mi'], '128Mi'),
  dags: pods(1, ['10m', '100m'], ['32Mi', '96Mi'], '32Mi'),
});

export const allowanceFor = (size: ToolkitSize): Allowance => ({
  ...allowanceOf(Object.values(partsOf(size)), { services: 1, disks: { count: 1, size: SIZES[size].disk } }),
  pods: 1,
});

/** Variables of all parts; what they share by a Secret no file has. */
export const airflowEnvironment = (size: ToolkitSize): readonly Fields[] => [
  ...environment({
    AIRFLOW_HOME,
    AIRFLOW__API__BASE_URL: `http://localhost:${AIRFLOW_PORT}`,
    AIRFLOW__API__HOST: '0.0.0.0',
    AIRFLOW__API__PORT: String(AIRFLOW_PORT),
    AIRFLOW__API__WORKERS: '1',
    AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION: 'False',
    AIRFLOW__CORE__DAGS_FOLDER: DAGS_FOLDER,
    AIRFLOW__CORE__EXECUTION_API_SERVER_URL: `http://localhost:${AIRFLOW_PORT}/execution/`,
    AIRFLOW__CORE__EXECUTOR: 'LocalExecutor',
    AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
    AIRFLOW__CORE__PARALLELISM: String(SIZES[size].parallelism),
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE: '/tmp/passwords.json',
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS: `${AIRFLOW_USER}:admin`,
    AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL: '15',
    AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES: '1',
    AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL: '15',
    // To what kubectl shows: files of it would fill the disk.
    AIRFLOW__LOGGING__DAG_PROCESSOR_LOG_TARGET: 'stdout',
    AIRFLOW__USAGE_DATA_COLLECTION__ENABLED: 'False',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUNBUFFERED: '1',
  }),
  fromSecret('AIRFLOW__API__SECRET_KEY', AIRFLOW_SECRET.name, 'session-key'),
  fromSecret('AIRFLOW__API_AUTH__JWT_SECRET', AIRFLOW_SECRET.name, 'token-key'),
  fromSecret('FERNET_SEED', AIRFLOW_SECRET.name, 'fernet-seed'),
];

/** Starts one part. The scheduler brings the database up to date, and the others wait for it. */
export const START_SCRIPT = `#!/bin/sh
set -eu
umask 027
# What is kept of connections is encrypted by a key of 32 bytes, which is made of the Secret.
AIRFLOW__CORE__FERNET_KEY=$(python3 -c '
import base64, hashlib, os
print(base64.urlsafe_b64encode(hashlib.sha256(os.environ["FERNET_SEED"].encode()).digest()).decode())')
export AIRFLOW__CORE__FERNET_KEY
case "$1" in
  scheduler)
    airflow db migrate
    touch /tmp/migrated
    exec airflow scheduler --skip-serve-logs
    ;;
  api-server)
    printf '{"%s": "%s"}\\n' "${AIRFLOW_USER}" "$LAB_PASSWORD" > "$AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE"
    ;;
esac
# The folder is the pod's, and new with each.
until [ -e /tmp/migrated ]; do sleep 1; done
exec airflow "$1"
`;
