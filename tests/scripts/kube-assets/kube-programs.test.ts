import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES, KUBE_PROGRAMS } from '../../../scripts/kube-assets/kube-programs';
import { ROOT } from '../../layers';

const MODULES = readFileSync(join(ROOT, 'scripts/kube-assets/go/go.mod'), 'utf8');

test('The modules that are built have the versions that are wanted', () => {
  const [etcd] = KUBE_PROGRAMS;
  expect(MODULES).toContain(`\tgo.etcd.io/etcd/server/v3 v${etcd!.version} `);
  expect(MODULES).toContain(`\tk8s.io/kubernetes v${KUBERNETES} `);
});

test('All modules of Kubernetes’ own tree are of one release', () => {
  const staged = [...MODULES.matchAll(/^\t(\S+) => (\S+) (\S+)$/gm)];
  expect(staged.length).toBeGreaterThan(25);
  const release = `v${KUBERNETES.replace(/^1/, '0')}`;
  expect(staged.filter(([, from, to, version]) => from !== to || version !== release)).toEqual([]);
});

test('Checksums of all modules are in the repository', () => {
  const sums = readFileSync(join(ROOT, 'scripts/kube-assets/go/go.sum'), 'utf8');
  expect(sums).toMatch(new RegExp(`^k8s.io/kubernetes v${KUBERNETES} h1:`, 'm'));
});
