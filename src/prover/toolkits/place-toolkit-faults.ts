import type { KubernetesDocument } from '../artifacts';
import type { PlaceRecord } from '../cohort-record';
import type { Finding } from '../finding';
import { EVERYONE_ELSE } from '../finding';
import type { Json } from '../json-value';
import { at, listAt, mapAt } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import { placeStep } from '../place-step';
import type { ClusterWorld } from '../world';
import { podFaults } from './pod-faults';
import { POD_MAKERS, toolkitOf } from './toolkit-objects';
import { NAMES } from '../expected-names';

/** What is wrong with the toolkits that stand in a place: with their pods and disks, and with what should wake. */
export function placeToolkitFaults(cluster: ClusterWorld, place: PlaceRecord): readonly Finding[] {
  const of = (kind: string): readonly KubernetesDocument[] =>
    cluster.objects.in(place.namespace, kind).filter((each) => toolkitOf(each) !== NAMES.grafana);
  return [
    ...Object.entries(POD_MAKERS).flatMap(([kind, path]) =>
      of(kind).flatMap((document) =>
        podFaults(at(document.object, ...path), accountsFor(place, document)).map(([sentence, says]) =>
          unguarded(place, document, sentence, says),
        ),
      ),
    ),
    ...of('PersistentVolumeClaim').flatMap((claim) => claimFaults(place, claim, at(claim.object, 'spec'))),
    ...of('StatefulSet').flatMap((set) =>
      listAt(set.object, 'spec', 'volumeClaimTemplates').flatMap((each) =>
        claimFaults(place, set, at(each, 'spec')),
      ),
    ),
    ...wakingFaults(cluster, place),
  ];
}

/** Accounts that an object's own toolkit has in the place. */
const accountsFor = ({ reaches }: PlaceRecord, document: KubernetesDocument): readonly string[] =>
  reaches.find(({ toolkit }) => toolkit === toolkitOf(document))?.accounts ?? [];

/** Fields of a claim that ask for a new disk; any other may name one that is somebody's. */
const OF_A_NEW_DISK = ['accessModes', 'resources', 'storageClassName', 'volumeMode'];

const claimFaults = (
  place: PlaceRecord,
  document: KubernetesDocument,
  spec: Json | undefined,
): readonly Finding[] =>
  Object.keys(mapAt(spec))
    .filter((key) => !OF_A_NEW_DISK.includes(key))
    .map((key) =>
      unguarded(place, document, 'A toolkit asks for a disk that may be of somebody else', `says ${key}`),
    );

/** Workloads that are to wake with their labs: each stands, asleep. */
function wakingFaults(cluster: ClusterWorld, place: PlaceRecord): readonly Finding[] {
  const rows = cluster.toolkits.filter(({ namespaces }) => namespaces.includes(place.namespace));
  return rows.flatMap(({ toolkit, workloads }) =>
    workloads.flatMap(({ kind, name }): readonly Finding[] => {
      const workload = cluster.objects.tryFind(kind, name, place.namespace);
      const what = `${kind} ${place.namespace}/${name}`;
      if (workload === undefined)
        return [stuck(place, 'A toolkit of a place is missing', placeStep(cluster, place, `has no ${what}`))];
      const replicas = at(workload.object, 'spec', 'replicas');
      return [
        ...(toolkitOf(workload) === toolkit
          ? []
          : [
              stuck(
                place,
                'A toolkit is never woken',
                stepThrough(workload, `does not say ${NAMES.toolkitLabel}: ${toolkit}`),
              ),
            ]),
        ...(replicas === 0
          ? []
          : [
              stuck(
                place,
                'A toolkit runs from each deployment to the next run of what puts it to sleep',
                stepThrough(workload, `has ${String(replicas)} replicas`),
              ),
            ]),
      ];
    }),
  );
}

const unguarded = (
  { handle }: PlaceRecord,
  document: KubernetesDocument,
  sentence: string,
  says: string,
): Finding => ({
  aspect: 'objects',
  kind: 'guard',
  from: handle,
  to: EVERYONE_ELSE,
  sentence,
  path: [stepThrough(document, says)],
  pairs: 1,
});

const stuck = ({ handle }: PlaceRecord, sentence: string, step: Finding['path'][number]): Finding => ({
  aspect: 'objects',
  kind: 'cannot work',
  from: handle,
  to: handle,
  sentence,
  path: [step],
  pairs: 1,
});
