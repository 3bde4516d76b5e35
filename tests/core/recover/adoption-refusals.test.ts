import { adoptionRefusals } from '../../../src/core/recover/adoption-refusals';
import type { PlannedChange } from '../../../src/core/recover/planned-changes';

const OURS = { 'managed-by': 'practicum', 'practicum-cohort': 'lab' };

const imported = (part: Partial<PlannedChange>): PlannedChange => ({
  address: 'google_storage_bucket.b',
  type: 'google_storage_bucket',
  actions: ['no-op'],
  importId: 'lab-c1/b',
  before: { labels: OURS },
  after: { labels: OURS },
  replacedFor: [],
  tainted: false,
  ...part,
});

const refusals = (part: Partial<PlannedChange>) => adoptionRefusals([imported(part)]).map(({ why }) => why);

test.each<[string, Partial<PlannedChange>]>([
  ['has the same labels', {}],
  [
    'has them among the effective ones alone',
    { before: { labels: null, effective_labels: { ...OURS, goog: 'x' } } },
  ],
  ['calls them resource labels', { before: { resource_labels: OURS }, after: { resource_labels: OURS } }],
  ['has another label beside', { before: { labels: { ...OURS, 'practicum-tenant': 'amara' } } }],
  ['is of a type without labels', { before: {}, after: {} }],
  ['is mended in place', { actions: ['update'] }],
])('What is ours is adopted: it %s', (_, part) => {
  expect(refusals(part)).toEqual([]);
});

test('What has no label of ours is another’s', () => {
  expect(adoptionRefusals([imported({ before: { labels: {} } })])).toEqual([
    {
      address: 'google_storage_bucket.b',
      id: 'lab-c1/b',
      why: 'it is not ours: it has no label practicum-cohort',
    },
  ]);
});

test('What has another cohort’s label is that cohort’s', () => {
  expect(refusals({ before: { effective_labels: { 'practicum-cohort': 'w255-fall26' } } })).toEqual([
    'it is not ours: its label practicum-cohort is w255-fall26',
  ]);
});

test('What adopting would destroy is not adopted', () => {
  expect(refusals({ actions: ['delete', 'create'], replacedFor: ['location', 'project'] })).toEqual([
    'the next deploy would destroy it and make it anew, since it stands with another location, project',
  ]);
});

test('What is replaced without an import is none of its business', () => {
  const { address, type, after, replacedFor, tainted } = imported({});
  expect(
    adoptionRefusals([{ address, type, after, replacedFor, tainted, actions: ['delete', 'create'] }]),
  ).toEqual([]);
});
