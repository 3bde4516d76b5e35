import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptArchiveProps } from '../../../../src/app/teardown/archive/archive';
import { KeptArchive, SUMS_FILE } from '../../../../src/app/teardown/archive/archive';
import { CloudQuestions } from '../../../../src/app/teardown/archive/cloud-questions';
import { crc32c } from '../../../../src/core/archive/crc32c';
import type { TenantPlan } from '../../../../src/core/plan/cohort-plan';
import { fakeGcloud, gcloudCalls } from '../../recover/fake-gcloud';
import { filesIn as allFilesIn, temporaryFolder } from '../../temporary-folder';

/** All files but the one that keeps the others out of version control. */
const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map([...allFilesIn(folder)].filter(([path]) => path !== '.gitignore'));

const ALL = { bucketLists: true, images: true, dashboards: true, manifests: true, grades: true };
const EVERYTHING = { bucket: true, registry: true, release: true };
const AMARA = {
  handle: 'amara-okafor',
  namespace: 'amara-okafor',
  bucket: { name: 'labs-amara-okafor-data' },
  registry: { path: 'us-west1-docker.pkg.dev/labs-c1/amara-okafor' },
} as unknown as TenantPlan;

const LISTS = `case "$*" in *objects*) echo '[{"name":"a","size":1,"generation":"1"}]' ;; *images*) echo '[]' ;; esac`;

function anArchive(script: string, more: Partial<KeptArchiveProps> = {}) {
  const folder = temporaryFolder();
  const asked: string[] = [];
  const archive = new KeptArchive({
    folder: join(folder, 'archive'),
    choice: ALL,
    gradesFolder: join(folder, 'grades'),
    cloud: new CloudQuestions(fakeGcloud(folder, script)),
    kubectlOf: () => async (args) => {
      asked.push(args.join(' '));
      return { code: 0, output: '', result: args.includes('api-resources') ? 'pods\n' : '{"items":[]}', stopped: false };
    },
    ...more,
  }); // prettier-ignore
  return { folder, archive, asked };
}

test('Of a place is kept what the course says and what stands', async () => {
  const { archive, folder } = anArchive(LISTS);
  expect(await archive.place(AMARA, EVERYTHING)).toBe('kept 1 file, 0 images, 0 objects');
  expect(gcloudCalls(folder)).toEqual([
    'storage objects list gs://labs-amara-okafor-data/** --format=json',
    'artifacts docker images list us-west1-docker.pkg.dev/labs-c1/amara-okafor --include-tags --format=json',
  ]);
  const none = { ...ALL, bucketLists: false, images: false, manifests: false };
  expect(await anArchive('exit 1', { choice: none }).archive.place(AMARA, EVERYTHING)).toBe('nothing of it stands');
  const gone = { bucket: false, registry: false, release: false };
  expect(await anArchive('exit 1').archive.place(AMARA, gone)).toBe('nothing of it stands');
}); // prettier-ignore

test('An archive is left out of version control, and no Grafana is asked for in a place that is closed', async () => {
  const { archive, folder, asked } = anArchive(LISTS);
  const closed = { ...AMARA, grafana: {}, closed: true } as unknown as TenantPlan;
  expect(await archive.place(closed, EVERYTHING)).toContain('no dashboards, since the place is closed');
  expect(asked.filter((words) => words.includes('grafana'))).toEqual([]);
  expect(readFileSync(join(folder, 'archive', '.gitignore'), 'utf8')).toBe('*\n');
});

test('What gcloud complains of is the reason; an empty bucket is no complaint', async () => {
  const denied = anArchive(
    `echo 'ERROR: (gcloud.storage.objects.list) HTTPError 403: no right. Ask.' >&2; exit 1`,
  );
  await expect(denied.archive.place(AMARA, EVERYTHING)).rejects.toThrow('says: HTTPError 403: no right');
  await expect(anArchive('echo nonsense').archive.place(AMARA, EVERYTHING)).rejects.toThrow('is no list');
  const empty = `case "$*" in *objects*) echo 'ERROR: The following URLs matched no objects or files: gs://x' >&2; exit 1 ;; *) echo '[]' ;; esac`;
  expect(await anArchive(empty).archive.place(AMARA, EVERYTHING)).toBe('kept 0 files, 0 images, 0 objects');
  await expect(
    anArchive('', { cloud: new CloudQuestions('/nowhere/gcloud') }).archive.place(AMARA, EVERYTHING),
  ).rejects.toThrow('"/nowhere/gcloud" cannot be run: say where gcloud is with --gcloud');
});

