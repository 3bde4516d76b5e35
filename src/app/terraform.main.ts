import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runForEngine } from './engine-entry';
import { writeTerraform } from './synthesize';

runForEngine('CDKTF_OUTDIR', 'dist/terraform', (plan, folder, onProgress, charts) => {
  const stacks = join(folder, 'stacks');
  const before = existsSync(stacks) ? readdirSync(stacks) : [];
  const synthesized = writeTerraform(plan, folder, onProgress, charts);
  // cdktf removes the folders of stacks that are gone, and fails if another did it before.
  for (const stack of before) mkdirSync(join(stacks, stack), { recursive: true });
  return synthesized;
});
