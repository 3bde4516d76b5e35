import { parseAllDocuments } from 'yaml';
import { keptKinds, tryKeepManifests } from '../../../src/core/archive/kept-manifests';

test('A namespace is asked for all kinds that it can list, but for secrets and what passes by', () => {
  const names = 'configmaps\nsecrets\nevents\nevents.events.k8s.io\n\ndeployments.apps\nhttproutes.gateway.networking.k8s.io\n';
  expect(keptKinds(names)).toEqual(['configmaps', 'deployments.apps', 'httproutes.gateway.networking.k8s.io']);
}); // prettier-ignore

const list = (...items: readonly object[]): string => JSON.stringify({ kind: 'List', items });

test('Objects are kept in order, without notes of machines, and no Secret however it came there', () => {
  const applied = { 'kubectl.kubernetes.io/last-applied-configuration': '{}' };
  const kept = tryKeepManifests(
    list(
      { kind: 'Service', metadata: { name: 'web', annotations: applied } },
      { kind: 'Secret', metadata: { name: 'key' }, data: { key: 'aHVzaA==' } },
      { kind: 'Deployment', metadata: { name: 'web', managedFields: [{}], annotations: { ...applied, note: 'mine' } }, spec: { replicas: 1 } },
    ),
  )!; // prettier-ignore
  expect(kept.count).toBe(2);
  expect(parseAllDocuments(kept.text).map((document) => document.toJS() as unknown)).toEqual([
    { kind: 'Deployment', metadata: { name: 'web', annotations: { note: 'mine' } }, spec: { replicas: 1 } },
    { kind: 'Service', metadata: { name: 'web' } },
  ]);
});

test('An empty namespace is an empty file, and what is no list is refused', () => {
  expect(tryKeepManifests(list())).toEqual({ text: '', count: 0 });
  expect(['', '{}', '{"items":[{}]}'].map(tryKeepManifests)).toEqual([undefined, undefined, undefined]);
});
