import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramRun } from '../../src/app/run-program';
import { runProgram } from '../../src/app/run-program';
import { ProgramsUnavailable } from '../kube-assets/programs-unavailable';
import type { DebianBundle } from './wanted-programs';

const LAST_LINES = 5;

/** A package in a version, as `apt-get download` takes it. */
export type PinnedPackage = string;

/** Packages that `apt-get --print-uris` lists; pages and documentation are for no processor and left out. */
export function listedPackages(lines: string): readonly PinnedPackage[] {
  return lines.split('\n').flatMap((line) => {
    const [, name, version, processor] = /^'[^']+' ([^_ ]+)_([^_ ]+)_([^_ ]+)\.deb /.exec(line) ?? [];
    return name === undefined || processor === 'all' ? [] : [`${name}=${decodeURIComponent(version!)}`];
  });
}

/**
 * Unpacks a bundle with the libraries that this system lacks into `folder`; nothing is installed, and nobody need be
 * root. A machine that never asked which packages there are asks first.
 */
export async function unpackBundle(
  bundle: DebianBundle,
  folder: string,
  environment: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<void> {
  const apt = (args: readonly string[], inFolder = folder): Promise<ProgramRun> =>
    run('apt-get', args, inFolder, environment, bundle);
  const first = await downloaded(bundle, join(folder, 'packages'), apt);
  if (first !== undefined) {
    tell(`${bundle.name}: apt-get knows no such packages yet, or older ones; apt-get update`);
    const { code, output } = await apt(['update', '-qq']);
    const second = await downloaded(bundle, join(folder, 'packages'), apt);
    if (second !== undefined) throw new ProgramsUnavailable(explained(bundle, code === 0 ? second : output));
  }
  for (const file of readdirSync(join(folder, 'packages'))) {
    const unpack = ['-x', join(folder, 'packages', file), join(folder, 'root')];
    const { code, output } = await run('dpkg', unpack, folder, environment, bundle);
    if (code !== 0) throw new ProgramsUnavailable(`${bundle.name}: dpkg ${unpack.join(' ')}: ${output}`);
  }
}

/** Downloads the packages; what apt-get said if it could not. */
async function downloaded(
  { packages }: DebianBundle,
  folder: string,
  apt: (args: readonly string[], folder?: string) => Promise<ProgramRun>,
): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true });
  const plan = ['--print-uris', '-qq', '-y', '--no-install-recommends', '--reinstall', 'install'];
  const listed = await apt([...plan, ...packages]);
  if (listed.code !== 0) return listed.output;
  const { code, output } = await apt(['-qq', 'download', ...listedPackages(listed.result)], folder);
  return code === 0 ? undefined : output;
}

async function run(
  program: string,
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv,
  bundle: DebianBundle,
): Promise<ProgramRun> {
  try {
    const ended = await runProgram({ program, args, folder, environment: { ...environment, LC_ALL: 'C' } });
    if (ended.stopped) throw new ProgramsUnavailable('Stopped; nothing of it was kept.');
    return ended;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ProgramsUnavailable(explained(bundle, `There is no ${program} here.`));
  }
}

function explained({ name, packages, programs }: DebianBundle, said: string): string {
  const lastLines = said.trim().split('\n').slice(-LAST_LINES);
  return [
    `${name}: no Debian packages ${packages.join(' ')}:`,
    ...lastLines,
    `Run \`apt-get update\` as root once, or put ${Object.keys(programs).join(', ')} on the PATH.`,
  ].join('\n');
}
