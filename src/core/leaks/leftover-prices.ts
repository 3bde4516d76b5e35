import type { PriceList } from '../prices/price-list';
import { readWords } from '../prices/price-list';
import type { InventoryItem } from './inventory-item';

/** What a leftover costs for a day, or why nobody can say. */
export type DayPrice = { readonly usd: number; readonly by: string } | { readonly unknown: string };

/** US dollars that Google asks for what is not in the price list of plans: list prices of us-west1 and us-central1. */
export const LEFTOVER_PRICES = {
  /** One GiB of a disk for a month; a regional disk stands twice. */
  diskGibMonth: {
    usd: { 'pd-standard': 0.04, 'pd-ssd': 0.17 },
    source: 'cloud.google.com/compute/disks-image-pricing, 2026-11',
  },
  /** One GiB of a standard snapshot for a month: in one region, in several. */
  snapshotGibMonth: {
    usd: { regional: 0.05, multiRegional: 0.065 },
    source: 'cloud.google.com/compute/disks-image-pricing, 2026-11',
  },
  /** A reserved external address for an hour that nothing listens on. */
  unusedAddressHour: { usd: 0.01, source: 'cloud.google.com/vpc/network-pricing, 2026-11' },
  registryGibMonth: { usd: 0.1, source: 'cloud.google.com/artifact-registry/pricing, 2026-11' },
  clusterHour: { usd: 0.1, source: 'cloud.google.com/kubernetes-engine/pricing, 2026-11' },
  zoneMonth: { usd: 0.2, source: 'cloud.google.com/dns/pricing, 2026-11' },
} as const;

const GIB = 2 ** 30;
const HOURS_PER_DAY = 24;

/** Kinds that Google asks nothing for. */
const FREE = new Set([
  'compute/targetHttpProxies', 'compute/targetHttpsProxies', 'compute/targetTcpProxies', 'compute/targetSslProxies',
  'compute/targetPools', 'compute/urlMaps', 'compute/backendServices', 'compute/networkEndpointGroups',
  'compute/healthChecks', 'compute/httpHealthChecks', 'compute/sslCertificates', 'compute/firewalls',
  'compute/instanceGroups', 'compute/instanceGroupManagers', 'compute/instanceTemplates', 'compute/routes',
  'compute/routers', 'compute/subnetworks', 'compute/networks', 'certificatemanager/dnsAuthorizations',
  'certificatemanager/certificates', 'certificatemanager/certificateMaps', 'certificatemanager/certificateMapEntries', 'dns/rrsets',
  'iam/workloadIdentityPools', 'iam/roles', 'iam/serviceAccounts', 'billingbudgets/budgets', 'logging/sinks',
  'monitoring/notificationChannels', 'monitoring/alertPolicies', 'cloudresourcemanager/projects',
]); // prettier-ignore

/** What it costs for a day that `item` stands, by list and before discounts; `prices` are those of its region. */
export function dayPrice({ name, facts }: InventoryItem, prices: PriceList): DayPrice {
  const kind = `${name.service}/${name.collection}`;
  const days = prices.hoursPerMonth / HOURS_PER_DAY;
  const stored = (gib: number | undefined, usd: number, source: string): DayPrice =>
    gib === undefined
      ? { unknown: 'its size is not in the listing' }
      : { usd: (gib * usd) / days, by: source };
  const gibOfBytes = facts.sizeBytes === undefined ? undefined : facts.sizeBytes / GIB;
  if (FREE.has(kind)) return { usd: 0, by: 'free' };
  switch (kind) {
    case 'compute/disks': {
      const copies = /^[a-z]+-[a-z]+\d+$/.test(name.location ?? '') ? 2 : 1;
      const listed = diskPrice(facts.diskType, prices);
      if (listed === undefined) return { unknown: `no price here for disks of its type` };
      return stored(facts.sizeGib === undefined ? undefined : facts.sizeGib * copies, listed.usd, listed.source); // prettier-ignore
    }
    case 'compute/forwardingRules':
      return {
        usd: prices.forwardingRuleHour.usd * HOURS_PER_DAY,
        by: `${readWords(prices.forwardingRuleHour)}, one of the first five`,
      };
    case 'compute/snapshots': {
      const { usd, source } = LEFTOVER_PRICES.snapshotGibMonth;
      return stored(gibOfBytes, usd.multiRegional, source);
    }
    case 'compute/addresses':
      return addressPrice(facts);
    case 'artifactregistry/repositories':
      return stored(gibOfBytes, LEFTOVER_PRICES.registryGibMonth.usd, LEFTOVER_PRICES.registryGibMonth.source); // prettier-ignore
    case 'storage/buckets':
      return stored(gibOfBytes, prices.bucketGibMonth.usd, readWords(prices.bucketGibMonth));
    case 'container/clusters': {
      const { usd, source } = LEFTOVER_PRICES.clusterHour;
      return { usd: usd * HOURS_PER_DAY, by: `${source}, without its machines` };
    }
    case 'dns/managedZones':
      return { usd: LEFTOVER_PRICES.zoneMonth.usd / days, by: LEFTOVER_PRICES.zoneMonth.source };
    case 'container/nodePools':
    case 'compute/instances':
      return { unknown: 'what its machines cost is not counted here' };
    default:
      return { unknown: 'no price for this here' };
  }
}

function diskPrice(
  type: string | undefined,
  { balancedDiskGibMonth }: PriceList,
): { readonly usd: number; readonly source: string } | undefined {
  // What GKE makes for a claim is balanced unless its class says otherwise.
  if (type === undefined || type === 'pd-balanced')
    return { usd: balancedDiskGibMonth.usd, source: readWords(balancedDiskGibMonth) };
  const { usd, source } = LEFTOVER_PRICES.diskGibMonth;
  return Object.hasOwn(usd, type) ? { usd: usd[type as keyof typeof usd], source } : undefined;
}

function addressPrice({ internal, state }: InventoryItem['facts']): DayPrice {
  const { usd, source } = LEFTOVER_PRICES.unusedAddressHour;
  if (internal === true) return { usd: 0, by: 'an internal address is free' };
  if (state === 'IN_USE') return { usd: 0, by: 'free while a forwarding rule listens on it' };
  if (state !== 'RESERVED') return { unknown: 'the listing does not say whether something listens on it' };
  return { usd: usd * HOURS_PER_DAY, by: `${source}, as nothing listens on it` };
}

/** An amount as it is shown: dollars to a hundredth of a cent, so that a small disk is not nothing. */
export const dollars = (usd: number): string => usd.toFixed(usd > 0 && usd < 0.01 ? 4 : 2);
