import { contentHashOf } from '../../../src/rehearsal/helm/chart';
import { namespaceRef } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { SampleHelm, chartFiles, lab, refusalOf } from './sample-release';

const problems = (helm: SampleHelm, config: Attributes): readonly string[] =>
  helm.kind.validate(config).map(({ path, message }) => `${path.join('.')}: ${message}`);

test('A complete release has no problem', () => {
  const helm = new SampleHelm();
  expect(problems(helm, helm.planned(lab()))).toEqual([]);
});

test.each([
  [{ name: 'a'.repeat(54) }, 'name: Attribute name string length must be between 1 and 53, got: 54'],
  [{ name: '' }, 'name: Attribute name string length must be between 1 and 53, got: 0'],
  [{ chart: './charts/other' }, 'chart: path "./charts/other" not found'],
  [{ set: [{ name: 'a', value: 'b' }] }, 'set: the rehearsal does not read "set" of a helm_release'],
  [
    { repository: 'https://charts.example.edu' },
    'repository: the rehearsal does not read "repository" of a helm_release',
  ],
])('What is wrong is told before anything is asked: %j', (given, problem) => {
  const helm = new SampleHelm();
  expect(problems(helm, helm.planned(lab(), given))).toEqual([problem]);
});

test('What is not known yet is no problem', () => {
  const helm = new SampleHelm();
  const unknown = { name: UNKNOWN, chart: UNKNOWN, values: UNKNOWN, set: null };
  expect(problems(helm, helm.planned(lab(), unknown))).toEqual([]);
});

test('A chart that changed without its hash in the values is an error that names both', async () => {
  const helm = new SampleHelm();
  const planned = helm.planned(lab());
  const [before, after] = [lab(), lab({ week: '2' })].map((objects) => contentHashOf(chartFiles(objects)));
  helm.charts.set('./charts/lab', chartFiles(lab({ week: '2' })));
  const message =
    `chart ./charts/lab has the content hash ${after}, but the values of the release say ${before}: ` +
    'Terraform would not notice that the chart changed; synthesise again';
  expect(problems(helm, planned)).toEqual([`chart: ${message}`]);
  expect(await refusalOf(helm.kind.create(planned, helm.operation))).toBe(message);
});

test('A plan knows the version and the status, and nothing of a revision to come', () => {
  const helm = new SampleHelm();
  expect(helm.kind.plan({ ...helm.planned(lab()), description: UNKNOWN }, {})).toEqual({
    version: '0.0.0',
    description: null,
    status: 'deployed',
    manifest: null,
    resources: null,
    metadata: UNKNOWN,
  });
});

test('Reading tells what the record says', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  const read = await helm.kind.read(state, helm.operation);
  expect({ ...state, ...read }).toEqual(state);
  await helm.upgrade(state, lab({ week: '2' }));
  expect(await helm.kind.read(state, helm.operation)).toMatchObject({ metadata: { revision: 2 } });
});

test('Objects that somebody removed are not noticed by reading', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  await helm.api.delete(namespaceRef('lab'));
  expect(await helm.kind.read(state, helm.operation)).toBeDefined();
});

test('A release goes with the namespace of its record, and does not come back with it', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  await helm.api.delete(namespaceRef('releases'));
  expect(await helm.kind.read(state, helm.operation)).toBeUndefined();
  await helm.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'releases' } });
  expect(await helm.kind.read(state, helm.operation)).toBeUndefined();
});

test('The provider takes a cluster that does not answer for a release that is gone', async () => {
  let answers = true;
  const helm = new SampleHelm(() => answers);
  const state = await helm.install(lab());
  answers = false;
  expect(await helm.kind.read(state, helm.operation)).toBeUndefined();
});

test('A release is imported by namespace and name, as the provider does it', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  expect(await helm.kind.importState('releases/lab', helm.operation)).toMatchObject({
    id: 'lab',
    name: 'lab',
    namespace: 'releases',
    chart: 'practicum',
    description: 'Install complete',
    values: null,
    timeout: 300,
    max_history: 0,
    metadata: state['metadata'],
  });
  expect(await helm.kind.importState('releases/other', helm.operation)).toBeUndefined();
  expect(await refusalOf(helm.kind.importState('lab', helm.operation))).toBe(
    'Unable to parse identifier lab: Unexpected ID format ("lab"), expected namespace/name',
  );
});

test('A release that failed is mended after an import', async () => {
  const helm = new SampleHelm();
  const broken = lab({ 'a b': '' });
  await refusalOf(helm.install(broken));
  const state = await helm.kind.importState('releases/lab', helm.operation);
  expect(state).toMatchObject({ status: 'failed' });
  expect(await helm.upgrade(state!, lab())).toMatchObject({ status: 'deployed', metadata: { revision: 2 } });
  expect(await helm.inLab()).toEqual(['ConfigMap notes {"week":"1"}']);
});

test('Values are written as Go writes JSON', async () => {
  const helm = new SampleHelm();
  const values = ['b: {y: "<&>", x: 1}\na: true', '{"b": {"x": 2}}'];
  const { metadata } = await helm.install(lab(), { values });
  expect(metadata).toMatchObject({ values: '{"a":true,"b":{"x":2,"y":"\\u003c\\u0026\\u003e"}}' });
});
