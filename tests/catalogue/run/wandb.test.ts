import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wandb } from '../../../src/core/catalogue/wandb/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { exampleText } from './example-text';
import { pythonPath, withParts } from './parts';
import { python } from './started';

withParts({ python: ['wandb'], onPath: ['python3'] }, () => {
  test('Without a key the example trains, and keeps the run in files to be sent later', async () => {
    const folder = temporaryFolder();
    const script = join(folder, 'track.py');
    writeFileSync(script, exampleText(wandb.examples(placeOf(wandb, 'small')), 'track.py'));
    const { code, said } = await python(script, pythonPath('wandb'), { HOME: folder }, folder);
    expect(said).toMatch(/offline: slope 2\.\d\d, offset 1\.\d\d\n/);
    expect(code).toBe(0);
    const run = readdirSync(join(folder, 'wandb')).find((name) => name.startsWith('offline-run-'));
    expect(readdirSync(join(folder, 'wandb', run!)).filter((name) => name.endsWith('.wandb'))).toHaveLength(
      1,
    );
  }, 60_000);
});
