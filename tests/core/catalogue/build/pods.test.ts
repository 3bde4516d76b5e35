import { allowanceOf, pods } from '../../../../src/core/catalogue/build/pods';

test('Pods of several kinds may use together what all of them may use', () => {
  const groups = [
    pods(1, ['100m', '500m'], ['384Mi', '512Mi']),
    pods(3, ['250m', '1'], ['1Gi', '2Gi'], '1Gi'),
  ];
  const { cpu, cpuLimit, memory, memoryLimit, storage, ephemeralStorage, ...counts } = allowanceOf(groups, {
    services: 2,
    disks: { count: 2, size: '5Gi' },
    gpus: 1,
  });
  expect([cpu, cpuLimit, memory, memoryLimit, storage, ephemeralStorage].map(String)).toEqual([
    '850m',
    '3500m',
    '3456Mi',
    '6656Mi',
    '10Gi',
    '3328Mi',
  ]);
  expect(counts).toEqual({ pods: 4, volumes: 2, services: 2, gpus: 1 });
});

test('Without disks there are no volumes', () => {
  expect(allowanceOf([])).toMatchObject({ pods: 0, volumes: 0, services: 0, gpus: 0 });
});
