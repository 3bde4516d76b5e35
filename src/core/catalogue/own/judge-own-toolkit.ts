import type { ToolkitId } from '../../domain/ids';
import { LABEL_DOMAIN } from '../../domain/names';
import type { Outcome, Problem } from '../../input/problem';
import { accept, refuse, shown } from '../../input/problem';
import type { YamlSource } from '../../input/yaml-source';
import { fieldAt, fieldsAt, textAt, withAt } from '../../kubernetes/field-at';
import { NAME_LABEL, TOOLKIT_LABEL } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ObjectFault } from '../contract/fault';
import { PLACED_KINDS, objectFaults } from '../contract/object-faults';
import { containersOf, podMakerOf } from '../contract/pod-maker';
import { referenceFaults } from '../contract/reference-faults';
import { usedBy } from '../contract/used-amounts';
import type { Endpoint, SecretNeed } from '../toolkit';
import { tooLargeFaults } from './too-large';
import type { OwnToolkit } from './own-toolkit';

/** What a course says of an own toolkit; its manifests say the rest. */
export interface OwnToolkitEntry {
  readonly id: ToolkitId;
  readonly title: string;
  readonly gives: string;
  readonly handout?: string | undefined;
  readonly secrets: readonly SecretNeed[];
  readonly endpoint?: Endpoint | undefined;
}

interface Manifest {
  readonly source: YamlSource;
  readonly object: PlacedObject;
}

/** An image by its registry, path, and a tag or digest: what an allow-list can name and a mirror can copy. */
const IMAGE =
  /^(?=.{4,255}$)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/;

/** Reads an own toolkit from its manifests, one object in each source, or tells all that is wrong with them. */
export function judgeOwnToolkit(entry: OwnToolkitEntry, sources: readonly YamlSource[]): Outcome<OwnToolkit> {
  const manifests = sources.flatMap((source): readonly Manifest[] =>
    isObject(source.value) ? [{ source, object: withoutToken(source.value) }] : [],
  );
  const strangers = sources.filter(({ value }) => !isObject(value)).map(noObject);
  const objects = manifests.map(({ object }) => object);
  const problems = [
    ...strangers,
    ...manifests.flatMap(({ source, object }) =>
      faultsOf(entry, object, objects).map(({ path, ...told }) => source.problem(path, told)),
    ),
    ...twice(manifests),
  ];
  if (problems.length > 0) return refuse(problems);
  const { id, title, gives, handout, secrets, endpoint } = entry;
  return accept({
    id,
    title,
    gives,
    handout:
      handout ?? (endpoint === undefined ? gives : `It is at \`${endpoint.service}:${endpoint.port}\`.`),
    objects: objects.map((object) => labelled(object, id)),
    images: [...new Set(objects.flatMap((object) => imagesOf(object, objects)))].sort(),
    allowance: usedBy(objects),
    secrets,
    ...(endpoint === undefined ? {} : { endpoint }),
  });
}

const isObject = (value: unknown): value is PlacedObject =>
  typeof fieldAt(value, 'apiVersion') === 'string' &&
  typeof fieldAt(value, 'kind') === 'string' &&
  typeof fieldAt(value, 'metadata', 'name') === 'string';

const noObject = (source: YamlSource): Problem =>
  source.problem([], {
    message: 'this is no object of Kubernetes',
    allowed: 'a mapping with apiVersion, kind and metadata.name; several with "---" between them',
    write: 'a manifest as "helm template" or "kubectl --dry-run=client -o yaml" writes it',
  });

function faultsOf(
  entry: OwnToolkitEntry,
  object: PlacedObject,
  objects: readonly PlacedObject[],
): readonly ObjectFault[] {
  const rules = { kinds: PLACED_KINDS, accounts: ['lab'], withToken: [] };
  return [
    ...objectFaults(object, objects, rules),
    ...referenceFaults(object, { objects, secrets: entry.secrets }),
    ...nameFaults(entry, object),
    ...labelFaults(object, objects),
    ...imageFaults(object, objects),
    ...tooLargeFaults(object, objects),
  ];
}

