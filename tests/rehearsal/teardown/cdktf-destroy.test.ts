import { join } from 'node:path';
import { StackEngine } from '../../../src/app/rehearse/stack-engine';
import { writeAssets } from '../../../src/app/rehearse/write-assets';
import { run } from '../../app/recorded-terminal';
import { temporaryFolder } from '../../app/temporary-folder';
import { deployedTerm } from './torn-down-term';

test('cdktf destroy alone takes all away, with what students left in their places, and the certificate says so', async () => {
  const { ground, cohort } = await deployedTerm('tier-cluster', 'terraform');
  try {
    const { simulation } = ground;
    const things = simulation.cloud.list().map(({ type }) => type.split('/').at(-1));
    expect(things).toEqual(expect.arrayContaining(['Object', 'DockerImage', 'Disk', 'ForwardingRule', 'Cluster']));
    const engine = new StackEngine('cdktf', {
      terraform: ground.terraform,
      logs: join(ground.terraform, '..', 'logs'),
      program: ground.program,
      env: simulation.environment,
      parallelism: 2,
      onProcess: () => () => undefined,
    });
    const { ok, output } = await engine.destroy();
    expect(ok ? '' : output).toBe('');
    const inventory = writeAssets(simulation.cloud, temporaryFolder(), 0, 'destroyed');
    const { code, out } = await run('leaks', inventory, '--cohort', cohort);
    expect([code, out.split('\n')[0]]).toEqual([0, expect.stringContaining('nothing is left')]);
    const left = simulation.cloud.list().filter(({ type }) => !/Service|Project|Folder|BillingAccount/.test(type));
    expect(left.map(({ name }) => name)).toEqual([]);
  } finally {
    await ground.close();
  }
}, 180_000); // prettier-ignore
