import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import {
  MODELS_FOLDER,
  MODELS_MOUNT,
  MODEL_SCRIPTS,
  fetchModels,
  modelVolumes,
  modelsPrefix,
} from '../build/model-folder';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods } from '../build/pods';
import { ANY_USER, PYTHON_IMAGE } from '../build/python-image';
import { passingVolume } from '../build/python-packages';
import { LAST_REQUESTS } from '../build/python-service';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, deployment, environment, service } from '../build/standing';
import type { CatalogueImage, Toolkit, ToolkitPlace } from '../toolkit';
import { PREDICT_EXAMPLE } from './predict-example';
import { SAMPLE_SAVED_MODEL } from './sample-model';

const ID = 'tf-serving';
const GRPC_PORT = 8500;
const HTTP_PORT = 8501;

const IMAGE: CatalogueImage = {
  ref: 'docker.io/tensorflow/serving:2.14.1@sha256:fdc296e313fa4454173c5728fceda38f5d18cdb44c71a9f279ce61bc5818335e',
  source: 'a manifest of a public project that pins it; https://hub.docker.com/r/tensorflow/serving',
  date: '2025-06',
};

interface Shape {
  readonly server: PodGroup;
  readonly models: string;
  readonly threads: number;
}

const SHAPES: Readonly<Record<ToolkitSize, Shape>> = {
  small: { server: pods(1, ['100m', '1'], ['384Mi', '768Mi'], '512Mi'), models: '384Mi', threads: 1 },
  normal: { server: pods(1, ['250m', '2'], ['1Gi', '2Gi'], '2Gi'), models: '1536Mi', threads: 2 },
  large: { server: pods(1, ['1', '4'], ['2Gi', '4Gi'], '6Gi'), models: '5Gi', threads: 4 },
};

const amounts = (size: ToolkitSize): ReturnType<typeof allowanceOf> =>
  allowanceOf([SHAPES[size].server], { services: 1 });

/** What the server is started with. Models do not change while it runs, so that it looks for them once. */
export const serverArguments = (threads: number): readonly string[] => [
  `--port=${GRPC_PORT}`,
  `--rest_api_port=${HTTP_PORT}`,
  `--model_config_file=${MODELS_FOLDER}/models.config`,
  '--file_system_poll_wait_seconds=0',
  '--monitoring_config_file=/files/monitoring.config',
  `--tensorflow_intra_op_parallelism=${threads}`,
  `--tensorflow_inter_op_parallelism=${threads}`,
];

/** Numbers of the server, for whoever asks for them. They are more than a pod may show: nothing reads them by itself. */
const MONITORING = 'prometheus_config { enable: true path: "/metrics" }\n';

/** The port of HTTP is opened when the models are loaded. */
const onPort = (port: number): Fields => ({ tcpSocket: { port } });

function place(props: ToolkitPlace): readonly PlacedObject[] {
  const { server, models, threads } = SHAPES[props.size];
  const files = {
    ...MODEL_SCRIPTS,
    'monitoring.config': MONITORING,
    'sample.pbtxt': SAMPLE_SAVED_MODEL,
  };
  return [
    configMap(ID, files),
    service(ID, [
      { name: 'http', port: HTTP_PORT },
      { name: 'grpc', port: GRPC_PORT },
    ]),
    deployment({
      toolkit: ID,
      user: ANY_USER,
      account: 'lab',
      files,
      initContainers: [fetchModels(ID, props, server, ['--tensorflow'])],
      containers: [
        {
          name: ID,
          image: IMAGE.ref,
          command: ['tensorflow_model_server', ...serverArguments(threads)],
          env: environment({ HOME: '/tmp', TF_CPP_MIN_LOG_LEVEL: '1' }),
          ports: [
            { name: 'http', containerPort: HTTP_PORT },
            { name: 'grpc', containerPort: GRPC_PORT },
          ],
          startupProbe: { ...onPort(HTTP_PORT), periodSeconds: 5, failureThreshold: 60 },
          readinessProbe: { ...onPort(HTTP_PORT), periodSeconds: 5 },
          livenessProbe: { ...onPort(HTTP_PORT), periodSeconds: 20 },
          lifecycle: LAST_REQUESTS,
          resources: amountsOf(server),
          volumeMounts: [
            { name: 'files', mountPath: '/files', readOnly: true },
            MODELS_MOUNT,
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [
        { name: 'files', configMap: { name: ID } },
        passingVolume('tmp', '64Mi'),
        ...modelVolumes(ID, { key: 'sample.pbtxt', name: 'saved_model.pbtxt' }, models),
      ],
    }),
  ];
}

const handout = ({ bucket }: ToolkitPlace): string =>
  [
    `Pods of your place reach it as \`http://${ID}:${HTTP_PORT}\`, and by gRPC at \`${ID}:${GRPC_PORT}\`. It serves the model \`sample\` until you have one of your own. From your machine:`,
    '',
    '```sh',
    `kubectl port-forward service/${ID} ${HTTP_PORT} &`,
    `SERVER=http://localhost:${HTTP_PORT} python3 predict.py`,
    '```',
    '',
    'It prints `[[5.0], [4.0]]`. Your own models are folders that `model.export("model")` of Keras writes; they go into your bucket, each with its version, and the server reads them when it starts:',
    '',
    '```sh',
    `gcloud storage cp -r model/* gs://${bucket}/${modelsPrefix(ID)}/my-model/1/`,
    `kubectl rollout restart deployment/${ID}`,
    '```',
    '',
    `It is version 2.14, the newest whose image could be pinned: a model that uses newer operators does not load, and \`kubectl logs deployment/${ID}\` says so. \`/metrics\` on the same port has its numbers.`,
  ].join('\n');

/** TensorFlow's own server. */
export const tfServing: Toolkit = {
  id: ID,
  title: 'TensorFlow Serving',
  area: 'serving',
  gives: 'A server of TensorFlow models from your bucket, by REST and gRPC.',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/tensorflow/serving',
  sizes: { small: amounts('small'), normal: amounts('normal'), large: amounts('large') },
  images: [IMAGE, PYTHON_IMAGE],
  place,
  endpoint: { service: ID, port: HTTP_PORT, protocol: 'http' },
  examples: (own) => [
    { name: 'predict.py', text: PREDICT_EXAMPLE },
    // Where a lab is about setting it up, these are what it is set up from.
    ...(own.toolkits.some((id) => id === ID) ? [] : [{ name: 'server.yaml', objects: place(own) }]),
  ],
  smoke: { kubectl: ['rollout', 'status', `deployment/${ID}`], says: 'successfully rolled out' },
  handout,
  setUp: (own) => `Set it up in your place: \`kubectl apply -f server.yaml\`.\n\n${handout(own)}`,
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'admitted',
    why: 'its image cannot be run here; the sample was loaded with TensorFlow 2.21 by hand, and what fetches models runs in the test of ONNX Runtime',
  },
};
