import type { MonitoringPlan } from '../../../src/core/plan/monitoring-plan';
import {
  SCRAPE,
  SERIES_PER_TENANT,
  daysOnDisk,
  prometheusMemory,
  systemMachine,
  tenantsPrepared,
} from '../../../src/core/plan/monitoring-sizing';
import { MACHINE_TYPES } from '../../../src/core/domain/machine-types';
import { Bytes } from '../../../src/core/domain/quantity';
import { examplePlan } from '../../stacks/example-plans';
import { aConfig } from '../sample-cohort';
import { aPlan } from './a-plan';

const w255 = examplePlan('w255-spring');
const monitoring = w255.cells[0]!.cluster!.monitoring;

describe('The plan of a cell’s monitoring', () => {
  test('knows every tenant, by namespace and in order', () => {
    const namespaces = monitoring.alerts.tenants.map(({ namespace }) => namespace);
    const all = w255.shards.flatMap(({ tenants }) => tenants.map(({ namespace }) => namespace));
    expect(namespaces).toEqual([...all].sort());
    expect(monitoring.grafanas).toEqual(namespaces);
  });

  test('keeps Grafanas awake from the first lab that needs them to the end of the last', () => {
    const labs = w255.labs.filter(({ toolkits }) => toolkits.some(({ id }) => id === 'grafana'));
    const opens = labs.map((lab) => lab.opens).sort();
    const closes = labs.map((lab) => lab.closes).sort();
    expect(monitoring.grafanaAwake).toEqual([{ opens: opens[0], closes: closes.at(-1) }]);
  });

  test('has the disk that the cohort names, whoever joins: Kubernetes changes none of a StatefulSet', () => {
    expect(monitoring.retention).toEqual({ days: 30, disk: Bytes.gibi(50) });
  });

  test('has one budget for all who are not named', () => {
    expect(monitoring.budgets).toEqual([{ usd: 60, namespaces: 'rest' }]);
  });

  test('counts the hours of the term, the clock’s change among them', () => {
    // 2027-01-11 00:00 PST to 2027-04-24 00:00 PDT.
    expect(monitoring.termHours).toBe(103 * 24 - 1);
  });

  test('says the most nodes of the pool that labs run on', () => {
    const { lab } = w255.cells[0]!.cluster!.pools;
    expect(monitoring.pools).toEqual([{ name: lab.name, maxNodes: lab.maxNodes }]);
  });
});

test('A tenant with a cluster of its own is the only one there', () => {
  const tenants = examplePlan('tier-cluster').shards.flatMap((shard) => shard.tenants);
  const own = tenants.filter(({ cluster }) => cluster !== undefined);
  expect(own.length).toBeGreaterThan(0);
  const { memory } = examplePlan('tier-namespace').cells[0]!.cluster!.monitoring.prometheus;
  for (const { cluster } of own)
    expect(cluster!.monitoring.prometheus.memory.bytes).toBeLessThan(memory.bytes);
  for (const { namespace, cluster } of own)
    expect(cluster!.monitoring.alerts.tenants.map((each) => each.namespace)).toEqual([namespace]);
});

describe('Sizes', () => {
  test('a Prometheus fits the machine that is chosen for it, for as many as a cell takes', () => {
    for (const tenants of [1, 60, 250, 500, 1_000]) {
      const memory = prometheusMemory(tenants, 40);
      expect(MACHINE_TYPES[systemMachine(memory)].memory.bytes).toBeGreaterThan(memory.bytes);
    }
  });

  test('grow with tenants, and not with each of them: nodes are not changed because somebody joins', () => {
    const memory = (tenants: number): number => prometheusMemory(tenantsPrepared(tenants), 30).bytes;
    expect(new Set([1, 2, 60, 249, 250].map(memory)).size).toBe(1);
    expect(memory(251)).toBeGreaterThan(memory(250));
  });

  test('tell for how long metrics have room', () => {
    const disk = Bytes.gibi(50);
    expect(daysOnDisk(60, disk)).toBeGreaterThan(30);
    expect(daysOnDisk(1_000, disk)).toBeLessThan(30);
    expect(daysOnDisk(60, Bytes.gibi(100))).toBeGreaterThanOrEqual(2 * daysOnDisk(60, disk));
  });

  test('hold one who floods from every pod, beside all others', () => {
    const calm = prometheusMemory(60, 0).bytes;
    const scrapes = (45 * 60) / SCRAPE.intervalSeconds;
    expect(prometheusMemory(60, 30).bytes - calm).toBeGreaterThan(30 * SCRAPE.samplesPerPod * scrapes * 1024);
    expect(SERIES_PER_TENANT).toBeGreaterThan(SCRAPE.samplesPerPod);
  });
});

test('The cohort’s budget is that of the rest, however many have another', () => {
  const config = aConfig(
    'places:\n  - { student: ada@example.edu, budget: 90 USD }\n  - { student: bo@example.edu, budget: 90 USD }\n',
  );
  expect(aPlan({ config }).cells[0]!.cluster!.monitoring.budgets).toEqual([
    { usd: 60, namespaces: 'rest' },
    { usd: 90, namespaces: ['ada', 'bo'] },
  ]);
});

test('Nothing of it is an address of ours', () => {
  const plan: MonitoringPlan = monitoring;
  expect(plan.alerts.smtp).toBeUndefined();
});
