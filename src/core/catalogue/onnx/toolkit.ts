import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { PYTHON_IMAGE } from '../build/python-image';
import { pythonJob, runAgain } from '../build/python-job';
import { requirementsOf } from '../build/python-packages';
import { PODS_SHOWN } from '../build/shown-on';
import type { Toolkit } from '../toolkit';
import { MAKE_MODEL } from './make-model';
import { ONNX_PACKAGES } from './packages';

const ID = 'onnx';

const AMOUNTS: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(1, ['100m', '1'], ['256Mi', '512Mi'], '768Mi'),
  normal: pods(1, ['250m', '1'], ['512Mi', '1Gi'], '1Gi'),
  large: pods(1, ['500m', '2'], ['1Gi', '2Gi'], '2Gi'),
};

/** The format that models move in between frameworks. */
export const onnx: Toolkit = {
  id: ID,
  title: 'ONNX',
  area: 'frameworks',
  gives: 'A Job that makes a model in ONNX, checks it and runs it, for you to change.',
  licence: 'Apache-2.0',
  homepage: 'https://onnx.ai',
  sizes: sizesOf(AMOUNTS, (group) => allowanceOf([group])),
  images: [PYTHON_IMAGE],
  examples: ({ size, bucket }) => [
    {
      name: 'onnx-job.yaml',
      objects: pythonJob({
        toolkit: ID,
        name: ID,
        image: PYTHON_IMAGE.ref,
        script: { name: 'make_model.py', text: MAKE_MODEL },
        packages: ONNX_PACKAGES,
        amounts: AMOUNTS[size],
        bucket,
      }),
    },
    { name: 'make_model.py', text: MAKE_MODEL },
    { name: 'requirements.txt', text: requirementsOf(ONNX_PACKAGES) },
  ],
  handout: () =>
    [
      'ONNX is a file format for models that most frameworks write and many servers read. The Job makes a model of one operator, prints it, runs it, and puts it into your bucket, from where ONNX Runtime serves it:',
      '',
      ...runAgain('onnx-job.yaml', ID),
      '',
      'The same on your own machine, with Python 3.12: `pip install --require-hashes -r requirements.txt`, then `python make_model.py`.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'run',
    what: 'the script with the packages of its list, in tests/catalogue/run/onnx-runtime.test.ts, which serves what it makes',
  },
};
