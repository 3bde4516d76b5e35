import { CloudError } from '../../../src/rehearsal/cloud/cloud-error';
import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { namespaceRef, refOf } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { configMap, inLab, namespace } from '../kubernetes/sample-cluster';
import { HOST, SampleHelm, lab, refusalOf } from './sample-release';

test('A release makes its objects and marks them as its own', async () => {
  const helm = new SampleHelm();
  await helm.install(lab());
  expect(await helm.api.get(refOf(configMap('notes')))).toMatchObject({
    metadata: {
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: { 'meta.helm.sh/release-name': 'lab', 'meta.helm.sh/release-namespace': 'releases' },
    },
    data: { week: '1' },
  });
  expect(helm.record).toEqual(['1 deployed: Install complete']);
});

test('All attributes are known after an install', async () => {
  const helm = new SampleHelm();
  const planned = helm.planned(lab());
  expect(await helm.kind.create(planned, helm.operation)).toEqual({
    ...planned,
    id: 'lab',
    status: 'deployed',
    version: '0.0.0',
    manifest: null,
    resources: null,
    metadata: {
      name: 'lab',
      namespace: 'releases',
      revision: 1,
      chart: 'practicum',
      version: '0.0.0',
      app_version: '',
      values: (planned['values'] as string[])[0],
      first_deployed: 1_799_654_400,
      last_deployed: 1_799_654_400,
      notes: '',
    },
  });
});

test('Objects are made in the order of Helm, whatever order the chart has', async () => {
  const helm = new SampleHelm();
  const made: string[] = [];
  helm.cloud.watch((name) => void made.push(name.split('/').slice(-2).join('/')));
  const policy = inLab('networking.k8s.io/v1', 'NetworkPolicy', 'deny', { spec: { podSelector: {} } });
  const service = inLab('v1', 'Service', 'web', { spec: { ports: [{ port: 80 }] } });
  const route = inLab('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', { spec: {} });
  await helm.install([route, service, configMap('notes'), policy, namespace('lab')]);
  expect(made).toEqual([
    'namespaces/releases',
    'releases/lab',
    'namespaces/lab',
    'networkpolicies/deny',
    'configmaps/notes',
    'services/web',
    'httproutes/web',
  ]);
});

test('An object without a namespace is in that of the release', async () => {
  const helm = new SampleHelm();
  await helm.install([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'notes' } }]);
  expect((await helm.api.list('releases')).map(({ kind }) => kind)).toEqual(['ConfigMap']);
});

test('The namespace of the record must be there, if Helm is not told to make it', async () => {
  const helm = new SampleHelm();
  expect(await refusalOf(helm.install(lab(), { create_namespace: false }))).toBe(
    'create: failed to create: namespaces "releases" not found',
  );
  expect(helm.record).toEqual([]);
  expect(await helm.api.namespaceGone('lab')).toBe(true);
});

test('No record comes into a namespace that is being deleted', async () => {
  const helm = new SampleHelm();
  await helm.api.apply(namespace('releases', { finalizers: ['example.edu/keep'] }));
  await helm.api.delete(namespaceRef('releases'));
  expect(await refusalOf(helm.install(lab()))).toBe(
    'create: failed to create: secrets "sh.helm.release.v1.lab.v1" is forbidden: unable to create new content in ' +
      'namespace releases because it is being terminated',
  );
});

test('A name is used once', async () => {
  const helm = new SampleHelm();
  await helm.install(lab());
  const again = helm.install(lab());
  await expect(again).rejects.toMatchObject({ status: 409 });
  expect(await refusalOf(again)).toBe('cannot re-use a name that is still in use');
});

test.each(['Lab', 'lab_1', '-lab', 'a'.repeat(54)])('Helm refuses the name %s', async (name) => {
  const helm = new SampleHelm();
  expect(await refusalOf(helm.install(lab(), { name }))).toBe(
    `release name "${name}": invalid release name, must match regex ` +
      '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$ and the length must not be longer than 53',
  );
});

