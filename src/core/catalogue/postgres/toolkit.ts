import { CONTAINER_SECURITY } from '../../kubernetes/hardened-pod';
import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import { bucketWords, keptIn } from '../build/bucket-costs';
import { cronJob } from '../build/job';
import { passingVolume } from '../build/python-packages';
import { PODS_AND_DISKS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, environment, fromSecret, service, statefulSet } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { BACKUP_FILES, BACKUP_FOLDER, backupSchedule } from './backup';
import { CLIENT_EXAMPLE, SCHEMA_EXAMPLE } from './examples';
import {
  POSTGRES_EXPORTER_PORT,
  POSTGRES_EXPORTER_SETTINGS,
  POSTGRES_PORT,
  POSTGRES_USER,
  allowanceFor,
  amountsFor,
  postgresSettings,
} from './settings';

const ID = 'postgres';
const BACKUP = `${ID}-backup`;
/** User of the image; initdb knows no other by name. */
const USER = 70;
const POSTGRES =
  'docker.io/library/postgres:17.11-alpine3.24@sha256:18cfe3ef5e6815560c98237d6216d1e5119702fb0f3894c8785dd58b8bbe5d73';
const EXPORTER =
  'quay.io/prometheuscommunity/postgres-exporter:v0.19.1@sha256:e96064f876226d94bb6ce48a4c4b3dd76edba91168ec1ab024e5c4b959310b0f';
const CURL =
  'docker.io/curlimages/curl:8.21.0@sha256:7c12af72ceb38b7432ab85e1a265cff6ae58e06f95539d539b654f2cfa64bb13';

const PASSWORD = { secret: ID, key: 'password' } as const;

function place(props: ToolkitPlace): readonly PlacedObject[] {
  const { size, allowance } = props;
  const { database } = amountsFor(size);
  const files = { 'postgresql.conf': postgresSettings({ memory: database.memory, disk: allowance.storage }) };
  return [
    configMap(ID, files),
    service(ID, [{ name: 'postgres', port: POSTGRES_PORT }]),
    statefulSet({
      toolkit: ID,
      user: USER,
      files,
      labels: { 'prometheus.io/scrape': 'true' },
      annotations: { 'prometheus.io/port': String(POSTGRES_EXPORTER_PORT) },
      disk: { name: 'data', size: allowance.storage },
      containers: [databaseContainer(size), exporterContainer(size)],
      volumes: [
        { name: 'files', configMap: { name: ID } },
        passingVolume('run', '16Mi'),
        passingVolume('tmp', '64Mi'),
      ],
    }),
    configMap(ID, BACKUP_FILES, BACKUP),
    backup(props),
  ];
}

const databaseContainer = (size: ToolkitPlace['size']): Fields => ({
  name: ID,
  image: POSTGRES,
  args: ['-c', 'config_file=/etc/postgres/postgresql.conf'],
  env: [
    ...environment({
      // Below the disk's own folder, which belongs to root.
      PGDATA: '/var/lib/postgresql/data/database',
      POSTGRES_DB: POSTGRES_USER,
      // Whoever is in the container is the database; whoever comes over the network has the password.
      POSTGRES_INITDB_ARGS: '--encoding=UTF8 --auth-local=trust --auth-host=scram-sha-256',
      POSTGRES_USER,
    }),
    fromSecret('POSTGRES_PASSWORD', PASSWORD.secret, PASSWORD.key),
  ],
  ports: [{ name: 'postgres', containerPort: POSTGRES_PORT }],
  readinessProbe: {
    exec: { command: ['pg_isready', '--quiet', '--username', POSTGRES_USER] },
    periodSeconds: 5,
  },
  // Recovery of a disk after a hard end takes minutes; until it is over nothing is wrong.
  startupProbe: { tcpSocket: { port: POSTGRES_PORT }, periodSeconds: 5, failureThreshold: 60 },
  livenessProbe: { tcpSocket: { port: POSTGRES_PORT }, periodSeconds: 20, failureThreshold: 3 },
  resources: amountsOf(amountsFor(size).database),
  volumeMounts: [
    { name: 'files', mountPath: '/etc/postgres', readOnly: true },
    { name: 'data', mountPath: '/var/lib/postgresql/data' },
    { name: 'run', mountPath: '/var/run/postgresql' },
    { name: 'tmp', mountPath: '/tmp' },
  ],
});

const exporterContainer = (size: ToolkitPlace['size']): Fields => ({
  name: 'exporter',
  image: EXPORTER,
  env: [
    ...environment(POSTGRES_EXPORTER_SETTINGS),
    fromSecret('DATA_SOURCE_PASS', PASSWORD.secret, PASSWORD.key),
  ],
  ports: [{ name: 'metrics', containerPort: POSTGRES_EXPORTER_PORT }],
  resources: amountsOf(amountsFor(size).exporter),
});

