import type { ReduceDataOptions } from '@grafana/grafana-foundation-sdk/common';
import { BigValueGraphMode, ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { MappingType } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import type { PanelProps, PlacedPanel } from './panel';
import { described, targetsOf } from './panel';

export interface StatProps extends PanelProps {
  /** Words for values. @default - values are shown as numbers */
  readonly words?: Readonly<Record<string, string>>;
}

/** The last value that is there. */
export const last = (): Builder<ReduceDataOptions> =>
  new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false).fields('');

/** One large value, as it is now. */
export function stat(props: StatProps): PlacedPanel {
  const builder = described(new PanelBuilder(), props)
    .targets(targetsOf(props.queries, (target) => target.instant()))
    .reduceOptions(last())
    .graphMode(BigValueGraphMode.None);
  if (props.words !== undefined) {
    const options = Object.entries(props.words).map(([value, text]) => [value, { text }]);
    builder.mappings([{ type: MappingType.ValueToText, options: Object.fromEntries(options) }]);
  }
  return builder;
}