function nameFaults({ id }: OwnToolkitEntry, { metadata: { name } }: PlacedObject): readonly ObjectFault[] {
  if (name === id || name.startsWith(`${id}-`)) return [];
  return [
    {
      path: ['metadata', 'name'],
      message: 'the name could be that of something else in the place',
      got: shown(name),
      allowed: `${id}, or what begins with ${id}-`,
      write: `name: ${id}-${/^[a-z0-9-]{1,30}$/.test(name) ? name : 'server'}`,
    },
  ];
}

/**
 * What neither labels nor annotations begin with, and what annotations do not: by those GKE gives a Service another address,
 * and Helm keeps an object when its place goes.
 */
const OF_OTHERS = {
  labels: [`${LABEL_DOMAIN}/`],
  annotations: [`${LABEL_DOMAIN}/`, 'networking.gke.io/', 'cloud.google.com/', 'helm.sh/', 'meta.helm.sh/'],
} as const;

/** Labels are texts; a number among them is refused only when the place is made. */
function labelFaults(object: PlacedObject, objects: readonly PlacedObject[]): readonly ObjectFault[] {
  const maker = podMakerOf(object, objects);
  const places = [['metadata'], ...(maker === undefined ? [] : [[...maker.path.slice(0, -1), 'metadata']])];
  return places.flatMap((place) =>
    (['labels', 'annotations'] as const).flatMap((field) =>
      Object.entries(fieldsAt(object, ...place, field)).flatMap(([key, value]): readonly ObjectFault[] => {
        const path = [...place, field, key];
        if (OF_OTHERS[field].some((prefix) => key.startsWith(prefix)))
          return [
            {
              path,
              message: 'a tool of a place says nothing of this kind',
              got: shown(key),
              write: `no ${key}`,
            },
          ];
        if (typeof value === 'string') return [];
        return [{ path, message: 'a label is a text', got: shown(value), write: `"${String(value)}"` }];
      }),
    ),
  );
}

const imagesOf = (object: PlacedObject, objects: readonly PlacedObject[]): readonly string[] => {
  const maker = podMakerOf(object, objects);
  return maker === undefined
    ? []
    : containersOf(maker).map(({ container }) => textAt(container, 'image') ?? '');
};

function imageFaults(object: PlacedObject, objects: readonly PlacedObject[]): readonly ObjectFault[] {
  const maker = podMakerOf(object, objects);
  if (maker === undefined) return [];
  return containersOf(maker).flatMap(({ container, path }) => {
    const image = textAt(container, 'image') ?? '';
    if (IMAGE.test(image) && !/:latest(@|$)/.test(image) && /[:@][^/]+$/.test(image)) return [];
    return [
      {
        path: [...path, 'image'],
        message: 'the image is not named in full',
        got: shown(image),
        allowed: 'registry, path, and a tag other than latest or a digest',
        write: 'image: docker.io/library/redis:7.4@sha256:…',
      },
    ];
  });
}

function twice(manifests: readonly Manifest[]): readonly Problem[] {
  const key = ({ object }: Manifest): string => `${object.kind}/${object.metadata.name}`;
  return manifests
    .filter((each, index) => manifests.findIndex((other) => key(other) === key(each)) !== index)
    .map((each) =>
      each.source.problem(['metadata', 'name'], {
        message: `another ${each.object.kind} has this name`,
        got: shown(each.object.metadata.name),
        write: 'another name',
      }),
    );
}

/** Pods that say nothing of a token get none: few charts let it be said, and no pod of a tool asks the API of the cluster. */
function withoutToken(object: PlacedObject): PlacedObject {
  const maker = podMakerOf(object, [object]);
  if (maker === undefined || Object.hasOwn(maker.spec, 'automountServiceAccountToken')) return object;
  return withAt(object, maker.path, { ...maker.spec, automountServiceAccountToken: false });
}

/** The object with the labels by which the clock wakes it and the proof knows whose it is. */
function labelled(object: PlacedObject, id: ToolkitId): PlacedObject {
  const maker = podMakerOf(object, [object]);
  const { metadata } = object;
  const labels = { [NAME_LABEL]: metadata.name, ...metadata.labels, [TOOLKIT_LABEL]: id };
  const named = { ...object, metadata: { ...metadata, labels } };
  if (maker === undefined) return named;
  const path = [...maker.path.slice(0, -1), 'metadata', 'labels'];
  const own = fieldsAt(object, ...path);
  return withAt(named, path, { [NAME_LABEL]: metadata.name, ...own, [TOOLKIT_LABEL]: id });
}
