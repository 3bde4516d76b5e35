import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../../../scripts/monitoring-programs/find-programs';
import { cacheFolder, tryFindProgram } from '../../../scripts/monitoring-programs/find-programs';
import { temporaryFolder } from '../../app/temporary-folder';
import { bareRoot, putFile } from './fake-machine';

const bare = (environment: Machine['environment'] = {}, root = bareRoot()): Machine => ({
  environment: { PRACTICUM_CACHE: temporaryFolder(), ...environment },
  home: '/nonexistent',
  root,
});

test.each([
  ['ID=debian\nVERSION_ID="12"\n', 'debian-12'],
  ['VERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n', 'ubuntu-24.04'],
  ['ID=debian\n', 'debian'],
])('The cache is per release of the system: %j', (release, name) =>
  expect(
    cacheFolder({ environment: { PRACTICUM_CACHE: '/own' }, home: '/home/ines', root: bareRoot(release) }),
  ).toBe(`/own/monitoring/${name}-${process.arch}`),
);

test('The cache stands beside that of the Kubernetes programs, on any system', () =>
  expect(cacheFolder({ environment: {}, home: '/home/ines', root: temporaryFolder() })).toBe(
    `/home/ines/.cache/practicum/monitoring/${process.platform}-${process.arch}`,
  ));

test('On a bare machine there is none', () => {
  expect(tryFindProgram('prometheus', bare())).toBeUndefined();
  expect(tryFindProgram('prom-label-proxy', bare({ PATH: '' }))).toBeUndefined();
});

test('What the cache has comes before what is installed, with the libraries that came along', () => {
  const machine = bare();
  putFile(join(machine.root!, 'usr/bin/redis-server'));
  putFile(join(machine.root!, 'usr/bin/redis-cli'));
  expect(tryFindProgram('redis-server', machine)).toEqual({ path: `${machine.root}/usr/bin/redis-server` });
  const redis = join(cacheFolder(machine), 'redis');
  putFile(join(redis, 'usr/bin/redis-server'));
  putFile(join(redis, 'usr/bin/redis-cli'));
  putFile(join(redis, 'usr/lib/x86_64-linux-gnu/liblzf.so.1'));
  expect(tryFindProgram('redis-server', machine)).toEqual({
    path: `${redis}/usr/bin/redis-server`,
    libraries: `${redis}/usr/lib/x86_64-linux-gnu`,
  });
});

test('Installed programs are found on the PATH too', () => {
  const folder = temporaryFolder();
  for (const name of ['redis-server', 'redis-cli', 'amtool']) putFile(join(folder, name));
  expect(tryFindProgram('amtool', bare({ PATH: `/nonexistent:${folder}` }))).toEqual({
    path: join(folder, 'amtool'),
  });
});

test('An nginx without the module for scripts is not taken: a module of another version would not load', () => {
  const machine = bare();
  putFile(join(machine.root!, 'usr/sbin/nginx'));
  expect(tryFindProgram('nginx', machine)).toBeUndefined();
  putFile(join(machine.root!, 'usr/lib/nginx/modules/ngx_http_js_module.so'));
  expect(tryFindProgram('nginx', machine)).toEqual({ path: `${machine.root}/usr/sbin/nginx` });
});

test('A chosen folder is the only one that is looked into', () => {
  const [chosen, onPath] = [temporaryFolder(), temporaryFolder()];
  for (const folder of [chosen, onPath]) putFile(join(folder, 'k6'));
  const machine = bare({ PRACTICUM_MONITORING_BIN: chosen, PATH: onPath });
  expect(tryFindProgram('k6', machine)).toEqual({ path: join(chosen, 'k6') });
  rmSync(join(chosen, 'k6'));
  expect(tryFindProgram('k6', machine)).toBeUndefined();
  expect(tryFindProgram('k6', bare({ PRACTICUM_MONITORING_BIN: '', PATH: onPath }))).toBeDefined();
});
