import type { ExampleRoom } from '../../../src/core/catalogue/contract/example-faults';
import { exampleFaults } from '../../../src/core/catalogue/contract/example-faults';
import { podMakerOf } from '../../../src/core/catalogue/contract/pod-maker';
import { placedFaults } from '../../../src/core/catalogue/contract/toolkit-faults';
import { toldFaults } from '../../../src/core/catalogue/contract/told-faults';
import { usedBy } from '../../../src/core/catalogue/contract/used-amounts';
import type { ExampleFile, Toolkit } from '../../../src/core/catalogue/toolkit';
import { GOOD_EXAMPLE, GOOD_OBJECTS, GOOD_TOOLKIT, changed } from './a-toolkit';
import { placeOf } from './a-place';
import type { ObjectName, ObjectPath } from './refused-objects';
import { POD, REFUSED_OBJECTS, SERVER } from './refused-objects';
import { REFUSED_REFERENCES } from './refused-references';

const place = placeOf(GOOD_TOOLKIT, 'small');
const room: ExampleRoom = {
  own: place.allowance,
  mayStart: (image) => image.startsWith('docker.io/library/'),
};

const withObjects = (objects: Readonly<Record<string, unknown>>): Toolkit => ({
  ...GOOD_TOOLKIT,
  place: () => Object.values(objects) as ReturnType<NonNullable<Toolkit['place']>>,
});

/** What is told of the good toolkit with one thing of one object changed. */
const told = (object: ObjectName, path: ObjectPath, to: unknown): readonly string[] =>
  placedFaults(withObjects({ ...GOOD_OBJECTS, [object]: changed(GOOD_OBJECTS[object], path, to) }), place);

test('A toolkit that keeps to the contract has no fault', () => {
  expect(placedFaults(GOOD_TOOLKIT, place)).toEqual([]);
  expect(exampleFaults(GOOD_TOOLKIT, place, room)).toEqual([]);
  expect(toldFaults(GOOD_TOOLKIT, place, ['sample'])).toEqual([]);
});

test('What objects use together is what a quota counts: rollouts, autoscaled copies, and what runs first', () => {
  const used = usedBy(Object.values(GOOD_OBJECTS));
  expect(JSON.parse(JSON.stringify(used))).toEqual({
    cpu: '200m',
    cpuLimit: '1',
    memory: '256Mi',
    memoryLimit: '512Mi',
    storage: '1Gi',
    ephemeralStorage: '1Gi',
    pods: 4,
    volumes: 1,
    services: 1,
    gpus: 0,
  });
});

test('What runs first counts together with what stays from before it', () => {
  const [first] = podMakerOf(GOOD_OBJECTS.worker, [])!.spec['initContainers'] as readonly [object];
  const beside = { ...first, name: 'beside', restartPolicy: 'Always' };
  const memoryOf = (initContainers: readonly unknown[]): string => {
    const worker = changed(GOOD_OBJECTS.worker, [...POD, 'initContainers'], initContainers);
    return usedBy([
      changed(worker, [...SERVER, 'resources', 'limits', 'memory'], '32Mi'),
    ]).memoryLimit.toString();
  };
  expect(memoryOf([first, beside])).toBe('160Mi');
  expect(memoryOf([beside, first])).toBe('256Mi');
});

test.each([...REFUSED_OBJECTS, ...REFUSED_REFERENCES])(
  'A toolkit with %s is refused',
  (_, object, path, to, fault) => {
    expect(told(object, path, to).join('\n')).toMatch(fault);
  },
);

test('Two objects of one name are refused', () => {
  const twice = { ...GOOD_OBJECTS, again: changed(GOOD_OBJECTS.files, ['data'], {}) };
  expect(placedFaults(withObjects(twice), place)).toEqual(['ConfigMap/sample-files: stands twice']);
});

test('An account of its own, with its token, is for a toolkit that has rights', () => {
  const worker = changed(
    changed(GOOD_OBJECTS.worker, [...POD, 'serviceAccountName'], 'sample'),
    [...POD, 'automountServiceAccountToken'],
    true,
  );
  const toolkit = withObjects({ ...GOOD_OBJECTS, worker });
  expect(placedFaults(toolkit, place)).toHaveLength(2);
  const rights = [{ apiGroup: 'batch', resources: ['jobs'], verbs: ['get'] }];
  const opening = 'openings: api-server is there for accounts with rights, and only for them';
  const openings = ['api-server'] as const;
  expect(placedFaults({ ...toolkit, rights, openings }, place)).toEqual([]);
  expect(placedFaults({ ...toolkit, rights }, place)).toEqual([opening]);
  expect(placedFaults({ ...withObjects(GOOD_OBJECTS), openings }, place)).toEqual([opening]);
  const others = [{ ...rights[0]!, account: 'lab' }];
  expect(placedFaults({ ...withObjects(GOOD_OBJECTS), rights: others, openings }, place)).toEqual([
    'account lab: its name is not sample or sample-…',
  ]);
});

