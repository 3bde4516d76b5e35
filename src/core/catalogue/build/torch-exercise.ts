import { PYTORCH_IMAGE } from '../pytorch-job/image';
import type { Toolkit } from '../toolkit';
import { allowanceOf, pods, sizesOf } from './pods';
import { pythonJob, runAgain } from './python-job';
import { PODS_SHOWN } from './shown-on';

/** Enough for a script that trains for some seconds, whatever size a lab asks for. */
const GROUP = pods(1, ['100m', '1'], ['512Mi', '1Gi'], '512Mi');
const AMOUNTS = { small: GROUP, normal: GROUP, large: GROUP };

/** An exercise of a framework that nobody maintains, written with PyTorch. */
export interface TorchExercise {
  readonly toolkit: string;
  /** Name of its script, without `.py`. */
  readonly name: string;
  readonly script: string;
}

const jobFile = ({ name }: TorchExercise): string => `${name}-job.yaml`;

/** What such an exercise makes of a toolkit: one Job with one script. */
export const torchExercise = (
  exercise: TorchExercise,
): Pick<Toolkit, 'sizes' | 'images' | 'examples' | 'dashboards' | 'shown'> => ({
  sizes: sizesOf(AMOUNTS, (group) => allowanceOf([group])),
  images: [PYTORCH_IMAGE],
  examples: () => [
    {
      name: jobFile(exercise),
      objects: pythonJob({
        toolkit: exercise.toolkit,
        name: exercise.toolkit,
        image: PYTORCH_IMAGE.ref,
        script: { name: `${exercise.name}.py`, text: exercise.script },
        amounts: GROUP,
      }),
    },
    { name: `${exercise.name}.py`, text: exercise.script },
  ],
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'admitted',
    why: 'retired; the example needs the image of PyTorch, which cannot be run here',
  },
});

/** The lines of a page that say how it is run. */
export const runExercise = (exercise: TorchExercise): readonly string[] =>
  runAgain(jobFile(exercise), exercise.toolkit);
