import type { PlaceholdersProps } from '../../../../constructs/k8s/monitoring/placeholders';
import { Placeholders } from '../../../../constructs/k8s/monitoring/placeholders';
import { Bytes, Cpu } from '../../../../src/core/domain/quantity';
import { findManifest } from '../synth-construct';
import { madeProgram } from './a-program';

const props: Required<PlaceholdersProps> = {
  images: { kubectl: 'kubectl:1', pause: 'pause:1' },
  amounts: { cpu: Cpu.millis(125), memory: Bytes.mebi(320) },
  spans: [
    { from: 100, to: 200, placeholders: 40 },
    { from: 300, to: 400, placeholders: 350 },
  ],
  placement: { nodeSelector: { pool: 'system' } },
};
const { all, pod } = madeProgram('class-hours', (chart) => {
  new Placeholders(chart, 'Placeholders', props);
});
const deployment = findManifest(all, 'Deployment', 'placeholders')['spec'] as {
  readonly template: { readonly spec: Record<string, unknown> };
};

test('There are none until a class is near, and never two kinds at once', () => {
  expect(deployment).toMatchObject({ replicas: 0, strategy: { type: 'Recreate' } });
});

test('They give way to labs at once, on nodes of labs, and hold nothing', () => {
  expect(deployment.template.spec).toMatchObject({
    priorityClassName: 'practicum-placeholder',
    terminationGracePeriodSeconds: 0,
    nodeSelector: { 'practicum.dev/pool': 'lab' },
    serviceAccountName: 'placeholders',
    automountServiceAccountToken: false,
    containers: [
      {
        image: 'pause:1',
        resources: { requests: { cpu: '125m', memory: '320Mi' }, limits: { memory: '320Mi' } },
      },
    ],
  });
  expect(deployment.template.spec).not.toHaveProperty('tolerations');
});

test('Their number follows the clock, a line for each span', () => {
  expect(findManifest(all, 'ConfigMap', 'class-hours')['data']).toMatchObject({
    hours: '100 200 40\n300 400 350\n',
  });
  expect(pod.spec).toMatchObject({ nodeSelector: { pool: 'system' } });
});

test('What scales them may scale them, and nothing else', () => {
  expect(findManifest(all, 'ClusterRole', 'practicum-class-hours')['rules']).toEqual([
    { apiGroups: ['apps'], resources: ['deployments'], resourceNames: ['placeholders'], verbs: ['get'] },
    {
      apiGroups: ['apps'],
      resources: ['deployments/scale'],
      resourceNames: ['placeholders'],
      verbs: ['get', 'update', 'patch'],
    },
  ]);
});
