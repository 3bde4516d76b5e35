import type { Evidence } from '../../../src/app/rehearse/check-step';
import { checkStep } from '../../../src/app/rehearse/check-step';
import type { StackEngine, StackPlan } from '../../../src/app/rehearse/stack-engine';
import { StateFiles } from '../../../src/app/rehearse/state-files';
import type { Handle } from '../../../src/core/domain/ids';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { standing } from '../../../src/rehearsal/scenario/standing';
import { bucketAsset, bucketKind } from '../../rehearsal/provider/sample-bucket';
import { START } from '../../rehearsal/provider/sample-cloud';
import { AMARAS_BUCKET, labelled } from '../../rehearsal/scenario/tenants';
import { temporaryFolder } from '../temporary-folder';

const TYPE = 'google_storage_bucket';
const AMARA = 'amara-abara' as Handle;

const planning = (...plans: readonly StackPlan[]): StackEngine =>
  ({ plan: () => Promise.resolve(plans) }) as unknown as StackEngine;

function evidence(more: Partial<Evidence> = {}): Evidence & { readonly states: StateFiles } {
  return {
    engine: planning(),
    cloud: new Cloud(START),
    states: new StateFiles(temporaryFolder()),
    stacks: ['cell-1'],
    kindOf: (type) => (type === TYPE ? bucketKind() : undefined),
    needs: [],
    graphs: () => new Map(),
    stackOrder: () => new Map(),
    before: new Map(),
    meant: new Set(),
    tenants: new Set([AMARA]),
    ...more,
  } as Evidence & { readonly states: StateFiles };
}

const bucket = (cloud: Cloud, name: `//${string}`, data = {}): void =>
  void cloud.insert({ name, type: 'storage.googleapis.com/Bucket', data, madeBy: 'terraform' });

test('Plans that are empty are no finding; others are, with what they would do', async () => {
  const engine = planning(
    { stack: 'cell-1', outcome: 'empty', output: 'No changes.' },
    {
      stack: 'shard-1-01',
      outcome: 'changes',
      output: `  # ${TYPE}.a will be updated in-place\n  # ${TYPE}.b must be replaced\n`,
    },
  );
  expect(await checkStep(['empty-re-apply'], evidence({ engine }))).toEqual([
    {
      invariant: 'empty-re-apply',
      where: 'shard-1-01',
      message: `${TYPE}.a will be updated in-place\n${TYPE}.b must be replaced`,
    },
  ]);
});

test.each([
  ['its first error', 'Error: Reference to undeclared resource\n', 'Error: Reference to undeclared resource'],
  ['that it failed where it printed none', 'Killed', 'terraform could not plan'],
])('A plan that fails is a finding with %s', async (_, output, message) => {
  const engine = planning({ stack: 'cell-1', outcome: 'failed', output });
  expect(await checkStep(['empty-re-apply'], evidence({ engine }))).toEqual([
    { invariant: 'empty-re-apply', where: 'cell-1', message },
  ]);
});

test('What stands and is not planned is found, and what is planned and does not stand', async () => {
  const given = evidence();
  bucket(given.cloud, bucketAsset('stray'));
  given.states.write(
    'cell-1',
    JSON.stringify({
      resources: [
        { mode: 'managed', type: TYPE, name: 'Gone', instances: [{ attributes: { name: 'gone' } }] },
      ],
    }),
  );
  expect(await checkStep(['only-planned'], given)).toEqual([
    {
      invariant: 'only-planned',
      where: `cell-1: ${TYPE}.Gone`,
      message: 'is in the state and does not stand',
    },
    {
      invariant: 'only-planned',
      where: bucketAsset('stray'),
      message: 'a storage.googleapis.com/Bucket that no state knows',
    },
  ]);
});

test('A resource that Terraform was not told to wait for is found', async () => {
  const given = evidence({
    needs: [{ resource: `${TYPE} data`, needed: [bucketAsset('logs')] }],
    graphs: () => new Map([['cell-1', new Map()]]),
  });
  const instance = (name: string) => ({
    mode: 'managed',
    type: TYPE,
    name,
    instances: [{ attributes: { id: name, name } }],
  });
  given.states.write('cell-1', JSON.stringify({ resources: [instance('data'), instance('logs')] }));
  expect(await checkStep(['ordered'], given)).toEqual([
    {
      invariant: 'ordered',
      where: `cell-1: ${TYPE}.data`,
      message:
        `needs ${TYPE}.logs (logs), and nothing makes Terraform wait for it: ` +
        'it was luck that it stood; add it to depends_on',
    },
  ]);
});

test('A place that the step is not about is found where it changed, one that it is about is not', async () => {
  const given = evidence();
  bucket(given.cloud, AMARAS_BUCKET, labelled(AMARA).data);
  const before = standing(given.cloud.list(), given.tenants);
  given.cloud.change(AMARAS_BUCKET, { data: { ...labelled(AMARA).data, versioning: true } });
  expect(await checkStep(['others-untouched'], { ...given, before })).toEqual([
    {
      invariant: 'others-untouched',
      where: AMARAS_BUCKET,
      message: 'of amara-abara, whom the step is not about: changed',
    },
  ]);
  expect(await checkStep(['others-untouched'], { ...given, before, meant: new Set([AMARA]) })).toEqual([]);
});

test('What is left after a teardown is found, with why where that is known', async () => {
  const given = evidence();
  bucket(given.cloud, bucketAsset('a'), { why: 'nobody deleted it' });
  bucket(given.cloud, bucketAsset('b'));
  expect((await checkStep(['nothing-left'], given)).map(({ message }) => message)).toEqual([
    'a storage.googleapis.com/Bucket is left: nobody deleted it',
    'a storage.googleapis.com/Bucket is left',
  ]);
});

test('Of many findings of one rule ten are listed, and the others counted', async () => {
  const given = evidence();
  for (let number = 0; number < 13; number += 1) bucket(given.cloud, bucketAsset(`b${number}`));
  const findings = await checkStep(['nothing-left', 'applies', 'message-names-cause'], given);
  expect(findings.length).toBe(11);
  expect(findings.at(-1)).toEqual({ invariant: 'nothing-left', where: 'more', message: '3 more of these' });
});
