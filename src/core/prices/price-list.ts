import type { Region } from '../config/regions';
import type { Accelerator } from '../domain/gpu-machines';

/** A list price. US dollars as a number: prices have up to eight decimals, Money has six. */
export interface Price {
  readonly usd: number;
  /** Where it is published. */
  readonly source: string;
  /** Month in which it was read there: `2026-11`. */
  readonly read: string;
}

/** Where a price was read and when, in words. */
export const readWords = ({ source, read }: Price): string => `${source}, ${read}`;

/** What a machine's parts cost on demand, before any discount. */
export interface MachinePrices {
  /** One vCPU for an hour. */
  readonly vcpuHour: Price;
  /** One GiB of memory for an hour. */
  readonly gibHour: Price;
}

/** What a service on Cloud Run costs that is billed by request. */
export interface CloudRunPrices {
  readonly vcpuSecond: Price;
  readonly gibSecond: Price;
  readonly millionRequests: Price;
}

/** What the way out of a network without public addresses costs. */
export interface NatPrices {
  /** For each machine that uses it, up to 32 of them; beyond that Google asks as for 32. */
  readonly machineHour: Price;
  readonly addressHour: Price;
  /** Each GiB that goes through it, in and out. */
  readonly gib: Price;
}

/** Family of machines that have one price for each vCPU and GiB, whatever their size. */
export type MachineFamily = 'e2' | 'n2';

/** What Google charges for what a place can use, by its public list: discounts and spot prices are not in it. */
export interface PriceList {
  /** Region that was asked for. */
  readonly region: Region;
  /** Region whose prices these are: another one where the list of `region` is not known here. */
  readonly listRegion: Region;
  readonly machines: Readonly<Record<MachineFamily, MachinePrices>>;
  /** Family whose prices the requests of containers are counted with. */
  readonly family: MachineFamily;
  /** One GiB of a balanced disk for a month. */
  readonly balancedDiskGibMonth: Price;
  /** One GiB for a month in a bucket of one region, of the class Standard. */
  readonly bucketGibMonth: Price;
  /** One forwarding rule of an external load balancer for an hour; Google asks less from the sixth on. */
  readonly forwardingRuleHour: Price;
  /** A million samples taken in by Managed Service for Prometheus; Google asks less beyond 50 billion a month. */
  readonly prometheusMillionSamples: Price;
  /** The smallest machine with one GPU for an hour, on demand. */
  readonly gpuMachineHour: Readonly<Record<Accelerator, Price>>;
  /** Cloud Run while it answers requests, beyond what Google gives away each month. */
  readonly cloudRun: CloudRunPrices;
  /** One image that is looked through for vulnerabilities, by its digest; looking again costs nothing. */
  readonly imageScan: Price;
  readonly nat: NatPrices;
  /** One GiB of logs that is stored, for 30 days; 50 a month in each project cost nothing. */
  readonly logGib: Price;
  /** Hours that Google counts in a month. */
  readonly hoursPerMonth: number;
}

const CATALOGUE = 'Cloud Billing Catalog (cloud.google.com/skus)';

/** That page shows prices to browsers only: these are what several public tables agree on, to a cent. */
const GPU_PRICING = 'cloud.google.com/compute/gpus-pricing, as quoted by others';

const IOWA = {
  machines: {
    e2: {
      vcpuHour: { usd: 0.02181159, source: `${CATALOGUE}, SKU CF4E-A0C7-E3BF`, read: '2026-09' },
      gibHour: { usd: 0.00292353, source: `${CATALOGUE}, SKU F449-33EC-A5EF`, read: '2026-09' },
    },
    n2: {
      vcpuHour: { usd: 0.031611, source: `${CATALOGUE}, SKU BB77-5FDA-69D9`, read: '2026-11' },
      gibHour: { usd: 0.004237, source: `${CATALOGUE}, SKU 5B01-D157-A097`, read: '2026-11' },
    },
  },
  balancedDiskGibMonth: { usd: 0.1, source: `${CATALOGUE}, Balanced PD Capacity`, read: '2026-11' },
  bucketGibMonth: { usd: 0.02, source: 'cloud.google.com/storage/pricing, standard class', read: '2026-11' },
  forwardingRuleHour: { usd: 0.025, source: 'cloud.google.com/load-balancing/pricing', read: '2026-11' },
  prometheusMillionSamples: { usd: 0.06, source: 'cloud.google.com/stackdriver/pricing', read: '2026-11' },
  gpuMachineHour: {
    'nvidia-l4': { usd: 0.71, source: `${GPU_PRICING} for g2-standard-4`, read: '2026-09' },
    'nvidia-tesla-t4': { usd: 0.54, source: `${GPU_PRICING} for n1-standard-4 with it`, read: '2026-09' },
  },
  cloudRun: {
    vcpuSecond: { usd: 0.000024, source: 'cloud.google.com/run/pricing, tier 1', read: '2026-11' },
    gibSecond: { usd: 0.0000025, source: 'cloud.google.com/run/pricing, tier 1', read: '2026-11' },
    millionRequests: { usd: 0.4, source: 'cloud.google.com/run/pricing, tier 1', read: '2026-11' },
  },
  imageScan: { usd: 0.26, source: 'cloud.google.com/artifact-analysis/pricing', read: '2026-11' },
  nat: {
    machineHour: { usd: 0.0014, source: 'cloud.google.com/nat/pricing', read: '2026-11' },
    addressHour: { usd: 0.005, source: 'cloud.google.com/nat/pricing', read: '2026-11' },
    gib: { usd: 0.045, source: 'cloud.google.com/nat/pricing', read: '2026-11' },
  },
  logGib: { usd: 0.5, source: 'cloud.google.com/stackdriver/pricing', read: '2026-11' },
  hoursPerMonth: 730,
} as const satisfies Partial<PriceList>;

/** Regions whose whole list was read. */
const LISTS: { readonly [region in Region]?: Omit<PriceList, 'region' | 'listRegion' | 'family'> } = {
  'us-central1': IOWA,
};

/** Prices in `region`, for machines of `family`; those of us-central1 where the region's own are not known. */
export function priceListFor(region: Region, family: MachineFamily = 'e2'): PriceList {
  const own = LISTS[region];
  return { region, listRegion: own === undefined ? 'us-central1' : region, family, ...(own ?? IOWA) };
}

/** Family of a machine type, whose name begins with it: `e2-standard-4` is of `e2`. */
export const familyOf = (machineType: `${MachineFamily}-${string}`): MachineFamily =>
  machineType.startsWith('n2-') ? 'n2' : 'e2';
