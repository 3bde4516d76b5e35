import { ContainerLimits, type ContainerLimitsProps } from '../../../constructs/k8s/container-limits';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { findManifest, inventory, synthConstruct } from './synth-construct';
import { LIMITS } from './tenant-place';

const synth = (changes: Partial<ContainerLimitsProps> = {}) =>
  synthConstruct((chart) => new ContainerLimits(chart, 'limits', { ...LIMITS, ...changes }));

test('a tenant has one limit range', () => {
  expect(inventory(synth())).toEqual(['LimitRange/tenant']);
});

test('containers get requests and limits, and containers, pods and volumes have a maximum', () => {
  expect(findManifest(synth(), 'LimitRange', 'tenant')['spec']).toEqual({
    limits: [
      {
        type: 'Container',
        default: { cpu: '500m', memory: '512Mi', 'ephemeral-storage': '1Gi' },
        defaultRequest: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '256Mi' },
        max: { cpu: '2', memory: '4Gi' },
      },
      { type: 'Pod', max: { cpu: '4', memory: '8Gi' } },
      { type: 'PersistentVolumeClaim', min: { storage: '1Gi' }, max: { storage: '10Gi' } },
    ],
  });
});

test('bounds that are equal are in order', () => {
  const one = { cpu: Cpu.parse('1'), memory: Bytes.parse('1Gi'), ephemeralStorage: Bytes.parse('1Gi') };
  const equal = {
    default: one,
    defaultRequest: one,
    maxContainer: one,
    maxPod: one,
    maxVolume: Bytes.parse('1Gi'),
  };
  expect(inventory(synth(equal))).toEqual(['LimitRange/tenant']);
});

describe('amounts that Kubernetes would refuse, or that nobody could use, are a mistake', () => {
  const mistakes: readonly [string, Partial<ContainerLimitsProps>, string][] = [
    [
      'a request above the limit, in CPU',
      { defaultRequest: { ...LIMITS.defaultRequest, cpu: Cpu.parse('600m') } },
      'the default request is 600m of CPU, above the default limit, 500m',
    ],
    [
      'a request above the limit, in memory',
      { defaultRequest: { ...LIMITS.defaultRequest, memory: Bytes.parse('1Gi') } },
      'the default request is 1Gi of memory, above the default limit, 512Mi',
    ],
    [
      'a request above the limit, in node disk',
      { defaultRequest: { ...LIMITS.defaultRequest, ephemeralStorage: Bytes.parse('2Gi') } },
      'the default request is 2Gi of node disk, above the default limit, 1Gi',
    ],
    [
      'a limit above what a container may use',
      { default: { ...LIMITS.default, cpu: Cpu.parse('3') } },
      'the default limit is 3 of CPU, above the maximum of a container, 2',
    ],
    [
      'a container above its pod',
      { maxContainer: { cpu: Cpu.parse('2'), memory: Bytes.parse('16Gi') } },
      'the maximum of a container is 16Gi of memory, above the maximum of a pod, 8Gi',
    ],
    [
      'volumes smaller than the smallest',
      { maxVolume: Bytes.parse('512Mi') },
      'the minimum of a volume is 1Gi of storage, above the maximum of a volume, 512Mi',
    ],
  ];

  test.each(mistakes)('%s', (_, changes, message) => {
    expect(() => synth(changes)).toThrow(
      new Error(`test/limits: ${message}: lower the one or raise the other`),
    );
  });
});
