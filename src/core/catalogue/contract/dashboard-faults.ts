import { fieldsAt } from '../../kubernetes/field-at';
import type { PlacedObject } from '../../kubernetes/placed-object';
import { TOOLKIT_SIZES } from '../allowance';
import type { ShownOn, Toolkit, ToolkitPlace } from '../toolkit';
import { objectsOf } from './example-faults';
import { podMakerOf } from './pod-maker';

/** A panel of a place's Grafana, and the metrics that it comes down to once everything recorded is undone. */
export interface KnownPanel {
  readonly board: string;
  readonly title: string;
  readonly metrics: readonly string[];
}

/** What boards show, and what of it a cluster collects whatever runs in its places. */
export interface KnownBoards {
  readonly panels: readonly KnownPanel[];
  readonly collects: (metric: string) => boolean;
}

/** What is wrong with where a toolkit says that it is shown. */
export function dashboardFaults(
  toolkit: Toolkit,
  place: ToolkitPlace,
  boards: KnownBoards,
): readonly string[] {
  const { dashboards, sizes } = toolkit;
  const all = TOOLKIT_SIZES.map((size) => sizes[size]);
  const runs = all.some(({ pods }) => pods > 0);
  if ('none' in dashboards) {
    return [
      ...(dashboards.none.trim() === '' ? ['dashboards: does not say why there is none'] : []),
      ...(runs ? ['dashboards: there is none, and the place has pods of it'] : []),
    ];
  }
  const disk = all.some(({ storage }) => storage.bytes > 0);
  const shownTwice = dashboards
    .map(({ board }) => board)
    .filter((each, at, list) => list.indexOf(each) !== at);
  return [
    ...(dashboards as readonly ShownOn[]).flatMap((shown) => panelFaults(shown, toolkit, boards)),
    ...shownTwice.map((board) => `dashboards: ${board} stands twice`),
    ...(disk && !dashboards.some(({ panels }) => panels.includes('Disks'))
      ? ['dashboards: nothing shows how full its disk is']
      : []),
    ...scrapeFaults(toolkit, place),
  ];
}

function panelFaults(
  { board, panels }: ShownOn,
  { metrics = [] }: Toolkit,
  known: KnownBoards,
): readonly string[] {
  if (panels.length === 0) return [`dashboards: no panel of ${board} is named`];
  return panels.flatMap((title) => {
    const found = known.panels.filter((panel) => panel.board === board && panel.title === title);
    if (found.length === 0) return [`dashboards: ${board} has no panel "${title}"`];
    return [...new Set(found.flatMap((panel) => panel.metrics))]
      .filter((metric) => !known.collects(metric) && !metrics.includes(metric))
      .map((metric) => `dashboards: nothing of it shows ${metric}, which "${title}" of ${board} asks for`);
  });
}

/** Metrics are read from pods that say so. */
function scrapeFaults(toolkit: Toolkit, place: ToolkitPlace): readonly string[] {
  const examples = toolkit.examples(place).flatMap((file) => objectsOf(file) ?? []);
  const scraped = [...(toolkit.place?.(place) ?? []), ...examples].some(isScraped);
  const { metrics = [] } = toolkit;
  if (metrics.length > 0 === scraped) return [];
  return scraped
    ? ['metrics: none is named, and a pod has the label prometheus.io/scrape']
    : ['metrics: no pod that stands or that an example starts has the label prometheus.io/scrape'];
}

function isScraped(object: PlacedObject): boolean {
  const maker = podMakerOf(object, [object]);
  return maker !== undefined && fieldsAt(maker.metadata, 'labels')['prometheus.io/scrape'] === 'true';
}
