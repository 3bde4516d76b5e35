import type { PlacedObject } from '../../kubernetes/placed-object';
import { WEB_CONTAINER, WEB_SERVICE } from '../../domain/names';
import { autoscaler } from '../build/autoscaler';
import type { PodGroup } from '../build/pods';
import { ANY_USER, PYTHON_IMAGE } from '../build/python-image';
import { passingVolume, requirementsOf } from '../build/python-packages';
import { LAST_REQUESTS, SCRAPED, SERVICE_PORT, httpProbes, uvicornArguments } from '../build/python-service';
import { amountsOf, deployment, environment } from '../build/standing';
import type { ExampleFile, ToolkitPlace } from '../toolkit';
import { API_PACKAGES } from './packages';
import { MODEL_FILE, SERVICE_SOURCE } from './service-source';

/** From which share of what a copy asks for there are more: it may use five times as much, so this is 40 percent of that. */
export const CPU_PERCENT = 200;

const DOCKERFILE = `FROM ${PYTHON_IMAGE.ref}
WORKDIR /app
# Packages come first: they are installed anew only when their list has changed.
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY app.py model.json ./
# A number and not a name: Kubernetes has to see that it is not root.
USER ${ANY_USER}
ENV PYTHONDONTWRITEBYTECODE=1
EXPOSE ${SERVICE_PORT}
CMD [${['python3', ...uvicornArguments('.')].map((word) => `"${word}"`).join(', ')}]
`;

const kustomization = (image: string): string => `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - service.yaml
images:
  # The version that runs. Push each under a number of its own: what was pushed over is not started anew.
  - name: ${image}
    newTag: "1"
`;

/** What a student who sets it up applies: a service behind the host of the place, in as many copies as it needs. */
export function ownService(place: ToolkitPlace, toolkit: string, copy: PodGroup): readonly PlacedObject[] {
  return [
    deployment({
      toolkit,
      name: WEB_SERVICE,
      user: ANY_USER,
      // The Service of the place, and so its address, leads to pods with the first of these.
      labels: { app: WEB_SERVICE, ...SCRAPED },
      containers: [
        {
          name: WEB_CONTAINER,
          image: `${place.registryPath}/${toolkit}:1`,
          env: environment({ HOME: '/tmp' }),
          ports: [{ name: 'metrics', containerPort: SERVICE_PORT }],
          ...httpProbes(SERVICE_PORT, '/health', '/health'),
          lifecycle: LAST_REQUESTS,
          resources: amountsOf(copy),
          volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
        },
      ],
      volumes: [passingVolume('tmp', '64Mi')],
    }),
    autoscaler({ toolkit, name: WEB_SERVICE, maxReplicas: copy.count, cpuPercent: CPU_PERCENT }),
  ];
}

/** The folder that a student builds an image from and applies. */
export const projectFiles = (
  place: ToolkitPlace,
  toolkit: string,
  copy: PodGroup,
): readonly ExampleFile[] => [
  { name: 'app.py', text: SERVICE_SOURCE },
  { name: 'model.json', text: MODEL_FILE },
  { name: 'requirements.txt', text: requirementsOf(API_PACKAGES) },
  { name: 'Dockerfile', text: DOCKERFILE },
  { name: 'service.yaml', objects: ownService(place, toolkit, copy) },
  { name: 'kustomization.yaml', text: kustomization(`${place.registryPath}/${toolkit}`) },
];
