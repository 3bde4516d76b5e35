import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program in terraform's place: a shell script that sees its arguments, and writes them down beside itself. */
export function fakeTerraform(folder: string, script: string): string {
  const program = join(folder, 'terraform.sh');
  writeFileSync(program, `#!/bin/bash\necho "$*" >> '${folder}/calls'\n${script}\n`);
  chmodSync(program, 0o755);
  return program;
}
