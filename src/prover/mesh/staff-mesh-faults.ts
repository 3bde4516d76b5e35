import { NAMES } from '../expected-names';
import type { Finding, Step } from '../finding';
import { ANY_TENANT, EVERYONE_ELSE } from '../finding';
import type { Json } from '../json-value';
import { at, isMap, labelsAt, quoted, textAt } from '../json-value';
import { idOf, stepThrough } from '../kubernetes/cluster-objects';
import { parsedFile } from '../monitoring/parsed-file';
import type { ClusterWorld } from '../world';
import { INGRESS_LABELS, meantSpecs } from './meant-mesh';

/** What is wrong with the staff's own objects of the mesh that an aspect looks at. */
export function staffMeshFaults(cluster: ClusterWorld, aspect: 'hosts' | 'network'): readonly Finding[] {
  if (!cluster.mesh) return [];
  const of = new Map(cluster.objects.all.map((each) => [idOf(each), each]));
  const compared = Object.entries(meantSpecs(aspect, cluster.domain)).flatMap(
    ([id, spec]): readonly Fault[] => {
      const document = of.get(id);
      if (document === undefined) return [[MISSING, absent(cluster, id)]];
      const got = at(document.object, 'spec');
      return sorted(got) === sorted(spec)
        ? []
        : [[OTHER, stepThrough(document, `says ${quoted(got)}; it should say ${quoted(spec)}`)]];
    },
  );
  const faults = [...compared, ...(aspect === 'hosts' ? gatewayFaults(cluster) : callerFaults(cluster))];
  return faults.map(([sentence, step]) => ({
    aspect,
    kind: sentence === OUTSIDE ? 'cannot work' : 'guard',
    from: ANY_TENANT,
    to: EVERYONE_ELSE,
    sentence,
    path: [step],
    pairs: cluster.places.length * Math.max(1, cluster.places.length - 1),
  }));
}

type Fault = readonly [sentence: string, step: Step];

const MISSING = 'A part of the mesh is missing';
const OTHER = 'A part of the mesh is not the one that is meant';
const OUTSIDE = 'What scrapes metrics is outside of the mesh, and pods take nothing from there';

const absent = ({ name }: ClusterWorld, object: string): Step => ({
  file: `manifests for ${name}`,
  object,
  says: 'is in no file',
});

/** JSON with the keys of every object in order. */
const sorted = (value: Json | undefined): string =>
  JSON.stringify(value, (_, inner: Json) =>
    isMap(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? '';

/** The namespace of the gateway, and what Istio lays over the objects that it makes for it. */
function gatewayFaults(cluster: ClusterWorld): readonly Fault[] {
  const { objects } = cluster;
  const home = NAMES.meshIngressNamespace;
  const namespace = objects.tryFind('Namespace', home);
  const overlays = objects.tryFind('ConfigMap', 'hosts', home);
  if (namespace === undefined) return [[MISSING, absent(cluster, `Namespace ${home}`)]];
  if (overlays === undefined) return [[MISSING, absent(cluster, `ConfigMap ${home}/hosts`)]];
  const labels = labelsAt(namespace.object, 'metadata', 'labels');
  const keys = Object.keys(labelsAt(overlays.object, 'data')).sort().join();
  const service = parsedFile(overlays, 'service');
  const pods = at(parsedFile(overlays, 'deployment'), 'spec', 'template', 'spec');
  const strange = Object.keys(isMap(pods) ? pods : {}).filter((key) => !OF_PLACEMENT.includes(key));
  const containers = at(pods, 'containers');
  return [
    ...(sorted(labels) === sorted(INGRESS_LABELS)
      ? []
      : [[OTHER, stepThrough(namespace, `says labels: ${quoted(labels)}`)] as const]),
    ...(keys === 'deployment,service' && sorted(service) === sorted({ spec: { type: 'ClusterIP' } })
      ? []
      : [[OTHER, stepThrough(overlays, `lays ${quoted(service)} over the Service`)] as const]),
    ...(strange.length === 0 && isOnlyResources(containers)
      ? []
      : [[OTHER, stepThrough(overlays, `lays ${quoted(pods)} over the pods`)] as const]),
  ];
}

const OF_PLACEMENT = ['nodeSelector', 'tolerations', 'containers'];

/** Only amounts are laid over the one container. */
const isOnlyResources = (containers: Json | undefined): boolean =>
  Array.isArray(containers) &&
  containers.length === 1 &&
  isMap(containers[0] as Json) &&
  Object.keys(containers[0] as object)
    .sort()
    .join() === 'name,resources' &&
  textAt(containers[0] as Json, 'name') === 'istio-proxy';

function callerFaults({ objects }: ClusterWorld): readonly Fault[] {
  const server = objects.tryFind('Deployment', 'prometheus', NAMES.monitoringNamespace);
  const labels = labelsAt(server?.object, 'spec', 'template', 'metadata', 'labels');
  if (server === undefined || labels[NAMES.meshLabel] === 'ambient') return [];
  return [[OUTSIDE, stepThrough(server, `has pods without ${NAMES.meshLabel}: ambient`)]];
}
