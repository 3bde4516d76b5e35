import { bars } from './bars';
import type { Section } from './board';
import { boardOf } from './board';
import { FULLNESS, TROUBLES } from './levels';
import { stat } from './stat';
import { timeSeries } from './time-series';
import { UNIT } from './unit';

/** While one kube-state-metrics replaces another, both tell of the same pods. */
const UNSCHEDULABLE =
  'sum by (namespace) (max by (namespace, pod) (kube_pod_status_unschedulable{job="kube-state-metrics"}))';

/** Whether a cell has room for its tenants, and whether its monitoring keeps up. */
export const CELL_CAPACITY = boardOf({
  uid: 'cell-capacity',
  title: 'Cell capacity',
  description: 'Room on the nodes of this cell, and the load that its places put on Prometheus.',
  audience: 'staff',
  from: 'now-6h',
  sections: () => [room(), nodes(), prometheus()],
});

const room = (): Section => ({
  heading: 'Room',
  lines: [
    {
      height: 4,
      panels: [
        stat({
          title: 'Places',
          description: 'Tenants of this cell: students and teams.',
          unit: UNIT.count,
          queries: [{ expr: 'cell:tenants:count', legend: 'places' }],
        }),
        stat({
          title: 'CPU requested',
          description:
            'Of what all nodes that are there can give. Over 95 % the autoscaler adds a node or pods wait.',
          unit: UNIT.ratio,
          levels: FULLNESS,
          queries: [{ expr: 'cell:cpu_requested:ratio', legend: 'requested' }],
        }),
        stat({
          title: 'Memory requested',
          description:
            'Of what all nodes that are there can give. Over 95 % the autoscaler adds a node or pods wait.',
          unit: UNIT.ratio,
          levels: FULLNESS,
          queries: [{ expr: 'cell:memory_requested:ratio', legend: 'requested' }],
        }),
        stat({
          title: 'Pods without a node',
          description:
            'Pods that fit nowhere. For minutes: a node is coming. For longer: the pool is at its maximum.',
          unit: UNIT.count,
          levels: TROUBLES,
          queries: [{ expr: `sum(${UNSCHEDULABLE}) or vector(0)`, legend: 'pods' }],
        }),
      ],
    },
    {
      height: 12,
      panels: [
        timeSeries({
          title: 'CPU',
          description:
            'Cores of all nodes, and those that pods asked for. Both grow as the autoscaler adds nodes.',
          unit: UNIT.cores,
          queries: [
            { expr: 'cell:cpu_allocatable_cores:sum', legend: 'allocatable' },
            { expr: 'cell:cpu_requested:ratio * cell:cpu_allocatable_cores:sum', legend: 'requested' },
          ],
        }),
        timeSeries({
          title: 'Memory',
          description: 'Memory of all nodes, and what pods asked for.',
          unit: UNIT.bytes,
          queries: [
            { expr: 'cell:memory_allocatable_bytes:sum', legend: 'allocatable' },
            { expr: 'cell:memory_requested:ratio * cell:memory_allocatable_bytes:sum', legend: 'requested' },
          ],
        }),
        bars({
          title: 'CPU used by place',
          description: 'The 20 places that use most. What they ask for, not this, decides how many fit.',
          unit: UNIT.cores,
          queries: [
            { expr: 'topk(20, namespace:container_cpu_usage_seconds:rate5m)', legend: '{{namespace}}' },
          ],
        }),
      ],
    },
  ],
});

const nodes = (): Section => ({
  heading: 'Nodes',
  lines: [
    {
      height: 12,
      panels: [
        bars({
          title: 'Node pools against their maximum',
          description:
            'At 100 % a pool grows no more. Raise it in cohort.yaml, and check the quota of the project first.',
          unit: UNIT.ratio,
          levels: FULLNESS,
          max: 1,
          queries: [{ expr: 'pool:nodes:count / on (pool) pool:nodes:max', legend: '{{pool}}' }],
        }),
        timeSeries({
          title: 'Nodes by pool',
          description: 'Nodes that are there, and the most that each pool may have.',
          unit: UNIT.count,
          queries: [
            { expr: 'pool:nodes:count', legend: '{{pool}}' },
            { expr: 'pool:nodes:max', legend: '{{pool}} at most' },
          ],
        }),
        bars({
          title: 'Pods without a node by place',
          description:
            'Up to 20 places whose pods fit nowhere. One place alone: it asks for more than a node has.',
          unit: UNIT.count,
          levels: TROUBLES,
          queries: [{ expr: `topk(20, ${UNSCHEDULABLE} > 0)`, legend: '{{namespace}}' }],
          nothing: 'none',
        }),
      ],
    },
  ],
});

const prometheus = (): Section => ({
  heading: 'Prometheus',
  lines: [
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Series',
          description:
            'Series in memory. It should follow the number of places; a jump is somebody who floods.',
          unit: UNIT.count,
          queries: [{ expr: 'cell:prometheus_head_series:sum', legend: 'series' }],
        }),
        timeSeries({
          title: 'Memory',
          description:
            'What Prometheus holds. Near the limit of its pod it will be killed: give it more, or scrape less.',
          unit: UNIT.bytes,
          queries: [{ expr: 'sum(process_resident_memory_bytes{job="prometheus"})', legend: 'resident' }],
        }),
        timeSeries({
          title: 'Targets that fail',
          description: 'Scrapes that got no answer, by job. Of tenants, a pod that is not up yet is usual.',
          unit: UNIT.count,
          queries: [{ expr: 'sum by (job) (up == bool 0)', legend: '{{job}}' }],
        }),
        timeSeries({
          title: 'Samples per scrape',
          description: 'What is kept of one round of scrapes, by job. Disk and memory follow it.',
          unit: UNIT.count,
          stacked: true,
          queries: [{ expr: 'sum by (job) (scrape_samples_post_metric_relabeling)', legend: '{{job}}' }],
        }),
      ],
    },
    {
      height: 12,
      panels: [
        bars({
          title: 'Samples by place',
          description:
            'The 20 places with most samples per scrape. Far above the others: too many labels or handlers.',
          unit: UNIT.count,
          queries: [{ expr: 'topk(20, namespace:scrape_samples:sum)', legend: '{{namespace}}' }],
        }),
        bars({
          title: 'New series by place',
          description:
            'The 20 places that made most new series in ten minutes. Labels that never repeat fill the memory.',
          unit: UNIT.count,
          queries: [{ expr: 'topk(20, namespace:scrape_series_added:sum10m)', legend: '{{namespace}}' }],
        }),
        bars({
          title: 'Failing targets by place',
          description:
            'Up to 20 places whose metrics cannot be read: no answer, too slow, or over the limit of samples.',
          unit: UNIT.count,
          queries: [
            {
              expr: 'topk(20, sum by (namespace) (up{job="tenants"} == bool 0) > 0)',
              legend: '{{namespace}}',
            },
          ],
          nothing: 'none',
        }),
      ],
    },
  ],
});
