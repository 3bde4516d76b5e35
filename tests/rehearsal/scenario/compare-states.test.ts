import type { Asset } from '../../../src/rehearsal/cloud/asset';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { projectIamBindingKind } from '../../../src/rehearsal/google/iam-binding-kinds';
import { projectName } from '../../../src/rehearsal/provider/cloud-names';
import type { ResourceKind } from '../../../src/rehearsal/provider/resource-kind';
import type { StateGap } from '../../../src/rehearsal/scenario/compare-states';
import { stateGaps } from '../../../src/rehearsal/scenario/compare-states';
import type { RememberedResource } from '../../../src/rehearsal/scenario/terraform-state';
import { bucketAsset, bucketKind } from '../provider/sample-bucket';
import { START } from '../provider/sample-cloud';

const RELEASE: ResourceKind = {
  ...bucketKind(),
  type: 'helm_release',
  read: () => {
    throw new Error('A release is not asked for');
  },
};
const KINDS = new Map([bucketKind(), projectIamBindingKind, RELEASE].map((kind) => [kind.type, kind]));

const remembered = (type: string, name: string, attributes: RememberedResource['attributes']) => ({
  stack: 'cell-1',
  type,
  address: `${type}.${name}`,
  attributes,
});
const bucket = (name: string): RememberedResource => remembered('google_storage_bucket', name, { name });
let cloud: Cloud;

beforeEach(() => {
  cloud = new Cloud(START);
});

function stands(more: Partial<Asset> & Pick<Asset, 'name'>): void {
  cloud.insert({ type: 'storage.googleapis.com/Bucket', data: {}, madeBy: 'terraform', ...more });
}

const gaps = (...resources: readonly RememberedResource[]): Promise<readonly StateGap[]> =>
  stateGaps(cloud, resources, (type) => KINDS.get(type));

test('Where states and cloud say the same, there is no gap', async () => {
  stands({ name: bucketAsset('data') });
  expect(await gaps(bucket('data'))).toEqual([]);
});

test('What a state remembers and what does not stand is a gap', async () => {
  expect(await gaps(bucket('data'))).toEqual([
    { where: 'cell-1: google_storage_bucket.data', message: 'is in the state and does not stand' },
  ]);
});

test('What Terraform made and no state remembers is a gap', async () => {
  stands({ name: bucketAsset('data') });
  expect(await gaps()).toEqual([
    { where: bucketAsset('data'), message: 'a storage.googleapis.com/Bucket that no state knows' },
  ]);
});

test('A part of a policy stands while that does which the policy is of', async () => {
  const binding = remembered('google_project_iam_binding', 'Staff', {
    project: 'w255',
    role: 'roles/viewer',
    members: ['user:ines@example.edu'],
  });
  expect(await gaps(binding)).toEqual([
    { where: 'cell-1: google_project_iam_binding.Staff', message: 'is in the state and does not stand' },
  ]);
  stands({ name: projectName('w255'), madeBy: 'people' });
  expect(await gaps(binding)).toEqual([]);
});

test('What Google, people and releases made is in no state, and what no provider serves is not asked for', async () => {
  stands({ name: bucketAsset('logs'), madeBy: 'google' });
  stands({ name: bucketAsset('theirs'), madeBy: 'people' });
  stands({ name: '//container.googleapis.com/c/k8s/namespaces/a', type: 'k8s.io/Namespace' });
  stands({ name: '//container.googleapis.com/c/helm.sh/releases/a', type: 'helm.sh/Release' });
  stands({ name: bucketAsset('of-release') });
  expect(
    await gaps(
      remembered('helm_release', 'A', { name: 'of-release' }),
      remembered('terraform_data', 'B', {}),
    ),
  ).toEqual([]);
});
