import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Simulation } from '../../../src/app/rehearse/simulation';
import { storedKind } from '../../../src/rehearsal/provider/stored-kind';
import { NO_OBSERVER } from '../../../src/rehearsal/provider/call';
import { asset } from '../../rehearsal/scenario/tenants';
import { BUCKET_SCHEMA } from '../../rehearsal/provider/sample-bucket';
import { temporaryFolder } from '../temporary-folder';

const started = (folder: string): Promise<Simulation> =>
  Simulation.start({
    folder: join(folder, 'cloud'),
    start: 1000,
    helm: () => storedKind('helm_release', BUCKET_SCHEMA),
    observer: NO_OBSERVER,
  });

test('Terraform finds all providers, an own empty configuration, and nothing of whoever rehearses', async () => {
  process.env['TF_WORKSPACE'] = 'mine';
  process.env['TF_CLI_CONFIG_FILE'] = '/home/me/.terraformrc';
  const simulation = await started(temporaryFolder());
  try {
    const { TF_REATTACH_PROVIDERS: providers, TF_CLI_CONFIG_FILE: file, ...rest } = simulation.environment;
    expect(Object.keys(JSON.parse(providers!) as object).sort()).toEqual([
      'registry.terraform.io/hashicorp/google',
      'registry.terraform.io/hashicorp/helm',
      'registry.terraform.io/integrations/github',
    ]);
    expect(existsSync(file!)).toBe(true);
    expect(rest).toEqual({ TF_WORKSPACE: '', CHECKPOINT_DISABLE: '1', TF_INPUT: '0' });
  } finally {
    delete process.env['TF_WORKSPACE'];
    delete process.env['TF_CLI_CONFIG_FILE'];
    await simulation.close();
  }
});

test('A simulation that is started again stands where it stood, and its sockets are gone with it', async () => {
  const folder = temporaryFolder();
  const first = await started(folder);
  const sockets = dirname(first.environment['TF_CLI_CONFIG_FILE']!);
  first.cloud.insert(asset('//storage.googleapis.com/data'));
  first.cloud.advanceTo(5000);
  first.states.write('cell-1', '{}');
  await first.close();
  expect(existsSync(sockets)).toBe(false);
  const second = await started(folder);
  expect(second.cloud.list().map(({ name }) => name)).toEqual(['//storage.googleapis.com/data']);
  expect([second.cloud.now, second.clock.now, second.states.read('cell-1')]).toEqual([5000, 5000, '{}']);
  await second.close();
});
