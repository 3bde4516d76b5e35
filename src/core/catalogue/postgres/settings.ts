import type { Cpu } from '../../domain/quantity';
import { Bytes } from '../../domain/quantity';
import type { ToolkitSize } from '../allowance';
import type { Allowance } from '../allowance';
import { allowanceOf, pods } from '../build/pods';
import type { PodGroup } from '../build/pods';

export const POSTGRES_PORT = 5432;
export const POSTGRES_EXPORTER_PORT = 9187;

/** Name of the user, and of its database. */
export const POSTGRES_USER = 'lab';

/** What a database has by its size. */
interface DatabaseSize {
  readonly cpu: readonly [string, string];
  readonly memory: readonly [string, string];
  readonly disk: string;
  /** The largest dump that fits; dumps are packed. */
  readonly dump: string;
}

const SIZES: Readonly<Record<ToolkitSize, DatabaseSize>> = {
  small: { cpu: ['100m', '500m'], memory: ['192Mi', '384Mi'], disk: '1Gi', dump: '512Mi' },
  normal: { cpu: ['250m', '1'], memory: ['512Mi', '1Gi'], disk: '4Gi', dump: '1Gi' },
  large: { cpu: ['500m', '2'], memory: ['1Gi', '2Gi'], disk: '10Gi', dump: '2Gi' },
};

/** The containers of the database's pod, and of the pod that backs it up. */
export interface DatabaseAmounts {
  readonly database: PodGroup;
  readonly exporter: PodGroup;
  readonly backup: PodGroup;
  readonly dump: Bytes;
}

export function amountsFor(size: ToolkitSize): DatabaseAmounts {
  const { cpu, memory, dump } = SIZES[size];
  return {
    database: pods(1, cpu, memory, '256Mi'),
    exporter: pods(1, ['10m', '50m'], ['24Mi', '48Mi'], '32Mi'),
    backup: pods(1, ['20m', '250m'], ['32Mi', '128Mi'], Bytes.parse(dump).plus(Bytes.mebi(64)).toString()),
    dump: Bytes.parse(dump),
  };
}

export function allowanceFor(size: ToolkitSize): Allowance {
  const { database, exporter, backup } = amountsFor(size);
  const disks = { count: 1, size: SIZES[size].disk };
  // The exporter stands in the pod of the database.
  return { ...allowanceOf([database, exporter, backup], { services: 1, disks }), pods: 2 };
}

/** What the settings follow from. */
export interface DatabaseRoom {
  readonly cpu: Cpu;
  readonly memory: Bytes;
  readonly disk: Bytes;
}

const mebibytes = (amount: Bytes, share: number): string =>
  `${Math.max(1, Math.floor((amount.bytes * share) / 2 ** 20))}MB`;

/** Settings of a database that is alone in its container: few connections, and a log of what was slow. */
export const postgresSettings = ({ memory, disk }: Omit<DatabaseRoom, 'cpu'>): string =>
  [
    "listen_addresses = '*'",
    `port = ${POSTGRES_PORT}`,
    // Each has a process of its own: a pool in the service is cheaper than more of them.
    'max_connections = 40',
    'password_encryption = scram-sha-256',
    `shared_buffers = ${mebibytes(memory, 1 / 4)}`,
    `effective_cache_size = ${mebibytes(memory, 3 / 4)}`,
    `work_mem = ${mebibytes(memory, 1 / 64)}`,
    `maintenance_work_mem = ${mebibytes(memory, 1 / 16)}`,
    // /dev/shm of a container is small: parallel queries share files in the data folder.
    'dynamic_shared_memory_type = mmap',
    'max_parallel_workers_per_gather = 1',
    // The log of changes never takes more than a quarter of the disk, but while it is written away.
    `max_wal_size = ${mebibytes(disk, 1 / 4)}`,
    `min_wal_size = ${mebibytes(disk, 1 / 16)}`,
    'wal_level = minimal',
    'max_wal_senders = 0',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    'log_min_duration_statement = 500',
    'log_connections = off',
    // A transaction that was forgotten open holds what others wait for.
    'idle_in_transaction_session_timeout = 600000',
    '',
  ].join('\n');

/** Settings of the exporter: a pod may show few samples, and those of the settings alone are hundreds. */
export const POSTGRES_EXPORTER_SETTINGS: Readonly<Record<string, string>> = {
  DATA_SOURCE_URI: `localhost:${POSTGRES_PORT}/${POSTGRES_USER}?sslmode=disable`,
  DATA_SOURCE_USER: POSTGRES_USER,
  PG_EXPORTER_DISABLE_SETTINGS_METRICS: 'true',
  PG_EXPORTER_WEB_LISTEN_ADDRESS: `:${POSTGRES_EXPORTER_PORT}`,
  GOMEMLIMIT: '36MiB',
};
