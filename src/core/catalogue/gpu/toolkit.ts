import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { PYTORCH_IMAGE } from '../pytorch-job/image';
import { PYTORCH_TRAIN } from '../pytorch-job/train';
import { torchWorkers } from '../pytorch-job/workers';
import type { Toolkit } from '../toolkit';

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
  examples: ({ size }) => [
    {
      name: 'train-job.yaml',
      objects: torchWorkers({ toolkit: ID, name: JOB, workers: WORKERS[size], onGpus: true }),
    },
    { name: 'train.py', text: PYTORCH_TRAIN },
  ],
  handout: ({ allowance: { gpus } }) =>
    [
      `Your pods may have ${gpus} GPUs at a time: write \`nvidia.com/gpu: 1\` under \`limits\` of a container, and nothing else. Several containers take turns on one real GPU, and have its memory in common: keep batches small, and use the backend gloo, since NCCL wants a whole GPU for each worker. A node with a GPU comes when you ask for it, which takes some minutes, and goes when nobody uses it.`,
      '',
      '```sh',
      'kubectl replace --force -f train-job.yaml',
      `kubectl get pods --watch --selector app.kubernetes.io/name=${JOB}`,
      `kubectl logs -f --prefix --selector app.kubernetes.io/name=${JOB}`,
      '```',
    ].join('\n'),
  alsoCosts: 'the nodes with GPUs, by the hour that they stand',
  shown: { how: 'admitted', why: 'there is no GPU where the tests run' },
};
