import { TOOLKITS } from '../../../src/core/catalogue/catalogue';
import { dashboardFaults } from '../../../src/core/catalogue/contract/dashboard-faults';
import type { Toolkit } from '../../../src/core/catalogue/toolkit';
import { TENANT_BOARDS } from '../../../src/monitoring/dashboards/boards';
import { TENANT_OVERVIEW } from '../../../src/monitoring/dashboards/tenant-overview.board';
import { placeOf } from './a-place';
import { GOOD_TOOLKIT } from './a-toolkit';
import { KNOWN_BOARDS } from './known-boards';

const faults = (toolkit: Toolkit): readonly string[] =>
  dashboardFaults(toolkit, placeOf(toolkit, 'small'), KNOWN_BOARDS);

test.each(TOOLKITS.map((toolkit) => [toolkit.id, toolkit] as const))(
  'Panels that are said to show %s exist, and ask for what it shows or what the cluster collects',
  (_, toolkit) => expect(faults(toolkit)).toEqual([]),
);

test('Each board of tenants but the overview shows a toolkit', () => {
  const named = new Set(
    TOOLKITS.flatMap(({ dashboards }) => ('none' in dashboards ? [] : dashboards.map(({ board }) => board))),
  );
  expect([...named].sort()).toEqual(TENANT_BOARDS.map(({ uid }) => uid).sort());
  expect(named).toContain(TENANT_OVERVIEW.uid);
});

const DISKS = { board: 'tenant-overview', panels: ['Disks'] } as const;

test('A toolkit that is shown as it should be has no fault', () => expect(faults(GOOD_TOOLKIT)).toEqual([]));

test.each<readonly [string, Partial<Toolkit>, string]>([
  [
    'a board that there is not',
    { dashboards: [DISKS, { board: 'sample', panels: ['CPU'] }] },
    'dashboards: sample has no panel "CPU"',
  ],
  [
    'a panel that there is not',
    { dashboards: [DISKS, { board: 'redis', panels: ['Speed'] }] },
    'dashboards: redis has no panel "Speed"',
  ],
  [
    'a panel of what only others show',
    { dashboards: [DISKS, { board: 'redis', panels: ['Evictions'] }] },
    'dashboards: nothing of it shows redis_evicted_keys_total, which "Evictions" of redis asks for',
  ],
  [
    'a panel of what is recorded of what only others show',
    { dashboards: [{ board: 'tenant-overview', panels: ['Disks', 'Slowest 1 % (p99)'] }] },
    'dashboards: nothing of it shows http_request_duration_seconds_bucket, which "Slowest 1 % (p99)" of tenant-overview asks for',
  ],
  [
    'no panel',
    { dashboards: [DISKS, { board: 'redis', panels: [] }] },
    'dashboards: no panel of redis is named',
  ],
  ['a board twice', { dashboards: [DISKS, DISKS] }, 'dashboards: tenant-overview stands twice'],
  [
    'no panel for its disk',
    { dashboards: [{ board: 'tenant-overview', panels: ['CPU'] }] },
    'dashboards: nothing shows how full its disk is',
  ],
  [
    'no board, and pods',
    { dashboards: { none: 'x' } },
    'dashboards: there is none, and the place has pods of it',
  ],
  [
    'metrics that nobody reads',
    { metrics: ['sample_up'] },
    'metrics: no pod that stands or that an example starts has the label prometheus.io/scrape',
  ],
])('A toolkit with %s is refused', (_, change, fault) =>
  expect(faults({ ...GOOD_TOOLKIT, ...change })).toEqual([fault]),
);

test('Pods that are read show metrics that the toolkit names', () => {
  const redis = TOOLKITS.find(({ id }) => id === 'redis')!;
  expect(faults({ ...redis, metrics: [], dashboards: [DISKS] })).toEqual([
    'metrics: none is named, and a pod has the label prometheus.io/scrape',
  ]);
});

test('A toolkit that is shown nowhere says why', () => {
  const cloudRun = TOOLKITS.find(({ id }) => id === 'cloud-run')!;
  expect(faults({ ...cloudRun, dashboards: { none: ' ' } })).toEqual([
    'dashboards: does not say why there is none',
  ]);
});