test('Grades are kept as they stand, without the addresses of clusters', async () => {
  const { archive, folder } = anArchive(LISTS);
  expect(await archive.grades()).toBe('nothing was graded');
  mkdirSync(join(folder, 'grades', 'lab5'), { recursive: true });
  for (const name of ['results.jsonl', 'kubeconfig-x.yaml']) writeFileSync(join(folder, 'grades', 'lab5', name), name);
  expect(await archive.grades()).toBe('kept 1 file');
  expect([...filesIn(join(folder, 'archive')).keys()]).toEqual(['grades/index.json', 'grades/lab5/results.jsonl']);
}); // prettier-ignore

test('The sums are of all files, and damage keeps them from being written', async () => {
  const { archive, folder } = anArchive(LISTS);
  expect(await archive.finish()).toBe('there was nothing to keep');
  await archive.place(AMARA, EVERYTHING);
  await archive.finish();
  const files = filesIn(join(folder, 'archive'));
  const expected = [...files].filter(([path]) => path !== SUMS_FILE).map(([path, text]) => `${createHash('sha256').update(text).digest('hex')}  ${path}\n`); // prettier-ignore
  expect(files.get(SUMS_FILE)).toBe(expected.join(''));
  writeFileSync(join(folder, 'archive', 'places', 'amara-okafor', 'bucket.json'), 'x');
  await expect(archive.finish()).rejects.toThrow('bucket.json has 1 bytes');
});

test('A copy in a bucket is compared by length and CRC32C, file by file', async () => {
  const tools = temporaryFolder();
  const gcloud = fakeGcloud(tools, `case "$*" in *rsync*) ;; *) if [ "$4" = 'gs://staff/w255/**' ]; then cat '${tools}/there'; else ${LISTS}; fi ;; esac`); // prettier-ignore
  const cloud = new CloudQuestions(gcloud);
  const { archive, folder } = anArchive('', { cloud, url: 'gs://staff/w255/' });
  await archive.place(AMARA, EVERYTHING);
  writeFileSync(join(tools, 'there'), '[]');
  await expect(archive.finish()).rejects.toThrow('5 files did not arrive in gs://staff/w255/ as written');
  const here = (): object[] =>
    [...filesIn(join(folder, 'archive'))].map(([path, text]) => ({
      name: `w255/${path}`,
      size: Buffer.byteLength(text),
      generation: '1',
      crc32c_hash: crc32c(Buffer.from(text)),
    }));
  writeFileSync(join(tools, 'there'), JSON.stringify(here()));
  expect(await archive.finish()).toBe('5 files in gs://staff/w255/, as long and with the same CRC32C as here');
  writeFileSync(join(tools, 'there'), JSON.stringify(here().map((each) => ({ ...each, crc32c_hash: 'AAAAAA==' }))));
  await expect(archive.finish()).rejects.toThrow('did not arrive');
  expect(readFileSync(join(tools, 'gcloud-calls'), 'utf8')).toContain(`storage rsync ${join(folder, 'archive')} gs://staff/w255/ --recursive --checksums-only`);
}); // prettier-ignore

test('What an earlier teardown kept is collected anew once it is forgotten', async () => {
  const { archive, folder } = anArchive(LISTS);
  await archive.place(AMARA, EVERYTHING);
  archive.forget(['amara-okafor']);
  expect(existsSync(join(folder, 'archive', 'places', 'amara-okafor', 'index.json'))).toBe(false);
  await archive.place(AMARA, EVERYTHING);
  expect(gcloudCalls(folder)).toHaveLength(4);
});

test('Each cluster is asked for its kinds once', async () => {
  const asked: string[] = [];
  const run = async (args: readonly string[]) => {
    asked.push(args.join(' '));
    return {
      code: 0,
      output: '',
      result: args.includes('api-resources') ? 'pods\n' : '{"items":[]}',
      stopped: false,
    };
  };
  const { archive } = anArchive(LISTS, { kubectlOf: () => run });
  await archive.place(AMARA, EVERYTHING);
  await archive.place({ ...AMARA, handle: 'bjork-g', namespace: 'bjork-g' } as TenantPlan, EVERYTHING);
  expect(asked.filter((each) => each.includes('api-resources'))).toHaveLength(1);
});