test.each<[string, readonly ExampleFile[], RegExp]>([
  ['a path that leaves the folder', [{ name: '../x.py', text: 'x\n' }], /no path below a folder/],
  ['a path of the machine', [{ name: '/etc/x', text: 'x\n' }], /no path below a folder/],
  [
    'the same name twice',
    [
      { name: 'a', text: 'x\n' },
      { name: 'a', text: 'x\n' },
    ],
    /a: is there twice/,
  ],
  ['an empty file', [{ name: 'a.py', text: '\n' }], /is empty/],
  ['a last line without an end', [{ name: 'a.py', text: 'x' }], /its last line has no end/],
  [
    'a Secret',
    [{ name: 'a.yaml', text: 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n' }],
    /a Secret would stand/,
  ],
  [
    'a role',
    [{ name: 'a.yaml', objects: [changed(GOOD_EXAMPLE, ['kind'], 'RoleBinding')] }],
    /nothing of this kind/,
  ],
  [
    'root',
    [{ name: 'a.yaml', objects: [changed(GOOD_EXAMPLE, [...POD, 'securityContext'], {})] }],
    /may run as root/,
  ],
  [
    'an image from anywhere',
    [{ name: 'a.yaml', objects: [changed(GOOD_EXAMPLE, [...SERVER, 'image'], 'ghcr.io/a/b:1')] }],
    /is not listed/,
  ],
  [
    'more than there is',
    [{ name: 'a.yaml', objects: [changed(GOOD_EXAMPLE, ['spec', 'parallelism'], 9)] }],
    /pods 13 of 8/,
  ],
])('An example with %s is refused', (_, examples, fault) => {
  expect(exampleFaults({ ...GOOD_TOOLKIT, examples: () => examples }, place, room).join('\n')).toMatch(fault);
});

test('An example may start what the student pushed, and what the course allows', () => {
  const start = (image: string): readonly string[] => {
    const objects = [changed(GOOD_EXAMPLE, [...SERVER, 'image'], image)];
    return exampleFaults({ ...GOOD_TOOLKIT, examples: () => [{ name: 'a.yaml', objects }] }, place, room);
  };
  expect(start(`${place.registryPath}/api:v1`)).toEqual([]);
  expect(start('docker.io/library/python:3.12')).toEqual([]);
  expect(start(`${place.registryPath}-of-another/api:v1`)).toHaveLength(1);
});

test.each<[string, Partial<Toolkit>, RegExp]>([
  ['without a title', { title: ' ' }, /title/],
  ['that gives no sentence', { gives: 'a thing' }, /gives/],
  ['without a safe homepage', { homepage: 'http://a' }, /homepage/],
  ['with a licence that is a sentence', { licence: 'free for all, mostly' }, /SPDX/],
  ['with an empty hand-out', { handout: () => ' ' }, /says nothing/],
  ['with a hand-out like a book', { handout: () => 'sample\n'.repeat(50) }, /longer than 40 lines/],
  ['with a hand-out that hides where it is', { handout: () => 'Find it.' }, /does not name sample/],
  ['with an empty word on setting it up', { setUp: () => ' ' }, /setUp: says nothing/],
  [
    'that is set up as if it stood',
    { setUp: GOOD_TOOLKIT.handout },
    /setUp: says the same as the handout of one that stands/,
  ],
  [
    'that is set up though nothing of it ever stands',
    { place: undefined, setUp: () => 'Set up sample.' } as unknown as Partial<Toolkit>,
    /setUp: nothing of it stands/,
  ],
  [
    'with a check of something else',
    { smoke: { kubectl: ['get', 'pod/x'], says: 'ok' } },
    /names nothing that stands/,
  ],
  [
    'with a check without an answer',
    { smoke: { kubectl: ['get', 'pod/sample-0'], says: '' } },
    /has no answer/,
  ],
  ['that does not say why', { shown: { how: 'not here', why: '' } }, /does not say why/],
  [
    'retired with nothing in its place',
    { retired: { since: '2022-04', source: 'a', instead: [], says: 'a' } },
    /names nothing/,
  ],
  [
    'retired for what there is not',
    { retired: { since: 'long ago', source: '', instead: ['x'], says: '' } },
    /no month[^]*source[^]*says[^]*no toolkit x/,
  ],
])('A toolkit %s is refused', (_, change, fault) => {
  expect(toldFaults({ ...GOOD_TOOLKIT, ...change }, place, ['sample']).join('\n')).toMatch(fault);
});
