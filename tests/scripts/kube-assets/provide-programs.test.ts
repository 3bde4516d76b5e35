import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../../scripts/kube-assets/find-programs';
import { wrongPrograms } from '../../../scripts/kube-assets/program-version';
import type { Surroundings } from '../../../scripts/kube-assets/provide-programs';
import { providePrograms } from '../../../scripts/kube-assets/provide-programs';
import { freePorts } from '../../../src/app/rehearse/kube-api/free-ports';
import { temporaryFolder } from '../../app/temporary-folder';
import { ANSWERS, BUILDS, pathWithGo, writePrograms } from './fake-programs';
import { publishedRelease, sha256, withPublishers } from './fake-publishers';

const BUILDING =
  'Building etcd, kube-apiserver and kube-controller-manager from Go modules; this takes some minutes.';

/** An address where nobody listens. */
let offline: string;
let cache: string;
let told: string[];

function surroundings(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    environment: { PRACTICUM_CACHE: cache, PATH: pathWithGo('exit 7') },
    home: '/nonexistent',
    platform: { system: 'linux', processor: 'x64' },
    publishers: { kubernetes: offline, etcd: offline },
    alwaysBuild: false,
    tell: (line) => told.push(line),
    stop: new AbortController().signal,
    ...changes,
  };
}

const withGo = (script: string): NodeJS.ProcessEnv => ({ PRACTICUM_CACHE: cache, PATH: pathWithGo(script) });
const folder = (): string => cacheFolder({ PRACTICUM_CACHE: cache }, '/nonexistent');

beforeEach(async () => {
  const [port] = await freePorts(1);
  offline = `http://127.0.0.1:${port}`;
  cache = temporaryFolder();
  told = [];
});

/** Whatever happens, nothing half-made stays beside the cache. */
afterEach(() => {
  const beside = existsSync(dirname(folder())) ? readdirSync(dirname(folder())) : [];
  expect(beside.filter((name) => name !== '1.33.13')).toEqual([]);
});

test('A chosen folder that has the programs is taken as it is', async () => {
  const chosen = writePrograms(temporaryFolder(), { ...ANSWERS, etcd: 'etcd Version: 3.6.0' });
  expect(await providePrograms(surroundings({ environment: { KUBEBUILDER_ASSETS: chosen } }))).toBe(chosen);
  expect(told).toEqual([]);
});

test('A chosen folder without all of them, as usual test binaries come, is refused by name', async () => {
  const chosen = writePrograms(temporaryFolder());
  rmSync(join(chosen, 'kube-controller-manager'));
  await expect(
    providePrograms(surroundings({ environment: { KUBEBUILDER_ASSETS: chosen } })),
  ).rejects.toThrow(
    `KUBEBUILDER_ASSETS: ${chosen} has no kube-controller-manager. Unset KUBEBUILDER_ASSETS to have all of them ` +
      'provided, or add what is missing.',
  );
});

test('What the cache has is used again, and nobody is asked', async () => {
  writePrograms(folder());
  expect(await providePrograms(surroundings())).toBe(folder());
  expect(told).toEqual([]);
});

test('Released programs are downloaded and checked where they can be, and kept', async () => {
  await withPublishers(publishedRelease(), async (publishers, asked) => {
    expect(await providePrograms(surroundings({ publishers }))).toBe(folder());
    expect(asked).toHaveLength(6);
  });
  expect(readdirSync(folder())).toEqual(Object.keys(ANSWERS));
  expect(wrongPrograms(folder())).toEqual([]);
  expect(statSync(folder()).mode & 0o777).toBe(0o777 & ~process.umask());
  expect(await providePrograms(surroundings())).toBe(folder());
});

