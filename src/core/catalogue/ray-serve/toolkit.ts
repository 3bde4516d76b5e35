import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods } from '../build/pods';
import { passingVolume } from '../build/python-packages';
import { LAST_REQUESTS, SERVICE_PORT, httpProbes } from '../build/python-service';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, deployment, environment, service } from '../build/standing';
import { DASHBOARD_PORT, RAY_IMAGE } from '../ray/cluster';
import { RAY_CATALOGUE_IMAGE } from '../ray/toolkit';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { SERVE_APP, SERVE_CONFIG, SERVE_SCRIPT } from './app-source';

const ID = 'ray-serve';
/** User of the image. */
const USER = 1000;

interface Shape {
  readonly server: PodGroup;
  /** Memory that processes pass large objects in; it counts as the container's. */
  readonly objectStoreMiB: number;
}

/** Ray with a controller, a proxy and three copies was seen to take 840 MiB; each further copy takes 90. */
const SHAPES: Readonly<Record<ToolkitSize, Shape>> = {
  small: { server: pods(1, ['250m', '1'], ['1Gi', '2Gi'], '1Gi'), objectStoreMiB: 128 },
  normal: { server: pods(1, ['500m', '2'], ['2Gi', '4Gi'], '2Gi'), objectStoreMiB: 256 },
  large: { server: pods(1, ['1', '4'], ['4Gi', '8Gi'], '4Gi'), objectStoreMiB: 512 },
};

const amounts = (size: ToolkitSize): ReturnType<typeof allowanceOf> =>
  allowanceOf([SHAPES[size].server], { services: 1 });

function place({ size }: ToolkitPlace): readonly PlacedObject[] {
  const { server, objectStoreMiB } = SHAPES[size];
  const files = { 'app.py': SERVE_APP, 'serve.yaml': SERVE_CONFIG, 'serve.sh': SERVE_SCRIPT };
  return [
    configMap(ID, files),
    service(ID, [
      { name: 'http', port: SERVICE_PORT },
      { name: 'dashboard', port: DASHBOARD_PORT },
    ]),
    deployment({
      toolkit: ID,
      user: USER,
      account: 'lab',
      files,
      containers: [
        {
          name: ID,
          image: RAY_IMAGE,
          command: ['/bin/sh', '/files/serve.sh'],
          env: [
            { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
            ...environment({
              HOME: '/tmp',
              OBJECT_STORE_BYTES: String(objectStoreMiB * 2 ** 20),
              PYTHONDONTWRITEBYTECODE: '1',
              PYTHONPATH: '/files',
            }),
          ],
          ports: [
            { name: 'http', containerPort: SERVICE_PORT },
            { name: 'dashboard', containerPort: DASHBOARD_PORT },
          ],
          ...httpProbes(SERVICE_PORT, '/-/healthz', '/-/healthz'),
          lifecycle: LAST_REQUESTS,
          resources: amountsOf(server),
          volumeMounts: [
            { name: 'files', mountPath: '/files', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
            { name: 'shared', mountPath: '/dev/shm' },
          ],
        },
      ],
      volumes: [
        { name: 'files', configMap: { name: ID } },
        passingVolume('tmp', '768Mi'),
        { name: 'shared', emptyDir: { medium: 'Memory', sizeLimit: `${objectStoreMiB + 64}Mi` } },
      ],
    }),
  ];
}

/** Ray Serve on one pod: what Clipper's authors work on now. */
export const rayServe: Toolkit = {
  id: ID,
  title: 'Ray Serve',
  area: 'serving',
  gives: 'A service of several models with batches and copies by load, for you to change.',
  licence: 'Apache-2.0',
  homepage: 'https://docs.ray.io/en/latest/serve/',
  sizes: { small: amounts('small'), normal: amounts('normal'), large: amounts('large') },
  images: [RAY_CATALOGUE_IMAGE],
  place,
  endpoint: { service: ID, port: SERVICE_PORT, protocol: 'http' },
  examples: () => [
    { name: 'app.py', text: SERVE_APP },
    { name: 'serve.yaml', text: SERVE_CONFIG },
    { name: 'serve.sh', text: SERVE_SCRIPT },
  ],
  smoke: { kubectl: ['rollout', 'status', `deployment/${ID}`], says: 'successfully rolled out' },
  handout: () =>
    [
      `Pods of your place reach it as \`http://${ID}:${SERVICE_PORT}\`. From your machine:`,
      '',
      '```sh',
      `kubectl port-forward service/${ID} ${SERVICE_PORT} ${DASHBOARD_PORT} &`,
      `curl http://localhost:${SERVICE_PORT}/ -d '{"features": [1, 2, 3]}'`,
      '```',
      '',
      `It answers \`{"score":5.0,"of":[5.0,5.0]}\`. Two models are asked at once and in batches, in as many copies as the load needs. <http://localhost:${DASHBOARD_PORT}> shows them. After you changed \`app.py\`:`,
      '',
      '```sh',
      `kubectl create configmap ${ID} --from-file=app.py --from-file=serve.yaml --from-file=serve.sh \\`,
      '  --dry-run=client -o yaml | kubectl replace -f -',
      `kubectl rollout restart deployment/${ID}`,
      '```',
      '',
      "Ray's own metrics are more than a pod may show to your Grafana; the dashboard has them.",
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'admitted',
    why: 'its package is too large for every change to be tried with it; by hand, Ray 2.60 answered the example in 840 MiB',
  },
};
