import type { ScheduledScriptProps } from '../../../../constructs/k8s/monitoring/scheduled-script';
import { ScheduledScript } from '../../../../constructs/k8s/monitoring/scheduled-script';
import { Bytes } from '../../../../src/core/domain/quantity';
import { findManifest, inventory } from '../synth-construct';
import { madeProgram } from './a-program';

const props: Required<ScheduledScriptProps> = {
  name: 'bell',
  image: 'kubectl:1',
  everyMinutes: 5,
  files: { 'ring.sh': 'true\n', hours: '1 2\n' },
  script: 'ring.sh',
  env: { LOUD: 'yes' },
  rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get'] }],
  holds: 'at home',
  placement: { nodeSelector: { pool: 'system' } },
  memoryLimit: Bytes.mebi(300),
};
const make = (changes: Partial<ScheduledScriptProps> = {}) =>
  madeProgram('bell', (chart) => {
    new ScheduledScript(chart, 'Bell', { ...props, ...changes });
  });

const PARTS = ['ClusterRole/practicum-bell', 'ConfigMap/bell', 'CronJob/bell', 'NetworkPolicy/bell'];

test.each([
  ['everywhere', ['ClusterRoleBinding/practicum-bell']],
  ['at home', ['RoleBinding/bell']],
  ['where bound', []],
] as const)('Its rights hold %s', (holds, bindings) => {
  expect(inventory(make({ holds }).all)).toEqual([...PARTS, ...bindings, 'ServiceAccount/bell'].sort());
});

test('At home is the namespace of the staff’s programs', () => {
  const { metadata, subjects, roleRef } = findManifest(make().all, 'RoleBinding', 'bell');
  expect(metadata.namespace).toBe('practicum-monitoring');
  expect(roleRef).toMatchObject({ kind: 'ClusterRole', name: 'practicum-bell' });
  expect(subjects).toEqual([{ kind: 'ServiceAccount', name: 'bell', namespace: 'practicum-monitoring' }]);
});

test('It may do what is written out, and no more', () => {
  expect(findManifest(make().all, 'ClusterRole', 'practicum-bell')['rules']).toEqual(props.rules);
});

test('Its pod runs the script with its files and its environment, where it is placed, and not as root', () => {
  const { pod, all } = make();
  expect(pod.spec).toMatchObject({
    nodeSelector: { pool: 'system' },
    serviceAccountName: 'bell',
    automountServiceAccountToken: true,
    securityContext: { runAsNonRoot: true },
    containers: [
      {
        image: 'kubectl:1',
        command: ['/bin/sh', '/etc/practicum/ring.sh'],
        env: [
          { name: 'HOME', value: '/tmp' },
          { name: 'LOUD', value: 'yes' },
        ],
        securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
      },
    ],
  });
  expect(findManifest(all, 'ConfigMap', 'bell')['data']).toEqual(props.files);
});

test('It has a limit of memory beyond what is set aside for it only where it is given one', () => {
  const limitOf = ({ pod }: ReturnType<typeof make>) => pod.spec.containers[0]!.resources.limits['memory'];
  const { memoryLimit, ...others } = props;
  const plain = madeProgram('bell', (chart) => {
    new ScheduledScript(chart, 'Bell', others);
  });
  expect([limitOf(make()), limitOf(plain)]).toEqual([memoryLimit.toString(), '192Mi']);
});

test('It runs as often as it should, never twice at once, and speaks to the API alone', () => {
  const { all, network } = make();
  expect(findManifest(all, 'CronJob', 'bell')['spec']).toMatchObject({
    schedule: '*/5 * * * *',
    concurrencyPolicy: 'Forbid',
  });
  expect(network).not.toHaveProperty('ingress');
  expect(network.egress).toEqual([
    {
      to: [{ ipBlock: { cidr: '0.0.0.0/0' } }],
      ports: [
        { protocol: 'TCP', port: 443 },
        { protocol: 'TCP', port: 6443 },
      ],
    },
  ]);
});
