import type { ChartRecord, ClusterRecord } from '../cohort-record';
import type { Json } from '../json-value';
import { quoted, textAt, textsAt } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import type { World } from '../world';

/** What is wrong with a release of a chart that somebody else packed: why, and what it says. */
export type ArchiveFault = readonly [sentence: string, says: string];

/** Whether a release installs an archive. */
export const isOfArchive = ({ body }: CloudResource): boolean =>
  (textAt(body, 'chart') ?? '').endsWith('.tgz');

/** The chart that a release of a cluster is meant to be, by the release's name. */
export const meantChart = (
  { body }: CloudResource,
  cluster: ClusterRecord | undefined,
): ChartRecord | undefined => cluster?.charts.find(({ release }) => release === textAt(body, 'name'));

/** How a release of an archive is not the one that is meant. */
export function archiveFaults(
  { artifacts, record }: World,
  release: CloudResource,
  chart: ChartRecord,
): readonly ArchiveFault[] {
  const { body, stack } = release;
  const path = textAt(body, 'chart') ?? '';
  const archive = artifacts.archives.find((each) => each.stack === stack && each.path === path);
  if (archive === undefined) return [['A release installs a chart that is not there', `installs ${path}`]];
  const namespace = textAt(body, 'namespace');
  const strange = SETTINGS.filter((name) => isSet(body[name]));
  return [
    ...(path === `./charts/${chart.archive}`
      ? []
      : [['A release installs another chart of others than is meant', `installs ${path}`] as const]),
    ...digestFaults(chart, archive.sha256),
    ...(textAt(body, 'description') === `sha256:${archive.sha256}`
      ? []
      : [
          [
            'A release is not made anew when its chart changes',
            `says description: ${quoted(body['description'])}`,
          ] as const,
        ]),
    ...(namespace === chart.namespace && !record.places.some((place) => place.namespace === namespace)
      ? []
      : [
          [
            'A chart of others goes to another namespace than is meant',
            `says namespace: ${quoted(body['namespace'])}`,
          ] as const,
        ]),
    ...(sameValues(textsAt(body, 'values'), chart.values)
      ? []
      : [
          [
            'A chart of others is installed with other values than are meant',
            `says values: ${quoted(body['values'])}`,
          ] as const,
        ]),
    ...strange.map((name): ArchiveFault => [
      'A chart of others is installed with other values than are meant',
      `says ${name}: ${quoted(body[name])}`,
    ]),
  ];
}

function digestFaults({ id, sha256 }: ChartRecord, found: string): readonly ArchiveFault[] {
  const installs = `installs an archive with sha256:${found}`;
  if (sha256 === undefined)
    return [
      [
        'A release installs a chart of which no digest is known',
        `${installs}; nobody says that this is ${id}`,
      ],
    ];
  if (sha256 === found) return [];
  return [
    [
      'A release installs a chart that is not the one that was looked at',
      `${installs}, and not sha256:${sha256}`,
    ],
  ];
}

/** Ways by which a release gets values, or a chart, past those that are compared. */
const SETTINGS = [
  'set',
  'set_list',
  'set_sensitive',
  'set_wo',
  'postrender',
  'repository',
  'dependency_update',
  'version',
  'devel',
] as const;

const isSet = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== false;

const sameValues = ([text, ...more]: readonly string[], values: unknown): boolean =>
  more.length === 0 && text === JSON.stringify(values);
