import { TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import { PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import type { PanelProps, PlacedPanel, Query } from './panel';
import { described, targetsOf } from './panel';
import type { Unit } from './unit';

/** A column of values; its heading is the legend. */
export interface Column extends Query {
  /** @default - the table's */
  readonly unit?: Unit;
}

export interface TableProps extends Omit<PanelProps, 'queries' | 'levels'> {
  /** Labels that tell rows apart, each with its heading; queries return no others, or rows would not come together. */
  readonly rows: Readonly<Record<string, string>>;
  readonly columns: readonly [Column, ...Column[]];
}

/** A row for each set of labels as it is now, the largest value of the first column on top. */
export function table(props: TableProps): PlacedPanel {
  const { columns, rows } = props;
  // Grafana says of which query a value is where there are several.
  const fieldOf = (at: number): string =>
    columns.length === 1 ? 'Value' : `Value #${String.fromCharCode(65 + at)}`;
  const headings = columns.map(({ legend }, at) => [fieldOf(at), legend]);
  const order = [...Object.keys(rows), ...columns.map((_, at) => fieldOf(at))];
  const builder = described(new PanelBuilder(), props)
    .targets(targetsOf(columns, (target) => target.instant().format(PromQueryFormat.Table)))
    .withTransformation({ id: 'merge', options: {} })
    .withTransformation({
      id: 'organize',
      options: {
        excludeByName: { Time: true },
        indexByName: Object.fromEntries(order.map((field, at) => [field, at])),
        renameByName: { ...rows, ...Object.fromEntries(headings) },
      },
    })
    .sortBy([new TableSortByFieldStateBuilder().displayName(columns[0].legend).desc(true)]);
  for (const { legend, unit } of columns) {
    if (unit !== undefined) builder.overrideByName(legend, [{ id: 'unit', value: unit }]);
  }
  return builder;
}
