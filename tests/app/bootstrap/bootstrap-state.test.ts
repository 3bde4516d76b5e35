import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BootstrapResult, Step } from '../../../src/app/bootstrap/bootstrap-state';
import { bootstrapState } from '../../../src/app/bootstrap/bootstrap-state';
import { runTerraform } from '../../../src/app/terraform';
import { temporaryFolder } from '../temporary-folder';
import { FakeStorage } from './fake-storage';

const BUCKET = 'example-state';
const IN_BUCKET = `${BUCKET}/w255-spring27/state/default.tfstate`;

const environment = { ...process.env };

let storage: FakeStorage;
let folder: string;
let localState: string;
let steps: Step[];

beforeEach(async () => {
  storage = await FakeStorage.start();
  const root = temporaryFolder();
  folder = join(root, 'dist/terraform/stacks/state');
  localState = join(root, 'terraform-state/state.tfstate');
  steps = [];
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(root, 'terraform-state'));
  writeFileSync(join(root, 'empty.tfrc'), '');
  process.env = { ...environment };
  process.env['TF_CLI_CONFIG_FILE'] = join(root, 'empty.tfrc');
  process.env['STORAGE_EMULATOR_HOST'] = storage.host;
  process.env['GOOGLE_OAUTH_ACCESS_TOKEN'] = 'none';
  synthesise(`curl -sf -X POST http://${storage.host}/b -d '{"name":"${BUCKET}"}'`);
});

afterEach(async () => {
  process.env = environment;
  await storage.stop();
});

/** A stack as the synthesis leaves it, whose one resource makes the bucket by a command: no provider is needed. */
function synthesise(command: string): void {
  const resource = {
    terraform_data: { bucket: { input: BUCKET, provisioner: [{ 'local-exec': { command } }] } },
  };
  const backend = { gcs: { bucket: BUCKET, prefix: 'w255-spring27/state' } };
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ terraform: { backend }, resource }));
}

function bootstrap(keepLocal = false): Promise<BootstrapResult> {
  return bootstrapState(folder, localState, keepLocal, (step, args) => {
    steps.push(step);
    return runTerraform('terraform', folder, args, () => undefined);
  });
}

test('The bucket is made with a local state, which then moves into the bucket', async () => {
  expect(await bootstrap()).toEqual({ ok: true, state: 'bucket', existed: false });
  expect(steps).toEqual(['look', 'init', 'apply', 'move']);
  expect(storage.objects.get(IN_BUCKET)?.content.toString()).toContain('"type": "terraform_data"');
  expect(existsSync(localState)).toBe(false);
  expect(readdirSync(folder).filter((file) => file.endsWith('.json'))).toEqual(['cdk.tf.json']);
}, 60_000);

test('A second run finds the bucket and changes nothing', async () => {
  await bootstrap();
  const before = storage.objects.get(IN_BUCKET)?.content.toString();
  steps = [];
  expect(await bootstrap()).toEqual({ ok: true, state: 'bucket', existed: true });
  expect(steps).toEqual(['look', 'apply']);
  expect(storage.objects.get(IN_BUCKET)?.content.toString()).toBe(before);
}, 60_000);

test('On another machine, where nothing was run before, the bucket is found too', async () => {
  await bootstrap();
  folder = join(temporaryFolder(), 'state');
  mkdirSync(folder);
  synthesise('false');
  expect(await bootstrap()).toEqual({ ok: true, state: 'bucket', existed: true });
}, 60_000);

test('A run that failed half-way goes on where it stopped', async () => {
  synthesise('false');
  expect(await bootstrap()).toMatchObject({
    ok: false,
    step: 'apply',
    output: expect.stringContaining('local-exec'),
  });
  synthesise(`curl -sf -X POST http://${storage.host}/b -d '{"name":"${BUCKET}"}'`);
  expect(await bootstrap()).toEqual({ ok: true, state: 'bucket', existed: false });
  expect(storage.objects.has(IN_BUCKET)).toBe(true);
}, 60_000);

test('With --keep-local the state stays in a file', async () => {
  expect(await bootstrap(true)).toEqual({ ok: true, state: 'local', existed: false });
  expect(readFileSync(localState, 'utf8')).toContain('"type": "terraform_data"');
  expect(storage.objects.size).toBe(0);
}, 60_000);
