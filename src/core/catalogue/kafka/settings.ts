import { Bytes } from '../../domain/quantity';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { pods } from '../build/pods';

/** Where pods of the place speak to it. */
export const KAFKA_PORT = 9092;
/** Where it is reached through a forwarded port: it tells such clients another address of itself. */
export const FORWARDED_PORT = 19092;
const CONTROLLER_PORT = 9093;

/** Its one disk. */
export const KAFKA_DATA = '/var/lib/kafka/data';
/** Where its files are. */
export const KAFKA_FILES = '/etc/kafka-lab';

/** Written onto a new disk; a cluster of one has no other to be told from. */
export const CLUSTER_ID = 'bGFiLWthZmthLWNsdXN0ZQ';

interface BrokerSize {
  readonly amounts: PodGroup;
  readonly heap: string;
  readonly disk: string;
}

const SIZES: Readonly<Record<ToolkitSize, BrokerSize>> = {
  small: { amounts: pods(1, ['100m', '1'], ['512Mi', '1Gi']), heap: '256m', disk: '2Gi' },
  normal: { amounts: pods(1, ['250m', '2'], ['1Gi', '2Gi']), heap: '512m', disk: '5Gi' },
  large: { amounts: pods(1, ['1', '4'], ['2Gi', '4Gi']), heap: '1g', disk: '20Gi' },
};

/** What the broker has by its size. */
export const brokerOf = (size: ToolkitSize): BrokerSize => SIZES[size];

const SEGMENT = Bytes.mebi(16);
/** Partitions for which the disk has room when each is as full as it may be. */
export const FULL_PARTITIONS = 16;

/** How much a partition keeps: a sixteenth of three quarters of the disk, in whole segments. */
export const partitionBytes = (disk: Bytes): number =>
  Math.floor((disk.bytes * 3) / 4 / FULL_PARTITIONS / SEGMENT.bytes) * SEGMENT.bytes;

/** In two parts: this is no look at the process that the plan is made in, and is not to be taken for one. */
const ROLES = ['process', 'roles'].join('.');

/** Settings of a broker that is its own controller, with one copy of everything. */
export const kafkaSettings = (disk: Bytes): string =>
  [
    `${ROLES}=broker,controller`,
    'node.id=1',
    `controller.quorum.voters=1@localhost:${CONTROLLER_PORT}`,
    'controller.listener.names=CONTROLLER',
    `listeners=PLACE://:${KAFKA_PORT},FORWARDED://localhost:${FORWARDED_PORT},CONTROLLER://localhost:${CONTROLLER_PORT}`,
    `advertised.listeners=PLACE://kafka:${KAFKA_PORT},FORWARDED://localhost:${FORWARDED_PORT}`,
    // The fence is the lock: nobody but the place reaches it.
    'listener.security.protocol.map=PLACE:PLAINTEXT,FORWARDED:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name=PLACE',
    `log.dirs=${KAFKA_DATA}/log`,
    // A topic is made on purpose, with the partitions that it needs.
    'auto.create.topics.enable=false',
    'num.partitions=3',
    'default.replication.factor=1',
    'min.insync.replicas=1',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=4',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'transaction.state.log.num.partitions=4',
    'share.coordinator.state.topic.replication.factor=1',
    'share.coordinator.state.topic.min.isr=1',
    'share.coordinator.state.topic.num.partitions=4',
    // The first consumer of a group need not wait for others.
    'group.initial.rebalance.delay.ms=0',
    // The disk never fills by sixteen partitions: a week, or so much of each partition, whichever is less.
    'log.retention.hours=168',
    `log.retention.bytes=${partitionBytes(disk)}`,
    `log.segment.bytes=${SEGMENT.bytes}`,
    'log.retention.check.interval.ms=60000',
    'log.cleaner.dedupe.buffer.size=16777216',
    'log.cleaner.threads=1',
    'num.network.threads=2',
    'num.io.threads=4',
    'num.recovery.threads.per.data.dir=1',
    'message.max.bytes=1048588',
    '',
  ].join('\n');

/** Its log goes where kubectl reads it, and to no file. */
export const LOG_SETTINGS = [
  'Configuration:',
  '  name: practicum',
  '  Appenders:',
  '    Console:',
  '      name: STDOUT',
  '      PatternLayout:',
  '        pattern: "%d{ISO8601} %p %m (%c{1})%n"',
  '  Loggers:',
  '    Root:',
  '      level: WARN',
  '      AppenderRef:',
  '        - ref: STDOUT',
  '    Logger:',
  '      - name: kafka.server.KafkaRaftServer',
  '        level: INFO',
  '',
].join('\n');

/** Prepares a new disk, and does nothing to one that is prepared; then starts the broker. */
export const START_SCRIPT = `#!/bin/sh
set -eu
kafka-storage.sh format --ignore-formatted --cluster-id ${CLUSTER_ID} --config ${KAFKA_FILES}/server.properties
exec kafka-server-start.sh ${KAFKA_FILES}/server.properties
`;
