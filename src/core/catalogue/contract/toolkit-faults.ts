import { NAME_LABEL, TOOLKIT_LABEL } from '../../kubernetes/hardened-pod';
import { fieldAt, fieldsAt, listAt, textAt } from '../../kubernetes/field-at';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import { accountsOf } from '../place-accounts';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { faultLine } from './fault';
import type { ObjectRules } from './object-faults';
import { PLACED_KINDS, objectFaults } from './object-faults';
import { containersOf, podMakerOf } from './pod-maker';
import { referenceFaults } from './reference-faults';
import { excessOf, usedBy } from './used-amounts';

const described = ({ kind, metadata }: PlacedObject): string => `${kind}/${metadata.name}`;

/** Accounts that the pods of a toolkit may run as: `lab` for the bucket, its own where it has rights. */
export const rulesFor = (
  { id, rights }: Pick<Toolkit, 'id' | 'rights'>,
  kinds: ObjectRules['kinds'] = PLACED_KINDS,
): ObjectRules => {
  const own = accountsOf({ id, ...(rights === undefined ? {} : { rights }) }).map(({ name }) => name);
  return { kinds, accounts: ['lab', ...own], withToken: own };
};

/** All that is wrong with what a toolkit puts into a place of one size; each in a line that begins with the object. */
export function placedFaults(toolkit: Toolkit, place: ToolkitPlace): readonly string[] {
  const objects = toolkit.place?.(place) ?? [];
  const around = { objects, secrets: toolkit.secrets ?? [] };
  const rules = rulesFor(toolkit);
  return [
    ...objects.flatMap((object) =>
      [...objectFaults(object, objects, rules), ...referenceFaults(object, around)].map(
        (fault) => `${described(object)}: ${faultLine(fault)}`,
      ),
    ),
    ...objects.flatMap((object) => nameFaults(toolkit, object)),
    ...twiceFaults(objects),
    ...objects.flatMap((object) => imageFaults(toolkit, object, objects)),
    ...excessOf(usedBy(objects), place.allowance).map((line) => `all together: ${line}`),
    ...endpointFaults(toolkit, objects),
    ...secretFaults(toolkit),
    ...accountFaults(toolkit),
  ];
}

/** The largest and the smallest go by the same rules. */
export const placedFaultsOfSizes = (
  toolkit: Toolkit,
  placeOf: (size: ToolkitSize) => ToolkitPlace,
): readonly string[] =>
  (Object.keys(toolkit.sizes) as ToolkitSize[]).flatMap((size) =>
    placedFaults(toolkit, placeOf(size)).map((line) => `${size}: ${line}`),
  );

/** The clock wakes by these labels, and the proof knows by them whose an object is. */
function nameFaults({ id }: Toolkit, object: PlacedObject): readonly string[] {
  const maker = podMakerOf(object, [object]);
  const labelled = (at: string, labels: Readonly<Record<string, unknown>>): readonly string[] => [
    ...(labels[TOOLKIT_LABEL] === id ? [] : [`${described(object)}: ${at} without ${TOOLKIT_LABEL}: ${id}`]),
    ...(typeof labels[NAME_LABEL] === 'string' ? [] : [`${described(object)}: ${at} without ${NAME_LABEL}`]),
  ];
  const { name } = object.metadata;
  return [
    ...(name === id || name.startsWith(`${id}-`)
      ? []
      : [`${described(object)}: its name is not ${id} or ${id}-…`]),
    ...labelled('metadata.labels', object.metadata.labels ?? {}),
    ...(maker === undefined ? [] : labelled('labels of its pods', fieldsAt(maker.metadata, 'labels'))),
  ];
}

const twiceFaults = (objects: readonly PlacedObject[]): readonly string[] =>
  objects
    .map(described)
    .filter((each, index, all) => all.indexOf(each) !== index)
    .map((each) => `${each}: stands twice`);

/** Images of an object that the toolkit does not list; `mayStart` says what may run beside those. */
export function imageFaults(
  { images }: Pick<Toolkit, 'images'>,
  object: PlacedObject,
  objects: readonly PlacedObject[],
  mayStart: (image: string) => boolean = () => false,
): readonly string[] {
  const maker = podMakerOf(object, objects);
  if (maker === undefined) return [];
  return containersOf(maker)
    .map(({ container }) => textAt(container, 'image') ?? '')
    .filter((image) => !images.some(({ ref }) => ref === image) && !mayStart(image))
    .map((image) => `${described(object)}: the image ${image || '(none)'} is not listed`);
}

function endpointFaults(
  { endpoint, workloads }: Toolkit,
  objects: readonly PlacedObject[],
): readonly string[] {
  if (endpoint === undefined || workloads !== undefined || objects.length === 0) return [];
  const { service, port } = endpoint;
  const found = objects.find(({ kind, metadata }) => kind === 'Service' && metadata.name === service);
  const ports = listAt(found, 'spec', 'ports').map((each) => fieldAt(each, 'port'));
  return ports.includes(port) ? [] : [`endpoint: no Service ${service} with the port ${port}`];
}

/** A right is of no use without a way to the API, and a way without a right only invites. */
function accountFaults(toolkit: Toolkit): readonly string[] {
  const { id, openings = [] } = toolkit;
  const accounts = accountsOf(toolkit);
  return [
    ...accounts
      .filter(({ name }) => name !== id && !name.startsWith(`${id}-`))
      .map(({ name }) => `account ${name}: its name is not ${id} or ${id}-…`),
    ...(accounts.length > 0 === openings.includes('api-server')
      ? []
      : ['openings: api-server is there for accounts with rights, and only for them']),
  ];
}

const secretFaults = ({ id, secrets = [] }: Toolkit): readonly string[] =>
  secrets.flatMap(({ name, keys }) => [
    ...(name === id || name.startsWith(`${id}-`) ? [] : [`secret ${name}: its name is not ${id} or ${id}-…`]),
    ...(keys.length > 0 ? [] : [`secret ${name}: no keys`]),
  ]);
