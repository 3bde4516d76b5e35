import { TOOLKIT_LABEL } from '../../../src/core/kubernetes/hardened-pod';
import type { Json, JsonMap } from '../../../src/prover/json-value';
import { listAt } from '../../../src/prover/json-value';
import type { Path } from './edits';
import { edited, extended, stripped } from './edits';
import type { Weakening } from './weakening';

/** Fields of a pod that share something of the node, or choose it. */
const OF_THE_NODE: readonly (readonly [key: string, value: Json])[] = [
  ['hostNetwork', true],
  ['hostPID', true],
  ['hostIPC', true],
  ['nodeName', 'node-1'],
  ['nodeSelector', { 'practicum.dev/pool': 'system' }],
  ['nodeSelector', { 'kubernetes.io/hostname': 'node-1' }],
  ['tolerations', [{ operator: 'Exists' }]],
  ['affinity', { nodeAffinity: {} }],
  ['priorityClassName', 'system-node-critical'],
  ['serviceAccount', 'grafana'],
  ['securityContext', { sysctls: [{ name: 'kernel.msgmax', value: '1' }] }],
];

const VOLUMES: readonly JsonMap[] = [
  { hostPath: { path: '/' } },
  { nfs: { server: '10.0.0.1', path: '/' } },
  { csi: { driver: 'secrets-store.csi.k8s.io' } },
  { projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } },
];

/** What a container says of its rights. */
const RAISED: readonly (readonly [path: Path, value: Json])[] = [
  [['securityContext', 'privileged'], true],
  [['securityContext', 'procMount'], 'Unmasked'],
  [['securityContext', 'seccompProfile'], { type: 'Unconfined' }],
  [['securityContext', 'appArmorProfile'], { type: 'Unconfined' }],
  [['securityContext', 'capabilities', 'add'], ['NET_ADMIN']],
  [['ports'], [{ containerPort: 80, hostPort: 80 }]],
];

/** A workload of a toolkit whose pods reach out of their place, or that is not what wakes and sleeps. */
export function weakenToolkit(object: JsonMap): readonly Weakening[] {
  const isCronJob = object['kind'] === 'CronJob';
  const template: Path = isCronJob ? ['spec', 'jobTemplate', 'spec', 'template'] : ['spec', 'template'];
  const spec: Path = [...template, 'spec'];
  const containers = ['initContainers', 'containers'].flatMap((list) =>
    listAt(object, ...(spec as readonly string[]), list).map((_, index): Path => [...spec, list, index]),
  );
  const claims = listAt(object, 'spec', 'volumeClaimTemplates').map((_, index) => index);
  return [
    { what: 'of no toolkit', object: stripped(object, ['metadata', 'labels', TOOLKIT_LABEL]) },
    ...OF_THE_NODE.map(([key, value]) => ({
      what: `with ${key}: ${JSON.stringify(value)}`,
      object: edited(object, [...spec, key], value),
    })),
    ...VOLUMES.map((volume) => ({
      what: `with the volume ${JSON.stringify(volume)}`,
      object: extended(object, [...spec, 'volumes'], { name: 'more', ...volume }),
    })),
    ...containers.flatMap((container) =>
      RAISED.map(([path, value]) => ({
        what: `with ${container.slice(-2).join(' ')} ${path.join('.')}: ${JSON.stringify(value)}`,
        object: edited(object, [...container, ...path], value),
      })),
    ),
    ...claims.map((index) => ({
      what: "with somebody's disk",
      object: edited(object, ['spec', 'volumeClaimTemplates', index, 'spec', 'volumeName'], 'disk'),
    })),
    {
      what: 'that is believed what it tells of others',
      object: edited(
        object,
        [...template, 'metadata', 'labels', 'practicum.dev/collected'],
        'kube-state-metrics',
      ),
    },
    ...(isCronJob ? [] : [{ what: 'awake from the start', object: edited(object, ['spec', 'replicas'], 1) }]),
  ];
}
