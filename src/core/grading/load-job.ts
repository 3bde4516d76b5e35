import type { Lab } from '../course/course.schema';
import type { Rubric } from '../course/rubric.schema';
import type { Allowance } from '../catalogue/allowance';
import { findToolkit } from '../catalogue/catalogue';
import type { LabId } from '../domain/ids';
import { LABEL_DOMAIN } from '../domain/names';
import { loadScript } from './load-script';

/** A Kubernetes object as plain data. */
export type Manifest = Readonly<Record<string, unknown>>;

/** A lab that is graded by load. */
export type LoadLab = Lab & { readonly load: Rubric };

/** Label of all that grading a lab puts into a place; its value is the lab's id. */
export const GRADING_LABEL = `${LABEL_DOMAIN}/grading`;

/** Name of the Job, and of the ConfigMap with its script. */
export const gradingName = (lab: LabId): string => `grade-${lab}`;

/** Time for a node to come, and for the image to be pulled, before the load begins. */
export const START_SECONDS = 300;

/** Time that k6 takes beside its load: for its own start, and for the answers that come last. */
const GOODBYE_SECONDS = 60;

/** A finished Job that nobody collects goes after a day. */
const KEPT_SECONDS = 86_400;

/** User of k6's own image; numbers alone prove to Kubernetes that it is not root. */
const K6_USER = 12_345;

/** Of what the container writes: its log, of which the kubelet keeps 50 MiB. */
const SCRATCH = '128Mi';

/** The Job that loads a place's service, and the ConfigMap with its script. */
export function loadJob(lab: LoadLab, namespace: string): readonly [configMap: Manifest, job: Manifest] {
  const metadata = { name: gradingName(lab.id), namespace, labels: { [GRADING_LABEL]: lab.id } };
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      // Whose script ran is told by the ConfigMap's uid, as long as nobody can change what is in it.
      immutable: true,
      data: { 'load.js': loadScript(lab.load) },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata,
      spec: {
        backoffLimit: 0,
        activeDeadlineSeconds: lab.load.duration.seconds + START_SECONDS + GOODBYE_SECONDS,
        ttlSecondsAfterFinished: KEPT_SECONDS,
        template: { metadata: { labels: { [GRADING_LABEL]: lab.id } }, spec: podSpec(lab) },
      },
    },
  ];
}

function podSpec(lab: LoadLab): Manifest {
  return {
    restartPolicy: 'Never',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: K6_USER,
      runAsGroup: K6_USER,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'k6',
        image: lab.load.image,
        args: ['run', '--quiet', '/scripts/load.js'],
        env: [{ name: 'K6_NO_USAGE_REPORT', value: 'true' }],
        resources: resourcesOf(allowanceOf(lab)),
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [{ name: 'scripts', mountPath: '/scripts', readOnly: true }],
      },
    ],
    volumes: [{ name: 'scripts', configMap: { name: gradingName(lab.id) } }],
  };
}

/** A course whose lab has a load and no k6 was refused before. */
function allowanceOf({ toolkits }: LoadLab): Allowance {
  const { id, size } = toolkits.find((use) => use.id === 'k6')!;
  return findToolkit(id).sizes[size];
}

function resourcesOf({ cpu, cpuLimit, memory, memoryLimit }: Allowance): Manifest {
  const amounts = (cores: typeof cpu, bytes: typeof memory): Manifest => ({
    cpu: cores.toString(),
    memory: bytes.toString(),
    'ephemeral-storage': SCRATCH,
  });
  return { requests: amounts(cpu, memory), limits: amounts(cpuLimit, memoryLimit) };
}
