import type { MonitoringPlan } from '../../../src/core/plan/monitoring-plan';
import { SCRAPE } from '../../../src/core/plan/monitoring-sizing';
import { TAGGED_IMAGES } from '../../../src/core/domain/pinned-images';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { priceListFor } from '../../../src/core/prices/price-list';
import { TROUBLED } from './place';

/** The plan of the generated cell: W255's budget for each place, and a small one where there is trouble. */
export const GENERATED_PLAN: MonitoringPlan = {
  collector: 'in-cluster',
  images: TAGGED_IMAGES,
  domain: 'labs.example.edu',
  scrape: SCRAPE,
  retention: { days: 15, disk: Bytes.gibi(20), blocks: Bytes.gibi(16) },
  prometheus: { cpu: Cpu.millis(500), memory: Bytes.gibi(2) },
  prices: priceListFor('us-central1'),
  termHours: 16 * 7 * 24,
  budgets: [
    { usd: 5, namespaces: [TROUBLED.namespace] },
    { usd: 60, namespaces: 'rest' },
  ],
  pools: [
    { name: 'lab', maxNodes: 12 },
    { name: 'system', maxNodes: 4 },
  ],
  alerts: { staff: [], tenants: [] },
  toolkits: [],
};
