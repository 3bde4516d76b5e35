import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StateFiles } from '../../../src/app/rehearse/state-files';
import { runTerraform } from '../../../src/app/terraform';
import type { Refusal } from '../../../src/rehearsal/cloud/cloud-error';
import { OVERRIDE_FILE, backendOverride } from '../../../src/rehearsal/state-backend/backend-override';
import { StateBackend } from '../../../src/rehearsal/state-backend/state-backend';
import { temporaryFolder } from '../../app/temporary-folder';
import { somebodyLocks } from './somebody-locks';

const STACK = JSON.stringify({
  terraform: { backend: { gcs: { bucket: 'example-state', prefix: 'lab/cell-1' } } },
  resource: { terraform_data: { place: { input: 'amara' } } },
});
const DEAD = {
  ID: '6f1c0c2e-0000-4000-8000-000000000001',
  Operation: 'OperationTypeApply',
  Who: 'ines@laptop',
  Created: '2027-01-11T08:00:00Z',
};

let states: string;
let stack: string;
let refusal: Refusal | undefined;
let backend: StateBackend;

beforeEach(async () => {
  states = join(temporaryFolder(), 'states');
  stack = temporaryFolder();
  refusal = undefined;
  writeFileSync(join(stack, 'cdk.tf.json'), STACK);
  writeFileSync(join(stack, 'empty.tfrc'), '');
  await serve();
});

afterEach(() => backend.stop());

async function serve(): Promise<void> {
  backend = await StateBackend.start({ store: new StateFiles(states), beforeWrite: () => refusal });
  writeFileSync(join(stack, OVERRIDE_FILE), backendOverride(backend.address, 'cell-1'));
}

/** Exit code and output of the real terraform. */
async function terraform(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly output: string }> {
  const environment = { ...process.env, TF_CLI_CONFIG_FILE: join(stack, 'empty.tfrc') };
  const { code, output } = await runTerraform('terraform', stack, args, () => undefined, environment);
  return { code, output: output.replaceAll(/\s+/g, ' ') };
}

const apply = (...args: readonly string[]) => terraform('apply', '-auto-approve', '-no-color', ...args);

test('A stack that keeps its state elsewhere is pointed here by one more file, and itself stays as it is', async () => {
  expect((await terraform('init', '-no-color')).code).toBe(0);
  expect((await apply()).output).toContain('Apply complete! Resources: 1 added');
  expect(new StateFiles(states).read('cell-1')).toContain('"input"');
  expect(new StateFiles(states).listLocks()).toEqual([]);
  expect(readFileSync(join(stack, 'cdk.tf.json'), 'utf8')).toBe(STACK);
  expect(OVERRIDE_FILE).toMatch(/_override\.tf\.json$/);
}, 60_000);

test('A second writer is refused with the id of the lock that is held, until it is released by force', async () => {
  await terraform('init', '-no-color');
  const locked = await fetch(`${backend.address}/state/cell-1`, {
    method: 'LOCK',
    body: JSON.stringify(DEAD),
  });
  expect(locked.status).toBe(200);
  const second = await apply();
  expect(second.code).toBe(1);
  expect(second.output).toContain('Error: Error acquiring the state lock');
  expect(second.output).toContain(`HTTP remote state already locked: ID=${DEAD.ID}`);
  expect(new StateFiles(states).read('cell-1')).toBeUndefined();
  expect((await terraform('force-unlock', '-no-color', '-force', DEAD.ID)).code).toBe(0);
  expect((await apply()).code).toBe(0);
}, 60_000);

test('Of two runs at the same time one applies and the other is refused, and neither leaves a lock', async () => {
  await terraform('init', '-no-color');
  const program = {
    command: `for i in $(seq 500); do [ -e ${join(stack, 'go')} ] && exit; sleep 0.02; done`,
  };
  const resource = { terraform_data: { place: { provisioner: [{ 'local-exec': program }] } } };
  writeFileSync(join(stack, 'cdk.tf.json'), JSON.stringify({ ...JSON.parse(STACK), resource }));
  const first = apply();
  await somebodyLocks(new StateFiles(states));
  const second = await apply();
  writeFileSync(join(stack, 'go'), '');
  expect([(await first).code, second.code]).toEqual([0, 1]);
  expect(second.output).toContain('HTTP remote state already locked');
  expect(new StateFiles(states).listLocks()).toEqual([]);
}, 60_000);

test('A lock and a state outlive the server', async () => {
  await terraform('init', '-no-color');
  await apply();
  await fetch(`${backend.address}/state/cell-1`, { method: 'LOCK', body: JSON.stringify(DEAD) });
  await backend.stop();
  await serve();
  await terraform('init', '-no-color', '-reconfigure');
  expect((await apply()).output).toContain(`HTTP remote state already locked: ID=${DEAD.ID}`);
  await terraform('force-unlock', '-no-color', '-force', DEAD.ID);
  expect((await apply()).output).toContain('No changes.');
}, 60_000);

test('A state that cannot be written is kept beside the stack, and is pushed when there is room', async () => {
  await terraform('init', '-no-color');
  refusal = { status: 507, reason: 'insufficientStorage', message: 'no space left on device' };
  const failed = await apply();
  expect(failed.code).toBe(1);
  expect(failed.output).toContain('Error: Failed to persist state to backend');
  expect(existsSync(join(stack, 'errored.tfstate'))).toBe(true);
  expect(readdirSync(states)).toEqual([]);
  refusal = undefined;
  expect((await terraform('state', 'push', '-no-color', 'errored.tfstate')).code).toBe(0);
  expect((await apply()).output).toContain('No changes.');
}, 60_000);

test('The file says where the state and its lock are, and that nothing is tried twice', () => {
  const address = 'http://127.0.0.1:1/state/shard-1-01';
  expect(JSON.parse(backendOverride('http://127.0.0.1:1', 'shard-1-01'))).toEqual({
    terraform: {
      backend: { http: { address, lock_address: address, unlock_address: address, retry_max: 0 } },
    },
  });
});
