import { homedir } from 'node:os';
import { tryFindProgram } from '../../scripts/monitoring-programs/find-programs';
import type { MonitoringProgram } from '../../scripts/monitoring-programs/wanted-programs';
import { GO_PROGRAMS } from '../../scripts/monitoring-programs/wanted-programs';

/** A program and how it is started. */
export interface RunnableProgram {
  readonly path: string;
  /** The whole environment of the process. */
  readonly env: NodeJS.ProcessEnv;
}

const MACHINE = { environment: process.env, home: homedir() };
const isHere = (name: MonitoringProgram): boolean => tryFindProgram(name, MACHINE) !== undefined;

/** A program that the monitoring is tried with; an error says how to get it. */
export function program(name: MonitoringProgram): RunnableProgram {
  const found = tryFindProgram(name, MACHINE);
  if (found === undefined) throw new Error(`There is no ${name} here. ${remedyFor([name])}`);
  const { path, libraries } = found;
  return { path, env: libraries === undefined ? process.env : withLibraries(libraries) };
}

/**
 * Tests with real programs; without one of them they are skipped by name, or fail where they are required. They may
 * stand inside of others that ask for a real Kubernetes API.
 */
export function withPrograms(names: readonly MonitoringProgram[], tests: () => void): void {
  const missing = names.filter((name) => !isHere(name));
  const title = `With the real ${names.join(', ')}`;
  if (missing.length === 0) describe(title, tests);
  else if (process.env['PRACTICUM_REQUIRE_MONITORING'] === '1') {
    test(title, () => {
      throw new Error(
        `PRACTICUM_REQUIRE_MONITORING asks for programs that are not here: ${missing.join(', ')}. ${remedyFor(missing)}`,
      );
    });
  } else describe.skip(`${title}: skipped, not here are ${missing.join(', ')}`, tests);
}

function withLibraries(folder: string): NodeJS.ProcessEnv {
  const others = process.env['LD_LIBRARY_PATH'];
  return { ...process.env, LD_LIBRARY_PATH: others === undefined ? folder : `${folder}:${others}` };
}

function remedyFor(names: readonly MonitoringProgram[]): string {
  const asked = GO_PROGRAMS.filter(({ name, isOnRequest }) => isOnRequest && names.includes(name));
  const flags = asked.map(({ name }) => ` --${name}`).join('');
  return `Run \`npm run monitoring-programs${flags === '' ? '' : ` --${flags}`}\`; docs/testing.md says what it does.`;
}
