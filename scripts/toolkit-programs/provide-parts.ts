import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from '../../src/app/run-program';
import { ProgramsUnavailable } from '../kube-assets/programs-unavailable';
import { unpackBundle } from '../monitoring-programs/debian-packages';
import type { Machine } from '../monitoring-programs/find-programs';
import type { DebianBundle } from '../monitoring-programs/wanted-programs';
import { debianFolder, javaFolder, pythonFolder, tryFindProgram } from './find-parts';
import { pomOf } from './pom';
import type { JavaArchives, PythonPackages } from './wanted-parts';
import { DEBIAN_PARTS, JAVA_ARCHIVES, PYTHON_PACKAGES } from './wanted-parts';

/** What surrounds a run: the machine, and who listens. */
export interface Surroundings extends Machine {
  readonly environment: NodeJS.ProcessEnv;
  tell(line: string): void;
}

const LAST_LINES = 8;

/** Gets what is not here yet of all that toolkits are run with; nothing is installed. */
export async function provideParts(surroundings: Surroundings): Promise<void> {
  for (const packages of PYTHON_PACKAGES) await providePython(packages, surroundings);
  for (const archives of JAVA_ARCHIVES) await provideJava(archives, surroundings);
  // Last: what gets the programs of the monitoring at the same time may be reading Debian's lists of packages anew.
  for (const bundle of DEBIAN_PARTS) await provideDebian(bundle, surroundings);
}

async function provideDebian(bundle: DebianBundle, surroundings: Surroundings): Promise<void> {
  const { environment, tell } = surroundings;
  if (Object.keys(bundle.programs).every((name) => tryFindProgram(name, surroundings) !== undefined)) return;
  tell(`${bundle.name}: Debian packages ${bundle.packages.join(' ')}`);
  await inWorkshop(debianFolder(surroundings, bundle), async (workshop) => {
    await unpackBundle(bundle, workshop, environment, tell);
    return join(workshop, 'root');
  });
}

async function providePython(wanted: PythonPackages, surroundings: Surroundings): Promise<void> {
  const folder = pythonFolder(surroundings, wanted);
  if (existsSync(folder)) return;
  surroundings.tell(`${wanted.name}: pip install ${listed(wanted.packages)}`);
  await inWorkshop(folder, async (workshop) => {
    const install = ['-m', 'pip', 'install', '--quiet', '--prefer-binary', '--target', workshop];
    await run('python3', [...install, ...wanted.packages], workshop, surroundings);
    return workshop;
  });
}

async function provideJava(wanted: JavaArchives, surroundings: Surroundings): Promise<void> {
  const folder = javaFolder(surroundings, wanted);
  if (existsSync(folder)) return;
  surroundings.tell(`${wanted.name}: mvn dependency:copy-dependencies ${listed(wanted.artifacts)}`);
  await inWorkshop(folder, async (workshop) => {
    const archives = join(workshop, 'archives');
    writeFileSync(join(workshop, 'pom.xml'), pomOf(wanted));
    const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${archives}`];
    await run('mvn', ['--quiet', '--batch-mode', ...copy], workshop, surroundings);
    return archives;
  });
}

/** The first of many, for a line of a terminal. */
const listed = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(' ') : `${names.slice(0, 2).join(' ')} and ${names.length - 2} others`;

/** Fills `folder` with what `make` returns, in one step: nobody ever sees half of it. */
async function inWorkshop(folder: string, make: (workshop: string) => Promise<string>): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const workshop = mkdtempSync(join(dirname(folder), '.new-'));
  try {
    const made = await make(workshop);
    rmSync(folder, { recursive: true, force: true });
    renameSync(made, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function run(
  program: string,
  args: readonly string[],
  folder: string,
  { environment }: Surroundings,
): Promise<void> {
  const what = `${program} ${args.join(' ')}`;
  try {
    const { code, output, stopped } = await runProgram({ program, args, folder, environment });
    if (stopped) throw new ProgramsUnavailable('Stopped; nothing of it was kept.');
    if (code === 0) return;
    const lastLines = output.trim().split('\n').slice(-LAST_LINES);
    throw new ProgramsUnavailable([`\`${what}\` failed:`, ...lastLines].join('\n'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ProgramsUnavailable(`\`${what}\`: there is no ${program} on the PATH. Install it first.`);
  }
}
