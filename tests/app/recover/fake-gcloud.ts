import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program in gcloud's place: a shell script that sees its arguments, and writes them down beside itself. */
export function fakeGcloud(folder: string, script: string): string {
  const program = join(folder, 'gcloud.sh');
  writeFileSync(program, `#!/bin/bash\necho "$*" >> '${folder}/gcloud-calls'\n${script}\n`);
  chmodSync(program, 0o755);
  return program;
}

/** What that program was asked, in order. */
export function gcloudCalls(folder: string): readonly string[] {
  const calls = join(folder, 'gcloud-calls');
  return existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
}
