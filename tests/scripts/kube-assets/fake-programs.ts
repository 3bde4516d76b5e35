import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../app/temporary-folder';

/** What each program answers to `--version` in a release that is wanted. */
export const ANSWERS: Readonly<Record<string, string>> = {
  etcd: 'etcd Version: 3.5.21\nGit SHA: a17edfd59',
  'kube-apiserver': 'Kubernetes v1.33.13',
  'kube-controller-manager': 'Kubernetes v1.33.13',
};

/** A shell script in a program's place, as text. */
export const answering = (answer: string): string => `#!/bin/sh\ncat <<'END'\n${answer}\nEND\n`;

/** Puts scripts in the programs' place into a folder, which it makes. */
export function writePrograms(folder: string, answers: Readonly<Record<string, string>> = ANSWERS): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, answer] of Object.entries(answers)) writeScript(join(folder, name), answering(answer));
  return folder;
}

/** A PATH on which `go` is a shell script; it finds its folder for results in `$out`. */
export function pathWithGo(script: string): string {
  const folder = temporaryFolder();
  const findOut = 'while [ "$1" != -o ]; do shift; done; out=$2';
  writeScript(join(folder, 'go'), `#!/bin/bash\nall="$*"; ${findOut}\n${script}\n`);
  return `${folder}:/usr/bin:/bin`;
}

/** What a `go` does that builds all three programs; the last part of etcd's package is `server`. */
export const BUILDS = Object.entries(ANSWERS)
  .map(([name, answer]) => {
    const file = `"$out/${name === 'etcd' ? 'server' : name}"`;
    return `cat > ${file} <<'PROGRAM'\n${answering(answer)}PROGRAM\nchmod +x ${file}`;
  })
  .join('\n');

function writeScript(path: string, text: string): void {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}
