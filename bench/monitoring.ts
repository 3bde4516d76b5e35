import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import {
  SCRAPE,
  SERIES_PER_TENANT,
  prometheusDisk,
  prometheusMemory,
  tenantsPrepared,
} from '../src/core/plan/monitoring-sizing';
import type { ServerNumbers } from './monitoring/prometheus-run';
import { PrometheusRun } from './monitoring/prometheus-run';
import { ScrapedTenants } from './monitoring/scraped-tenants';

/** Seconds between two scrapes here; in a cell they are further apart. */
const INTERVAL_SECONDS = 5;
/** Samples of a series that are in memory when a run is measured: those of an hour in a cell. */
const SCRAPES = 120;
const GIBI = 2 ** 30;

const { values } = parseArgs({
  options: {
    tenants: { type: 'string', default: '60,500,1000' },
    scrapes: { type: 'string', default: String(SCRAPES) },
    'flood-pods': { type: 'string', default: '36' },
  },
});

async function measured(tenants: number, floodPods: number, scrapes: number): Promise<ServerNumbers> {
  const source = await ScrapedTenants.start(SERIES_PER_TENANT, SCRAPE.samplesPerPod);
  const server = await PrometheusRun.start(
    source.targets(tenants, floodPods),
    INTERVAL_SECONDS,
    SCRAPE.samplesPerPod,
  );
  try {
    await server.untilReady();
    await pause(INTERVAL_SECONDS * scrapes * 1_000);
    return await server.numbers();
  } finally {
    await server.stop();
    await source.stop();
  }
}

const gibi = (bytes: number): string => (bytes / GIBI).toFixed(2);

async function main(): Promise<void> {
  const scrapes = Number(values.scrapes);
  process.stdout.write(
    'tenants     series  resident GiB  heap GiB  cores at 30 s  planned GiB  disk, 30 days\n',
  );
  const tell = (name: string, numbers: ServerNumbers, planned: string, disk: string): void => {
    const cores = numbers.cpuSeconds / (scrapes * SCRAPE.intervalSeconds);
    process.stdout.write(
      `${[
        name.padEnd(9),
        String(numbers.series).padStart(9),
        gibi(numbers.residentBytes).padStart(13),
        gibi(numbers.heapBytes).padStart(9),
        cores.toFixed(3).padStart(14),
        planned.padStart(12),
        disk.padStart(15),
      ].join(' ')}\n`,
    );
  };
  const pods = Number(values['flood-pods']);
  for (const tenants of values.tenants.split(',').map(Number)) {
    const numbers = await measured(tenants, 0, scrapes);
    const planned = prometheusMemory(tenantsPrepared(tenants), pods).gibi.toFixed(0);
    tell(String(tenants), numbers, planned, prometheusDisk(tenants, 30).disk.toString());
  }
  // As many scrapes as are remembered in a cell.
  const remembered = (45 * 60) / SCRAPE.intervalSeconds;
  const flood = await measured(60, pods, remembered);
  tell(`60+flood`, flood, prometheusMemory(tenantsPrepared(60), pods).gibi.toFixed(0), '');
}

void main();
