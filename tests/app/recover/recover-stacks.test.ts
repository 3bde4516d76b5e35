import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recoverStacks, stackFolders } from '../../../src/app/recover/recover-stacks';
import { StateFiles } from '../../../src/app/rehearse/state-files';
import { runTerraform } from '../../../src/app/terraform';
import { tryReadLock } from '../../../src/core/recover/lock-info';
import type { Refusal } from '../../../src/rehearsal/cloud/cloud-error';
import { OVERRIDE_FILE, backendOverride } from '../../../src/rehearsal/state-backend/backend-override';
import { StateBackend } from '../../../src/rehearsal/state-backend/state-backend';
import { somebodyLocks } from '../../rehearsal/state-backend/somebody-locks';
import { temporaryFolder } from '../temporary-folder';

let folder: string;
let store: StateFiles;
let refusal: Refusal | undefined;
let backend: StateBackend;
let environment: NodeJS.ProcessEnv;

beforeEach(async () => {
  folder = join(temporaryFolder(), 'terraform');
  store = new StateFiles(join(folder, '..', 'states'));
  refusal = undefined;
  backend = await StateBackend.start({ store, beforeWrite: () => refusal });
  mkdirSync(folder);
  writeFileSync(join(folder, '..', 'empty.tfrc'), '');
  environment = { ...process.env, TF_CLI_CONFIG_FILE: join(folder, '..', 'empty.tfrc') };
});

afterEach(() => backend.stop());

/** A stack as the rehearsal leaves it; its one resource needs no provider. */
function stackOf(stack: string, command = 'true', under = 'stacks'): string {
  const path = join(folder, under, stack);
  mkdirSync(path, { recursive: true });
  const resource = { terraform_data: { place: { provisioner: [{ 'local-exec': { command } }] } } };
  const terraform = { backend: { gcs: { bucket: 'example-state', prefix: `lab/${stack}` } } };
  writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify({ terraform, resource }));
  writeFileSync(join(path, OVERRIDE_FILE), backendOverride(backend.address, stack));
  return path;
}

const terraform = (path: string, ...args: readonly string[]) =>
  runTerraform('terraform', path, args, () => undefined, environment);

const recover = (more: object = {}) =>
  recoverStacks({ folder, terraform: 'terraform', environment, ...more });

const tryFindHolder = (stack: string) => tryReadLock(store.tryFindLock(stack)?.info ?? '');

const RECOVERED = { adopted: [], notAdopted: [], tainted: [], unseen: [] };

test('The lock of a terraform that was killed is shown and released, and the next deploy succeeds', async () => {
  const path = stackOf('cell-1', 'exec sleep 60');
  stackOf('cell-2');
  await terraform(path, 'init');
  const child = spawn('terraform', ['apply', '-auto-approve'], { cwd: path, env: environment, detached: true, stdio: 'ignore' });
  await somebodyLocks(store);
  process.kill(-child.pid!, 'SIGKILL');
  await once(child, 'exit');
  const { id, ...held } = tryFindHolder('cell-1')!;
  expect(held).toEqual({
    operation: 'apply',
    who: expect.stringMatching(/@/),
    created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
  expect(await recover({ tryFindHolder })).toEqual([
    { stack: 'cell-1', lock: { id, ...held, released: true }, ...RECOVERED, toCreate: 1 },
    { stack: 'cell-2', ...RECOVERED, toCreate: 1 },
  ]);
  expect(store.listLocks()).toEqual([]);
  stackOf('cell-1');
  expect((await terraform(path, 'apply', '-auto-approve')).code).toBe(0);
}, 60_000); // prettier-ignore

test('A state that its backend did not take is there after the recovery', async () => {
  const path = stackOf('cell-1');
  await terraform(path, 'init');
  refusal = { status: 507, reason: 'insufficientStorage', message: 'no space left on device' };
  expect((await terraform(path, 'apply', '-auto-approve')).code).toBe(1);
  expect(await recover()).toMatchObject([
    { stateSaved: false, problem: expect.stringContaining('giving up after 1 attempt') },
  ]);
  refusal = undefined;
  expect(await recover()).toEqual([{ stack: 'cell-1', stateSaved: true, ...RECOVERED, toCreate: 0 }]);
  expect(store.read('cell-1')).toContain('terraform_data');
}, 60_000);

test('A stack waits for one that it depends on and that is not deployed to its end', async () => {
  stackOf('cell-1');
  const broken = stackOf('cell-1-services');
  const behind = stackOf('shard-1-01');
  for (const path of [broken, behind])
    writeFileSync(join(path, 'more.tf.json'), '{"output":{"of":{"value":"${file(\\"none\\")}"}}}');
  const stacks = { 'cell-1': [], 'cell-1-services': ['cell-1'], 'shard-1-01': ['cell-1-services'] };
  const manifest = Object.entries(stacks).map(([stack, dependencies]) => [stack, { dependencies }]);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ stacks: Object.fromEntries(manifest) }));
  const waits = (recoveries: Awaited<ReturnType<typeof recover>>) =>
    recoveries.map(({ stack, waitsFor, problem }) => [stack, waitsFor, problem !== undefined]);
  expect(waits(await recover())).toEqual([
    ['cell-1', undefined, false],
    ['cell-1-services', 'cell-1', false],
    ['shard-1-01', 'cell-1-services', false],
  ]);
  await terraform(join(folder, 'stacks/cell-1'), 'apply', '-auto-approve');
  expect(waits(await recover({ stacks: ['cell-1', 'cell-1-services'] }))).toEqual([
    ['cell-1', undefined, false],
    ['cell-1-services', undefined, true],
  ]);
}, 60_000);

test('The stack of the state’s bucket comes first, and what is no stack is passed over', () => {
  stackOf('cell-1');
  stackOf('state', 'true', 'bootstrap/stacks');
  mkdirSync(join(folder, 'stacks/empty'));
  expect(stackFolders(folder)).toEqual([
    join(folder, 'bootstrap/stacks/state'),
    join(folder, 'stacks/cell-1'),
  ]);
  expect(stackFolders(join(folder, 'none'))).toEqual([]);
});
