import type { PlacedObject } from '../../kubernetes/placed-object';
import { Bytes } from '../../domain/quantity';
import type { Allowance, ToolkitSize } from '../allowance';
import { allowanceOf } from '../build/pods';
import { passingVolume } from '../build/python-packages';
import { PODS_AND_DISKS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, environment, service, statefulSet } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { CONSUMER_EXAMPLE, PRODUCER_EXAMPLE } from './examples';
import {
  FORWARDED_PORT,
  FULL_PARTITIONS,
  KAFKA_DATA,
  KAFKA_FILES,
  KAFKA_PORT,
  LOG_SETTINGS,
  START_SCRIPT,
  brokerOf,
  kafkaSettings,
  partitionBytes,
} from './settings';

const ID = 'kafka';
/** User of the image. */
const USER = 1000;
const IMAGE =
  'docker.io/apache/kafka:4.3.1@sha256:77e3df9054047a88b520d0cc46e16696d3b22022e1d580aeccd2632df6532837';
const PROGRAMS = '/opt/kafka/bin';

function place({ size, allowance }: ToolkitPlace): readonly PlacedObject[] {
  const { amounts, heap } = brokerOf(size);
  const files = {
    'log4j2.yaml': LOG_SETTINGS,
    'server.properties': kafkaSettings(allowance.storage),
    'start.sh': START_SCRIPT,
  };
  return [
    configMap(ID, files),
    service(ID, [
      { name: 'kafka', port: KAFKA_PORT },
      { name: 'forwarded', port: FORWARDED_PORT },
    ]),
    statefulSet({
      toolkit: ID,
      user: USER,
      files,
      disk: { name: 'data', size: allowance.storage },
      containers: [
        {
          name: ID,
          image: IMAGE,
          command: ['sh', `${KAFKA_FILES}/start.sh`],
          env: environment({
            // Without the log of its garbage collector, which would be a file.
            EXTRA_ARGS: '-name kafkaServer',
            KAFKA_HEAP_OPTS: `-Xms64m -Xmx${heap}`,
            // Starts sooner and takes less than what Kafka chooses for a machine of its own.
            KAFKA_JVM_PERFORMANCE_OPTS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true',
            KAFKA_LOG4J_OPTS: `-Dlog4j2.configurationFile=${KAFKA_FILES}/log4j2.yaml`,
            LOG_DIR: '/tmp/kafka-logs',
            PATH: `${PROGRAMS}:/opt/java/openjdk/bin:/usr/local/bin:/usr/bin:/bin`,
          }),
          ports: [
            { name: 'kafka', containerPort: KAFKA_PORT },
            { name: 'forwarded', containerPort: FORWARDED_PORT },
          ],
          startupProbe: { tcpSocket: { port: KAFKA_PORT }, periodSeconds: 5, failureThreshold: 60 },
          readinessProbe: { tcpSocket: { port: KAFKA_PORT }, periodSeconds: 10 },
          livenessProbe: { tcpSocket: { port: KAFKA_PORT }, periodSeconds: 20, failureThreshold: 3 },
          resources: amountsOf(amounts),
          volumeMounts: [
            { name: 'files', mountPath: KAFKA_FILES, readOnly: true },
            { name: 'data', mountPath: KAFKA_DATA },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [{ name: 'files', configMap: { name: ID } }, passingVolume('tmp', '128Mi')],
    }),
  ];
}

const allowanceFor = (size: ToolkitSize): Allowance => {
  const { amounts, disk } = brokerOf(size);
  return allowanceOf([amounts], { services: 1, disks: { count: 1, size: disk } });
};

/** Log of events of a place: one broker that is its own controller. */
export const kafka: Toolkit = {
  id: ID,
  title: 'Kafka',
  area: 'pipelines',
  gives: 'A Kafka of your own at kafka:9092: one broker, with a disk.',
  licence: 'Apache-2.0',
  homepage: 'https://kafka.apache.org',
  sizes: { small: allowanceFor('small'), normal: allowanceFor('normal'), large: allowanceFor('large') },
  images: [{ ref: IMAGE, source: 'https://hub.docker.com/r/apache/kafka', date: '2026-08' }],
  place,
  endpoint: { service: ID, port: KAFKA_PORT, protocol: 'kafka' },
  examples: () => [
    { name: 'producer.py', text: PRODUCER_EXAMPLE },
    { name: 'consumer.py', text: CONSUMER_EXAMPLE },
  ],
  smoke: {
    kubectl: [
      'exec',
      'kafka-0',
      '--',
      `${PROGRAMS}/kafka-cluster.sh`,
      'cluster-id',
      '--bootstrap-server',
      `localhost:${FORWARDED_PORT}`,
    ],
    says: 'Cluster ID',
  },
  handout: ({ allowance: { storage } }) =>
    [
      `Pods of your place reach it as \`${ID}:${KAFKA_PORT}\`, without a password: nobody else can. From your machine: \`kubectl port-forward service/kafka ${FORWARDED_PORT}\`, and clients use \`localhost:${FORWARDED_PORT}\`.`,
      '',
      'A topic is made on purpose, with as many partitions as it shall have readers at once:',
      '',
      '```sh',
      'kubectl exec kafka-0 -- /opt/kafka/bin/kafka-topics.sh --create \\',
      `  --bootstrap-server localhost:${FORWARDED_PORT} --topic clicks --partitions 3`,
      '```',
      '',
      '`producer.py` writes into it and `consumer.py` reads as one of a group: start it twice to see them share the partitions.',
      `There is one broker, so one copy of everything: \`--replication-factor\` is 1. A partition keeps a week, or ${Bytes.mebi(partitionBytes(storage) / 2 ** 20)}; a topic may be given less or more. The disk has room for ${FULL_PARTITIONS} full ones, of all topics together.`,
    ].join('\n'),
  dashboards: [PODS_AND_DISKS_SHOWN],
  shown: {
    how: 'run',
    what: 'a real Kafka of the same version with the emitted files and variables, `producer.py` and `consumer.py` against it',
  },
};
