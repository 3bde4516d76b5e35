import { protectionsIn } from '../../../src/core/teardown/protections';

const guards = (type: string, attributes: object): readonly string[] =>
  protectionsIn([{ address: `${type}.A`, type, attributes: { ...attributes } }]).map(({ guard }) => guard);

interface Case {
  readonly type: string;
  readonly open: object;
  readonly guarded: readonly object[];
}

const CASES: readonly Case[] = [
  {
    type: 'google_cloud_run_v2_service',
    open: { deletion_protection: false },
    guarded: [{ deletion_protection: true }, {}],
  },
  {
    type: 'google_compute_instance',
    open: { deletion_protection: false },
    guarded: [{ deletion_protection: true }],
  },
  {
    type: 'google_container_cluster',
    open: { deletion_protection: false },
    guarded: [{ deletion_protection: true }, {}],
  },
  {
    type: 'google_project',
    open: { deletion_policy: 'DELETE' },
    guarded: [{ deletion_policy: 'PREVENT' }, { deletion_policy: 'ABANDON' }, {}],
  },
  {
    type: 'google_storage_bucket',
    open: { force_destroy: true },
    guarded: [{ force_destroy: false }, { force_destroy: null }, {}],
  },
  { type: 'google_dns_managed_zone', open: { force_destroy: true }, guarded: [{ force_destroy: false }, {}] },
  { type: 'google_secret_manager_secret', open: {}, guarded: [{ deletion_protection: true }] },
];

test.each(CASES)('$type goes only where its state says so', ({ type, open, guarded }) => {
  expect(guards(type, open)).toEqual([]);
  for (const attributes of guarded) expect(guards(type, attributes)).toHaveLength(1);
});

test('The guard is told as Terraform writes it', () => {
  expect(guards('google_project', { deletion_policy: 'PREVENT' })).toEqual(['deletion_policy = "PREVENT"']);
  expect(guards('google_storage_bucket', {})).toEqual(['force_destroy = null']);
});

test('What has no guard is none', () => {
  expect(guards('google_artifact_registry_repository', { force_destroy: false })).toEqual([]);
});
