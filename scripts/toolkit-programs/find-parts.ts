import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { practicumCache } from '../kube-assets/find-programs';
import type { FoundProgram, Machine } from '../monitoring-programs/find-programs';
import { systemIn, unpacked } from '../monitoring-programs/find-programs';
import type { DebianBundle } from '../monitoring-programs/wanted-programs';
import type { JavaArchives, PythonPackages } from './wanted-parts';
import { DEBIAN_PARTS } from './wanted-parts';

/** Folder outside the checkout in which what toolkits are run with is kept for all runs. */
const cacheFolder = ({ environment, home, root = '/' }: Machine): string =>
  join(practicumCache(environment, home), 'toolkits', `${systemIn(root)}-${process.arch}`);

/** Folder of packages of Python; what Python finds there when it is told to look. */
export const pythonFolder = (machine: Machine, { name, packages }: PythonPackages): string =>
  join(cacheFolder(machine), 'python', `${name}-${keyOf(packages)}`);

/** Folder of archives for the Java machine. */
export const javaFolder = (machine: Machine, { name, artifacts }: JavaArchives): string =>
  join(cacheFolder(machine), 'java', `${name}-${keyOf(artifacts)}`);

/** Folder of a bundle's unpacked packages. */
export const debianFolder = (machine: Machine, { name }: DebianBundle): string =>
  join(cacheFolder(machine), 'debian', name);

/** A program of Debian's packages: from the cache, else as it is installed. */
export function tryFindProgram(name: string, machine: Machine): FoundProgram | undefined {
  const bundle: DebianBundle | undefined = DEBIAN_PARTS.find(({ programs }) => name in programs);
  if (bundle === undefined) throw new Error(`No package is wanted for the program "${name}"`);
  return unpacked(debianFolder(machine, bundle), bundle, name) ?? installed(machine, bundle, name);
}

/** A program that is installed, with all of its bundle: parts of two versions do not fit. */
function installed(machine: Machine, { programs }: DebianBundle, name: string): FoundProgram | undefined {
  const found = new Map(
    Object.entries(programs).map(([each, path]): [string, string | undefined] => {
      const here = join(machine.root ?? '/', path);
      return [each, existsSync(here) ? here : tryFindOnPath(machine, basename(path))];
    }),
  );
  const path = found.get(name);
  return path === undefined || [...found.values()].includes(undefined) ? undefined : { path };
}

/** A program that is on the `PATH`. */
export function tryFindOnPath({ environment }: Machine, name: string): string | undefined {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Other versions have another folder. */
const keyOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
