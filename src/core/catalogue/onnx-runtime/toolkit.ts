import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import { MODELS_MOUNT, MODEL_SCRIPTS, fetchModels, modelVolumes, modelsPrefix } from '../build/model-folder';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods } from '../build/pods';
import { ANY_USER, PYTHON_IMAGE } from '../build/python-image';
import {
  SCRAPED,
  SERVICE_PORT,
  packagesOf,
  pythonService,
  serviceFiles,
  serviceVolumes,
} from '../build/python-service';
import { PODS_SHOWN, REQUESTS_SHOWN, REQUEST_METRICS } from '../build/shown-on';
import { configMap, deployment, service } from '../build/standing';
import { ONNX_RUNTIME_PACKAGES } from '../onnx/packages';
import { SAMPLE_ONNX } from '../onnx/sample-model';
import { API_PACKAGES } from '../prediction-api/packages';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { SERVER_SOURCE, inferExample } from './server-source';

const ID = 'onnx-runtime';

interface Shape {
  readonly server: PodGroup;
  /** Room for models. */
  readonly models: string;
  readonly threads: number;
}

/** Scratch space has the packages, of which ONNX Runtime and NumPy are 150 MB, and the models. */
const SHAPES: Readonly<Record<ToolkitSize, Shape>> = {
  small: { server: pods(1, ['100m', '1'], ['256Mi', '512Mi'], '768Mi'), models: '384Mi', threads: 1 },
  normal: { server: pods(1, ['250m', '2'], ['512Mi', '1Gi'], '2Gi'), models: '1536Mi', threads: 2 },
  large: { server: pods(1, ['1', '4'], ['2Gi', '4Gi'], '6Gi'), models: '5Gi', threads: 4 },
};

const amounts = (size: ToolkitSize): ReturnType<typeof allowanceOf> =>
  allowanceOf([SHAPES[size].server], { services: 1 });

function place(props: ToolkitPlace): readonly PlacedObject[] {
  const { server, models, threads } = SHAPES[props.size];
  const files = serviceFiles({ ...MODEL_SCRIPTS, 'app.py': SERVER_SOURCE }, [
    ...API_PACKAGES,
    ...ONNX_RUNTIME_PACKAGES,
  ]);
  return [
    { ...configMap(ID, files), binaryData: { 'sample.onnx': SAMPLE_ONNX } },
    service(ID, [{ name: 'http', port: SERVICE_PORT }]),
    deployment({
      toolkit: ID,
      user: ANY_USER,
      account: 'lab',
      files,
      labels: SCRAPED,
      initContainers: [fetchModels(ID, props, server), packagesOf(server)],
      containers: [
        pythonService({
          toolkit: ID,
          amounts: server,
          variables: { MODELS: MODELS_MOUNT['mountPath'] as string, THREADS: String(threads) },
          mounts: [MODELS_MOUNT],
          alivePath: '/v2/health/live',
          readyPath: '/v2/health/ready',
        }),
      ],
      volumes: [
        ...serviceVolumes(ID, '256Mi', '64Mi'),
        ...modelVolumes(ID, { key: 'sample.onnx', name: 'model.onnx' }, models),
      ],
    }),
  ];
}

/** How a model gets from a student's machine into a server, for every server that reads the bucket. */
export const modelUpload = (toolkit: string, bucket: string, file: string): readonly string[] => [
  '```sh',
  `gcloud storage cp ${file} gs://${bucket}/${modelsPrefix(toolkit)}/my-model/1/${file}`,
  `kubectl rollout restart deployment/${toolkit}`,
  `kubectl rollout status deployment/${toolkit}`,
  '```',
];

/** Server of ONNX models; Microsoft's own was given up in 2021. */
export const onnxRuntime: Toolkit = {
  id: ID,
  title: 'ONNX Runtime',
  area: 'serving',
  gives: 'A server of ONNX models from your bucket, on the Open Inference Protocol.',
  licence: 'MIT',
  homepage: 'https://onnxruntime.ai',
  sizes: { small: amounts('small'), normal: amounts('normal'), large: amounts('large') },
  images: [PYTHON_IMAGE],
  place,
  endpoint: { service: ID, port: SERVICE_PORT, protocol: 'http' },
  examples: () => [{ name: 'infer.py', text: inferExample(`http://${ID}:${SERVICE_PORT}`) }],
  smoke: { kubectl: ['rollout', 'status', `deployment/${ID}`], says: 'successfully rolled out' },
  handout: ({ bucket }) =>
    [
      `Pods of your place reach it as \`http://${ID}:${SERVICE_PORT}\`. It serves the model \`sample\` until you have one of your own. From your machine:`,
      '',
      '```sh',
      `kubectl port-forward service/${ID} ${SERVICE_PORT} &`,
      `SERVER=http://localhost:${SERVICE_PORT} python3 infer.py`,
      '```',
      '',
      'It prints what the model takes, and `score: [5.0, 4.0]`. Your own models go into your bucket, each in a folder with its version; the server reads them when it starts:',
      '',
      ...modelUpload(ID, bucket, 'model.onnx'),
      '',
      'Then `python3 infer.py my-model`, with the tensors that yours takes. Triton reads the same folders and answers the same questions.',
    ].join('\n'),
  dashboards: [PODS_SHOWN, REQUESTS_SHOWN],
  metrics: REQUEST_METRICS,
  shown: {
    how: 'run',
    what: 'the emitted server with a model from a stand-in for the bucket and with the sample, asked by `infer.py`',
  },
};