test('A kind that the cluster does not serve is refused before anything is made', async () => {
  const helm = new SampleHelm();
  const grade: KubernetesObject = {
    apiVersion: 'labs.example.edu/v1',
    kind: 'Grade',
    metadata: { name: 'first' },
  };
  expect(await refusalOf(helm.install([...lab(), grade]))).toBe(
    'unable to build kubernetes objects from release manifest: resource mapping not found for name: "first" ' +
      'namespace: "" from "": no matches for kind "Grade" in version "labs.example.edu/v1"\nensure CRDs are installed first',
  );
  expect(helm.record).toEqual([]);
});

test.each([
  ['metadata: {name: a}', 'error validating data: [apiVersion not set, kind not set]'],
  ['apiVersion: v1\nkind: ConfigMap', 'error validating data: metadata.name not set'],
])('What is no object is refused: %j', async (manifest, why) => {
  const helm = new SampleHelm();
  const planned = helm.planned([], { values: [] });
  helm.charts.set('./charts/lab', { ...helm.charts.get('./charts/lab'), 'files/manifest.yaml': manifest });
  expect(await refusalOf(helm.kind.create(planned, helm.operation))).toBe(
    `unable to build kubernetes objects from release manifest: ${why}`,
  );
});

test('Objects that stand already and are not of the release are refused', async () => {
  const helm = new SampleHelm();
  await helm.api.apply(namespace('lab'));
  await helm.api.apply(configMap('notes', {}, { annotations: { 'meta.helm.sh/release-name': 'other' } }));
  expect(await refusalOf(helm.install([configMap('notes')]))).toBe(
    'Unable to continue with install: ConfigMap "notes" in namespace "lab" exists and cannot be imported into the ' +
      'current release: invalid ownership metadata; label validation error: missing key ' +
      '"app.kubernetes.io/managed-by": must be set to "Helm"; annotation validation error: key ' +
      '"meta.helm.sh/release-name" must equal "lab": current value is "other"; annotation validation error: missing ' +
      'key "meta.helm.sh/release-namespace": must be set to "releases"',
  );
  expect(await refusalOf(helm.install([configMap('notes')], { take_ownership: true }))).toBe('done');
});

test('A failed install tells of every object, keeps what it made and holds its name', async () => {
  const helm = new SampleHelm();
  const broken = [...lab(), configMap('A'), configMap('b', { dat: {} }), configMap('last')];
  expect(await refusalOf(helm.install(broken))).toBe(
    '2 errors occurred:\n\t* ConfigMap "A" is invalid: metadata.name: Invalid value: "A": a lowercase RFC 1123 ' +
      "subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an " +
      "alphanumeric character (e.g. 'example.com', regex used for validation is " +
      "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')\n" +
      '\t* ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "dat"',
  );
  expect(helm.record).toEqual([expect.stringMatching(/^1 failed: Release "lab" failed: 2 errors occurred:/)]);
  expect(await helm.inLab()).toEqual(['ConfigMap last {}', 'ConfigMap notes {"week":"1"}']);
  expect(await refusalOf(helm.install(lab()))).toBe('cannot re-use a name that is still in use');
});

test('A cluster that does not answer is told of with its host', async () => {
  const helm = new SampleHelm(() => false);
  expect(await refusalOf(helm.install(lab()))).toBe(
    `Kubernetes cluster unreachable: Get "${HOST}/version": dial tcp: lookup gke-1234.us-west1.gke.goog: no such host`,
  );
});

test('So is one that was deleted, and a provider without a host', async () => {
  const helm = new SampleHelm();
  const planned = helm.planned(lab());
  const nowhere = { ...helm.operation, provider: {} };
  expect(await refusalOf(helm.kind.create(planned, nowhere))).toBe(
    'Kubernetes cluster unreachable: Get "http://localhost/version": dial tcp [::1]:80: connect: connection refused',
  );
  helm.cloud.remove(helm.api.cluster);
  const refused = helm.kind.create(planned, helm.operation);
  await expect(refused).rejects.toBeInstanceOf(CloudError);
  expect(await refusalOf(refused)).toMatch(/^Kubernetes cluster unreachable: Get "https:\/\/gke-1234/);
});
