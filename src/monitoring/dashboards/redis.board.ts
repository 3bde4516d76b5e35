import type { Section } from './board';
import { boardOf } from './board';
import { FULLNESS } from './levels';
import { stat } from './stat';
import { timeSeries } from './time-series';
import { UNIT } from './unit';

/** How a tenant's cache does. */
export const REDIS = boardOf({
  uid: 'redis',
  title: 'Redis',
  description: 'Whether your cache is up, what it saves you, and whether it is too small.',
  audience: 'tenant',
  from: 'now-1h',
  sections: () => [now(), overTime()],
});

const HITS = 'namespace:redis_keyspace_hits:ratio5m';
const MEMORY = 'max by (pod) (redis_memory_used_bytes{job="tenants"})';
/** Redis says 0 where it has no limit: there a share of it means nothing. */
const LIMIT = 'max by (pod) (redis_memory_max_bytes{job="tenants"} > 0)';

const now = (): Section => ({
  heading: 'Now',
  lines: [
    {
      height: 4,
      panels: [
        stat({
          title: 'Redis',
          description:
            'Whether the exporter beside it reaches Redis. Down: see its pod, and that its Service is `redis`.',
          unit: UNIT.count,
          levels: { base: 'red', steps: [{ from: 1, color: 'green' }] },
          words: { 0: 'down', 1: 'up' },
          queries: [{ expr: 'min(redis_up{job="tenants"})', legend: 'up' }],
          nothing: 'no exporter',
        }),
        stat({
          title: 'Cache hits',
          description:
            'Share of look-ups that found something. Low: keys differ for the same question, or expire too soon.',
          unit: UNIT.ratio,
          queries: [{ expr: HITS, legend: 'hits' }],
          nothing: 'no look-ups',
        }),
        stat({
          title: 'Memory',
          description:
            'Share of its own limit that Redis uses. When full it evicts keys, or refuses to write.',
          unit: UNIT.ratio,
          levels: FULLNESS,
          queries: [{ expr: `max(${MEMORY} / ${LIMIT})`, legend: 'used' }],
          nothing: 'no limit set',
        }),
        stat({
          title: 'Clients',
          description:
            'Open connections. It grows without end: your service opens one for each request. Use a pool.',
          unit: UNIT.count,
          queries: [{ expr: 'sum(redis_connected_clients{job="tenants"})', legend: 'clients' }],
        }),
      ],
    },
  ],
});

const overTime = (): Section => ({
  heading: 'Over time',
  lines: [
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Cache hits',
          description: 'It starts at 0 with an empty cache and rises with traffic.',
          unit: UNIT.ratio,
          queries: [{ expr: HITS, legend: 'hits' }],
          nothing: 'no look-ups',
        }),
        timeSeries({
          title: 'Look-ups',
          description: 'Hits and misses. Every miss is a prediction that the model has to make.',
          unit: UNIT.operationsPerSecond,
          stacked: true,
          queries: [
            { expr: 'sum(rate(redis_keyspace_hits_total{job="tenants"}[5m]))', legend: 'hits' },
            { expr: 'sum(rate(redis_keyspace_misses_total{job="tenants"}[5m]))', legend: 'misses' },
          ],
        }),
        timeSeries({
          title: 'Commands',
          description: 'All that Redis was asked to do. Many for each request: fetch several keys at once.',
          unit: UNIT.operationsPerSecond,
          queries: [
            {
              expr: 'sum by (pod) (rate(redis_commands_processed_total{job="tenants"}[5m]))',
              legend: '{{pod}}',
            },
          ],
        }),
      ],
    },
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Memory',
          description:
            'What Redis holds and the limit that it was given. Give keys a time to live before they meet.',
          unit: UNIT.bytes,
          queries: [
            { expr: MEMORY, legend: '{{pod}} used' },
            { expr: LIMIT, legend: '{{pod}} limit' },
          ],
        }),
        timeSeries({
          title: 'Evictions',
          description:
            'Keys thrown out for want of memory. Any at all: the cache is too small for what you keep.',
          unit: UNIT.operationsPerSecond,
          queries: [
            { expr: 'sum by (pod) (rate(redis_evicted_keys_total{job="tenants"}[5m]))', legend: '{{pod}}' },
          ],
        }),
        timeSeries({
          title: 'Clients',
          description: 'Open connections, of your service and of the exporter.',
          unit: UNIT.count,
          queries: [{ expr: 'sum by (pod) (redis_connected_clients{job="tenants"})', legend: '{{pod}}' }],
        }),
      ],
    },
  ],
});
