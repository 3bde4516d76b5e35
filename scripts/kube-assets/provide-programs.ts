import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { missingPrograms } from '../../src/app/rehearse/kube-api/control-plane';
import { buildPrograms } from './built-programs';
import { cacheFolder, chosenFolder } from './find-programs';
import { wrongPrograms } from './program-version';
import { ProgramsUnavailable } from './programs-unavailable';
import type { Platform, Publishers } from './released-programs';
import { downloadPrograms } from './released-programs';

/** What surrounds a run: the machine, the world, and who listens. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly home: string;
  readonly platform: Platform;
  readonly publishers: Publishers;
  /** Builds even what could be downloaded: the repository pins the sources, and not what is released. */
  readonly alwaysBuild: boolean;
  tell(line: string): void;
  readonly stop: AbortSignal;
}

/** The folder with the programs: the chosen one, else the cache, filled first if it has not what is wanted. */
export async function providePrograms(surroundings: Surroundings): Promise<string> {
  const { environment, home } = surroundings;
  const chosen = chosenFolder(environment);
  if (chosen !== undefined) return checked(chosen);
  const cache = cacheFolder(environment, home);
  if (isRight(cache)) return cache;
  mkdirSync(dirname(cache), { recursive: true });
  // Beside the cache, so that what is made takes its place in one step: nobody ever sees half of it.
  const workshop = mkdtempSync(join(dirname(cache), '.new-'));
  try {
    const made = await make(workshop, surroundings);
    // Another run may have been faster, and tests may use what it made.
    if (isRight(cache)) return cache;
    rmSync(cache, { recursive: true, force: true });
    renameSync(made, cache);
    return cache;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function checked(folder: string): string {
  const missing = missingPrograms(folder);
  if (missing === undefined) return folder;
  throw new ProgramsUnavailable(
    `${missing}. Unset KUBEBUILDER_ASSETS to have all of them provided, or add what is missing.`,
  );
}

const isRight = (folder: string): boolean =>
  missingPrograms(folder) === undefined && wrongPrograms(folder).length === 0;

/** A folder in `workshop` with the programs, downloaded or built. */
async function make(workshop: string, surroundings: Surroundings): Promise<string> {
  const { environment, alwaysBuild, tell } = surroundings;
  const released = join(workshop, 'released');
  if (!alwaysBuild && (await isDownloaded(released, surroundings))) return released;
  tell('Building etcd, kube-apiserver and kube-controller-manager from Go modules; this takes some minutes.');
  const built = join(workshop, 'built');
  mkdirSync(built);
  await buildPrograms(built, environment, tell);
  needRight(built);
  return built;
}

/** Whether released programs could be put into the folder, and run here; tells why not. */
async function isDownloaded(folder: string, surroundings: Surroundings): Promise<boolean> {
  const { platform, publishers, stop, tell } = surroundings;
  try {
    mkdirSync(folder);
    await downloadPrograms(folder, platform, publishers, tell, stop);
    needRight(folder);
    return true;
  } catch (error) {
    stop.throwIfAborted();
    if (!(error instanceof ProgramsUnavailable)) throw error;
    tell(`No download: ${error.message}.`);
    return false;
  }
}

function needRight(folder: string): void {
  const wrong = wrongPrograms(folder);
  if (wrong.length > 0) throw new ProgramsUnavailable(wrong.join('; '));
}
