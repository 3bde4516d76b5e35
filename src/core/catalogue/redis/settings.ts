import { Bytes, Cpu } from '../../domain/quantity';
import type { ContainerAmounts } from '../build/standing';
import type { ToolkitPlace } from '../toolkit';

/** Where the cache answers. */
export const REDIS_PORT = 6379;
/** Where its exporter shows what the board of Redis asks for. */
export const EXPORTER_PORT = 9121;

/** What the exporter takes of the allowance; the cache has the rest. */
export const EXPORTER_AMOUNTS = {
  cpu: Cpu.millis(10),
  cpuLimit: Cpu.millis(50),
  memory: Bytes.mebi(16),
  memoryLimit: Bytes.mebi(32),
  scratch: '32Mi',
} as const satisfies ContainerAmounts;

/** What the cache itself may use. */
export const cacheAmounts = ({ allowance }: Pick<ToolkitPlace, 'allowance'>): ContainerAmounts => ({
  cpu: allowance.cpu.minus(EXPORTER_AMOUNTS.cpu),
  cpuLimit: allowance.cpuLimit.minus(EXPORTER_AMOUNTS.cpuLimit),
  memory: allowance.memory.minus(EXPORTER_AMOUNTS.memory),
  memoryLimit: allowance.memoryLimit.minus(EXPORTER_AMOUNTS.memoryLimit),
  scratch: '192Mi',
});

/**
 * A cache forgets what was used longest ago; where there is a disk, it also outlives a restart.
 *
 * Keys have three quarters of the memory that the node keeps for it: the rest is for connections, and for the copy that
 * it makes of itself when it writes its file anew, for which its limit has room.
 */
export const redisSettings = (place: Pick<ToolkitPlace, 'allowance'>): string =>
  [
    'bind * -::*',
    `port ${REDIS_PORT}`,
    // The fence is the lock: nobody but the place reaches it.
    'protected-mode no',
    `maxmemory ${Math.floor((cacheAmounts(place).memory.bytes * 3) / 4)}`,
    'maxmemory-policy allkeys-lru',
    // A client that forgets to close its connections keeps no others out.
    'maxclients 1000',
    'timeout 600',
    `appendonly ${place.allowance.storage.bytes > 0 ? 'yes' : 'no'}`,
    'save ""',
    'dir /data',
    '',
  ].join('\n');

/** Settings of the exporter: a pod may show few samples, and those of single commands are many. */
export const EXPORTER_SETTINGS: Readonly<Record<string, string>> = {
  REDIS_ADDR: `redis://localhost:${REDIS_PORT}`,
  REDIS_EXPORTER_EXCLUDE_LATENCY_HISTOGRAM_METRICS: 'true',
  REDIS_EXPORTER_REDIS_ONLY_METRICS: 'true',
  REDIS_EXPORTER_WEB_LISTEN_ADDRESS: `:${EXPORTER_PORT}`,
  GOMEMLIMIT: '24MiB',
};

/** What the exporter shows and boards ask for. */
export const REDIS_METRICS: readonly string[] = [
  'redis_commands_processed_total',
  'redis_connected_clients',
  'redis_evicted_keys_total',
  'redis_keyspace_hits_total',
  'redis_keyspace_misses_total',
  'redis_memory_max_bytes',
  'redis_memory_used_bytes',
  'redis_up',
];
