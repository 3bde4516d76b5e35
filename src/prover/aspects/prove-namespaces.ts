import type { KubernetesDocument } from '../artifacts';
import type { CohortRecord, PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import type { AspectProof, Finding } from '../finding';
import { EVERYONE_ELSE } from '../finding';
import { grouped } from '../grouped';
import { labelsAt } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import { placeStep } from '../place-step';
import type { ClusterWorld, World } from '../world';

/** One label or annotation of a tenant's namespace. */
interface Mark {
  readonly at: 'labels' | 'annotations';
  readonly key: string;
  readonly allowed: (place: PlaceRecord, record: CohortRecord) => readonly string[];
  /** What goes wrong with another value, or none. */
  readonly otherwise: string;
  /** Whether it keeps somebody out, rather than telling or serving the tenant itself. */
  readonly guards: boolean;
}

const security = (mode: string, levels: readonly string[], otherwise: string): readonly Mark[] => [
  {
    at: 'labels',
    key: `pod-security.kubernetes.io/${mode}`,
    allowed: () => levels,
    otherwise,
    guards: mode === 'enforce',
  },
  {
    at: 'labels',
    key: `pod-security.kubernetes.io/${mode}-version`,
    allowed: () => ['latest'],
    otherwise: `what Pod Security looks for when it has to ${mode} is that of an old version`,
    guards: mode === 'enforce',
  },
];

const MARKS: readonly Mark[] = [
  {
    at: 'labels',
    key: NAMES.tenantLabel,
    allowed: ({ handle }) => [handle],
    otherwise: 'the admission policies do not know the tenant',
    guards: true,
  },
  {
    at: 'labels',
    key: NAMES.cohortLabel,
    allowed: (_, { cohort }) => [cohort],
    otherwise: "the place counts as another cohort's",
    guards: true,
  },
  {
    at: 'labels',
    key: NAMES.kindLabel,
    allowed: ({ kind }) => [kind],
    otherwise: 'the place counts as one of another kind',
    guards: true,
  },
  {
    at: 'labels',
    key: NAMES.gatewayLabel,
    allowed: () => ['true'],
    otherwise: 'the Gateway takes no route of the place',
    guards: false,
  },
  ...security('enforce', ['baseline', 'restricted'], 'pods may get at the node, and so at every pod on it'),
  ...security('warn', ['restricted'], 'nobody is warned of pods that may do more than they need'),
  ...security('audit', ['restricted'], 'pods that may do more than they need leave no trace'),
  {
    at: 'annotations',
    key: NAMES.hostAnnotation,
    allowed: ({ host }) => [host],
    otherwise: 'routes of the place may name a host that is not its own',
    guards: true,
  },
  {
    at: 'annotations',
    key: NAMES.registryAnnotation,
    allowed: ({ registryPath }) => [registryPath],
    otherwise: 'pods of the place may run images that are not its own',
    guards: true,
  },
  {
    at: 'annotations',
    key: NAMES.loadBalancersAnnotation,
    allowed: ({ loadBalancers }) => [loadBalancers],
    otherwise: 'Services of the place may be reached from where they should not',
    guards: true,
  },
];

/** Where places are in a mesh. */
const MESH_MARK: Mark = {
  at: 'labels',
  key: NAMES.meshLabel,
  allowed: () => ['ambient'],
  otherwise: 'pods of the place are in no mesh: they send and take what is not encrypted',
  guards: true,
};

const marksIn = ({ mesh }: ClusterWorld): readonly Mark[] => (mesh ? [...MARKS, MESH_MARK] : MARKS);

/** Labels that say nothing about the fence. */
const HARMLESS = new Set(['app.kubernetes.io/managed-by']);

/** Namespaces: that each carries what Pod Security and the shared policies read from it, and nothing else. */
export function proveNamespaces({ record, clusters }: World): AspectProof {
  const places = clusters.flatMap((cluster) => cluster.places.map((place) => ({ cluster, place })));
  const found = places.flatMap(({ cluster, place }): readonly KubernetesDocument[] => {
    const document = cluster.objects.tryFind('Namespace', place.namespace);
    return document === undefined ? [] : [document];
  });
  return {
    aspect: 'namespaces',
    about: 'Labels and annotations of namespaces: Pod Security, and the parameters of the shared policies',
    objects: found.length,
    classes: grouped(found, ({ object }) => Object.keys(labelsAt(object, 'metadata', 'labels')).join()).size,
    findings: places.flatMap(({ cluster, place }) => {
      const document = cluster.objects.tryFind('Namespace', place.namespace);
      if (document !== undefined) return marksOf(record, place, document, marksIn(cluster));
      const sentence = 'A place has no namespace';
      const path = [placeStep(cluster, place, 'is not there')];
      return [
        {
          aspect: 'namespaces',
          kind: 'cannot work',
          from: place.handle,
          to: place.handle,
          sentence,
          path,
          pairs: 1,
        },
      ];
    }),
  };
}

function marksOf(
  record: CohortRecord,
  place: PlaceRecord,
  document: KubernetesDocument,
  marks: readonly Mark[],
): readonly Finding[] {
  const written = {
    labels: labelsAt(document.object, 'metadata', 'labels'),
    annotations: labelsAt(document.object, 'metadata', 'annotations'),
  };
  const others = record.places.length - 1;
  const wrong = marks.flatMap(({ at, key, allowed, otherwise, guards }): readonly Finding[] => {
    const value = written[at][key];
    if (value !== undefined && allowed(place, record).includes(value)) return [];
    const got = value === undefined ? `has no ${key}` : `says ${key}: ${value}`;
    const meant = `; it should say ${allowed(place, record).join(' or ')}`;
    const sentence = `${value === undefined ? 'Without' : 'With another'} ${key} ${otherwise}`;
    const path = [stepThrough(document, got + meant)];
    const [from, to] = guards ? [place.handle, EVERYONE_ELSE] : [place.handle, place.handle];
    return [
      {
        aspect: 'namespaces',
        kind: guards ? 'guard' : 'cannot work',
        from,
        to,
        sentence,
        path,
        pairs: guards ? others : 1,
      },
    ];
  });
  const known = new Set(marks.map(({ key }) => key));
  const unknown = Object.keys(written.labels)
    .filter((key) => !known.has(key) && !HARMLESS.has(key))
    .map((key): Finding => ({
      aspect: 'namespaces',
      kind: 'guard',
      from: place.handle,
      to: EVERYONE_ELSE,
      sentence: `A namespace carries ${key}, a label of which nothing is known`,
      path: [stepThrough(document, `says ${key}: ${written.labels[key]}`)],
      pairs: others,
    }));
  return [...wrong, ...unknown];
}
