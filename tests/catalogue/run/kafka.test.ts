import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { kafka } from '../../../src/core/catalogue/kafka/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { classPath, pythonPath, withParts } from './parts';
import { placedContainer } from './placed-container';
import type { Ended } from './started';
import { Started, python } from './started';

const ADDRESS = '127.61.79.3';

/** The image's programs that the script starts, as far as they are this repository's to stand for: who starts Java how. */
const JAVA = 'exec java $KAFKA_HEAP_OPTS $KAFKA_JVM_PERFORMANCE_OPTS $KAFKA_LOG4J_OPTS -cp "$KAFKA_JARS"';
const PROGRAMS = {
  'kafka-storage.sh': `${JAVA} kafka.tools.StorageTool "$@"`,
  'kafka-server-start.sh': `${JAVA} kafka.Kafka "$@"`,
};

withParts({ java: ['kafka'], python: ['kafka'], onPath: ['java', 'python3'] }, () => {
  const root = temporaryFolder();
  const { command, env } = placedContainer({
    toolkit: kafka,
    size: 'small',
    workload: 'kafka',
    container: 'kafka',
    root,
    here: [
      ['PLACE://:', `PLACE://${ADDRESS}:`],
      ['PLACE://kafka:', `PLACE://${ADDRESS}:`],
      ['localhost', ADDRESS],
    ],
  });
  const bin = join(root, 'bin');
  const environment = { ...env, KAFKA_JARS: '', PATH: `${bin}:${process.env['PATH']}` };
  let broker: Started;

  const isOpen = (): Promise<boolean> =>
    new Promise((done) => {
      const socket = connect(9092, ADDRESS, () => (socket.destroy(), done(true)));
      socket.on('error', () => done(false));
    });
  const start = (): Promise<Started> =>
    Started.start(command[0]!, command.slice(1), { env: environment, isReady: isOpen });

  beforeAll(async () => {
    environment.KAFKA_JARS = classPath('kafka');
    mkdirSync(bin);
    for (const [name, line] of Object.entries(PROGRAMS)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    broker = await start();
  }, 100_000);

  afterAll(async () => broker?.stop());

  const examples = kafka.examples(placeOf(kafka, 'small')) as readonly { name: string; text: string }[];
  const example = (name: string, port: number): Promise<Ended> => {
    const file = join(temporaryFolder(), name);
    writeFileSync(file, examples.find((each) => each.name === name)!.text);
    return python(file, pythonPath('kafka'), { KAFKA: `${ADDRESS}:${port}`, PATIENCE_MS: '3000' });
  };

  test("A student's events are read in the order of each customer, also through a forwarded port", async () => {
    const written = await example('producer.py', 9092);
    expect(written).toEqual({ code: 0, said: 'made the topic clicks\n12 events in clicks\n' });
    const read = await example('consumer.py', 19092);
    expect(read.said).toBe(
      [
        'customer-0 [0, 4, 8]',
        'customer-1 [1, 5, 9]',
        'customer-2 [2, 6, 10]',
        'customer-3 [3, 7, 11]',
        '12 events',
        '',
      ].join('\n'),
    );
    expect((await example('consumer.py', 9092)).said).toBe('0 events\n');
  }, 60_000);
});
