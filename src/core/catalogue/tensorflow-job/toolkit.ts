import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import { job, workersService } from '../build/job';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { ANY_USER } from '../build/python-image';
import { runChanged } from '../build/python-job';
import { passingVolume } from '../build/python-packages';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, environment } from '../build/standing';
import { TENSORFLOW_IMAGE } from '../tensorflow/image';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { TENSORFLOW_TRAIN } from './train';

const ID = 'tensorflow-job';
const PORT = 2222;

const WORKERS: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(2, ['250m', '1'], ['768Mi', '1536Mi'], '1Gi'),
  normal: pods(2, ['500m', '2'], ['2Gi', '3Gi'], '2Gi'),
  large: pods(4, ['1', '2'], ['3Gi', '4Gi'], '4Gi'),
};

/** Where each worker is reached, by its number: what `TF_CONFIG` is made of. */
export const workerAddresses = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index}.${name}:${PORT}`);

function objects({ size }: ToolkitPlace): readonly PlacedObject[] {
  const workers = WORKERS[size];
  return [
    configMap(ID, { 'train.py': TENSORFLOW_TRAIN }),
    workersService(ID, ID),
    job({
      toolkit: ID,
      user: ANY_USER,
      workers: { count: workers.count, service: ID },
      containers: [
        {
          name: 'worker',
          image: TENSORFLOW_IMAGE.ref,
          command: ['python3', '/files/train.py'],
          env: environment({
            HOME: '/tmp',
            PYTHONDONTWRITEBYTECODE: '1',
            TF_CPP_MIN_LOG_LEVEL: '2',
            WORKERS: workerAddresses(ID, workers.count).join(','),
          }),
          ports: [{ name: 'grpc', containerPort: PORT }],
          resources: amountsOf(workers),
          volumeMounts: [
            { name: 'files', mountPath: '/files', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [{ name: 'files', configMap: { name: ID } }, passingVolume('tmp', '512Mi')],
    }),
  ];
}

/** Training with TensorFlow on several workers: a Job that a student applies. */
export const tensorflowJob: Toolkit = {
  id: ID,
  title: 'TensorFlow on several workers',
  area: 'distributed',
  gives: 'A Job that trains one Keras model on several workers, for you to change.',
  licence: 'Apache-2.0',
  homepage: 'https://www.tensorflow.org',
  sizes: sizesOf(WORKERS, (group) => allowanceOf([group], { services: 1 })),
  images: [TENSORFLOW_IMAGE],
  examples: (place) => [
    { name: 'train-job.yaml', objects: objects(place) },
    { name: 'train.py', text: TENSORFLOW_TRAIN },
  ],
  handout: ({ size }) =>
    [
      `A Job with ${WORKERS[size].count} pods, each of which knows its number and where the others are: \`train.py\` makes \`TF_CONFIG\` of it.`,
      '',
      '```sh',
      'kubectl replace --force -f train-job.yaml',
      `kubectl logs -f --prefix --selector app.kubernetes.io/name=${ID}`,
      '```',
      '',
      ...runChanged('train.py', 'train-job.yaml', ID),
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: { how: 'admitted', why: 'TensorFlow is too large to be got for the tests' },
};
