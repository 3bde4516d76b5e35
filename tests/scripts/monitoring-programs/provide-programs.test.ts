import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../../scripts/monitoring-programs/find-programs';
import { providePrograms } from '../../../scripts/monitoring-programs/provide-programs';
import type { MonitoringProgram } from '../../../scripts/monitoring-programs/wanted-programs';
import { DEBIAN_BUNDLES, GO_PROGRAMS } from '../../../scripts/monitoring-programs/wanted-programs';
import { temporaryFolder } from '../../app/temporary-folder';
import type { Scripts } from './fake-machine';
import { APT, DPKG, GO, aptWithoutLists, bareRoot, pathWith, putFile } from './fake-machine';

const BUILT = GO_PROGRAMS.filter(({ isOnRequest }) => !isOnRequest);
const ALL = [
  ...DEBIAN_BUNDLES.flatMap(({ programs }) => Object.keys(programs)),
  ...BUILT.map(({ name }) => name),
];
const WORKING = { 'apt-get': APT, dpkg: DPKG, go: GO };

let cache: string;
let root: string;
let told: string[];

beforeEach(() => {
  cache = temporaryFolder();
  root = bareRoot();
  told = [];
});

/** Whatever happens, nothing half-made stays in the cache. */
afterEach(() => {
  const folder = cacheFolder({ environment: { PRACTICUM_CACHE: cache }, home: '', root });
  const kept = existsSync(folder) ? readdirSync(folder) : [];
  expect(kept.filter((name) => name.startsWith('.'))).toEqual([]);
});

function provide(
  scripts: Scripts,
  onRequest: readonly MonitoringProgram[] = [],
  environment: NodeJS.ProcessEnv = {},
): ReturnType<typeof providePrograms> {
  const path = `${pathWith(scripts)}:${pathWith(systemPrograms(scripts))}`;
  return providePrograms({
    environment: { PRACTICUM_CACHE: cache, PATH: path, ...environment },
    home: '/nonexistent',
    root,
    onRequest,
    tell: (line) => told.push(line),
  });
}

/** What the scripts call; no more of this machine is to be seen. */
const systemPrograms = (scripts: Scripts): Scripts =>
  Object.fromEntries(
    ['basename', 'install', 'mkdir', 'touch']
      .filter((name) => !(name in scripts))
      .map((name) => [name, `exec /usr/bin/${name} "$@"`]),
  );

test('Each program is put into the cache, with a line for each step', async () => {
  const programs = await provide(WORKING);
  expect([...programs.keys()]).toEqual(ALL);
  for (const { path } of programs.values()) expect(path.startsWith(cache)).toBe(true);
  expect(told).toEqual([
    'prometheus: Debian packages prometheus',
    'amtool: Debian packages prometheus-alertmanager',
    'redis: Debian packages redis-server redis-tools',
    'nginx: Debian packages nginx libnginx-mod-http-js',
    ...BUILT.flatMap(({ name, module, version }): unknown[] => [
      `${name}: go install ${module}@${version}`,
      expect.stringMatching(new RegExp(`^${name}: built in \\d+ s$`)),
    ]),
  ]);
});

test('What is there is not got again', async () => {
  const first = await provide(WORKING);
  told = [];
  expect(await provide({})).toEqual(first);
  expect(told).toEqual([]);
});

test('k6 is built only for whoever asks for it', async () => {
  expect([...(await provide(WORKING, ['k6'])).keys()]).toEqual([...ALL, 'k6']);
});

test('After a failure the next run goes on where it stopped', async () => {
  await expect(provide({ ...WORKING, go: 'echo "no such module"; exit 1' })).rejects.toThrow(
    /^`go install .*alertmanager@v0\.28\.1` failed:\nno such module$/,
  );
  told = [];
  await provide(WORKING);
  expect(told.map((line) => line.split(':')[0])).toEqual(BUILT.flatMap(({ name }) => [name, name]));
});

test('What the machine has is not downloaded, but a program without a version is built all the same', async () => {
  const installed = DEBIAN_BUNDLES.flatMap(({ programs }) => Object.values(programs));
  for (const path of installed) putFile(join(root, path));
  const programs = await provide({ go: GO, 'prom-label-proxy': '' });
  expect(programs.get('nginx')).toEqual({ path: join(root, 'usr/sbin/nginx') });
  expect(programs.get('prom-label-proxy')!.path.startsWith(cache)).toBe(true);
});

test('A machine without package lists gets them first, once', async () => {
  const notes = join(temporaryFolder(), 'notes');
  await provide({ ...WORKING, 'apt-get': aptWithoutLists(notes) });
  expect(told.slice(0, 3)).toEqual([
    'prometheus: Debian packages prometheus',
    'prometheus: apt-get knows no such packages yet, or older ones; apt-get update',
    'amtool: Debian packages prometheus-alertmanager',
  ]);
  expect(readFileSync(notes, 'utf8')).toBe('updated\n');
});

test('Packages that cannot be had are named, with what apt-get said and what to do', async () => {
  const apt = 'echo "E: List directory is missing (13: Permission denied)" >&2; exit 100';
  await expect(provide({ ...WORKING, 'apt-get': apt })).rejects.toThrow(
    'prometheus: no Debian packages prometheus:\nE: List directory is missing (13: Permission denied)\n' +
      'Run `apt-get update` as root once, or put prometheus, promtool on the PATH.',
  );
});

test('Packages without the programs are not kept', async () => {
  await expect(provide({ ...WORKING, dpkg: 'mkdir -p "$3"' })).rejects.toThrow(
    'prometheus: the packages lack one of usr/bin/prometheus, usr/bin/promtool; put prometheus, promtool on the PATH.',
  );
});

test('Where there is no apt-get, or no go, the programs are asked for by name', async () => {
  await expect(provide({ dpkg: DPKG, go: GO })).rejects.toThrow(
    /There is no apt-get here\.\n.* put prometheus, promtool on the PATH\.$/,
  );
  await expect(provide({ 'apt-get': APT, dpkg: DPKG })).rejects.toThrow(
    'alertmanager is built with Go, and there is no go on the PATH: install it, https://go.dev/doc/install, ' +
      'or put alertmanager on the PATH.',
  );
});

test('A chosen folder is refused by name when it lacks one', async () => {
  const chosen = temporaryFolder();
  for (const name of ALL.slice(1)) putFile(join(chosen, name));
  await expect(provide(WORKING, [], { PRACTICUM_MONITORING_BIN: chosen })).rejects.toThrow(
    `PRACTICUM_MONITORING_BIN: ${chosen} has no prometheus. Unset it to have all programs provided, or add it.`,
  );
  putFile(join(chosen, 'prometheus'));
  await provide({}, [], { PRACTICUM_MONITORING_BIN: chosen });
});
