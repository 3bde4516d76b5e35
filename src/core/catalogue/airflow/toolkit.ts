import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import { passingVolume } from '../build/python-packages';
import { PODS_AND_DISKS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, environment, fromSecret, service, statefulSet } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { EXAMPLE_DAG } from './example-dag';
import type { AirflowPart } from './settings';
import {
  AIRFLOW_FILES,
  AIRFLOW_HOME,
  AIRFLOW_PORT,
  AIRFLOW_SECRET,
  AIRFLOW_USER,
  DAGS_FOLDER,
  START_SCRIPT,
  airflowEnvironment,
  allowanceFor,
  partsOf,
} from './settings';
import { SYNC_SCRIPT } from './sync-dags';

const ID = 'airflow';
/** A ConfigMap that a student makes and changes; there is none at first. */
const OWN_DAGS = `${ID}-dags`;
/** User of the image. */
const USER = 50_000;
const IMAGE =
  'docker.io/apache/airflow:3.3.1-python3.12@sha256:b01a795dfbd113bbbfdf3ee169b8f27e9a0090ccef105f1a452b3594a11ed316';

const HEALTH = { path: '/api/v2/monitor/health', port: AIRFLOW_PORT } as const;

function place(props: ToolkitPlace): readonly PlacedObject[] {
  const files = { 'start.sh': START_SCRIPT, 'sync_dags.py': SYNC_SCRIPT };
  return [
    configMap(ID, files),
    service(ID, [{ name: 'http', port: AIRFLOW_PORT }]),
    statefulSet({
      toolkit: ID,
      user: USER,
      // Tasks reach the bucket of the place without a key.
      account: 'lab',
      files,
      disk: { name: 'data', size: props.allowance.storage },
      containers: [
        part('scheduler', props),
        part('dag-processor', props),
        part('api-server', props, {
          ports: [{ name: 'http', containerPort: AIRFLOW_PORT }],
          startupProbe: { httpGet: HEALTH, periodSeconds: 5, failureThreshold: 120 },
          readinessProbe: { httpGet: HEALTH, periodSeconds: 10, timeoutSeconds: 5 },
          livenessProbe: { httpGet: HEALTH, periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 4 },
        }),
        syncContainer(props),
      ],
      volumes: [
        { name: 'files', configMap: { name: ID } },
        { name: 'own', configMap: { name: OWN_DAGS, optional: true } },
        passingVolume('dags', '16Mi'),
        passingVolume('tmp', '512Mi'),
      ],
    }),
  ];
}

function part(name: Exclude<AirflowPart, 'dags'>, { size }: ToolkitPlace, own: Fields = {}): Fields {
  const login = name === 'api-server' ? [fromSecret('LAB_PASSWORD', AIRFLOW_SECRET.name, 'password')] : [];
  return {
    name,
    image: IMAGE,
    command: ['sh', `${AIRFLOW_FILES}/start.sh`, name],
    env: [...airflowEnvironment(size), ...login],
    resources: amountsOf(partsOf(size)[name]),
    ...own,
    volumeMounts: [
      { name: 'files', mountPath: AIRFLOW_FILES, readOnly: true },
      { name: 'dags', mountPath: DAGS_FOLDER, readOnly: true },
      { name: 'data', mountPath: AIRFLOW_HOME },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

const syncContainer = ({ size, bucket }: ToolkitPlace): Fields => ({
  name: 'dags',
  image: IMAGE,
  command: ['python3', '-u', `${AIRFLOW_FILES}/sync_dags.py`],
  env: environment({
    BUCKET: bucket,
    DAGS_FOLDER,
    DAGS_OWN: '/own',
    EVERY_SECONDS: '15',
    METADATA_SERVER: 'http://metadata.google.internal',
    STORAGE: 'https://storage.googleapis.com',
  }),
  resources: amountsOf(partsOf(size).dags),
  volumeMounts: [
    { name: 'files', mountPath: AIRFLOW_FILES, readOnly: true },
    { name: 'own', mountPath: '/own', readOnly: true },
    { name: 'dags', mountPath: DAGS_FOLDER },
  ],
});

/** Airflow in one pod: tasks are processes of its scheduler, and nothing of it asks the Kubernetes API. */
export const airflow: Toolkit = {
  id: ID,
  title: 'Airflow',
  area: 'pipelines',
  gives: 'An Airflow of your own that runs the DAGs you give it.',
  licence: 'Apache-2.0',
  homepage: 'https://airflow.apache.org',
  sizes: { small: allowanceFor('small'), normal: allowanceFor('normal'), large: allowanceFor('large') },
  images: [{ ref: IMAGE, source: 'https://hub.docker.com/r/apache/airflow', date: '2026-08' }],
  place,
  secrets: [AIRFLOW_SECRET],
  endpoint: { service: ID, port: AIRFLOW_PORT, protocol: 'http' },
  examples: () => [{ name: 'houses.py', text: EXAMPLE_DAG }],
  smoke: {
    kubectl: [
      ...['exec', 'airflow-0', '-c', 'api-server', '--'],
      ...['curl', '--silent', `http://localhost:${AIRFLOW_PORT}${HEALTH.path}`],
    ],
    says: '"scheduler":{"status":"healthy"',
  },
  handout: ({ bucket }) =>
    [
      `\`kubectl port-forward service/airflow ${AIRFLOW_PORT}\`, then <http://localhost:${AIRFLOW_PORT}>, as \`${AIRFLOW_USER}\` with the password that this shows:`,
      '',
      '```sh',
      "kubectl get secret airflow -o jsonpath='{.data.password}' | base64 -d",
      '```',
      '',
      'A DAG comes there by one of two ways, and is seen within a minute or two:',
      '',
      '```sh',
      `gcloud storage cp houses.py gs://${bucket}/dags/`,
      '',
      `kubectl create configmap ${OWN_DAGS} --from-file=houses.py --dry-run=client -o yaml |`,
      '  kubectl apply -f -',
      '```',
      '',
      'Where both have a file of one name, that of the ConfigMap counts. A DAG that is missing in the list has an error in it: `kubectl exec airflow-0 -c scheduler -- airflow dags list-import-errors`.',
      'Tasks run inside of Airflow, two at once in the small size, and reach your bucket without a key. Heavy work is better a Job of its own. What has run is on a disk of your place.',
    ].join('\n'),
  dashboards: [PODS_AND_DISKS_SHOWN],
  shown: {
    how: 'run',
    what: 'a real Airflow of the same version: all four containers with the emitted files and variables, `houses.py` through the bucket, its run to success',
  },
};
