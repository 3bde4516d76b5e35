import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { DashboardBuilder, DashboardCursorSync, RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PlacedPanel } from './panel';

/** A dashboard of Grafana. */
export interface Board {
  /** Fixed: links and stars of people name it, and toolkits that it shows. */
  readonly uid: string;
  readonly title: string;
  /** What Grafana's file provider reads. */
  json(): string;
}

/** Panels side by side, each as wide as the other. */
export interface Line {
  /** In cells of Grafana's grid, 30 pixels each. */
  readonly height: number;
  readonly panels: readonly PlacedPanel[];
}

/** Part of a board under its own heading. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly Line[];
}

export interface BoardProps extends Omit<Board, 'json'> {
  readonly description: string;
  readonly audience: 'tenant' | 'staff';
  /** Where its time begins when it is opened, such as `now-1h`. */
  readonly from: string;
  sections(): readonly Section[];
}

/** Width of Grafana's grid. */
const COLUMNS = 24;

/** A board from its sections, from top to bottom. */
export function boardOf({ uid, title, ...props }: BoardProps): Board {
  return {
    uid,
    title,
    json: () => dashboardJson(dashboardOf({ uid, title, ...props })),
  };
}

/** One line, with the keys in the order of the builders: the same board gives the same bytes. */
export function dashboardJson(dashboard: Dashboard): string {
  return JSON.stringify(dashboard);
}

function dashboardOf(props: BoardProps): Dashboard {
  // The first schema, and not the second: Grafana 11 knows no other, and 12 takes both from files.
  const builder = new DashboardBuilder(props.title)
    .uid(props.uid)
    .description(props.description)
    .tags(['practicum', props.audience])
    .timezone('browser')
    .time({ from: props.from, to: 'now' })
    .refresh('30s')
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly();
  let id = 0;
  let y = 0;
  for (const { heading, lines } of props.sections()) {
    builder.withRow(new RowBuilder(heading).id(++id).gridPos({ x: 0, y: y++, w: COLUMNS, h: 1 }));
    for (const { height, panels } of lines) {
      const w = COLUMNS / panels.length;
      panels.forEach((panel, at) =>
        builder.withPanel(panel.id(++id).gridPos({ x: at * w, y, w, h: height })),
      );
      y += height;
    }
  }
  return builder.build();
}
