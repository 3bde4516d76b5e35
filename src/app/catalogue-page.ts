import { TOOLKITS } from '../core/catalogue/catalogue';
import type { Allowance } from '../core/catalogue/allowance';
import { TOOLKIT_SIZES } from '../core/catalogue/allowance';
import { PODS_SHOWN } from '../core/catalogue/build/shown-on';
import { alsoCostsWords } from '../core/catalogue/cost-words';
import type { Toolkit } from '../core/catalogue/toolkit';
import { AREAS } from '../core/catalogue/toolkit';
import { stands } from '../core/catalogue/workloads';

const BEGIN = '<!-- toolkits: written by "npm run schemas" -->';
const END = '<!-- end of toolkits -->';

/** The page `docs/toolkits.md` with what the catalogue says now. */
export function withCatalogue(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The page has no place for the toolkits');
  return `${before}${BEGIN}\n\n${catalogueLines().join('\n')}\n${END}${after}`;
}

function catalogueLines(): readonly string[] {
  const count = (how: Toolkit['shown']['how']): number =>
    TOOLKITS.filter(({ shown }) => shown.how === how).length;
  return [
    `${TOOLKITS.length} toolkits: ${count('run')} are run here, ${count('admitted')} admitted only, ${count('not here')} neither.`,
    `Under "in Grafana" stand boards with their panels; "pods" are ${PODS_SHOWN.panels.join(', ')} of \`${PODS_SHOWN.board}\`, with "Disks" beside them where there are any.`,
    '',
    ...AREAS.flatMap((area) => {
      const toolkits = TOOLKITS.filter((toolkit) => toolkit.area === area);
      return toolkits.length === 0 ? [] : [`### ${heading(area)}`, '', ...tableOf(toolkits), ''];
    }),
  ];
}

const heading = (area: string): string => `${area.slice(0, 1).toUpperCase()}${area.slice(1)}`;

const tableOf = (toolkits: readonly Toolkit[]): readonly string[] => [
  '| toolkit | stands ready | small, normal, large: guaranteed, and at most | shown to work | licence | beside cpu, memory and disk | in Grafana |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...toolkits.map((toolkit) => `| ${cellsOf(toolkit).map(cell).join(' | ')} |`),
];

const cellsOf = (toolkit: Toolkit): readonly string[] => [
  `[${toolkit.title}](${toolkit.homepage}) \`${toolkit.id}\``,
  toolkit.retired === undefined
    ? stands(toolkit)
      ? 'yes'
      : 'the student starts it'
    : `retired ${toolkit.retired.since}`,
  TOOLKIT_SIZES.map((size) => sizeWords(toolkit.sizes[size])).join('<br>'),
  shownWords(toolkit),
  toolkit.licence,
  alsoCostsWords(toolkit, 'small') ?? 'nothing',
  boardWords(toolkit),
];

/** Boards with their panels; what shows all pods is told above the tables. */
function boardWords({ dashboards }: Toolkit): string {
  if ('none' in dashboards) return `nowhere: ${dashboards.none}`;
  return dashboards
    .map(({ board, panels }) => {
      if (board !== PODS_SHOWN.board) return `\`${board}\`: ${panels.join('; ')}`;
      return ['pods', ...panels.filter((panel) => !PODS_SHOWN.panels.includes(panel))].join('; ');
    })
    .join('<br>');
}

/** `250m to 1 cpu, 256Mi to 512Mi, 1Gi disk, 2 pods`. */
function sizeWords({ cpu, cpuLimit, memory, memoryLimit, storage, pods, gpus }: Allowance): string {
  if (pods === 0 && cpuLimit.millis === 0) return 'nothing';
  return [
    `${cpu.toString()} to ${cpuLimit.toString()} cpu`,
    `${memory.toString()} to ${memoryLimit.toString()}`,
    ...(storage.bytes > 0 ? [`${storage.toString()} disk`] : []),
    ...(gpus > 0 ? [`${gpus} GPU`] : []),
    ...(pods > 1 ? [`${pods} pods`] : []),
  ].join(', ');
}

function shownWords({ shown, retired }: Toolkit): string {
  const instead = retired === undefined ? '' : `; in its place: ${retired.instead.join(', ')}`;
  if (shown.how === 'run') return `**run**: ${shown.what}${instead}`;
  return `${shown.how}: ${shown.why}${instead}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
