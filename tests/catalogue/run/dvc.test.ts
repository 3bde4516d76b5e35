import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dvc, dvcRemote } from '../../../src/core/catalogue/dvc/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { pythonPath, withParts } from './parts';
import type { Ended } from './started';
import { ran } from './started';

const PLACE = placeOf(dvc, 'small');

withParts({ python: ['dvc'], onPath: ['git', 'python3'] }, () => {
  let env: NodeJS.ProcessEnv;
  const home = temporaryFolder();
  const remote = temporaryFolder();
  const sh = (folder: string, line: string): Promise<Ended> =>
    ran('sh', ['-euc', line], { env, cwd: folder });

  beforeAll(() => {
    const bin = join(home, 'bin');
    mkdirSync(bin);
    // As pip would have put them there: the program, and Python by its short name.
    writeFileSync(join(bin, 'dvc'), '#!/bin/sh\nexec python3 -m dvc "$@"\n', { mode: 0o755 });
    writeFileSync(join(bin, 'python'), '#!/bin/sh\nexec python3 "$@"\n', { mode: 0o755 });
    env = {
      DVC_NO_ANALYTICS: '1',
      GIT_AUTHOR_EMAIL: 'ada@example.edu',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.edu',
      GIT_COMMITTER_NAME: 'Ada',
      HOME: home,
      PATH: `${bin}:${process.env['PATH']}`,
      PYTHONPATH: pythonPath('dvc'),
    };
  });

  test('The example runs, what must be runs again, and another clone has it all', async () => {
    const project = temporaryFolder();
    for (const file of dvc.examples(PLACE)) {
      const { name, text } = file as { readonly name: string; readonly text: string };
      // A folder is a remote like a bucket is.
      writeFileSync(join(project, name), text.replaceAll(dvcRemote(PLACE), remote));
    }
    const started = await sh(project, 'sh start.sh && git commit --quiet -m "A first run"');
    expect({ ...started, said: started.said.split('\n').slice(-2) }).toEqual({
      code: 0,
      said: ['Now: git commit -m "A first run"', ''],
    });
    const first = readFileSync(join(project, 'metrics.json'), 'utf8');
    expect(JSON.parse(first)).toEqual({ mean_error: expect.any(Number) });

    const params = join(project, 'params.json');
    writeFileSync(params, readFileSync(params, 'utf8').replace('"epochs": 200', '"epochs": 400'));
    const { said } = await sh(project, 'dvc repro');
    expect(said).toContain("Stage 'prepare' didn't change, skipping");
    expect(said).toContain("Running stage 'train'");
    expect(readFileSync(join(project, 'metrics.json'), 'utf8')).not.toBe(first);

    const clone = join(temporaryFolder(), 'clone');
    execFileSync('git', ['clone', '--quiet', project, clone], { env });
    expect(existsSync(join(clone, 'model/weights.json'))).toBe(false);
    expect((await sh(clone, 'dvc pull && dvc status')).said).toContain('up to date');
    expect(existsSync(join(clone, 'model/weights.json'))).toBe(true);
  }, 120_000);
});