/** Dumps, then uploads; the account `lab` is the only one that reaches the bucket, and has no key. */
function backup({ namespace, bucket, size }: ToolkitPlace): PlacedObject {
  const amounts = amountsFor(size);
  const container = (name: string, image: string, env: readonly Fields[], own: Fields = {}): Fields => ({
    name,
    image,
    command: ['sh', `/etc/postgres-backup/${name}.sh`],
    env,
    resources: amountsOf(amounts.backup),
    ...own,
    volumeMounts: [
      { name: 'files', mountPath: '/etc/postgres-backup', readOnly: true },
      { name: 'backup', mountPath: '/backup' },
    ],
  });
  const folder = { DUMP_FOLDER: '/backup' };
  const connection = { PGDATABASE: POSTGRES_USER, PGHOST: ID, PGUSER: POSTGRES_USER };
  const google = {
    BUCKET: bucket,
    METADATA_SERVER: 'http://metadata.google.internal',
    STORAGE: 'https://storage.googleapis.com',
  };
  return cronJob(backupSchedule(namespace), {
    toolkit: ID,
    name: BACKUP,
    user: USER,
    account: 'lab',
    initContainers: [
      container('dump', POSTGRES, [
        ...environment({ ...folder, ...connection }),
        // Before the first waking there is neither a password nor a database: the script says so.
        {
          name: 'PGPASSWORD',
          valueFrom: { secretKeyRef: { name: PASSWORD.secret, key: PASSWORD.key, optional: true } },
        },
      ]),
    ],
    containers: [
      container('upload', CURL, environment({ ...folder, ...google }), {
        // The user of this image has a number of its own; the dump belongs to the group of the pod.
        securityContext: { ...CONTAINER_SECURITY, runAsUser: 100 },
      }),
    ],
    volumes: [
      { name: 'files', configMap: { name: BACKUP } },
      passingVolume('backup', amounts.dump.toString()),
    ],
  });
}

/** GiB of the backups of a week, each as large as the disk may be. */
const backupGib = (size: ToolkitSize): number => (7 * allowanceFor(size).storage.bytes) / 2 ** 30;

/** Database of a place, with a disk, and backups in the place's bucket. */
export const postgres: Toolkit = {
  id: ID,
  title: 'PostgreSQL',
  area: 'state',
  gives: 'A database at postgres:5432 with a disk, backed up to your bucket.',
  licence: 'PostgreSQL',
  homepage: 'https://www.postgresql.org',
  sizes: { small: allowanceFor('small'), normal: allowanceFor('normal'), large: allowanceFor('large') },
  images: [
    { ref: POSTGRES, source: 'https://hub.docker.com/_/postgres', date: '2026-09' },
    {
      ref: EXPORTER,
      source: 'https://quay.io/repository/prometheuscommunity/postgres-exporter',
      date: '2026-07',
    },
    { ref: CURL, source: 'https://hub.docker.com/r/curlimages/curl', date: '2026-08' },
  ],
  place,
  secrets: [{ name: PASSWORD.secret, keys: [PASSWORD.key] }],
  endpoint: { service: ID, port: POSTGRES_PORT, protocol: 'postgresql' },
  examples: () => [
    { name: 'client.py', text: CLIENT_EXAMPLE },
    { name: 'schema.sql', text: SCHEMA_EXAMPLE },
  ],
  smoke: {
    kubectl: ['exec', 'postgres-0', '-c', ID, '--', 'psql', '-U', POSTGRES_USER, '-tAc', "select 'well'"],
    says: 'well',
  },
  handout: ({ bucket }) =>
    [
      `Pods of your place reach it as \`${ID}:${POSTGRES_PORT}\`, user and database \`${POSTGRES_USER}\`, with the password in the Secret \`${ID}\`:`,
      '',
      '```sh',
      "kubectl get secret postgres -o jsonpath='{.data.password}' | base64 -d",
      '```',
      '',
      'A shell needs no password: `kubectl exec -it postgres-0 -c postgres -- psql -U lab`. From your machine: `kubectl port-forward service/postgres 5432`.',
      '',
      `Four times a day, while it is awake, all of it is written to \`gs://${bucket}/${BACKUP_FOLDER}/\`, one file for each day of the week. \`kubectl create job --from=cronjob/${BACKUP} my-backup\` does so now. To go back to Wednesday's:`,
      '',
      '```sh',
      `gcloud storage cp gs://${bucket}/${BACKUP_FOLDER}/day-3.dump .`,
      'kubectl exec -i postgres-0 -c postgres -- \\',
      '  pg_restore -U lab -d lab --clean --if-exists < day-3.dump',
      '```',
    ].join('\n'),
  dashboards: [PODS_AND_DISKS_SHOWN],
  metrics: ['pg_stat_database_xact_commit', 'pg_up'],
  alsoCosts: {
    items: (size) => [keptIn(backupGib(size))],
    says: (size, prices) =>
      `backups in the bucket, a week of them, ${bucketWords(backupGib(size), prices)}: each as large as the disk`,
  },
  shown: {
    how: 'run',
    what: "a real PostgreSQL and its exporter with the emitted files and variables, `client.py` against it, and the backup's scripts against stand-ins of Google's, restored",
  },
};
