import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type {
  DataSourceRef,
  GridPos,
  Panel,
  ThresholdsConfig,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import type { Levels } from './levels';
import { PLAIN, thresholdsOf } from './levels';
import type { Unit } from './unit';

/** The data source that every Grafana of Practicum is given. */
export const METRICS = { type: 'prometheus', uid: 'metrics' } as const;

/** One question to Prometheus. */
export interface Query {
  /** PromQL. Its ranges are fixed, so what a panel shows does not change with the zoom. */
  readonly expr: string;
  /** Name of each series; `{{label}}` stands for a label's value. */
  readonly legend: string;
}

export interface PanelProps {
  readonly title: string;
  /** What it tells the reader, and what to do about it. */
  readonly description: string;
  readonly unit: Unit;
  readonly queries: readonly [Query, ...Query[]];
  /** @default PLAIN */
  readonly levels?: Levels;
  /** Shown in place of values where there are none. @default - Grafana's "No data" */
  readonly nothing?: string;
}

/** What a board does with each kind of panel. */
export interface PlacedPanel extends Builder<Panel> {
  id(id: number): this;
  gridPos(gridPos: GridPos): this;
}

/** What the SDK's builders for all kinds of panels have in common. */
interface CommonBuilder extends PlacedPanel {
  title(title: string): this;
  description(description: string): this;
  datasource(datasource: DataSourceRef): this;
  unit(unit: string): this;
  min(min: number): this;
  noValue(noValue: string): this;
  thresholds(thresholds: Builder<ThresholdsConfig>): this;
  targets(targets: Builder<Dataquery>[]): this;
}

/** Gives a panel what each one must have. None shows values below zero. */
export function described<B extends CommonBuilder>(
  builder: B,
  { title, description, unit, levels = PLAIN, nothing }: Omit<PanelProps, 'queries'>,
): B {
  builder
    .title(title)
    .description(description)
    .datasource(METRICS)
    .unit(unit)
    .min(0)
    .thresholds(thresholdsOf(levels));
  if (nothing !== undefined) builder.noValue(nothing);
  return builder;
}

/** Queries in order, named A, B, C and so on. */
export function targetsOf(
  queries: readonly Query[],
  ask: (target: DataqueryBuilder) => DataqueryBuilder,
): Builder<Dataquery>[] {
  return queries.map(({ expr, legend }, at) =>
    ask(
      new DataqueryBuilder()
        .refId(String.fromCharCode(65 + at))
        .expr(expr)
        .legendFormat(legend),
    ),
  );
}
