import { fetchChart } from '../../../src/app/charts/chart-source';
import { argoWorkflowsCrds } from '../../../src/core/catalogue/shared/argo-workflows-crds';
import { LoopbackRegistry } from './loopback-registry';
import { packedChart, sha256 } from './packed-chart';

const ARCHIVE = packedChart('base', '1.2.3');
const OTHER = packedChart('base', '1.2.3', { 'base/templates/thief.yaml': 'kind: Secret\n' });
const THIEF = {
  message: 'what came is not what was asked for',
  got: `sha256:${sha256(OTHER)}`,
  allowed: `sha256:${sha256(ARCHIVE)}`,
};

let repository: LoopbackRegistry;
/** Where a repository keeps its archives, if that is not where its index is. */
let elsewhere: LoopbackRegistry;

beforeEach(async () => {
  repository = await LoopbackRegistry.start();
  elsewhere = await LoopbackRegistry.start();
});
afterEach(async () => {
  await repository.stop();
  await elsewhere.stop();
});

/** A chart of which the digest is known, from a repository whose index says `entry`. */
const fetched = (entry: string): Promise<Uint8Array> => {
  repository.files.set('/stable/index.yaml', Buffer.from(`entries: { base: [${entry}] }`));
  return fetchChart({
    ...argoWorkflowsCrds,
    version: '1.2.3',
    origin: { repository: `http://${repository.host}/stable`, chart: 'base' },
    pin: { archive: sha256(ARCHIVE), source: 'a page', date: '2026-11' },
  });
};

test('An archive may lie elsewhere, and have moved from there: its digest is what counts', async () => {
  const [path, asset] = ['/releases/download/base-1.2.3/base-1.2.3.tgz', '/assets/base'];
  elsewhere.moved.set(path, asset);
  const entry = `{ version: 1.2.3, urls: ["http://${elsewhere.host}${path}"] }`;
  elsewhere.files.set(asset, OTHER);
  await expect(fetched(entry)).rejects.toMatchObject(THIEF);
  elsewhere.files.set(asset, ARCHIVE);
  expect(sha256(await fetched(entry))).toBe(sha256(ARCHIVE));
  expect(elsewhere.asked).toEqual([path, asset, path, asset]);
});

test('What an index says of an archive does not stand against the digest that is known', async () => {
  const entry = `{ version: 1.2.3, digest: ${sha256(OTHER)}, urls: [base-1.2.3.tgz] }`;
  repository.files.set('/stable/base-1.2.3.tgz', OTHER);
  await expect(fetched(entry)).rejects.toMatchObject(THIEF);
  repository.files.set('/stable/base-1.2.3.tgz', ARCHIVE);
  expect(sha256(await fetched(entry))).toBe(sha256(ARCHIVE));
});
