import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { javaFolder, pythonFolder, tryFindProgram } from '../../../scripts/toolkit-programs/find-parts';
import { provideParts } from '../../../scripts/toolkit-programs/provide-parts';
import { DEBIAN_PARTS, JAVA_ARCHIVES, PYTHON_PACKAGES } from '../../../scripts/toolkit-programs/wanted-parts';
import { temporaryFolder } from '../../app/temporary-folder';

/** Puts a file where pip would put packages, and Maven archives; `apt-get` and `dpkg` are not asked. */
const PIP =
  'for last; do case "$before" in --target) folder=$last ;; esac; before=$last; done; touch "$folder/got"';
const MVN = 'folder=${@: -1}; mkdir -p "${folder#*=}"; touch "${folder#*=}/got.jar"';

function aMachine(scripts: Readonly<Record<string, string>>) {
  const bin = temporaryFolder();
  const programs = DEBIAN_PARTS.flatMap((part) => Object.values<string>(part.programs));
  const all = {
    ...Object.fromEntries(programs.map((path) => [path.split('/').pop()!, 'exit 0'])),
    ...scripts,
  };
  for (const [name, script] of Object.entries(all))
    writeFileSync(join(bin, name), `#!/bin/bash\n${script}\n`, { mode: 0o755 });
  const told: string[] = [];
  return {
    environment: { PATH: `${bin}:/usr/bin:/bin`, PRACTICUM_CACHE: temporaryFolder() },
    home: '/nonexistent',
    root: temporaryFolder(),
    told,
    tell: (line: string) => void told.push(line),
  };
}

test('All is got once, and what is here is not asked for again', async () => {
  const machine = aMachine({ python3: PIP, mvn: MVN });
  await provideParts(machine);
  for (const packages of PYTHON_PACKAGES)
    expect(existsSync(join(pythonFolder(machine, packages), 'got'))).toBe(true);
  for (const archives of JAVA_ARCHIVES)
    expect(existsSync(join(javaFolder(machine, archives), 'got.jar'))).toBe(true);
  expect(machine.told).toHaveLength(PYTHON_PACKAGES.length + JAVA_ARCHIVES.length);
  expect(Math.max(...machine.told.map(({ length }) => length))).toBeLessThan(200);
  await provideParts(machine);
  expect(machine.told).toHaveLength(PYTHON_PACKAGES.length + JAVA_ARCHIVES.length);
});

test('What fails leaves nothing half, and the error has its last words', async () => {
  const machine = aMachine({ python3: `${PIP}; echo 'No matching distribution' >&2; exit 1`, mvn: MVN });
  await expect(provideParts(machine)).rejects.toThrow(/^`python3 -m pip install .*` failed:\nNo matching/);
  const folder = pythonFolder(machine, PYTHON_PACKAGES[0]);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(join(folder, '..'))).toEqual([]);
});

test('Other versions are another folder, and a program is found where the machine has it', () => {
  const machine = aMachine({});
  const [first] = PYTHON_PACKAGES;
  const newer = { ...first, packages: ['newer==1.0'] };
  expect(pythonFolder(machine, newer)).not.toBe(pythonFolder(machine, first));
  expect(tryFindProgram('psql', machine)?.path).toMatch(/\/psql$/);
  expect(tryFindProgram('psql', { ...machine, environment: { PATH: '/nonexistent' } })).toBeUndefined();
  expect(() => tryFindProgram('mysqld', machine)).toThrow('No package is wanted for the program "mysqld"');
});
