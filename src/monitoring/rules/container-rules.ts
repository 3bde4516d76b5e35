import { rateByNamespace, share } from './promql';
import type { RuleGroup } from './rule';
import { group } from './rule';

/** cAdvisor tells of the pod as a whole too, and of its pause container: neither is a container of anybody's. */
const CONTAINERS = 'job="cadvisor",container!~"|POD"';

/** What containers use, by namespace. */
export const containerRules = (): RuleGroup =>
  group('containers', [
    {
      record: 'namespace:container_cpu_usage_seconds:rate5m',
      expr: rateByNamespace(`container_cpu_usage_seconds_total{${CONTAINERS}}`),
    },
    {
      record: 'namespace:container_memory_working_set_bytes:sum',
      expr: `sum by (namespace) (container_memory_working_set_bytes{${CONTAINERS}})`,
    },
    {
      record: 'namespace:container_cpu_throttled:ratio5m',
      expr: share(
        rateByNamespace(`container_cpu_cfs_throttled_periods_total{${CONTAINERS}}`),
        rateByNamespace(`container_cpu_cfs_periods_total{${CONTAINERS}}`),
      ),
    },
  ]);
