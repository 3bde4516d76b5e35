import { fetchChart } from '../../../src/app/charts/chart-source';
import { FetchProblem } from '../../../src/app/fetched';
import { argoWorkflowsCrds } from '../../../src/core/catalogue/shared/argo-workflows-crds';
import type { SharedChart } from '../../../src/core/catalogue/shared/shared-chart';
import { LoopbackRegistry } from './loopback-registry';

let registry: LoopbackRegistry;
beforeEach(async () => {
  registry = await LoopbackRegistry.start();
});
afterEach(() => registry.stop());

const unpinned = { version: '1.2.3', pin: { unpinned: 'nobody publishes it' } };

/** Why a chart did not come; whatever a publisher writes, it is a reason and no fault of the program. */
const refusal = async (origin: SharedChart['origin']): Promise<string> => {
  const error: unknown = await fetchChart({ ...argoWorkflowsCrds, ...unpinned, origin }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchProblem);
  return (error as FetchProblem).message;
};

test.each([
  'null',
  '[]',
  '3',
  '{"layers": {}}',
  '{"layers": [null, 3, {"mediaType": 7}]}',
  '{"layers": [{"mediaType": "application/vnd.cncf.helm.chart.content.v1.tar+gzip", "digest": 7}]}',
])('A manifest that says %s leads to no chart', async (manifest) => {
  registry.files.set('/v2/charts/base/manifests/1.2.3', Buffer.from(manifest));
  expect(await refusal({ oci: `${registry.host}/charts/base` })).toBe(
    'the tag leads to something that is no chart',
  );
});

test.each([
  'null',
  'entries: 3',
  'entries: { base: { version: 1.2.3 } }',
  'entries: { base: [null, 3, { version: 1.2 }] }',
  'entries: { base: [{ version: 1.2.3, urls: base.tgz }] }',
  'entries: { base: [{ version: 1.2.3, urls: [7] }] }',
  'entries: { base: [{ version: 1.2.3, digest: 7, urls: [base.tgz] }] }',
])('An index that says %s has no such version', async (index) => {
  registry.files.set('/stable/index.yaml', Buffer.from(index));
  expect(await refusal({ repository: `http://${registry.host}/stable`, chart: 'base' })).toBe(
    'there is no version 1.2.3 of the chart base in this index',
  );
});

test('An index that leads to what is no address is told so', async () => {
  registry.files.set(
    '/stable/index.yaml',
    Buffer.from('entries: { base: [{ version: 1.2.3, urls: ["http://"] }] }'),
  );
  expect(await refusal({ repository: `http://${registry.host}/stable`, chart: 'base' })).toBe(
    'it leads to an address without https',
  );
});
