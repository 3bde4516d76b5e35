import { email } from '../../../src/core/domain/ids';
import { TAGGED_IMAGES } from '../../../src/core/domain/pinned-images';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import type { MonitoringPlan } from '../../../src/core/plan/monitoring-plan';
import { priceListFor } from '../../../src/core/prices/price-list';

/** How a cell with three places is watched; `changes` replaces whole parts. */
export const aMonitoringPlan = (changes: Partial<MonitoringPlan> = {}): MonitoringPlan => ({
  collector: 'in-cluster',
  images: TAGGED_IMAGES,
  domain: 'labs.example.edu',
  scrape: {
    intervalSeconds: 30,
    timeoutSeconds: 10,
    samplesPerPod: 1_000,
    bodyBytes: Bytes.mebi(1),
    labelsPerSample: 30,
    labelNameLength: 100,
    labelValueLength: 200,
  },
  retention: { days: 15, disk: Bytes.gibi(10), blocks: Bytes.gibi(8) },
  prometheus: { cpu: Cpu.millis(500), memory: Bytes.gibi(2) },
  prices: priceListFor('us-central1'),
  termHours: 1_000,
  budgets: [
    { usd: 40, namespaces: 'rest' },
    { usd: 80, namespaces: ['team-red', 'team-blue'] },
  ],
  pools: [
    { name: 'system', maxNodes: 3 },
    { name: 'lab', maxNodes: 4 },
  ],
  alerts: {
    staff: [email('prof@example.edu')],
    tenants: [
      { namespace: 'bo', members: [email('bo@example.edu')] },
      { namespace: 'ada', members: [email('ada@example.edu')] },
      { namespace: 'team-red', members: [email('cy@example.edu'), email('di@example.edu')] },
    ],
  },
  toolkits: [],
  ...changes,
});