test('A download with a wrong checksum is refused, and the programs are built', async () => {
  const path = '/v1.33.13/bin/linux/amd64/kube-apiserver';
  const files = { ...publishedRelease(), [`${path}.sha256`]: sha256('something else') };
  await withPublishers(files, async (publishers) => {
    await providePrograms(surroundings({ publishers, environment: withGo(BUILDS) }));
    expect(told).toContainEqual(
      expect.stringMatching(`^No download: ${publishers.kubernetes}${path} is refused: `),
    );
  });
  expect(told).toContain(BUILDING);
  expect(wrongPrograms(folder())).toEqual([]);
});

test('An archive that cannot be unpacked is told, and the programs are built', async () => {
  const [list, archive] = ['/v3.5.21/SHA256SUMS', '/v3.5.21/etcd-v3.5.21-linux-amd64.tar.gz'];
  const sums = `${sha256('no archive')}  etcd-v3.5.21-linux-amd64.tar.gz`;
  const files = { ...publishedRelease(), [archive]: 'no archive', [list]: sums };
  await withPublishers(files, async (publishers) => {
    await providePrograms(surroundings({ publishers, environment: withGo(BUILDS) }));
  });
  expect(told).toContainEqual(expect.stringMatching(/^No download: .*etcd.*\.tar\.gz cannot be unpacked: /));
  expect(wrongPrograms(folder())).toEqual([]);
});

test('Without a network the programs are built, after a sentence of what failed', async () => {
  expect(await providePrograms(surroundings({ environment: withGo(BUILDS) }))).toBe(folder());
  expect(told[0]).toBe(
    `No download: ${offline}/v3.5.21/SHA256SUMS: connect ECONNREFUSED ${new URL(offline).host}.`,
  );
  expect(told[1]).toBe(BUILDING);
  expect(wrongPrograms(folder())).toEqual([]);
});

test('Where one of them is not published, nothing is downloaded', async () => {
  await withPublishers(publishedRelease(), async (publishers, asked) => {
    const platform = { system: 'darwin', processor: 'arm64' };
    await providePrograms(surroundings({ publishers, platform, environment: withGo(BUILDS) }));
    expect(asked).toEqual([]);
  });
  expect(told[0]).toBe('No download: Kubernetes publishes no kube-apiserver for darwin on arm64.');
});

test('Whoever asks for a build gets one without a download', async () => {
  await withPublishers(publishedRelease(), async (publishers, asked) => {
    await providePrograms(surroundings({ publishers, alwaysBuild: true, environment: withGo(BUILDS) }));
    expect(asked).toEqual([]);
  });
  expect(told[0]).toBe(BUILDING);
});

test('A cache with a program of another version is made anew', async () => {
  writePrograms(folder(), { ...ANSWERS, etcd: 'etcd Version: 3.5.1' });
  await providePrograms(surroundings({ environment: withGo(BUILDS) }));
  expect(wrongPrograms(folder())).toEqual([]);
});

test('What another run put there in the meantime is kept', async () => {
  const other = `mkdir -p ${cache}/kube/1.33.13; cp "$out"/* ${cache}/kube/1.33.13; cd ${cache}/kube/1.33.13; mv server etcd; touch theirs`;
  await providePrograms(surroundings({ environment: withGo(`${BUILDS}\n${other}`) }));
  expect(readdirSync(folder())).toContain('theirs');
});

test('A build of the wrong version is not kept', async () => {
  const environment = withGo(BUILDS.replaceAll('v1.33.13', 'v1.33.12'));
  await expect(providePrograms(surroundings({ environment }))).rejects.toThrow(
    'kube-apiserver is 1.33.12, wanted is 1.33.13; kube-controller-manager is 1.33.12, wanted is 1.33.13',
  );
  expect(existsSync(folder())).toBe(false);
});

test('Whoever stops a download wants no build either', async () => {
  const stop = AbortSignal.abort(new Error('Stopped'));
  await expect(providePrograms(surroundings({ stop, environment: withGo(BUILDS) }))).rejects.toThrow(
    'Stopped',
  );
  expect(told).toEqual([]);
});
