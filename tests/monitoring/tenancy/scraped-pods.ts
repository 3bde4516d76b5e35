import { until } from '../../fence/until';
import { ASKER, TENANTS } from './cast';
import type { MetricsServer } from './metrics-server';

/** A target of the job that reads tenants' pods. */
export interface ScrapedPod {
  readonly namespace: string;
  readonly pod: string;
  /** Address without the port. */
  readonly host: string;
  readonly health: 'up' | 'down' | 'unknown';
}

interface Targets {
  readonly activeTargets: readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly scrapeUrl: string;
    readonly health: ScrapedPod['health'];
  }[];
}

/** Targets of tenants, as Prometheus itself lists them. */
export async function scrapedPods(server: MetricsServer): Promise<readonly ScrapedPod[]> {
  const { activeTargets } = await server.api<Targets>('targets?state=active');
  return activeTargets
    .filter(({ labels }) => labels['job'] === 'tenants')
    .map(({ labels, scrapeUrl, health }) => ({
      namespace: labels['namespace']!,
      pod: labels['pod']!,
      host: /^http:\/\/([^:/]+):/.exec(scrapeUrl)![1]!,
      health,
    }));
}

/** Waits until each target was read or failed, rules have recorded all they will, and an alert waits for each tenant. */
export async function untilAllIsScraped(server: MetricsServer): Promise<void> {
  await until('every target was tried', async () => {
    const { activeTargets } = await server.api<Targets>('targets?state=active');
    return activeTargets.length > 0 && activeTargets.every(({ health }) => health !== 'unknown');
  });
  await until('rules have recorded, and alerts wait', async () => {
    const recorded = await server.api<{ result: readonly unknown[] }>(
      'query?query=namespace:container_memory_working_set_bytes:sum',
    );
    const { alerts } = await server.api<{ alerts: readonly { labels: Record<string, string> }[] }>('alerts');
    const alarmed = new Set(alerts.map(({ labels }) => labels['namespace']));
    return (
      recorded.result.length >= TENANTS.length && TENANTS.every(({ namespace }) => alarmed.has(namespace))
    );
  });
  // Rates are recorded from the second sample on: what the asker has is still growing at first.
  const own = `{__name__=~".+",namespace="${ASKER.namespace}"}`;
  await until('nothing is added any more', async () => {
    const steady = encodeURIComponent(`count(${own}) == count(${own} offset 3s)`);
    return (await server.api<{ result: readonly unknown[] }>(`query?query=${steady}`)).result.length > 0;
  });
}
