import { projectName, serviceName } from '../../../src/rehearsal/provider/cloud-names';
import { projectKind } from '../../../src/rehearsal/google/project-kind';
import { projectServiceKind } from '../../../src/rehearsal/google/project-service-kind';
import type { StateGap } from '../../../src/rehearsal/scenario/compare-states';
import type { RememberedResource } from '../../../src/rehearsal/scenario/terraform-state';
import type { WaitGraph } from '../../../src/rehearsal/scenario/unordered';
import { unordered } from '../../../src/rehearsal/scenario/unordered';
import type { StackFile } from '../../../src/rehearsal/scenario/wait-graph';
import { waitGraph } from '../../../src/rehearsal/scenario/wait-graph';

const KINDS = new Map([projectKind, projectServiceKind].map((kind) => [kind.type, kind]));
const STORAGE = 'storage.googleapis.com';

const remembered = (
  type: string,
  name: string,
  attributes: RememberedResource['attributes'],
  stack = 'cell-1',
): RememberedResource => ({ stack, type, address: `${type}.${name}`, attributes });

const BUCKET = remembered('google_storage_bucket', 'Data', { id: 'w255-data', name: 'w255-data' });
const PROJECT = remembered('google_project', 'Lab', {
  id: 'projects/w255',
  project_id: 'w255',
  name: 'Labs',
});
const service = (stack = 'cell-1'): RememberedResource =>
  remembered(
    'google_project_service',
    'Storage',
    { id: `w255/${STORAGE}`, project: 'w255', service: STORAGE },
    stack,
  );

/** What is found of a bucket that needed a project and its API, in a stack with these resources. */
const found = (
  resource: NonNullable<StackFile['resource']>,
  states: readonly RememberedResource[] = [PROJECT, service(), BUCKET],
  stacks: WaitGraph = new Map(),
): readonly StateGap[] =>
  unordered(
    [
      {
        resource: 'google_storage_bucket w255-data',
        needed: [projectName('w255'), serviceName('w255', STORAGE)],
      },
    ],
    states,
    new Map([['cell-1', waitGraph({ resource })]]),
    stacks,
    (type) => KINDS.get(type),
  );

const IN_PROJECT = { project: '${google_project.Lab.project_id}' };

test('An API that nothing makes Terraform wait for is found, though it stood in time', () => {
  expect(found({ google_storage_bucket: { Data: IN_PROJECT } })).toEqual([
    {
      where: 'cell-1: google_storage_bucket.Data',
      message:
        `needs google_project_service.Storage (${STORAGE}), and nothing makes Terraform wait for it: ` +
        'it was luck that it stood; add it to depends_on',
    },
  ]);
});

test('All that is not waited for is found', () => {
  expect(found({ google_storage_bucket: { Data: {} } }).map(({ message }) => message.slice(0, 40))).toEqual([
    'needs google_project.Lab (Labs), and not',
    'needs google_project_service.Storage (st',
  ]);
});

test.each<[string, NonNullable<StackFile['resource']>]>([
  [
    'depends_on',
    { google_storage_bucket: { Data: { ...IN_PROJECT, depends_on: ['google_project_service.Storage'] } } },
  ],
  [
    'a reference inside of a text in a block',
    {
      google_storage_bucket: {
        Data: { ...IN_PROJECT, logging: [{ prefix: 'of-${google_project_service.Storage.service}/' }] },
      },
    },
  ],
  [
    'a path over terraform_data',
    {
      google_storage_bucket: { Data: { ...IN_PROJECT, depends_on: ['terraform_data.ApisOn'] } },
      terraform_data: {
        ApisOn: { depends_on: ['google_project_service.Storage'] },
      },
    },
  ],
])('What Terraform waits for by %s is in order', (_, resource) => expect(found(resource)).toEqual([]));

test('A circle in the graph ends', () => {
  const resource = {
    google_storage_bucket: { Data: { depends_on: ['google_project.Lab'] } },
    google_project: { Lab: { depends_on: ['google_storage_bucket.Data', 'google_project_service.Storage'] } },
  };
  expect(found(resource)).toEqual([]);
});

const OF_ANOTHER = [PROJECT, service('cell-0'), BUCKET];

test('What a stack before it made stands, also over a third stack', () => {
  const order = new Map([
    ['cell-1', new Set(['state'])],
    ['state', new Set(['cell-0'])],
  ]);
  expect(found({ google_storage_bucket: { Data: IN_PROJECT } }, OF_ANOTHER, order)).toEqual([]);
});

test('A need for what another stack makes is found if nothing puts that stack first', () => {
  const order = new Map([['cell-0', new Set(['cell-1'])]]);
  expect(found({ google_storage_bucket: { Data: IN_PROJECT } }, OF_ANOTHER, order)).toEqual([
    {
      where: 'cell-1: google_storage_bucket.Data',
      message:
        `needs google_project_service.Storage (${STORAGE}) of the stack cell-0, and nothing makes cell-1 wait ` +
        'for that: it was luck that it stood; let the stack depend on it',
    },
  ]);
});

test('What no state knows any more is nobody’s need, and what no state makes is waited for by nobody', () => {
  expect(found({}, [PROJECT, service()])).toEqual([]);
  expect(found({}, [BUCKET])).toEqual([]);
});
