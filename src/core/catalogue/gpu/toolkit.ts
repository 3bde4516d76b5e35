import { DEFAULT_ACCELERATOR, DEFAULT_SHARED_BY } from '../../domain/gpu-machines';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { PODS_SHOWN } from '../build/shown-on';
import { PYTORCH_IMAGE } from '../pytorch-job/image';
import { PYTORCH_TRAIN } from '../pytorch-job/train';
import { torchWorkers } from '../pytorch-job/workers';
import type { Toolkit, ToolkitPlace } from '../toolkit';

const ID = 'gpu';
const JOB = 'gpu-train';

/** Each worker has one GPU, or its share of one: a container cannot ask for two shares. */
const WORKERS: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(2, ['500m', '2'], ['2Gi', '4Gi'], '2Gi'),
  normal: pods(2, ['1', '4'], ['4Gi', '8Gi'], '4Gi'),
  large: pods(4, ['1', '4'], ['4Gi', '8Gi'], '4Gi'),
};

const sized = (workers: PodGroup): ReturnType<typeof allowanceOf> =>
  allowanceOf([workers], { services: 1, gpus: workers.count });

/** By this Autopilot knows which nodes to make. @see https://cloud.google.com/kubernetes-engine/docs/how-to/autopilot-gpus (2026-11) */
const SELECTOR = 'cloud.google.com/gke-accelerator';

/** What a pod says beside it, and with whom it shares. */
const asked = ({ accelerator }: ToolkitPlace): string =>
  accelerator === undefined
    ? 'and nothing else. Several containers take turns on one real GPU, and have its memory in common: keep batches small, and use the backend gloo, since NCCL wants a whole GPU for each worker.'
    : `and \`${SELECTOR}: ${accelerator}\` under \`nodeSelector\` of the pod. Each container has its GPU to itself.`;

/** GPUs for training: pods that ask for one get it, and the nodes that have them are there only while one asks. */
export const gpu: Toolkit = {
  id: ID,
  title: 'GPUs',
  area: 'distributed',
  gives: 'GPUs for your pods, shared with others of your class, while a pod asks for one.',
  licence: 'BSD-3-Clause',
  homepage: 'https://cloud.google.com/kubernetes-engine/docs/concepts/timesharing-gpus',
  sizes: sizesOf(WORKERS, sized),
  images: [PYTORCH_IMAGE],
  examples: ({ size, accelerator }) => [
    {
      name: 'train-job.yaml',
      objects: torchWorkers({
        toolkit: ID,
        name: JOB,
        workers: WORKERS[size],
        onGpus: true,
        ...(accelerator === undefined ? {} : { nodeSelector: { [SELECTOR]: accelerator } }),
      }),
    },
    { name: 'train.py', text: PYTORCH_TRAIN },
  ],
  handout: (place) =>
    [
      `Your pods may have ${place.allowance.gpus} GPUs at a time: write \`nvidia.com/gpu: 1\` under \`limits\` of a container, ${asked(place)} A node with a GPU comes when you ask for it, which takes some minutes, and goes when nobody uses it.`,
      '',
      '```sh',
      'kubectl replace --force -f train-job.yaml',
      `kubectl get pods --watch --selector app.kubernetes.io/name=${JOB}`,
      `kubectl logs -f --prefix --selector app.kubernetes.io/name=${JOB}`,
      '```',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  // What the quota counts of them is in the tables of costs: nothing is to be added to it.
  alsoCosts: {
    says: (_, { gpuMachineHour }) =>
      `the nodes with GPUs, by the hour that they stand: $${gpuMachineHour[DEFAULT_ACCELERATOR].usd} with one, which up to ${DEFAULT_SHARED_BY} pods share`,
  },
  shown: { how: 'admitted', why: 'there is no GPU where the tests run' },
};
