import { versionTold, wrongPrograms } from '../../../scripts/kube-assets/program-version';
import { temporaryFolder } from '../../app/temporary-folder';
import { writePrograms } from './fake-programs';

test.each([
  ['Kubernetes v1.33.13\n', '1.33.13'],
  ['etcd Version: 3.5.21\nGit SHA: a17edfd59\nGo Version: go1.24.1\n', '3.5.21'],
  ['Kubernetes v1.34.0-rc.1\n', undefined],
  ['Kubernetes v0.0.0-master+$Format:%H$\n', undefined],
  ['GNU bash, version 5.2.15', undefined],
])('A released version is read from what a program says of itself: %j', (text, version) =>
  expect(versionTold(text)).toBe(version),
);

test('Programs that run in the wanted version are right', () => {
  expect(wrongPrograms(writePrograms(temporaryFolder()))).toEqual([]);
});

test('Each program that is missing, older or no release is told', () => {
  const folder = writePrograms(temporaryFolder(), {
    'kube-apiserver': 'Kubernetes v1.32.1',
    'kube-controller-manager': 'Kubernetes v0.0.0-master',
  });
  expect(wrongPrograms(folder)).toEqual([
    'etcd does not run here',
    'kube-apiserver is 1.32.1, wanted is 1.33.13',
    'kube-controller-manager is no released version, wanted is 1.33.13',
  ]);
});
