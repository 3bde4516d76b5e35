import type { PlannedChange } from '../../../src/core/recover/planned-changes';
import { importable, onlyAdopts, readPlan } from '../../../src/core/recover/planned-changes';

const change = (part: Partial<PlannedChange>): PlannedChange => ({
  address: 'google_project.p',
  type: 'google_project',
  actions: ['create'],
  after: { project_id: 'lab-c1' },
  replacedFor: [],
  tainted: false,
  ...part,
});

const imported = (actions: readonly string[]): PlannedChange => change({ actions, importId: 'lab-c1' });

test('A plan is read as terraform 1.11.4 writes it', () => {
  const plan = {
    format_version: '1.2',
    resource_changes: [
      {
        address: 'google_storage_bucket.b',
        mode: 'managed',
        type: 'google_storage_bucket',
        name: 'b',
        change: {
          actions: ['delete', 'create'],
          before: { location: 'EU' },
          after: { name: 'lab-b' },
          after_unknown: { id: true },
          importing: { id: 'lab-c1/lab-b' },
          replace_paths: [['location'], ['versioning', 0, 'enabled']],
        },
        action_reason: 'replace_because_cannot_update',
      },
      {
        address: 'google_project.p',
        mode: 'managed',
        type: 'google_project',
        change: { actions: ['delete', 'create'], before: {}, after: null },
        action_reason: 'replace_because_tainted',
      },
      {
        address: 'data.google_project.q',
        mode: 'data',
        type: 'google_project',
        change: { actions: ['read'] },
      },
    ],
  };
  expect(readPlan(JSON.stringify(plan))).toEqual([
    {
      address: 'google_storage_bucket.b',
      type: 'google_storage_bucket',
      actions: ['delete', 'create'],
      before: { location: 'EU' },
      after: { name: 'lab-b' },
      importId: 'lab-c1/lab-b',
      replacedFor: ['location', 'versioning.0.enabled'],
      tainted: false,
    },
    {
      address: 'google_project.p',
      type: 'google_project',
      actions: ['delete', 'create'],
      before: {},
      after: {},
      replacedFor: [],
      tainted: true,
    },
  ]);
});

test('A plan of an empty stack changes nothing', () => {
  expect(readPlan('{"format_version":"1.2"}')).toEqual([]);
});

test('What is created with a known id can be looked for, and nothing else', () => {
  const changes = [
    change({}),
    change({ address: 'google_project.unknown', after: {} }),
    change({ address: 'google_project.there', actions: ['no-op'] }),
    change({ address: 'google_project.replaced', actions: ['delete', 'create'] }),
    change({ address: 'google_project.imported', importId: 'lab-c1' }),
    change({ address: 'google_project_service.s', type: 'google_project_service' }),
    change({ address: 'google_billing_budget.b', type: 'google_billing_budget' }),
    change({ address: 'google_pubsub_topic.t', type: 'google_pubsub_topic' }),
  ];
  expect(importable(changes).map(({ address, id }) => [address, id])).toEqual([
    ['google_project.p', 'lab-c1'],
  ]);
});

test.each<[string, boolean, readonly PlannedChange[]]>([
  ['nothing', true, []],
  ['an import', true, [imported(['no-op'])]],
  ['an import that is mended in place', true, [imported(['update'])]],
  ['an import and what stands already', true, [imported(['no-op']), change({ actions: ['no-op'] })]],
  ['the creation again of what changes nothing', true, [change({ type: 'google_project_service' })]],
  ['the creation of a marker in the state', true, [change({ type: 'terraform_data' })]],
  ['an import that is replaced', false, [imported(['delete', 'create'])]],
  ['a creation', false, [change({})]],
  ['a creation that nobody can look for', false, [change({ type: 'google_billing_budget' })]],
  ['a creation of a type without a rule', false, [change({ type: 'google_pubsub_topic' })]],
  ['an update', false, [change({ actions: ['update'] })]],
  ['an update of a binding', false, [change({ type: 'google_project_iam_binding', actions: ['update'] })]],
  ['a deletion', false, [change({ type: 'google_project_service', actions: ['delete'] })]],
])('Whether a plan does no more than adopt, one with %s: %j', (_, adopts, changes) => {
  expect(onlyAdopts(changes)).toBe(adopts);
});
