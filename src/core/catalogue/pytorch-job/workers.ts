import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import { job, workersService } from '../build/job';
import type { PodGroup } from '../build/pods';
import { ANY_USER } from '../build/python-image';
import { passingVolume } from '../build/python-packages';
import { amountsOf, configMap, environment } from '../build/standing';
import { PYTORCH_IMAGE } from './image';
import { PYTORCH_TRAIN } from './train';

const RENDEZVOUS_PORT = 29500;
const GPU = 'nvidia.com/gpu';

/** What `torchrun` gets: how many pods there are, which of them this is, and which is the first. */
export const torchrunArguments = (name: string, workers: number): readonly string[] => [
  `--nnodes=${workers}`,
  '--nproc-per-node=1',
  '--node-rank=$(JOB_COMPLETION_INDEX)',
  `--master-addr=${name}-0.${name}`,
  `--master-port=${RENDEZVOUS_PORT}`,
  '/files/train.py',
];

/** What PyTorch writes beside a program's own files, for a user without a home and a name. */
const PYTORCH_ENVIRONMENT = {
  HOME: '/tmp',
  OMP_NUM_THREADS: '1',
  PYTHONDONTWRITEBYTECODE: '1',
  USER: 'student',
} as const;

export interface TorchWorkersProps {
  readonly toolkit: string;
  readonly name: string;
  readonly workers: PodGroup;
  /** Whether each worker gets a GPU, or its share of one. */
  readonly onGpus: boolean;
  /** Labels of nodes that they run on. @default - any node */
  readonly nodeSelector?: Readonly<Record<string, string>>;
}

const withGpu = (amounts: Fields, onGpus: boolean): Fields => {
  const { requests, limits } = amounts as { readonly requests: Fields; readonly limits: Fields };
  return onGpus ? { requests: { ...requests, [GPU]: '1' }, limits: { ...limits, [GPU]: '1' } } : amounts;
};

/** Pods of one Job that train together, and the Service by which they find the first. */
export function torchWorkers(props: TorchWorkersProps): readonly PlacedObject[] {
  const { toolkit, name, workers, onGpus, nodeSelector } = props;
  return [
    configMap(toolkit, { 'train.py': PYTORCH_TRAIN }, name),
    workersService(toolkit, name),
    job({
      toolkit,
      name,
      user: ANY_USER,
      ...(nodeSelector === undefined ? {} : { nodeSelector }),
      workers: { count: workers.count, service: name },
      containers: [
        {
          name: 'worker',
          image: PYTORCH_IMAGE.ref,
          command: ['torchrun', ...torchrunArguments(name, workers.count)],
          env: environment(PYTORCH_ENVIRONMENT),
          resources: withGpu(amountsOf(workers), onGpus),
          volumeMounts: [
            { name: 'files', mountPath: '/files', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
            { name: 'shared', mountPath: '/dev/shm' },
          ],
        },
      ],
      volumes: [
        { name: 'files', configMap: { name } },
        passingVolume('tmp', '512Mi'),
        // Part of the container's memory; without it there are 64 MiB for what processes pass to each other.
        { name: 'shared', emptyDir: { medium: 'Memory', sizeLimit: '128Mi' } },
      ],
    }),
  ];
}
