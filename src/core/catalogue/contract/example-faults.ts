import { parseAllDocuments } from 'yaml';
import { fieldAt } from '../../kubernetes/field-at';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { Allowance } from '../allowance';
import type { ExampleFile, Toolkit, ToolkitPlace } from '../toolkit';
import { faultLine } from './fault';
import { STUDENT_KINDS, objectFaults } from './object-faults';
import { imageFaults, rulesFor } from './toolkit-faults';
import { excessOf, sumOf, usedBy } from './used-amounts';

/** A relative path that leaves no folder, and is a file everywhere. */
const FILE_NAME = /^(?=.{1,80}$)[A-Za-z0-9._-]*[A-Za-z0-9](\/[A-Za-z0-9._-]*[A-Za-z0-9])*$/;

/** What examples may use beside their toolkit's allowance and images. */
export interface ExampleRoom {
  /** What students' own work has in the smallest lab that uses the toolkit. */
  readonly own: Allowance;
  /** Whether an image may run in the place, though the toolkit does not list it. */
  readonly mayStart: (image: string) => boolean;
}

/** Objects of an example; undefined for what is no manifest. A kustomization is for kubectl and no object. */
export function objectsOf(file: ExampleFile): readonly PlacedObject[] | undefined {
  if ('objects' in file) return file.objects;
  if (!/\.ya?ml$/.test(file.name)) return undefined;
  const documents = parseAllDocuments(file.text);
  const values = documents.map((document) => {
    if (document.errors.length > 0) throw new Error(`${file.name}: ${document.errors[0]!.message}`);
    return document.toJS() as unknown;
  });
  const isObject = (value: unknown): value is PlacedObject =>
    typeof fieldAt(value, 'kind') === 'string' && typeof fieldAt(value, 'metadata', 'name') === 'string';
  return values.length > 0 && values.every(isObject) ? values : undefined;
}

/** All that is wrong with the files that a student gets on the first day; each in a line that begins with the file. */
export function exampleFaults(toolkit: Toolkit, place: ToolkitPlace, room: ExampleRoom): readonly string[] {
  const files = toolkit.examples(place);
  const names = files.map(({ name }) => name);
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name}: is there twice`),
    ...files.flatMap((file) => fileFaults(toolkit, place, file, room).map((line) => `${file.name}: ${line}`)),
  ];
}

function fileFaults(
  toolkit: Toolkit,
  place: ToolkitPlace,
  file: ExampleFile,
  { own, mayStart }: ExampleRoom,
): readonly string[] {
  const name =
    FILE_NAME.test(file.name) && !file.name.includes('..') ? [] : ['its name is no path below a folder'];
  const text =
    'text' in file && !/\S[^]*\n$/.test(file.text) ? ['it is empty, or its last line has no end'] : [];
  const objects = objectsOf(file);
  if (objects === undefined) return [...name, ...text];
  const placed = toolkit.place?.(place) ?? [];
  const rules = rulesFor(toolkit, STUDENT_KINDS);
  const isAllowed = (image: string): boolean => image.startsWith(`${place.registryPath}/`) || mayStart(image);
  // The quota has room for the toolkit and, beside it, for the student's own work.
  const allowed = toolkit.place === undefined ? place.allowance : sumOf(place.allowance, own);
  return [
    ...name,
    ...text,
    ...objects.flatMap((object) =>
      objectFaults(object, [...objects, ...placed], rules).map(
        (fault) => `${object.kind}/${object.metadata.name}: ${faultLine(fault)}`,
      ),
    ),
    ...objects.flatMap((object) => imageFaults(toolkit, object, objects, isAllowed)),
    ...excessOf(usedBy([...placed, ...objects]), allowed),
  ];
}
