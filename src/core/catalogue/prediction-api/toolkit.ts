import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import { autoscaler } from '../build/autoscaler';
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
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { API_PACKAGES } from './packages';
import { CPU_PERCENT, projectFiles } from './project-files';
import { MODEL_FILE, SERVICE_SOURCE } from './service-source';

const ID = 'prediction-api';

/** Copies at most, and what each has: the packages take 30 MB, the running service 50. */
const COPIES: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(2, ['50m', '250m'], ['128Mi', '256Mi'], '128Mi'),
  normal: pods(3, ['100m', '500m'], ['192Mi', '384Mi'], '128Mi'),
  large: pods(6, ['100m', '500m'], ['256Mi', '512Mi'], '128Mi'),
};

const amounts = (size: ToolkitSize): ReturnType<typeof allowanceOf> =>
  allowanceOf([COPIES[size]], { services: 1 });

function place({ size }: ToolkitPlace): readonly PlacedObject[] {
  const copy = COPIES[size];
  const files = serviceFiles({ 'app.py': SERVICE_SOURCE, 'model.json': MODEL_FILE }, API_PACKAGES);
  return [
    configMap(ID, files),
    service(ID, [{ name: 'http', port: SERVICE_PORT }]),
    deployment({
      toolkit: ID,
      user: ANY_USER,
      files,
      labels: SCRAPED,
      initContainers: [packagesOf(copy)],
      containers: [pythonService({ toolkit: ID, amounts: copy, alivePath: '/health', readyPath: '/health' })],
      volumes: serviceVolumes(ID, '96Mi', '32Mi'),
    }),
    autoscaler({ toolkit: ID, maxReplicas: copy.count, cpuPercent: CPU_PERCENT }),
  ];
}

const QUESTION = `'{"distance_km": 4, "items": 10, "rush_hour": true}'`;

const curl = (address: string): string =>
  `curl ${address}/predict -H 'Content-Type: application/json' \\\n  -d ${QUESTION}`;

/** What is told of the one that stands: only its own image makes it the student's. */
const SAMPLE: readonly string[] = [
  `A sample stands in your place as \`${ID}:${SERVICE_PORT}\`, for pods of your place and by \`kubectl port-forward service/${ID} ${SERVICE_PORT}\`:`,
  '',
  '```sh',
  curl(`http://localhost:${SERVICE_PORT}`),
  '```',
  '',
];

/** What is told of the student's own. */
const own = ({ host, registryPath }: ToolkitPlace): readonly string[] => [
  `The files are a service to start from (\`app.py\`, on port ${SERVICE_PORT}), its packages with their digests, a \`Dockerfile\`, and what runs it as \`web\` with probes and an autoscaler; Practicum's own is called \`${ID}\`.`,
  '',
  `Build it, push it to your registry and run it as \`web\`: your address leads there. From its folder:`,
  '',
  '```sh',
  `docker build --platform linux/amd64 --tag ${registryPath}/${ID}:1 .`,
  `docker push ${registryPath}/${ID}:1`,
  'kubectl apply -k .',
  'kubectl rollout status deployment/web',
  curl(`https://${host}`),
  '```',
  '',
  `It answers \`{"minutes":26.0}\`. A busy service gets up to ${COPIES.small.count} copies: \`kubectl get hpa\`.`,
];

/** Sample service of a model: for students to start from, or to have one to ask. */
export const predictionApi: Toolkit = {
  id: ID,
  title: 'Prediction API',
  area: 'serving',
  gives: 'A sample FastAPI service with probes, metrics and an autoscaler to start from.',
  licence: 'MIT',
  homepage: 'https://fastapi.tiangolo.com',
  sizes: { small: amounts('small'), normal: amounts('normal'), large: amounts('large') },
  images: [PYTHON_IMAGE],
  place,
  endpoint: { service: ID, port: SERVICE_PORT, protocol: 'http' },
  examples: (place) => projectFiles(place, ID, COPIES.small),
  smoke: { kubectl: ['rollout', 'status', `deployment/${ID}`], says: 'successfully rolled out' },
  handout: (place) => [...SAMPLE, ...own(place)].join('\n'),
  setUp: (place) => own(place).join('\n'),
  dashboards: [PODS_SHOWN, REQUESTS_SHOWN],
  metrics: REQUEST_METRICS,
  shown: {
    how: 'run',
    what: 'the emitted program, variables and packages, asked by a student; its metrics read by the queries of the board',
  },
};
