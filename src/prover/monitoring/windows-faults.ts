import { textAt } from '../json-value';
import type { ToolkitRecord } from '../toolkits/toolkit-record';
import type { ClusterWorld } from '../world';
import type { MonitoringFault } from './monitoring-fault';
import { broken } from './monitoring-fault';
import { tryFindFiles } from './parsed-file';

/** Toolkits that nobody wakes, or that wake where or when they should not; and places where nothing can be drawn. */
export const windowsFaults = (cluster: ClusterWorld): readonly MonitoringFault[] => [
  ...listFaults(cluster),
  ...unboundPlaces(cluster),
];

function listFaults(cluster: ClusterWorld): readonly MonitoringFault[] {
  const files = tryFindFiles(cluster, 'toolkit-windows');
  if (files === undefined) return [];
  const linesOf = (file: string): readonly string[] =>
    (textAt(files.object, 'data', file) ?? '').split('\n').filter((line) => line !== '');
  const [wakes, needs] = [new Set(wokenBy(linesOf)), new Set(cluster.toolkits.flatMap(wokenIn))];
  return [...wakes, ...needs]
    .filter((each) => !(wakes.has(each) && needs.has(each)))
    .slice(0, 1)
    .map((each) =>
      broken(
        files,
        'The toolkits that wake are not those that there are',
        `${wakes.has(each) ? 'says' : 'does not say'} ${each}`,
      ),
    );
}

/** What is woken, where and when, and what is drawn, as the lists of the program say it. */
function wokenBy(linesOf: (file: string) => readonly string[]): readonly string[] {
  const numbered = (file: string): ReadonlyMap<string, string> =>
    new Map(linesOf(file).map((line) => [line.split(' ')[0]!, line.split(' ').slice(1).join(' ')]));
  const [toolkits, spans] = [numbered('toolkits'), numbered('spans')];
  const places = linesOf('places').flatMap((line) => {
    const [namespaces = '', ...uses] = line.split(' ');
    return uses.flatMap((use) => {
      const [what = '', when = ''] = use.split('@');
      return namespaces.split(',').map((each) => wakingText(toolkits.get(what), each, spans.get(when)));
    });
  });
  return [...places, ...linesOf('secrets').map((line) => `secret ${line}`)];
}

/** The same, as it is meant. */
function wokenIn({ toolkit, workloads, secrets, namespaces, awake }: ToolkitRecord): readonly string[] {
  const what = [toolkit, ...workloads.map(({ kind, name, replicas }) => `${kind}/${name}=${replicas}`)];
  const when = awake.map(({ opens, closes }) => `${secondsOf(opens)}-${secondsOf(closes)}`);
  return [
    ...namespaces.map((each) => wakingText(what.join(' '), each, when.join(' '))),
    ...secrets.map(({ name, keys }) => ['secret', toolkit, name, ...keys].join(' ')),
  ];
}

const secondsOf = (instant: string): number => Date.parse(instant) / 1000;

const wakingText = (what = 'nothing', namespace: string, when = 'unknown times'): string =>
  `${what} in ${namespace} at ${when || 'no time'}`;

/** Places in which the program that wakes toolkits cannot make the Secrets that these need. */
const unboundPlaces = ({ objects, places, name }: ClusterWorld): readonly MonitoringFault[] =>
  places
    .filter(
      ({ drawsSecrets, namespace }) =>
        drawsSecrets && objects.tryFind('RoleBinding', 'toolkit-secrets', namespace) === undefined,
    )
    .slice(0, 1)
    .map(({ namespace }) => ({
      kind: 'cannot work',
      sentence: 'No Secret can be drawn for a toolkit of a place',
      step: {
        file: `manifests for ${name}`,
        object: `RoleBinding ${namespace}/toolkit-secrets`,
        says: 'is in no file',
      },
    }));
