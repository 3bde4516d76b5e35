import {
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import type { PanelProps, PlacedPanel } from './panel';
import { described, targetsOf } from './panel';

export interface TimeSeriesProps extends PanelProps {
  /** Parts of a whole, one on top of the other. @default false */
  readonly stacked?: boolean;
}

/** Lines over time; levels are dashed lines across. */
export function timeSeries(props: TimeSeriesProps): PlacedPanel {
  const builder = described(new PanelBuilder(), props)
    .targets(targetsOf(props.queries, (target) => target.range()))
    .legend(new VizLegendOptionsBuilder().showLegend(true))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  if (props.levels !== undefined) {
    builder.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  }
  if (props.stacked ?? false) {
    builder.fillOpacity(30).stacking(new StackingConfigBuilder().mode(StackingMode.Normal));
  }
  return builder;
}
