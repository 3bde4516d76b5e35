import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { FoundProgram } from '../../../scripts/monitoring-programs/find-programs';
import {
  javaFolder,
  pythonFolder,
  tryFindOnPath,
  tryFindProgram,
} from '../../../scripts/toolkit-programs/find-parts';
import { JAVA_ARCHIVES, PYTHON_PACKAGES } from '../../../scripts/toolkit-programs/wanted-parts';

const MACHINE = { environment: process.env, home: homedir() };

/** What a toolkit is run with. */
export interface Parts {
  /** Programs of Debian's packages. */
  readonly programs?: readonly string[];
  /** Names of sets of packages of Python. */
  readonly python?: readonly (typeof PYTHON_PACKAGES)[number]['name'][];
  /** Names of sets of archives for the Java machine. */
  readonly java?: readonly (typeof JAVA_ARCHIVES)[number]['name'][];
  /** Programs that are on the `PATH` of every machine that can build this repository. */
  readonly onPath?: readonly string[];
}

/**
 * Tests that run a toolkit for real; without one of its parts they are skipped by name, or fail where they are required.
 */
export function withParts(
  { programs = [], python = [], java = [], onPath = [] }: Parts,
  tests: () => void,
): void {
  const parts = [
    ...programs,
    ...python.map((name) => `python/${name}`),
    ...java.map((name) => `java/${name}`),
  ];
  const wanted = parts.length > 0 ? parts : onPath;
  const missing = [
    ...programs.filter((name) => tryFindProgram(name, MACHINE) === undefined),
    ...python.filter((name) => !existsSync(pythonPath(name))).map((name) => `python/${name}`),
    ...java.filter((name) => !existsSync(javaPath(name))).map((name) => `java/${name}`),
    ...onPath.filter((name) => tryFindOnPath(MACHINE, name) === undefined),
  ];
  const title = `As a toolkit with the real ${wanted.join(', ')}`;
  if (missing.length === 0) describe(title, tests);
  else if (process.env['PRACTICUM_REQUIRE_TOOLKITS'] === '1') {
    test(title, () => {
      throw new Error(`Not here are ${missing.join(', ')}. Run \`npm run toolkit-programs\`.`);
    });
  } else describe.skip(`${title}: skipped, not here are ${missing.join(', ')}`, tests);
}

/** A program of Debian's, and how it is started. */
export function program(name: string): { readonly path: string; readonly env: NodeJS.ProcessEnv } {
  const { path, libraries } = tryFindProgram(name, MACHINE) as FoundProgram;
  return { path, env: libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries } };
}

/** Folder in which Python finds a set of packages. */
export function pythonPath(name: (typeof PYTHON_PACKAGES)[number]['name']): string {
  return pythonFolder(
    MACHINE,
    PYTHON_PACKAGES.find((each) => each.name === name)!,
  );
}

/** Class path of a set of archives. */
export const classPath = (name: (typeof JAVA_ARCHIVES)[number]['name']): string => join(javaPath(name), '*');

const javaPath = (name: string): string =>
  javaFolder(
    MACHINE,
    JAVA_ARCHIVES.find((each) => each.name === name)!,
  );
