import { allowanceOf, pods } from '../build/pods';
import { PYTHON_IMAGE } from '../build/python-image';
import { pythonJob, runAgain } from '../build/python-job';
import { PODS_SHOWN } from '../build/shown-on';
import { ONNX_PACKAGES } from '../onnx/packages';
import type { Toolkit } from '../toolkit';
import { MOVE_MODEL } from './move-model';

const ID = 'cntk';
const AMOUNTS = pods(1, ['100m', '1'], ['256Mi', '512Mi'], '768Mi');

/** A row that says what became of Microsoft's Cognitive Toolkit. */
export const cntk: Toolkit = {
  id: ID,
  title: 'Microsoft Cognitive Toolkit (CNTK)',
  area: 'frameworks',
  gives: 'An exercise that moves a model of the age of CNTK to the runtime that took its place.',
  licence: 'MIT',
  homepage: 'https://github.com/microsoft/CNTK',
  sizes: { small: allowanceOf([AMOUNTS]), normal: allowanceOf([AMOUNTS]), large: allowanceOf([AMOUNTS]) },
  images: [PYTHON_IMAGE],
  examples: () => [
    {
      name: 'move-job.yaml',
      objects: pythonJob({
        toolkit: ID,
        name: ID,
        image: PYTHON_IMAGE.ref,
        script: { name: 'move_model.py', text: MOVE_MODEL },
        packages: ONNX_PACKAGES,
        amounts: AMOUNTS,
      }),
    },
    { name: 'move_model.py', text: MOVE_MODEL },
  ],
  handout: () =>
    [
      'CNTK 2.7 of April 2019 was its last release; the image `mcr.microsoft.com/cntk/release:2.7-cpu-python3.5` stays as it was then. Its makers pointed to ONNX and ONNX Runtime. The exercise moves a network of that age, written for operators of 2018, to those of today, and sees that it still answers the same:',
      '',
      ...runAgain('move-job.yaml', ID),
    ].join('\n'),
  retired: {
    since: '2019-04',
    source: 'README of github.com/microsoft/CNTK: "the last main release of CNTK"',
    instead: ['onnx-runtime', 'pytorch'],
    says: 'Last released in April 2019 as 2.7 (mcr.microsoft.com/cntk/release:2.7-cpu-python3.5); it pointed to ONNX Runtime, which labs use with PyTorch.',
  },
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'run',
    what: 'the exercise with the packages of its list, in tests/catalogue/run/onnx-runtime.test.ts',
  },
};
