import { parseAllDocuments, stringify } from 'yaml';
import type { Tags } from 'yaml';
import type { ToolkitId } from '../../domain/ids';
import type { Outcome } from '../../input/problem';
import { accept, legible, refuse } from '../../input/problem';

/** A Helm chart that the manifests of an own toolkit are made from. */
export interface ChartOfTool {
  /** A folder, an archive on the web, or a place in a registry. */
  readonly from: string;
  readonly version?: string | undefined;
  /** File with the values that are not the chart's own. */
  readonly values?: string | undefined;
}

/** File, in the folder of the manifests, that holds what the chart makes. */
export const RENDERED_FILE = 'rendered.yaml';

/** Charts ask which Kubernetes they are for, and which namespace: the same for everybody, so that all get the same bytes. */
const KUBE_VERSION = '1.33.0';
const NAMESPACE = 'practicum-place';

/** What helm is called with, in the folder of the course. */
export const helmArguments = (id: ToolkitId, { from, version, values }: ChartOfTool): readonly string[] => [
  'template',
  id,
  from,
  ...['--namespace', NAMESPACE, '--kube-version', KUBE_VERSION, '--skip-tests'],
  ...(version === undefined ? [] : ['--version', version]),
  ...(values === undefined ? [] : ['--values', values]),
];

/**
 * What helm printed, as the manifests of a place: one layout whichever helm it was, without the namespace that it was told.
 *
 * Charts are written for readers of YAML 1.1, to whom 0400 is octal and `on` is true; what is written here says the same to
 * readers of both versions.
 */
export function renderedManifests(chart: ChartOfTool, printed: string): Outcome<string> {
  const documents = parseAllDocuments(printed, { version: '1.1', customTags: asKubernetesReads });
  const failed = documents.flatMap(({ errors }) => errors)[0];
  if (failed !== undefined)
    return refuse([
      {
        file: 'helm template',
        line: failed.linePos?.[0].line ?? 1,
        column: failed.linePos?.[0].col ?? 1,
        message: `what the chart makes is no YAML: ${legible(failed.message.split('\n')[0]!)}`,
        write: 'another version of the chart, or other values',
      },
    ]);
  const objects = documents.map((document) => document.toJS() as unknown).filter((object) => object !== null);
  const of = [chart.from, chart.version].filter((part) => part !== undefined).join(' ');
  return accept(
    [
      `# Written by "practicum course render" from ${of}: what is changed here is lost when it is written again.\n`,
      objects.map((object) => stringify(withoutNamespace(object), LAYOUT)).join('---\n'),
    ].join(''),
  );
}

const LAYOUT = { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false } as const;

/** Kubernetes reads neither dates nor hours of sixty minutes: both are texts. */
const asKubernetesReads = (tags: Tags): Tags =>
  tags.filter(
    (tag) =>
      typeof tag === 'string' ||
      !(tag.tag.endsWith(':timestamp') || ('format' in tag && tag.format === 'TIME')),
  );

function withoutNamespace(object: unknown): unknown {
  if (typeof object !== 'object' || object === null || !('metadata' in object)) return object;
  const { metadata } = object;
  if (typeof metadata !== 'object' || metadata === null || !('namespace' in metadata)) return object;
  const { namespace, ...rest } = metadata;
  return namespace === NAMESPACE ? { ...object, metadata: rest } : object;
}
