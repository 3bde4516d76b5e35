import type { MachineType } from '../domain/machine-types';
import { MACHINE_TYPES } from '../domain/machine-types';
import { Bytes, Cpu } from '../domain/quantity';
import type { MonitoringPlan } from './monitoring-plan';

/** What a tenant's pods are asked for, and how often. */
export const SCRAPE: MonitoringPlan['scrape'] = {
  intervalSeconds: 30,
  timeoutSeconds: 10,
  samplesPerPod: 500,
  bodyBytes: Bytes.mebi(4),
  labelsPerSample: 30,
  labelNameLength: 64,
  labelValueLength: 256,
};

/** Series of a tenant who does nothing unusual: own metrics, objects, containers, records. */
export const SERIES_PER_TENANT = 900;
/** Memory of a series that stays: 3.3 KiB were measured (docs/monitoring.md), and rollouts bring others in its place. */
const BYTES_PER_SERIES = 6 * 1024;
/** Memory of a series that is shown once and never again: 1.7 KiB were measured. */
const BYTES_PER_PASSING_SERIES = 2 * 1024;
/** Scrapes for which a series that is gone stays in memory: the youngest block, half again as long. */
const SCRAPES_REMEMBERED = (45 * 60) / SCRAPE.intervalSeconds;
/** The server itself, and eight queries of 32 MB. */
const OWN_MEMORY = Bytes.mebi(640);

/** Disk of one sample. @see https://prometheus.io/docs/prometheus/latest/storage/ (1 to 2 bytes, read 2026-11) */
const BYTES_PER_SAMPLE = 2;
const DAY_SECONDS = 86_400;

const wholeGibi = (bytes: number): Bytes => Bytes.gibi(Math.ceil(bytes / 2 ** 30));

/** Memory of a Prometheus that has `tenants`, and among them one who floods it from all of `pods` pods. */
export function prometheusMemory(tenants: number, pods: number): Bytes {
  const usual = tenants * SERIES_PER_TENANT * BYTES_PER_SERIES;
  const flood = pods * SCRAPE.samplesPerPod * SCRAPES_REMEMBERED * BYTES_PER_PASSING_SERIES;
  return wholeGibi(OWN_MEMORY.bytes + usual + flood);
}

/** Cores that collecting from `tenants` takes, rules and queries among it. */
export function prometheusCpu(tenants: number): Cpu {
  return Cpu.millis(200 + 100 * Math.ceil(tenants / 100));
}

/** Share of the disk that blocks may fill; the rest is for the log of what is not yet in a block. */
const BLOCKS_SHARE = 0.8;
/** How much more than usual there is room for. */
const DISK_MARGIN = 1.5;

/**
 * Disk for `days` of what `enrolled` tenants usually give, in steps of 50 tenants and 10 GiB. Counted are all who ever were:
 * a disk can grow and not shrink.
 */
export function prometheusDisk(
  enrolled: number,
  days: number,
): Pick<MonitoringPlan['retention'], 'disk' | 'blocks'> {
  const tenants = Math.max(1, Math.ceil(enrolled / 50)) * 50;
  const samples = (tenants * SERIES_PER_TENANT * days * DAY_SECONDS) / SCRAPE.intervalSeconds;
  const bytes = (samples * BYTES_PER_SAMPLE * DISK_MARGIN) / BLOCKS_SHARE;
  const disk = Bytes.gibi(10 * Math.ceil(bytes / (10 * 2 ** 30)));
  return { disk, blocks: disk.times(BLOCKS_SHARE) };
}

/** Tenants that a cell is made ready for: its nodes and its Prometheus change with each 250, not with each student. */
export const tenantsPrepared = (tenants: number): number => Math.max(1, Math.ceil(tenants / 250)) * 250;

/** What stands beside Prometheus on the system nodes, with room for an upgrade. */
const BESIDE = Bytes.mebi(1024);

/** Smallest machine on which a Prometheus of this size finds room. */
export function systemMachine(prometheus: Bytes): MachineType {
  const sizes: readonly MachineType[] = ['e2-standard-2', 'e2-standard-4', 'e2-standard-8', 'e2-standard-16'];
  const needed = prometheus.plus(BESIDE).bytes;
  return sizes.find((name) => MACHINE_TYPES[name].memory.bytes >= needed) ?? sizes.at(-1)!;
}
