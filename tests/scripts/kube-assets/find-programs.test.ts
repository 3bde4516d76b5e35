import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, tryFindPrograms } from '../../../scripts/kube-assets/find-programs';
import { temporaryFolder } from '../../app/temporary-folder';
import { writePrograms } from './fake-programs';

test.each([
  [{}, '/home/ines/.cache/practicum/kube/1.33.13'],
  [{ XDG_CACHE_HOME: '/caches' }, '/caches/practicum/kube/1.33.13'],
  [{ PRACTICUM_CACHE: '/own', XDG_CACHE_HOME: '/caches' }, '/own/kube/1.33.13'],
  [{ PRACTICUM_CACHE: '', XDG_CACHE_HOME: '' }, '/home/ines/.cache/practicum/kube/1.33.13'],
])('The cache is per version, where the environment says: %j', (environment, folder) =>
  expect(cacheFolder(environment, '/home/ines')).toBe(folder),
);

test('A chosen folder comes before the cache, which is used only when it is complete', () => {
  const environment = { PRACTICUM_CACHE: temporaryFolder(), KUBEBUILDER_ASSETS: '' };
  expect(tryFindPrograms(environment, '/home/ines')).toBeUndefined();
  const cache = writePrograms(cacheFolder(environment, '/home/ines'));
  expect(tryFindPrograms(environment, '/home/ines')).toBe(cache);
  expect(tryFindPrograms({ ...environment, KUBEBUILDER_ASSETS: '/chosen' }, '/home/ines')).toBe('/chosen');
  rmSync(join(cache, 'etcd'));
  expect(tryFindPrograms(environment, '/home/ines')).toBeUndefined();
});
