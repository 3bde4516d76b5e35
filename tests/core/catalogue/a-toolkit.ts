import { allowance } from '../../../src/core/catalogue/allowance';
import {
  amountsOf,
  configMap,
  deployment,
  fromSecret,
  service,
  statefulSet,
} from '../../../src/core/catalogue/build/standing';
import { PODS_AND_DISKS_SHOWN } from '../../../src/core/catalogue/build/shown-on';
import type { Toolkit, ToolkitPlace } from '../../../src/core/catalogue/toolkit';
import type { PlacedObject } from '../../../src/core/kubernetes/placed-object';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';

const IMAGE = 'docker.io/library/sample:1.0';

const half = {
  cpu: Cpu.parse('50m'),
  cpuLimit: Cpu.parse('250m'),
  memory: Bytes.parse('64Mi'),
  memoryLimit: Bytes.parse('128Mi'),
};

/** Labels of everything that the toolkit puts into a place. */
const labels = { 'app.kubernetes.io/name': 'sample-sweep', 'practicum.dev/toolkit': 'sample' };

/** Objects of a toolkit that does everything right, and uses all of its allowance: one of each kind, by name. */
export const GOOD_OBJECTS = {
  files: configMap('sample', { 'sample.conf': 'on' }, 'sample-files'),
  address: service('sample', [{ name: 'http', port: 8080 }]),
  server: statefulSet({
    toolkit: 'sample',
    user: 1000,
    disk: { name: 'data', size: Bytes.gibi(1) },
    containers: [
      {
        name: 'server',
        image: IMAGE,
        env: [fromSecret('PASSWORD', 'sample-login', 'password')],
        ports: [{ containerPort: 8080 }],
        resources: amountsOf(half),
        volumeMounts: [{ name: 'scratch', mountPath: '/tmp' }],
      },
    ],
    volumes: [
      { name: 'files', configMap: { name: 'sample-files' } },
      { name: 'login', secret: { secretName: 'sample-login' } },
      { name: 'scratch', emptyDir: { sizeLimit: '128Mi' } },
    ],
  }),
  worker: deployment({
    toolkit: 'sample',
    name: 'sample-worker',
    user: 1000,
    account: 'lab',
    initContainers: [{ name: 'wait', image: IMAGE, resources: amountsOf(half) }],
    containers: [{ name: 'worker', image: IMAGE, resources: amountsOf(half) }],
  }),
  scaler: {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'sample-worker', labels },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'sample-worker' },
      minReplicas: 1,
      maxReplicas: 2,
    },
  },
  sweep: {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'sample-sweep', labels },
    spec: {
      schedule: '0 3 * * *',
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: {
          template: {
            metadata: { labels },
            spec: {
              restartPolicy: 'Never',
              automountServiceAccountToken: false,
              securityContext: {
                runAsNonRoot: true,
                runAsUser: 1000,
                seccompProfile: { type: 'RuntimeDefault' },
              },
              containers: [
                {
                  name: 'sweep',
                  image: IMAGE,
                  resources: amountsOf(half),
                  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                },
              ],
            },
          },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, PlacedObject>>;

/** A student's job that belongs to the toolkit and needs nothing of it. */
export const GOOD_EXAMPLE: PlacedObject = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'try' },
  spec: GOOD_OBJECTS.sweep.spec.jobTemplate.spec,
};

const size = allowance(['200m', '1'], ['256Mi', '512Mi'], { storage: '1Gi', volumes: 1, pods: 4 });

/** A toolkit that keeps to the contract. */
export const GOOD_TOOLKIT: Toolkit = {
  id: 'sample',
  title: 'Sample',
  area: 'state',
  gives: 'A sample of your own.',
  licence: 'MIT',
  homepage: 'https://sample.example.edu',
  sizes: { small: size, normal: size, large: size },
  images: [{ ref: IMAGE, source: 'https://sample.example.edu', date: '2026-11', unpinned: 'a sample' }],
  place: (): readonly PlacedObject[] => Object.values(GOOD_OBJECTS),
  secrets: [{ name: 'sample-login', keys: ['password'] }],
  endpoint: { service: 'sample', port: 8080, protocol: 'http' },
  examples: () => [
    { name: 'try.yaml', objects: [GOOD_EXAMPLE] },
    { name: 'client/try.py', text: 'print(1)\n' },
  ],
  smoke: { kubectl: ['exec', 'sample-0', '--', 'true'], says: 'ok' },
  handout: ({ host }: ToolkitPlace) => `It is at sample:8080, and not at ${host}.`,
  dashboards: [PODS_AND_DISKS_SHOWN],
  shown: { how: 'admitted', why: 'it is a sample' },
};

/** The value with another one at a path; `undefined` takes away what stands there. */
export function changed<T>(value: T, path: readonly (string | number)[], to: unknown): T {
  const copy = JSON.parse(JSON.stringify(value)) as T;
  let inner = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) inner = (inner[step] ??= {}) as Record<string | number, unknown>;
  inner[path.at(-1)!] = to;
  return JSON.parse(JSON.stringify(copy)) as T;
}
