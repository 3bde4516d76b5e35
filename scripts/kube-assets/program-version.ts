import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { KUBE_PROGRAMS } from './kube-programs';

/** A cold start of 140 MB on a busy machine. */
const ANSWERS_WITHIN = 30_000;

/** The version in what a program prints for `--version`; undefined for builds that are no release. */
export const versionTold = (text: string): string | undefined =>
  /^(?:Kubernetes v|etcd Version: )(\d+\.\d+\.\d+)\s*$/m.exec(text)?.[1];

/** What is wrong with the programs of a folder, a sentence each; none if all run in the wanted version. */
export function wrongPrograms(folder: string): readonly string[] {
  return KUBE_PROGRAMS.flatMap(({ name, version }) => {
    const answer = answerOf(join(folder, name));
    if (answer === undefined) return [`${name} does not run here`];
    const told = versionTold(answer);
    return told === version ? [] : [`${name} is ${told ?? 'no released version'}, wanted is ${version}`];
  });
}

function answerOf(program: string): string | undefined {
  try {
    return execFileSync(program, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: ANSWERS_WITHIN,
    });
  } catch {
    return undefined;
  }
}
