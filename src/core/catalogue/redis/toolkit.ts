import type { PlacedObject } from '../../kubernetes/placed-object';
import { allowance } from '../allowance';
import { PODS_AND_DISKS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, environment, service, statefulSet } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { CLIENT_EXAMPLE } from './client-example';
import {
  EXPORTER_AMOUNTS,
  EXPORTER_PORT,
  EXPORTER_SETTINGS,
  REDIS_METRICS,
  REDIS_PORT,
  cacheAmounts,
  redisSettings,
} from './settings';

const ID = 'redis';
/** User of the image. */
const USER = 999;
const VALKEY =
  'docker.io/valkey/valkey:8.1.10-alpine@sha256:081c2f5cb575efc901aa80ff9cdbd1ec6a301682fd35e1ebb4b0990a4a4a8507';
const EXPORTER =
  'docker.io/oliver006/redis_exporter:v1.86.0@sha256:2e9795be900db073e9475fdb9c5124db309b07a3e4e75a1770705cb03be1a1c8';

function place(props: ToolkitPlace): readonly PlacedObject[] {
  const files = { 'redis.conf': redisSettings(props) };
  const { storage } = props.allowance;
  const hasDisk = storage.bytes > 0;
  return [
    configMap(ID, files),
    service(ID, [{ name: 'redis', port: REDIS_PORT }]),
    statefulSet({
      toolkit: ID,
      user: USER,
      files,
      labels: { 'prometheus.io/scrape': 'true' },
      annotations: { 'prometheus.io/port': String(EXPORTER_PORT) },
      ...(hasDisk ? { disk: { name: 'data', size: storage } } : {}),
      containers: [
        {
          name: ID,
          image: VALKEY,
          command: ['valkey-server', '/etc/redis/redis.conf'],
          ports: [{ name: 'redis', containerPort: REDIS_PORT }],
          readinessProbe: { exec: { command: ['valkey-cli', 'ping'] }, periodSeconds: 5 },
          livenessProbe: { tcpSocket: { port: REDIS_PORT }, periodSeconds: 20, failureThreshold: 3 },
          resources: amountsOf(cacheAmounts(props)),
          volumeMounts: [
            { name: 'files', mountPath: '/etc/redis', readOnly: true },
            { name: 'data', mountPath: '/data' },
          ],
        },
        {
          name: 'exporter',
          image: EXPORTER,
          env: environment(EXPORTER_SETTINGS),
          ports: [{ name: 'metrics', containerPort: EXPORTER_PORT }],
          resources: amountsOf(EXPORTER_AMOUNTS),
        },
      ],
      volumes: [
        { name: 'files', configMap: { name: ID } },
        ...(hasDisk ? [] : [{ name: 'data', emptyDir: { sizeLimit: '64Mi' } }]),
      ],
    }),
  ];
}

/** What is told where it is there already. */
const stands = ({ allowance: { storage } }: ToolkitPlace): readonly string[] => [
  `Pods of your place reach it as \`${ID}:${REDIS_PORT}\`, without a password: nobody else can. It is Valkey, which speaks Redis's protocol, so every client for Redis works.`,
  'When it is full, what was used longest ago is forgotten; give keys a time to live all the same.',
  storage.bytes > 0
    ? 'What it holds is on a disk of your place and outlives a restart.'
    : 'What it holds is gone after a restart: keep nothing in it that you cannot work out again.',
];

/** What is told where setting it up is the work of the lab. */
const SET_UP = [
  `Put it behind a Service with the name \`${ID}\` and the port ${REDIS_PORT}: pods of your place reach it there, and nobody else, so that it needs no password. Give it a bound below its memory limit, \`--maxmemory 64mb --maxmemory-policy allkeys-lru\`, or it is ended when it is full.`,
  `A board has something to show of it once an exporter runs beside it: \`${EXPORTER.split('@')[0]}\`, in a pod with the label \`prometheus.io/scrape: "true"\` and the annotation \`prometheus.io/port: "${EXPORTER_PORT}"\`.`,
];

const TRY = `From your machine: \`kubectl port-forward service/redis ${REDIS_PORT}\`, then \`REDIS_HOST=localhost python client.py\`, which prints a miss and then a hit.`;

/** Cache of a place, by Redis's open successor Valkey, which speaks the same protocol. */
export const redis: Toolkit = {
  id: ID,
  title: 'Redis',
  area: 'state',
  gives: 'A cache at redis:6379 that nobody else can reach.',
  licence: 'BSD-3-Clause',
  homepage: 'https://valkey.io',
  sizes: {
    small: allowance(['50m', '250m'], ['64Mi', '128Mi']),
    normal: allowance(['100m', '500m'], ['128Mi', '256Mi'], { storage: '1Gi', volumes: 1 }),
    large: allowance(['250m', '1'], ['512Mi', '1Gi'], { storage: '4Gi', volumes: 1 }),
  },
  images: [
    { ref: VALKEY, source: 'https://hub.docker.com/r/valkey/valkey', date: '2026-10' },
    { ref: EXPORTER, source: 'https://hub.docker.com/r/oliver006/redis_exporter', date: '2026-07' },
  ],
  place,
  endpoint: { service: ID, port: REDIS_PORT, protocol: 'redis' },
  examples: () => [{ name: 'client.py', text: CLIENT_EXAMPLE }],
  smoke: { kubectl: ['exec', 'redis-0', '-c', ID, '--', 'valkey-cli', 'ping'], says: 'PONG' },
  handout: (place) => [...stands(place), TRY].join('\n'),
  setUp: () => [...SET_UP, TRY].join('\n'),
  dashboards: [
    PODS_AND_DISKS_SHOWN,
    { board: 'redis', panels: ['Cache hits', 'Memory', 'Evictions', 'Clients', 'Commands'] },
  ],
  metrics: REDIS_METRICS,
  shown: {
    how: 'run',
    what: 'a real Redis and its exporter with the emitted files and variables, and `client.py` against it',
  },
};
