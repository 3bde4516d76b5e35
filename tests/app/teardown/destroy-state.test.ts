import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { destroyState } from '../../../src/app/teardown/destroy-state';
import { Undone } from '../../../src/app/teardown/undone';
import { runTerraform } from '../../../src/app/terraform';
import type { CohortId } from '../../../src/core/domain/ids';
import { fakeTerraform } from '../recover/fake-terraform';
import { temporaryFolder } from '../temporary-folder';

const FULL =
  '{"resources":[{"mode":"managed","type":"google_project","name":"P","instances":[{"attributes":{}}]}]}';

function aBucket(objects: Readonly<Record<string, string>> | Undone, script = '') {
  const folder = temporaryFolder();
  const stack = { resource: { google_storage_bucket: { State_1: {} } } };
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(stack));
  const localState = join(folder, 'kept', 'state.tfstate');
  const override = join(folder, 'practicum_teardown_override.tf.json');
  const program = fakeTerraform(
    folder,
    `[ "$1" = apply ] && cp '${override}' '${folder}/seen'; ${script}\ntrue`,
  );
  const run = () =>
    destroyState({
      cohort: 'w255-spring27' as CohortId,
      bucket: 'labs-state',
      folder,
      localState,
      cloud: {
        objects: async () => {
          if (objects instanceof Undone) throw objects;
          return Object.keys(objects).map((name) => ({ name, size: 1, generation: '1' }));
        },
        read: async (url) => (objects as Record<string, string>)[url.replace('gs://labs-state/', '')]!,
      },
      run: (args) => runTerraform(program, folder, args, () => undefined),
    });
  const calls = (): readonly string[] =>
    existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];
  return { run, calls, folder, localState, override };
}

const EMPTY = {
  'w255-spring27/state/default.tfstate': FULL,
  'w255-spring27/cell-1/default.tfstate': '{"resources":[]}',
};

test('The bucket’s own state moves out of it, the bucket may go with all in it, and goes', async () => {
  const { run, calls, folder, localState, override } = aBucket(EMPTY);
  expect(await run()).toBe('gs://labs-state destroyed with all versions of the states');
  expect(calls()).toEqual([
    'init -reconfigure -no-color',
    'init -migrate-state -force-copy -no-color',
    'apply -auto-approve -target=google_storage_bucket.State_1 -no-color',
    'destroy -auto-approve -no-color',
  ]);
  expect(JSON.parse(readFileSync(join(folder, 'seen'), 'utf8'))).toEqual({
    terraform: { backend: { local: { path: localState } } },
    resource: { google_storage_bucket: { State_1: { force_destroy: true } } },
  });
  expect(existsSync(override)).toBe(false);
});

test.each([
  [{ 'other-term/cell-1/default.tfstate': FULL }, 'gs://labs-state holds what is not w255-spring27\'s: other-term/cell-1/default.tfstate'],
  [{ 'w255-spring27/cell-1/default.tflock': '' }, 'a run holds locks in gs://labs-state: w255-spring27/cell-1/default.tflock'],
  [{ 'w255-spring27/cell-9/default.tfstate': FULL }, 'not all states are empty: w255-spring27/cell-9/default.tfstate (1 resource)'],
  [{ 'w255-spring27/cell-9/default.tfstate': 'x' }, 'not all states are empty: w255-spring27/cell-9/default.tfstate (no state that can be read)'],
])('It stays while something in it is not the cohort’s, or not empty: %j', async (more, reason) => {
  const { run, calls } = aBucket({ ...EMPTY, ...(more as Record<string, string>) });
  await expect(run()).rejects.toThrow(reason);
  expect(calls()).toEqual([]);
}); // prettier-ignore

test('A run that died behind the move goes on with the state that was moved, also if the bucket is gone', async () => {
  const { run, calls, localState } = aBucket(new Undone('gcloud says: gs://labs-state not found: 404'));
  await expect(run()).rejects.toThrow('not found');
  mkdirSync(join(localState, '..'), { recursive: true });
  writeFileSync(localState, FULL);
  await run();
  expect(calls()[0]).toBe('init -reconfigure -no-color');
  expect(calls()).toHaveLength(3);
  expect(existsSync(localState)).toBe(false);
});

test('Where nobody may list the bucket, nothing is taken for empty', async () => {
  const { run, calls, localState } = aBucket(new Undone('gcloud says: 403, no right'));
  mkdirSync(join(localState, '..'), { recursive: true });
  writeFileSync(localState, FULL);
  await expect(run()).rejects.toThrow('403');
  expect(calls()).toEqual([]);
});

test('What terraform complains of is the reason, and its own state is kept', async () => {
  const { run } = aBucket(EMPTY, `[ "$1" = destroy ] && { echo 'Error: busy' >&2; exit 1; }`);
  await expect(run()).rejects.toThrow('busy');
});
