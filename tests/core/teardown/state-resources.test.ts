import { tryReadState } from '../../../src/core/teardown/state-resources';

const resource = (mode: string, type: string, ...instances: readonly object[]) => ({ mode, type, name: 'A', instances }); // prettier-ignore

test('A state’s resources are read with their attributes, without data and what stands nowhere', () => {
  const state = {
    version: 4,
    resources: [
      resource('managed', 'google_project', { attributes: { project_id: 'p' } }),
      resource('data', 'google_container_cluster', { attributes: {} }),
      resource('managed', 'terraform_data', { attributes: {} }),
      resource('managed', 'google_storage_bucket', {}),
      resource('managed', 'helm_release'),
    ],
  };
  expect(tryReadState(JSON.stringify(state))).toEqual([
    { address: 'google_project.A', type: 'google_project', attributes: { project_id: 'p' } },
    { address: 'google_storage_bucket.A', type: 'google_storage_bucket', attributes: {} },
  ]);
});

test('A stack that was never applied has nothing, and what is no state is refused', () => {
  expect(['', '\n', '{"version":4}'].map(tryReadState)).toEqual([[], [], []]);
  expect(['{', 'null', '{"resources":[{}]}', 'No state'].map(tryReadState)).toEqual(Array(4).fill(undefined));
});
