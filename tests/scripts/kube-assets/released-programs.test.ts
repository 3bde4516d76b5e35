import { PUBLISHERS, releasesFor } from '../../../scripts/kube-assets/released-programs';

test('Every program has an address on the publishers’ servers, and a list with its checksum', () => {
  expect(releasesFor({ system: 'linux', processor: 'arm64' }, PUBLISHERS)).toEqual([
    {
      program: 'etcd',
      file: 'etcd-v3.5.21-linux-arm64.tar.gz',
      url: 'https://github.com/etcd-io/etcd/releases/download/v3.5.21/etcd-v3.5.21-linux-arm64.tar.gz',
      sums: 'https://github.com/etcd-io/etcd/releases/download/v3.5.21/SHA256SUMS',
      member: 'etcd-v3.5.21-linux-arm64/etcd',
    },
    ...['kube-apiserver', 'kube-controller-manager'].map((program) => ({
      program,
      file: program,
      url: `https://dl.k8s.io/v1.33.13/bin/linux/arm64/${program}`,
      sums: `https://dl.k8s.io/v1.33.13/bin/linux/arm64/${program}.sha256`,
    })),
  ]);
});

test.each([
  ['linux', 'x64', 3],
  ['darwin', 'arm64', 0],
  ['darwin', 'x64', 0],
  ['linux', 'riscv64', 0],
])('All three are published for Linux on usual processors only: %s on %s', (system, processor, count) =>
  expect(releasesFor({ system, processor }, PUBLISHERS)).toHaveLength(count),
);
