import type { KubernetesDocument } from '../artifacts';
import type { PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import type { AspectProof, Finding, Step } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import { grouped } from '../grouped';
import { isIam } from '../iam/iam-grants';
import { at, quoted, textAt } from '../json-value';
import { groupOf, idOf, kindOf, nameOf, namespaceOf, stepThrough } from '../kubernetes/cluster-objects';
import { MEANT_IN_INGRESS } from '../mesh/meant-mesh';
import { KINDS_OF_GRAFANA, meantOfMonitoring } from '../monitoring/meant-objects';
import {
  KINDS_IN_A_PLACE,
  KINDS_OF_THE_CLUSTER,
  KNOWN_TYPES,
  OPENING_KINDS,
  USUAL_VERSIONS,
} from '../objects/known-kinds';
import { priorityFaults } from '../objects/priority-faults';
import { stepIn } from '../terraform/cloud-resources';
import { placeToolkitFaults } from '../toolkits/place-toolkit-faults';
import { isOfToolkit } from '../toolkits/toolkit-objects';
import type { ClusterWorld, World } from '../world';

/**
 * Objects as such: that nothing stands that the other aspects do not reason about and that could open the fence,
 * that nothing stands in a place that is nobody's, and nothing twice.
 */
export function proveObjects(world: World): AspectProof {
  const { artifacts, clusters, cloud } = world;
  const managed = cloud.all.filter(({ mode }) => mode === 'resource');
  return {
    aspect: 'objects',
    about:
      'Kinds of objects and types of resources: none that opens the fence, none that nobody has reasoned about',
    objects: artifacts.kubernetes.length + managed.length,
    classes: new Set([...artifacts.kubernetes.map(kindOf), ...managed.map(({ type }) => type)]).size,
    findings: [
      ...clusters.flatMap(priorityFaults),
      ...artifacts.kubernetes.flatMap((document) => strange(world, document)),
      ...twice(artifacts.kubernetes),
      ...clusters.flatMap((cluster) => cluster.places.flatMap((place) => placeToolkitFaults(cluster, place))),
      ...managed
        .filter((resource) => !KNOWN_TYPES.has(resource.type) && !isIam(resource))
        .map((resource) =>
          findingOf(
            `What ${resource.type} opens is not known`,
            stepIn(resource, 'is of a type that nobody has reasoned about'),
          ),
        ),
    ],
  };
}

const findingOf = (sentence: string, step: Step, to: string = EVERYONE_ELSE): Finding => ({
  aspect: 'objects',
  kind: 'guard',
  from: STAFF,
  to,
  sentence,
  path: [step],
  pairs: 1,
});

function strange({ clusters }: World, document: KubernetesDocument): readonly Finding[] {
  const kind = kindOf(document);
  const cluster = clusters.find(({ name }) => name === document.cluster);
  if (cluster === undefined)
    return [
      findingOf(
        'An object is for a cluster that is in no list',
        stepThrough(document, `is for ${document.cluster}`),
      ),
    ];
  const namespace = kind === 'Namespace' ? nameOf(document) : namespaceOf(document);
  const { places, monitoring } = indexOf(cluster);
  const place = namespace === undefined ? undefined : places.get(namespace);
  const isOfMonitoring = monitoring.has(idOf(document)) || isRule(cluster, document);
  const isOfMesh = cluster.mesh && isKnownInMesh(document, place);
  const isStaffs =
    (namespace === NAMES.systemNamespace && kind !== 'Namespace') || isOfMonitoring || isOfMesh;
  if (namespace === NAMES.monitoringNamespace && !isOfMonitoring) {
    const says = `is ${kind} ${nameOf(document)}, which no program of the monitoring has`;
    return [findingOf(`A ${kind} stands among what collects metrics`, stepThrough(document, says))];
  }
  if (namespace !== undefined && place === undefined && !isStaffs)
    return [
      findingOf(
        "An object stands in a namespace that is nobody's",
        stepThrough(document, `is for ${namespace}`),
      ),
    ];
  const known = place === undefined ? KINDS_OF_THE_CLUSTER : KINDS_IN_A_PLACE;
  const where = place === undefined ? 'of the cluster' : 'in a place';
  if (
    known.has(kind) ||
    isOfWindows(document) ||
    isOfMonitoring ||
    isOfMesh ||
    (place !== undefined && (isOfGrafana(place, document) || isOfToolkit(place, document)))
  ) {
    const says = `says apiVersion: ${quoted(document.object['apiVersion'])}`;
    const sentence = `A ${kind} ${where} is not the one that is meant`;
    return isUsualVersion(document) ? [] : [findingOf(sentence, stepThrough(document, says), place?.handle)];
  }
  const opens = OPENING_KINDS[kind] ?? 'nobody has reasoned about what it does';
  return [findingOf(`A ${kind} ${where}: ${opens}`, stepThrough(document, opens), place?.handle)];
}

/** What policies read of windows and hours; admission holds each against what is meant. */
const isOfWindows = (document: KubernetesDocument): boolean =>
  ['windows', 'hours'].some((name) => idOf(document) === `ConfigMap ${NAMES.systemNamespace}/${name}`);

/** The network aspect reads the rules of the mesh in places, and that of hosts what leads into it. */
const isKnownInMesh = (document: KubernetesDocument, place: PlaceRecord | undefined): boolean =>
  place === undefined
    ? MEANT_IN_INGRESS.has(idOf(document))
    : ['PeerAuthentication', 'AuthorizationPolicy'].includes(kindOf(document));

/** Kinds of a Grafana are known in a place by its name alone. */
const isOfGrafana = ({ hasGrafana }: PlaceRecord, document: KubernetesDocument): boolean =>
  hasGrafana &&
  nameOf(document) === NAMES.grafana &&
  (KINDS_OF_GRAFANA as readonly string[]).includes(kindOf(document));

/** Rules that Google works out add series and take nothing away; how many there are is theirs to say. */
const isRule = ({ monitoring }: ClusterWorld, document: KubernetesDocument): boolean =>
  monitoring.collector === 'google-managed' && kindOf(document) === 'ClusterRules';

interface Index {
  /** Places of a cluster by their namespaces. */
  readonly places: ReadonlyMap<string, PlaceRecord>;
  readonly monitoring: ReadonlySet<string>;
}

const indexes = new WeakMap<object, Index>();

function indexOf(cluster: ClusterWorld): Index {
  const known = indexes.get(cluster);
  if (known !== undefined) return known;
  const index = {
    places: new Map(cluster.places.map((place) => [place.namespace, place])),
    monitoring: meantOfMonitoring(cluster, cluster.places),
  };
  indexes.set(cluster, index);
  return index;
}

const isUsualVersion = ({ object, ...rest }: KubernetesDocument): boolean =>
  textAt(object, 'apiVersion') === USUAL_VERSIONS[kindOf({ object, ...rest })];

/** One object in two files: which of them holds depends on who comes last. */
function twice(documents: readonly KubernetesDocument[]): readonly Finding[] {
  const key = (document: KubernetesDocument): string =>
    [document.cluster, kindOf(document), groupOf(document), namespaceOf(document), nameOf(document)].join(
      ' ',
    );
  return [...grouped(documents, key).values()]
    .filter(({ length }) => length > 1)
    .map(([first, second]) => ({
      ...findingOf('An object stands twice, and the last one holds', stepThrough(first!, 'stands here')),
      path: [
        stepThrough(first!, `stands here, as number ${first!.index + 1}`),
        stepThrough(second!, `and here, as number ${second!.index + 1}, ${sameSpec(first!, second!)}`),
      ],
    }));
}

const sameSpec = (a: KubernetesDocument, b: KubernetesDocument): string =>
  JSON.stringify(at(a.object, 'spec')) === JSON.stringify(at(b.object, 'spec')) ? 'alike' : 'otherwise';
