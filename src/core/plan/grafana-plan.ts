import type { Lab } from '../course/course.schema';
import type { Allowance } from '../catalogue/allowance';
import { largestOf } from '../catalogue/allowance';
import { findToolkit } from '../catalogue/catalogue';
import type { ToolkitId } from '../domain/ids';
import { byText } from '../domain/sorting';
import { SCRAPE } from './monitoring-sizing';
import { isPlaced } from './toolkits-plan';

/** The Grafana of a tenant. */
export interface GrafanaPlan {
  /** All that it may use: its pod and its disk. */
  readonly allowance: Allowance;
  /** Toolkits of the tenant's labs: what there is to be shown. */
  readonly toolkits: readonly ToolkitId[];
  /** Seconds between two scrapes of the tenant's pods. */
  readonly scrapeSeconds: number;
}

type ToolkitUse = Lab['toolkits'][number];

/** How a lab uses Grafana, if it does. */
export const grafanaUse = (lab: Lab): ToolkitUse | undefined =>
  lab.toolkits.find((use) => use.id === 'grafana' && isPlaced(use));

/** The Grafana of those who work on `labs`: one for all of them, as large as the largest wants it. */
export function grafanaOf(labs: readonly Lab[]): GrafanaPlan | undefined {
  const sizes = labs
    .map(grafanaUse)
    .filter((use) => use !== undefined)
    .map(({ size }) => size);
  if (sizes.length === 0) return undefined;
  const toolkits = new Set(labs.flatMap((lab) => lab.toolkits.map(({ id }) => id)));
  return {
    allowance: findToolkit('grafana' as ToolkitId).sizes[largestOf(sizes)],
    toolkits: [...toolkits].sort(byText(String)),
    scrapeSeconds: SCRAPE.intervalSeconds,
  };
}
