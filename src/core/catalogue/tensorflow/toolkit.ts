import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { pythonJob, runAgain } from '../build/python-job';
import { PODS_SHOWN } from '../build/shown-on';
import type { Toolkit } from '../toolkit';
import { TENSORFLOW_IMAGE } from './image';
import { KERAS_TRAIN } from './train';

const ID = 'tensorflow';

const AMOUNTS: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(1, ['250m', '1'], ['768Mi', '1536Mi'], '512Mi'),
  normal: pods(1, ['500m', '2'], ['2Gi', '3Gi'], '2Gi'),
  large: pods(1, ['1', '4'], ['4Gi', '6Gi'], '4Gi'),
};

/** TensorFlow with Keras, on processors. */
export const tensorflow: Toolkit = {
  id: ID,
  title: 'TensorFlow with Keras',
  area: 'frameworks',
  gives: 'A Job that trains a model with Keras and exports it, for you to change.',
  licence: 'Apache-2.0',
  homepage: 'https://www.tensorflow.org',
  sizes: sizesOf(AMOUNTS, (group) => allowanceOf([group])),
  images: [TENSORFLOW_IMAGE],
  examples: ({ size, bucket }) => [
    {
      name: 'tensorflow-job.yaml',
      objects: pythonJob({
        toolkit: ID,
        name: ID,
        image: TENSORFLOW_IMAGE.ref,
        script: { name: 'train.py', text: KERAS_TRAIN },
        amounts: AMOUNTS[size],
        bucket,
        variables: { TF_CPP_MIN_LOG_LEVEL: '2' },
      }),
    },
    { name: 'train.py', text: KERAS_TRAIN },
  ],
  handout: () =>
    [
      'The Job trains a small network with Keras, checks that what it exports answers the same, and puts it into your bucket, from where TF Serving serves it:',
      '',
      ...runAgain('tensorflow-job.yaml', ID),
      '',
      'To run a script of your own, change `train.py` in the file. `pip install` works in a pod for the time that it lives; packages that stay belong into an image of your own, built `FROM` this one.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'admitted',
    why: 'its image cannot be run here, and the package of PyPI is too large for every change to be tried with it',
  },
};
