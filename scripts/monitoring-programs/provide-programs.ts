import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { monotonicMilliseconds } from '../../src/app/clock';
import { ProgramsUnavailable } from '../kube-assets/programs-unavailable';
import { unpackBundle } from './debian-packages';
import type { FoundProgram, Machine } from './find-programs';
import { builtFolder, bundleFolder, tryFindProgram, unpacked } from './find-programs';
import { goInstall } from './go-install';
import type { DebianBundle, GoProgram, MonitoringProgram } from './wanted-programs';
import { DEBIAN_BUNDLES, GO_PROGRAMS } from './wanted-programs';

/** What surrounds a run: the machine, what is asked of it, and who listens. */
export interface Surroundings extends Machine {
  readonly environment: NodeJS.ProcessEnv;
  /** Programs that are built only for whoever asks. */
  readonly onRequest: readonly MonitoringProgram[];
  tell(line: string): void;
}

/** Every wanted program that is here, once what was missing has been got. */
export async function providePrograms(
  surroundings: Surroundings,
): Promise<ReadonlyMap<MonitoringProgram, FoundProgram>> {
  const { onRequest } = surroundings;
  for (const bundle of DEBIAN_BUNDLES) await provideBundle(bundle, surroundings);
  for (const program of GO_PROGRAMS) {
    if (!program.isOnRequest || onRequest.includes(program.name)) await provideBuilt(program, surroundings);
  }
  const names: readonly string[] = [
    ...DEBIAN_BUNDLES.flatMap(({ programs }) => Object.keys(programs)),
    ...GO_PROGRAMS.map(({ name }) => name),
  ];
  return new Map(
    (names as readonly MonitoringProgram[]).flatMap((name) => {
      const found = tryFindProgram(name, surroundings);
      return found === undefined ? [] : [[name, found] as const];
    }),
  );
}

async function provideBundle(bundle: DebianBundle, surroundings: Surroundings): Promise<void> {
  const { environment, tell } = surroundings;
  const names = Object.keys(bundle.programs) as readonly MonitoringProgram[];
  if (names.every((name) => isHere(name, surroundings))) return;
  tell(`${bundle.name}: Debian packages ${bundle.packages.join(' ')}`);
  await inWorkshop(bundleFolder(surroundings, bundle), async (workshop) => {
    await unpackBundle(bundle, workshop, environment, tell);
    const root = join(workshop, 'root');
    if (unpacked(root, bundle, names[0]!) !== undefined) return root;
    throw new ProgramsUnavailable(
      `${bundle.name}: the packages lack one of ${Object.values(bundle.programs).join(', ')}; ` +
        `put ${names.join(', ')} on the PATH.`,
    );
  });
}

async function provideBuilt(program: GoProgram, surroundings: Surroundings): Promise<void> {
  const { environment, tell } = surroundings;
  const { name, module, version } = program;
  // One on the PATH may be of any version, and says not of which.
  if (existsSync(join(builtFolder(surroundings, program), name)) || isChosen(name, surroundings)) return;
  tell(`${name}: go install ${module}@${version}`);
  const began = monotonicMilliseconds();
  await inWorkshop(builtFolder(surroundings, program), async (workshop) => {
    await goInstall(program, workshop, environment);
    return workshop;
  });
  tell(`${name}: built in ${Math.round((monotonicMilliseconds() - began) / 1000)} s`);
}

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

const isHere = (name: MonitoringProgram, machine: Surroundings): boolean =>
  isChosen(name, machine) || tryFindProgram(name, machine) !== undefined;

/** A chosen folder is used as it is: what it lacks is told, and not put there. */
function isChosen(name: MonitoringProgram, machine: Surroundings): boolean {
  const chosen = machine.environment['PRACTICUM_MONITORING_BIN'];
  if (chosen === undefined || chosen === '') return false;
  if (tryFindProgram(name, machine) !== undefined) return true;
  throw new ProgramsUnavailable(
    `PRACTICUM_MONITORING_BIN: ${chosen} has no ${name}. Unset it to have all programs provided, or add it.`,
  );
}
