import { hoursBetween } from '../domain/time';
import type { Instant } from '../domain/time';
import type { ClassPlan } from '../plan/class-hours-plan';
import type { CohortPlan } from '../plan/cohort-plan';
import { familyOf, priceListFor } from '../prices/price-list';
import { nodeHour } from './node-cost';

/** What ready nodes and sleep come to in one cell, each at most: list prices, of machines and their boot disks. */
export interface ClassHoursCost {
  readonly cell: number;
  /** Price list: its region, and the month in which it was read. */
  readonly prices: { readonly region: string; readonly listRegion: string; readonly read: string };
  readonly prewarm?: PrewarmCost;
  readonly sleep?: SleepSaving;
}

export interface PrewarmCost {
  readonly leadMinutes: number;
  readonly classes: readonly ClassPlan[];
  /** Most placeholders at once, and the nodes that they take. */
  readonly placeholders: number;
  readonly nodes: number;
  readonly usdPerHour: number;
  readonly usdPerTerm: number;
  /** At the instant of the plan; absent while there are none. */
  readonly now?: {
    readonly placeholders: number;
    readonly nodes: number;
    readonly usdPerHour: number;
    readonly until: Instant;
  };
}

export interface SleepSaving {
  readonly places: number;
  readonly nights: number;
  readonly hours: number;
  /** If all nodes beyond the fewest were needed by day, and none at night. */
  readonly savedUsdPerTerm: number;
  /** Present while places sleep at the instant of the plan. */
  readonly until?: Instant;
}

/**
 * Minutes that the autoscaler leaves an empty node standing.
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md (scale-down-unneeded-time, read 2026-11)
 */
const EMPTY_NODE_MINUTES = 10;

/** What class hours cost and save in each shared cluster, by cell; cells without any are left out. */
export function classHoursCosts({
  at,
  cells,
  google,
}: Pick<CohortPlan, 'at' | 'cells' | 'google'>): readonly ClassHoursCost[] {
  const list = priceListFor(google.region);
  return cells.flatMap(({ number, cluster }) => {
    if (cluster === undefined) return [];
    const {
      classHours: { prewarm, sleep },
      pools: { lab },
    } = cluster;
    const hour = nodeHour(lab, list);
    const nodesFor = (placeholders: number): number =>
      Math.min(lab.maxNodes, Math.ceil(placeholders / (prewarm?.perNode ?? 1)));
    const spans = prewarm?.spans ?? [];
    const most = Math.max(0, ...spans.map(({ placeholders }) => placeholders));
    const nodeHours = spans.reduce(
      (sum, { opens, closes, placeholders }) =>
        sum + nodesFor(placeholders) * (hoursBetween(opens, closes) + EMPTY_NODE_MINUTES / 60),
      0,
    );
    const now = spans.find(({ opens, closes }) => opens <= at && at < closes);
    const nights = sleep?.nights ?? [];
    const hours = nights.reduce((sum, { opens, closes }) => sum + hoursBetween(opens, closes), 0);
    const night = nights.find(({ opens, closes }) => opens <= at && at < closes);
    return [
      {
        cell: number,
        prices: {
          region: list.region,
          listRegion: list.listRegion,
          read: list.machines[familyOf(lab.machineType)].vcpuHour.read,
        },
        ...(prewarm === undefined
          ? {}
          : {
              prewarm: {
                leadMinutes: prewarm.leadMinutes,
                classes: prewarm.classes,
                placeholders: most,
                nodes: nodesFor(most),
                usdPerHour: cents(nodesFor(most) * hour),
                usdPerTerm: cents(nodeHours * hour),
                ...(now === undefined
                  ? {}
                  : {
                      now: {
                        placeholders: now.placeholders,
                        nodes: nodesFor(now.placeholders),
                        usdPerHour: cents(nodesFor(now.placeholders) * hour),
                        until: now.closes,
                      },
                    }),
              },
            }),
        ...(sleep === undefined
          ? {}
          : {
              sleep: {
                places: sleep.places.length,
                nights: nights.length,
                hours: Math.round(hours),
                savedUsdPerTerm: cents((lab.maxNodes - lab.minNodes) * hours * hour),
                ...(night === undefined ? {} : { until: night.closes }),
              },
            }),
      },
    ].filter(({ prewarm: ready, sleep: asleep }) => ready !== undefined || asleep !== undefined);
  });
}

const cents = (usd: number): number => Math.round(usd * 100) / 100;
