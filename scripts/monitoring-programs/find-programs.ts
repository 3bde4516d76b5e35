import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { practicumCache } from '../kube-assets/find-programs';
import type { DebianBundle, GoProgram, MonitoringProgram } from './wanted-programs';
import { DEBIAN_BUNDLES, GO_PROGRAMS } from './wanted-programs';

/** What a search for programs depends on. */
export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /**
   * Root of the file system in which packages are installed.
   * @default - the machine's own
   */
  readonly root?: string;
}

/** A program that is here. */
export interface FoundProgram {
  readonly path: string;
  /**
   * Folder of libraries that it needs and that the system lacks.
   * @default - the system has all
   */
  readonly libraries?: string;
}

/** Folder outside the checkout in which the programs for one system are kept for all runs. */
export const cacheFolder = ({ environment, home, root = '/' }: Machine): string =>
  join(practicumCache(environment, home), 'monitoring', `${systemIn(root)}-${process.arch}`);

/** Folder of a bundle's unpacked packages. */
export const bundleFolder = (machine: Machine, { name }: DebianBundle): string =>
  join(cacheFolder(machine), name);

/** Folder of a program that was built. */
export const builtFolder = (machine: Machine, { name, version }: GoProgram): string =>
  join(cacheFolder(machine), `${name}-${version}`);

/** A program, from where it is first found: the chosen folder, the cache, the machine. */
export function tryFindProgram(name: MonitoringProgram, machine: Machine): FoundProgram | undefined {
  const chosen = machine.environment['PRACTICUM_MONITORING_BIN'];
  if (chosen !== undefined && chosen !== '') return existing(join(chosen, name));
  const bundle = DEBIAN_BUNDLES.find(({ programs }) => name in programs);
  if (bundle !== undefined) return inCache(machine, bundle, name) ?? onMachine(machine, bundle, name);
  const built = GO_PROGRAMS.find((each) => each.name === name)!;
  return existing(join(builtFolder(machine, built), name)) ?? onPath(machine, [name]);
}

/** A program of a bundle, if the whole bundle is unpacked in the folder. */
export function unpacked(folder: string, bundle: DebianBundle, name: string): FoundProgram | undefined {
  const paths = Object.values(bundle.programs).map((path) => join(folder, path));
  if (!paths.every((path) => existsSync(path))) return undefined;
  const path = join(folder, bundle.programs[name]!);
  const libraries = librariesIn(folder);
  return libraries === undefined ? { path } : { path, libraries };
}

const inCache = (machine: Machine, bundle: DebianBundle, name: string): FoundProgram | undefined =>
  unpacked(bundleFolder(machine, bundle), bundle, name);

/** A program of a bundle that is installed; none if a part is not, since parts of two versions do not fit. */
function onMachine(machine: Machine, bundle: DebianBundle, name: string): FoundProgram | undefined {
  const found = new Map(
    Object.entries(bundle.programs).map(([each, path]) => [each, installed(machine, each, path)] as const),
  );
  return [...found.values()].includes(undefined) ? undefined : found.get(name);
}

const installed = (machine: Machine, name: string, path: string): FoundProgram | undefined =>
  onPath(machine, [name, basename(path)]) ?? existing(join(machine.root ?? '/', path));

function onPath({ environment }: Machine, names: readonly string[]): FoundProgram | undefined {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => names.map((name) => existing(join(folder, name))))
    .find((found) => found !== undefined);
}

const existing = (path: string): FoundProgram | undefined => (existsSync(path) ? { path } : undefined);

/** Debian keeps libraries in a folder that is named after the processor. */
function librariesIn(folder: string): string | undefined {
  const lib = join(folder, 'usr/lib');
  const own = existsSync(lib) ? readdirSync(lib).find((name) => /-linux-gnu/.test(name)) : undefined;
  return own === undefined ? undefined : join(lib, own);
}

/** Name and release of the system, `debian-12`: programs of one release need its libraries. */
export function systemIn(root: string): string {
  const file = join(root, 'etc/os-release');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const valueOf = (key: string): string | undefined =>
    new RegExp(`^${key}="?([\\w.-]+)"?$`, 'm').exec(text)?.[1];
  return [valueOf('ID') ?? process.platform, valueOf('VERSION_ID')].filter(Boolean).join('-');
}
