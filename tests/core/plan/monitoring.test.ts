import type { MonitoringPlan } from '../../../src/core/plan/monitoring-plan';
import {
  SCRAPE,
  SERIES_PER_TENANT,
  prometheusDisk,
  prometheusMemory,
  systemMachine,
  tenantsPrepared,
} from '../../../src/core/plan/monitoring-sizing';
import { MACHINE_TYPES } from '../../../src/core/domain/machine-types';
import { examplePlan } from '../../stacks/example-plans';
import { aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';
import { after, aPlan } from './a-plan';

const w255 = examplePlan('w255-spring');
const monitoring = w255.cells[0]!.cluster!.monitoring;

describe('The plan of a cell’s monitoring', () => {
  test('knows every tenant, by namespace and in order', () => {
    const namespaces = monitoring.alerts.tenants.map(({ namespace }) => namespace);
    const all = w255.shards.flatMap(({ tenants }) => tenants.map(({ namespace }) => namespace));
    expect(namespaces).toEqual([...all].sort());
    const grafanas = monitoring.toolkits.filter(({ toolkit }) => toolkit === 'grafana');
    expect(grafanas.flatMap(({ namespaces: places }) => places).sort()).toEqual(namespaces);
  });

  test('keeps a Grafana awake while a lab of its place needs it', () => {
    const places = w255.shards.flatMap(({ tenants }) => tenants);
    for (const kind of ['student', 'team'] as const) {
      const { namespace, labs } = places.find((place) => place.kind === kind)!;
      const using = w255.labs.filter(
        ({ id, toolkits }) => labs.includes(id) && toolkits.some((toolkit) => toolkit.id === 'grafana'),
      );
      const row = monitoring.toolkits.find(({ namespaces }) => namespaces.includes(namespace))!;
      const at = (instant: string): boolean =>
        row.awake.some(({ opens, closes }) => opens <= instant && instant < closes);
      for (const { opens, closes } of using) expect([at(opens), at(closes)]).toEqual([true, false]);
    }
  });

  test('has a disk for all who ever were in the cell, a place that was destroyed among them', () => {
    const students = aRoster(Array.from({ length: 51 }, (_, n) => aStudent(`s${n}`)));
    const config = aConfig();
    const ledger = enrolled(config, students, aCourse());
    const disk = (known: typeof ledger) =>
      aPlan({ config, roster: students, ledger: known }).cells[0]!.cluster!.monitoring.retention;
    const left = [1, 2, 3].reduce((all, n) => after(all, 'destroyed', `s${n}@example.edu`), ledger);
    expect(disk(left)).toEqual(disk(ledger));
    expect(disk(ledger).disk).toEqual(prometheusDisk(51, 30).disk);
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

  test('a disk grows with the places that ever were and with the days, and never shrinks', () => {
    const gibi = (enrolled: number, days: number): number => prometheusDisk(enrolled, days).disk.gibi;
    expect(new Set([1, 20, 50].map((enrolled) => gibi(enrolled, 30))).size).toBe(1);
    expect(gibi(51, 30)).toBeGreaterThan(gibi(50, 30));
    expect(gibi(50, 90)).toBeGreaterThan(gibi(50, 30));
    for (let enrolled = 1; enrolled < 1_000; enrolled += 7)
      expect(gibi(enrolled + 7, 30)).toBeGreaterThanOrEqual(gibi(enrolled, 30));
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
