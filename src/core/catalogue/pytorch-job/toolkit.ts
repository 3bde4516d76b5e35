import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { runChanged } from '../build/python-job';
import { PODS_SHOWN } from '../build/shown-on';
import type { Toolkit } from '../toolkit';
import { PYTORCH_IMAGE } from './image';
import { PYTORCH_TRAIN } from './train';
import { torchWorkers } from './workers';

const ID = 'pytorch-job';

const WORKERS: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(2, ['250m', '1'], ['768Mi', '1536Mi'], '1Gi'),
  normal: pods(2, ['500m', '2'], ['2Gi', '3Gi'], '2Gi'),
  large: pods(4, ['1', '2'], ['3Gi', '4Gi'], '4Gi'),
};

/** Training with PyTorch on several workers: a Job that a student applies. */
export const pytorchJob: Toolkit = {
  id: ID,
  title: 'PyTorch on several workers',
  area: 'distributed',
  gives: 'A Job that trains one PyTorch model on several workers, for you to change.',
  licence: 'BSD-3-Clause',
  homepage: 'https://pytorch.org',
  sizes: sizesOf(WORKERS, (group) => allowanceOf([group], { services: 1 })),
  images: [PYTORCH_IMAGE],
  examples: ({ size }) => [
    {
      name: 'train-job.yaml',
      objects: torchWorkers({ toolkit: ID, name: ID, workers: WORKERS[size], onGpus: false }),
    },
    { name: 'train.py', text: PYTORCH_TRAIN },
  ],
  handout: ({ size }) =>
    [
      `A Job with ${WORKERS[size].count} pods, each of which knows its number; \`torchrun\` brings them together. The image has 3 GiB: the first start on a node takes minutes.`,
      '',
      '```sh',
      'kubectl replace --force -f train-job.yaml',
      `kubectl logs -f --prefix --selector app.kubernetes.io/name=${ID}`,
      '```',
      '',
      ...runChanged('train.py', 'train-job.yaml', ID),
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: { how: 'admitted', why: 'PyTorch is too large to be got for the tests' },
};
