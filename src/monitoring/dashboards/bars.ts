import { PanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import { BarGaugeDisplayMode, VizOrientation } from '@grafana/grafana-foundation-sdk/common';
import type { PanelProps, PlacedPanel } from './panel';
import { described, targetsOf } from './panel';
import { last } from './stat';

export interface BarsProps extends PanelProps {
  /** Where bars end. @default - the longest one */
  readonly max?: number;
}

/** A bar for each series as it is now, in the order of the answer. */
export function bars(props: BarsProps): PlacedPanel {
  const builder = described(new PanelBuilder(), props)
    .targets(targetsOf(props.queries, (target) => target.instant()))
    .reduceOptions(last())
    .displayMode(BarGaugeDisplayMode.Basic)
    .orientation(VizOrientation.Horizontal);
  return props.max === undefined ? builder : builder.max(props.max);
}
