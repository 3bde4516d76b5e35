import { namespaceRef } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { configMap, inLab } from '../kubernetes/sample-cluster';
import { SampleHelm, lab, refusalOf } from './sample-release';

const HELD = { finalizers: ['example.edu/keep'] };

test('A release removes its objects and its record, and not the namespace of the record', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  await helm.kind.delete(state, helm.operation);
  expect(await helm.api.namespaceGone('lab')).toBe(true);
  expect(helm.record).toEqual([]);
  expect(helm.cloud.list().map(({ type }) => type)).toEqual([
    'container.googleapis.com/Cluster',
    'k8s.io/Namespace',
  ]);
});

test('Objects are removed in the reverse order of Helm', async () => {
  const helm = new SampleHelm();
  const asked: string[] = [];
  const service = inLab('v1', 'Service', 'web', { spec: { ports: [{ port: 80 }] } });
  const route = inLab('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', { spec: {} });
  const state = await helm.install([...lab(), service, route]);
  const { api } = helm;
  const remove = api.delete.bind(api);
  api.delete = (ref) => {
    asked.push(ref.kind);
    return remove(ref);
  };
  await helm.kind.delete(state, helm.operation);
  expect(asked).toEqual(['Service', 'ConfigMap', 'Namespace', 'HTTPRoute']);
});

test('What somebody removed already is no error', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  await helm.api.delete(namespaceRef('lab'));
  expect(await refusalOf(helm.kind.delete(state, helm.operation))).toBe('done');
});

test('A finalizer that nobody releases is waited for, named, and left over', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab({}, HELD));
  expect(await refusalOf(helm.kind.delete(state, helm.operation))).toBe(
    'Unable to uninstall Helm release lab: uninstallation completed with 1 error(s): context deadline exceeded: timed ' +
      'out waiting for ConfigMap "notes" in namespace "lab" (held by the finalizer example.edu/keep), Namespace "lab" ' +
      '(holds ConfigMap "notes" in namespace "lab" (held by the finalizer example.edu/keep)) to be deleted',
  );
  expect(helm.waits).toEqual(['600 s: a finalizer that nobody releases']);
  expect(await helm.inLab()).toEqual(['ConfigMap notes {}']);
  // Helm forgets the release all the same, so that Terraform finds nothing to remove the next time.
  expect(helm.record).toEqual([]);
  expect(await refusalOf(helm.kind.delete(state, helm.operation))).toBe('done');
});

test('Without wait nobody notices', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab({}, HELD), { wait: false });
  expect(await refusalOf(helm.kind.delete(state, helm.operation))).toBe('done');
  expect(helm.waits).toEqual([]);
  expect(await helm.inLab()).toEqual(['ConfigMap notes {}']);
});

test('Objects of others in the same namespace go with it', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  await helm.api.apply(configMap('of-a-student'));
  await helm.kind.delete(state, helm.operation);
  expect(await helm.inLab()).toEqual([]);
});

test('A cluster that is gone has nothing to uninstall, as the provider sees it', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  helm.cloud.remove(helm.api.cluster);
  expect(await refusalOf(helm.kind.delete(state, helm.operation))).toBe('done');
});

test('An object that is to be kept stays', async () => {
  const helm = new SampleHelm();
  const kept = configMap(
    'grades',
    {},
    { namespace: 'default', annotations: { 'helm.sh/resource-policy': 'keep' } },
  );
  const state = await helm.install([...lab(), kept]);
  await helm.kind.delete(state, helm.operation);
  expect((await helm.api.list('default')).map(({ metadata }) => metadata.name)).toEqual(['grades']);
});
