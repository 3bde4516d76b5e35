import type { SharedChart } from '../../core/catalogue/shared/shared-chart';
import { SHARED_CHARTS } from '../../core/catalogue/shared/shared-charts';

const BEGIN = '<!-- charts: written by "npm run schemas" -->';
const END = '<!-- end of charts -->';

/** The page `docs/charts.md` with the charts that there are now. */
export function withCharts(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The page has no place for the charts');
  const lines = [
    '| chart | needed by | goes to | digest | licence | why it is shared | what keeps tenants apart in it |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...SHARED_CHARTS.map(row),
  ];
  return `${before}${BEGIN}\n\n${lines.join('\n')}\n\n${END}${after}`;
}

const row = (chart: SharedChart): string =>
  `| ${[
    `[${chart.title}](${chart.homepage}) \`${chart.id}\` ${chart.version}, from \`${originOf(chart)}\``,
    chart.neededBy.map((id) => `\`${id}\``).join(', '),
    `\`${chart.namespace}\``,
    pinOf(chart),
    chart.licence,
    chart.shared,
    chart.apart,
  ]
    .map((text) => text.replaceAll('|', '\\|').replaceAll('\n', ' '))
    .join(' | ')} |`;

const originOf = ({ origin }: SharedChart): string =>
  'oci' in origin ? `oci://${origin.oci}` : `${origin.repository} ${origin.chart}`;

function pinOf({ pin }: SharedChart): string {
  if ('unpinned' in pin) return `none: ${pin.unpinned}`;
  const digest = pin.archive === undefined ? pin.manifest! : `sha256:${pin.archive}`;
  return `\`${digest}\`, read ${pin.date}: ${pin.source}`;
}
