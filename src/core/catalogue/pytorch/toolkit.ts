import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { pythonJob, runAgain } from '../build/python-job';
import { PODS_SHOWN } from '../build/shown-on';
import { PYTORCH_IMAGE } from '../pytorch-job/image';
import type { Toolkit } from '../toolkit';
import { TORCH_TRAIN } from './train';

const ID = 'pytorch';

const AMOUNTS: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(1, ['250m', '1'], ['768Mi', '1536Mi'], '512Mi'),
  normal: pods(1, ['500m', '2'], ['2Gi', '3Gi'], '2Gi'),
  large: pods(1, ['1', '4'], ['4Gi', '6Gi'], '4Gi'),
};

/** PyTorch, on processors, and on a GPU where a lab has one. */
export const pytorch: Toolkit = {
  id: ID,
  title: 'PyTorch',
  area: 'frameworks',
  gives: 'A Job that trains a model with PyTorch and keeps its weights, for you to change.',
  licence: 'BSD-3-Clause',
  homepage: 'https://pytorch.org',
  sizes: sizesOf(AMOUNTS, (group) => allowanceOf([group])),
  images: [PYTORCH_IMAGE],
  examples: ({ size, bucket }) => [
    {
      name: 'pytorch-job.yaml',
      objects: pythonJob({
        toolkit: ID,
        name: ID,
        image: PYTORCH_IMAGE.ref,
        script: { name: 'train.py', text: TORCH_TRAIN },
        amounts: AMOUNTS[size],
        bucket,
      }),
    },
    { name: 'train.py', text: TORCH_TRAIN },
  ],
  handout: ({ bucket }) =>
    [
      `The Job trains a small network with PyTorch, keeps its weights in \`gs://${bucket}/models/pytorch\` and loads them again:`,
      '',
      ...runAgain('pytorch-job.yaml', ID),
      '',
      'The image is large, so its first pod takes minutes to start. To run a script of your own, change `train.py` in the file. The same script uses a GPU where a lab gives you one.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'admitted',
    why: 'its image cannot be run here, and the package of PyPI is too large for every change to be tried with it',
  },
};
