import { NAMES } from '../expected-names';
import { at, labelsAt, listAt, quoted, textAt } from '../json-value';
import type { ClusterWorld } from '../world';
import type { MonitoringFault } from './monitoring-fault';
import { broken, unguarded } from './monitoring-fault';
import { tryFindFiles } from './parsed-file';

/** What is wrong with what keeps nodes for classes, and with what puts places to sleep. */
export const classHoursFaults = (cluster: ClusterWorld): readonly MonitoringFault[] => [
  ...placeholderFaults(cluster),
  ...sleepFaults(cluster),
  ...unboundPlaces(cluster),
];

/** Placeholders that push labs out, or stand where none of them is wanted. */
function placeholderFaults({ objects }: ClusterWorld): readonly MonitoringFault[] {
  const placeholders = objects.tryFind('Deployment', 'placeholders', NAMES.monitoringNamespace);
  if (placeholders === undefined) return [];
  const spec = at(placeholders.object, 'spec', 'template', 'spec');
  const priority = textAt(spec, 'priorityClassName');
  const pool = labelsAt(spec, 'nodeSelector')[NAMES.poolLabel];
  const images = listAt(spec, 'containers').map((each) => textAt(each, 'image') ?? '');
  const replicas = at(placeholders.object, 'spec', 'replicas');
  return [
    ...(priority === 'practicum-placeholder'
      ? []
      : [
          unguarded(
            placeholders,
            'Placeholders do not give way to labs',
            `have the priority ${quoted(priority)}`,
          ),
        ]),
    ...(pool === 'lab'
      ? []
      : [
          broken(
            placeholders,
            'Placeholders keep nodes that no lab runs on',
            `select the pool ${quoted(pool)}`,
          ),
        ]),
    ...(images.length === 1 && images[0]!.startsWith('registry.k8s.io/pause:')
      ? []
      : [unguarded(placeholders, 'Placeholders run something', `run ${images.join(', ')}`)]),
    ...(replicas === 0
      ? []
      : [
          broken(
            placeholders,
            'Placeholders stand outside of class hours, from each deployment to the next run',
            `have ${String(replicas)} replicas`,
          ),
        ]),
  ];
}

/** Places that never sleep, or that nobody has to put to sleep. */
function sleepFaults(cluster: ClusterWorld): readonly MonitoringFault[] {
  const files = tryFindFiles(cluster, 'place-sleep');
  if (files === undefined) return [];
  const listed = (textAt(files.object, 'data', 'places') ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(':')[0]!);
  const meant = cluster.places.filter(({ sleeps }) => sleeps).map(({ namespace }) => namespace);
  const [has, needs] = [new Set(listed), new Set(meant)];
  return [...listed, ...meant]
    .filter((each) => !(has.has(each) && needs.has(each)))
    .slice(0, 1)
    .map((each) =>
      broken(
        files,
        'The places that sleep are not those that should',
        `${has.has(each) ? 'lists' : 'does not list'} ${each}`,
      ),
    );
}

/** Places that what should put them to sleep cannot get into. */
const unboundPlaces = ({ objects, places, name }: ClusterWorld): readonly MonitoringFault[] =>
  places
    .filter(
      ({ sleeps, namespace }) =>
        sleeps && objects.tryFind('RoleBinding', 'place-sleep', namespace) === undefined,
    )
    .slice(0, 1)
    .map(({ namespace }) => ({
      kind: 'cannot work',
      sentence: 'A place cannot be put to sleep or woken',
      step: {
        file: `manifests for ${name}`,
        object: `RoleBinding ${namespace}/place-sleep`,
        says: 'is in no file',
      },
    }));
