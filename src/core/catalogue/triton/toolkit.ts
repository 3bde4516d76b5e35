import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import { MODELS_FOLDER, MODELS_MOUNT, MODEL_SCRIPTS, fetchModels, modelVolumes } from '../build/model-folder';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods } from '../build/pods';
import { PYTHON_IMAGE } from '../build/python-image';
import { passingVolume } from '../build/python-packages';
import { LAST_REQUESTS, SCRAPED, httpProbes } from '../build/python-service';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, deployment, environment, service } from '../build/standing';
import { inferExample } from '../onnx-runtime/server-source';
import { modelUpload } from '../onnx-runtime/toolkit';
import { SAMPLE_ONNX } from '../onnx/sample-model';
import type { CatalogueImage, Toolkit, ToolkitPlace } from '../toolkit';

const ID = 'triton';
/** User of the image. */
const USER = 1000;
const HTTP_PORT = 8000;
const GRPC_PORT = 8001;
const METRICS_PORT = 8002;

const IMAGE: CatalogueImage = {
  ref: 'nvcr.io/nvidia/tritonserver:25.06-py3@sha256:75bcfa5b0043898ece3e603c17a5bbbb1c9bddc390563db24312ef59d83735e5',
  source:
    'manifests of public projects that pin it; https://catalog.ngc.nvidia.com/orgs/nvidia/containers/tritonserver',
  date: '2026-08',
};

interface Shape {
  readonly server: PodGroup;
  readonly models: string;
}

const SHAPES: Readonly<Record<ToolkitSize, Shape>> = {
  small: { server: pods(1, ['250m', '1'], ['1Gi', '2Gi'], '768Mi'), models: '512Mi' },
  normal: { server: pods(1, ['500m', '2'], ['2Gi', '4Gi'], '3Gi'), models: '2Gi' },
  large: { server: pods(1, ['1', '4'], ['4Gi', '8Gi'], '10Gi'), models: '8Gi' },
};

const amounts = (size: ToolkitSize): ReturnType<typeof allowanceOf> =>
  allowanceOf([SHAPES[size].server], { services: 1 });

/** What the server is started with: it serves what it finds when it starts, and says why if it cannot. */
const ARGUMENTS = [
  `--model-repository=${MODELS_FOLDER}`,
  '--model-control-mode=none',
  `--http-port=${HTTP_PORT}`,
  `--grpc-port=${GRPC_PORT}`,
  `--metrics-port=${METRICS_PORT}`,
];

function place(props: ToolkitPlace): readonly PlacedObject[] {
  const { server, models } = SHAPES[props.size];
  const files = { ...MODEL_SCRIPTS };
  return [
    { ...configMap(ID, files), binaryData: { 'sample.onnx': SAMPLE_ONNX } },
    service(ID, [
      { name: 'http', port: HTTP_PORT },
      { name: 'grpc', port: GRPC_PORT },
    ]),
    deployment({
      toolkit: ID,
      user: USER,
      account: 'lab',
      files,
      labels: SCRAPED,
      annotations: { 'prometheus.io/port': String(METRICS_PORT) },
      initContainers: [fetchModels(ID, props, server)],
      containers: [
        {
          name: ID,
          image: IMAGE.ref,
          // Not as the command: the image's own way in finds the libraries for the node first.
          args: ['tritonserver', ...ARGUMENTS],
          env: environment({ HOME: '/tmp' }),
          ports: [
            { name: 'http', containerPort: HTTP_PORT },
            { name: 'grpc', containerPort: GRPC_PORT },
            { name: 'metrics', containerPort: METRICS_PORT },
          ],
          ...httpProbes(HTTP_PORT, '/v2/health/live', '/v2/health/ready'),
          lifecycle: LAST_REQUESTS,
          resources: amountsOf(server),
          volumeMounts: [MODELS_MOUNT, { name: 'tmp', mountPath: '/tmp' }],
        },
      ],
      volumes: [
        { name: 'files', configMap: { name: ID } },
        passingVolume('tmp', '128Mi'),
        ...modelVolumes(ID, { key: 'sample.onnx', name: 'model.onnx' }, models),
      ],
    }),
  ];
}

/** NVIDIA's server, on processors: models of several frameworks, batches, several copies of a model. */
export const triton: Toolkit = {
  id: ID,
  title: 'Triton Inference Server',
  area: 'serving',
  gives: 'A server of models of several frameworks from your bucket, with batching and metrics.',
  licence: 'BSD-3-Clause',
  homepage: 'https://github.com/triton-inference-server/server',
  sizes: { small: amounts('small'), normal: amounts('normal'), large: amounts('large') },
  images: [IMAGE, PYTHON_IMAGE],
  place,
  endpoint: { service: ID, port: HTTP_PORT, protocol: 'http' },
  examples: () => [
    { name: 'infer.py', text: inferExample(`http://${ID}:${HTTP_PORT}`) },
    {
      name: 'config.pbtxt',
      text: [
        '# Put it beside the folder of versions: models/triton/my-model/config.pbtxt',
        'backend: "onnxruntime"',
        '# Questions that come within 2 ms of each other are worked on at once, eight at most.',
        'max_batch_size: 8',
        'dynamic_batching { max_queue_delay_microseconds: 2000 }',
        '# Copies of the model that work at the same time.',
        'instance_group [ { kind: KIND_CPU count: 1 } ]',
        '',
      ].join('\n'),
    },
  ],
  smoke: { kubectl: ['rollout', 'status', `deployment/${ID}`], says: 'successfully rolled out' },
  handout: ({ bucket }) =>
    [
      `Pods of your place reach it as \`http://${ID}:${HTTP_PORT}\`, and by gRPC at \`${ID}:${GRPC_PORT}\`. It serves the model \`sample\` until you have one of your own. Its image is many gigabytes: the first start takes minutes. From your machine:`,
      '',
      '```sh',
      `kubectl port-forward service/${ID} ${HTTP_PORT} &`,
      `SERVER=http://localhost:${HTTP_PORT} python3 infer.py`,
      '```',
      '',
      'It prints what the model takes, and `score: [5.0, 4.0]`. Your own models go into your bucket, each in a folder with its version; the server reads them when it starts:',
      '',
      ...modelUpload(ID, bucket, 'model.onnx'),
      '',
      `\`config.pbtxt\` beside the versions says how a model is run: change it, measure with k6, and compare \`nv_inference_queue_duration_us\` in your Grafana. A model that cannot be read stops the server: \`kubectl logs deployment/${ID}\` says which.`,
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  metrics: ['nv_inference_queue_duration_us'],
  alsoCosts: { says: () => 'the image is many gigabytes, which nodes pull and keep' },
  shown: {
    how: 'admitted',
    why: 'its image cannot be run here; the example asks ONNX Runtime by the same protocol in the tests, with the same model',
  },
};
