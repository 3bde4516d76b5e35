import { connect } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import type { ToolkitSize } from '../../../src/core/catalogue/allowance';
import { redis } from '../../../src/core/catalogue/redis/toolkit';
import { SCRAPE } from '../../../src/core/plan/monitoring-sizing';
import { REDIS } from '../../../src/monitoring/dashboards/redis.board';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { program, pythonPath, withParts } from './parts';
import type { PlacedContainer } from './placed-container';
import { placedContainer } from './placed-container';
import { shownMetrics } from './shown-metrics';
import { Started, python, ran } from './started';

/** An address of its own on the loopback interface, so that the ports stay those of the place. */
const ADDRESS = '127.61.79.1';

const emitted = (container: string, size: ToolkitSize): PlacedContainer =>
  placedContainer({
    toolkit: redis,
    size,
    workload: 'redis',
    container,
    root: temporaryFolder(),
    here: [
      ['bind * -::*', `bind ${ADDRESS}`],
      ['redis://localhost', `redis://${ADDRESS}`],
      [':9121', `${ADDRESS}:9121`],
    ],
  });

const client = (...args: readonly string[]): Promise<string> =>
  ran(program('redis-cli').path, ['-h', ADDRESS, ...args], { env: program('redis-cli').env }).then(
    ({ said }) => said.trim(),
  );

const startServer = ({ command }: PlacedContainer): Promise<Started> =>
  // Redis reads what Valkey reads: Debian has no Valkey yet.
  Started.start(program('redis-server').path, command.slice(1), {
    env: program('redis-server').env,
    isReady: async () => (await client('ping')) === 'PONG',
  });

const isOpen = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, ADDRESS, () => (socket.destroy(), done(true)));
    socket.on('error', () => done(false));
  });

withParts(
  { programs: ['redis-server', 'redis-cli', 'redis-exporter'], python: ['redis'], onPath: ['python3'] },
  () => {
    test.each(TOOLKIT_SIZES)(
      'Its settings start a cache of the size %s that forgets the oldest',
      async (size) => {
        const container = emitted('redis', size);
        const server = await startServer(container);
        try {
          const { memory, storage } = redis.sizes[size];
          const [, most] = (await client('config', 'get', 'maxmemory')).split('\n');
          expect(Number(most)).toBeGreaterThan(memory.bytes / 2);
          expect(Number(most)).toBeLessThan(memory.bytes);
          expect(await client('config', 'get', 'maxmemory-policy')).toContain('allkeys-lru');
          await client('set', 'kept', 'yes');
          if (storage.bytes === 0) return;
          await server.stop();
          const again = await startServer(container);
          expect(await client('get', 'kept')).toBe('yes');
          await again.stop();
        } finally {
          await server.stop();
        }
      },
      30_000,
    );

    test("A student's client finds what it asked before, and the board has its metrics", async () => {
      const server = await startServer(emitted('redis', 'small'));
      const exporter = program('redis-exporter');
      const { env } = emitted('exporter', 'small');
      const shows = await Started.start(exporter.path, [], {
        env: { ...exporter.env, ...env },
        isReady: () => isOpen(9121),
      });
      try {
        const [file] = redis.examples(placeOf(redis, 'small'));
        const script = join(temporaryFolder(), file!.name);
        writeFileSync(script, (file as { text: string }).text);
        const { code, said } = await python(script, pythonPath('redis'), { REDIS_HOST: ADDRESS });
        expect(said).toMatch(/^first: 4\.0 miss \d+ ms\nsecond: 4\.0 hit \d+ ms\n$/);
        expect(code).toBe(0);
        const { names, samples } = await shownMetrics(`http://${ADDRESS}:9121/metrics`);
        const asked = REDIS.json().match(/(?<![:\w])redis_\w+/g);
        expect([...new Set(asked)].filter((name) => !names.has(name))).toEqual([]);
        expect([...names]).toEqual(expect.arrayContaining([...redis.metrics!]));
        expect(samples).toBeLessThan(SCRAPE.samplesPerPod);
      } finally {
        await shows.stop();
        await server.stop();
      }
    }, 30_000);
  },
);
