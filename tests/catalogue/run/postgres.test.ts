import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { postgres } from '../../../src/core/catalogue/postgres/toolkit';
import { SCRAPE } from '../../../src/core/plan/monitoring-sizing';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { GoogleStandIn } from './google-stand-in';
import { program, pythonPath, withParts } from './parts';
import type { PlacedContainer } from './placed-container';
import { placedContainer } from './placed-container';
import { shownMetrics } from './shown-metrics';
import type { Ended } from './started';
import { Started, python, ran } from './started';

const ADDRESS = '127.61.79.2';
const PASSWORD = 'aB3dE5gH7jK9mN1pQ3rS5tU7';
/** PostgreSQL refuses to be run by root; whoever else runs the tests is good enough. */
const NOBODY = process.getuid?.() === 0 ? 65_534 : undefined;
const PLACE = placeOf(postgres, 'small');

const emitted = (
  workload: string,
  container: string,
  here: readonly (readonly [string, string])[] = [],
): PlacedContainer =>
  placedContainer({
    toolkit: postgres,
    size: 'small',
    workload,
    container,
    root: temporaryFolder(),
    secrets: { postgres: { password: PASSWORD } },
    here: [["listen_addresses = '*'", `listen_addresses = '${ADDRESS}'`], ...here],
  });

/** The programs, where whoever runs them may read them: a home may be its owner's alone. */
function programs(): { readonly bin: string; readonly path: NodeJS.ProcessEnv } {
  const { path, env } = program('postgres');
  const search = (bin: string): string => `${bin}:${process.env['PATH']}`;
  const bin = dirname(path);
  if (NOBODY === undefined || bin.startsWith('/usr/')) return { bin, path: { ...env, PATH: search(bin) } };
  const usr = join(bin, '../../../..');
  const readable = temporaryFolder();
  chmodSync(readable, 0o755);
  cpSync(usr, readable, { recursive: true });
  const here = (folder: string): string => join(readable, relative(usr, folder));
  const libraries = env['LD_LIBRARY_PATH'];
  return {
    bin: here(bin),
    path: {
      PATH: search(here(bin)),
      ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: here(libraries) }),
    },
  };
}

function giveAway(path: string): void {
  if (NOBODY === undefined) return;
  chownSync(path, NOBODY, NOBODY);
  for (const { parentPath, name } of readdirSync(path, { recursive: true, withFileTypes: true }))
    chownSync(join(parentPath, name), NOBODY, NOBODY);
}

withParts(
  {
    programs: ['postgres', 'psql', 'postgres-exporter'],
    python: ['postgres'],
    onPath: ['curl', 'python3'],
  },
  () => {
    const container = emitted('postgres', 'postgres');
    const socket = container.at('/var/run/postgresql');
    const { bin, path } = programs();
    let server: Started;

    /** As the hand-out says: in the container, without a password. */
    const inside = (name: string, args: readonly string[], input?: Buffer): Promise<Ended> =>
      ran(join(bin, name), ['-h', socket, '-U', 'lab', ...args], {
        env: path,
        ...(input === undefined ? {} : { input }),
      });
    const asked = async (sql: string): Promise<string> =>
      (await inside('psql', ['-d', 'lab', '-tAc', sql])).said.trim();

    beforeAll(async () => {
      const { POSTGRES_INITDB_ARGS, POSTGRES_USER, POSTGRES_PASSWORD, PGDATA } = container.env;
      const passwordFile = join(container.at('/tmp'), 'password');
      mkdirSync(PGDATA!, { recursive: true });
      writeFileSync(passwordFile, POSTGRES_PASSWORD!);
      const root = container.at('/');
      chmodSync(root, 0o755);
      giveAway(root);
      // What the image does before it starts the server for the first time.
      const made = await Started.start(
        join(bin, 'initdb'),
        [
          ...POSTGRES_INITDB_ARGS!.split(' '),
          ...['--username', POSTGRES_USER!, '--pwfile', passwordFile, '--no-sync', '--pgdata', PGDATA!],
        ],
        { env: { ...path, LC_ALL: 'C' }, user: NOBODY!, isReady: () => Promise.resolve(false) },
      ).then(
        () => '',
        (error: Error) => error.message,
      );
      expect(made).toContain('Success');
      writeFileSync(join(PGDATA!, 'pg_hba.conf'), 'host all all all scram-sha-256\n', { flag: 'a' });
      server = await Started.start(
        join(bin, 'postgres'),
        [...container.args, '-c', `unix_socket_directories=${socket}`, '-c', 'fsync=off'],
        {
          env: { ...path, ...container.env },
          user: NOBODY!,
          isReady: async () => (await inside('pg_isready', [])).code === 0,
        },
      );
      await inside('psql', ['-d', 'postgres', '-c', 'create database lab']);
    }, 60_000);

    afterAll(async () => server?.stop('SIGINT'));

    test('Its settings are taken, and a shell in its container needs no password', async () => {
      const { kubectl, says } = postgres.smoke!;
      const [, shell, ...args] = kubectl.slice(kubectl.indexOf('--'));
      expect((await inside(shell!, args)).said.trim()).toBe(says);
      expect(await asked("select setting from pg_settings where name = 'max_connections'")).toBe('40');
      expect(await asked("select pg_size_bytes(current_setting('shared_buffers')) / 2^20")).toBe('48');
      expect(await asked('select count(*) from pg_file_settings where error is not null')).toBe('0');
    });

    test('Over the network nobody comes in without the password', async () => {
      const tried = (password: string): Promise<Ended> =>
        ran(join(bin, 'psql'), ['-h', ADDRESS, '-U', 'lab', '-d', 'lab', '-tAc', 'select 1'], {
          env: { ...path, PGPASSWORD: password },
        });
      expect((await tried('guessed')).said).toContain('password authentication failed');
      expect((await tried(PASSWORD)).said.trim()).toBe('1');
    });

    test("A student's examples write and read, any number of times", async () => {
      const [client, schema] = postgres.examples(PLACE) as readonly { name: string; text: string }[];
      const script = join(temporaryFolder(), client!.name);
      writeFileSync(script, client!.text);
      const env = { PGHOST: ADDRESS, PGPASSWORD: PASSWORD };
      for (const count of [1, 2]) {
        const { code, said } = await python(script, pythonPath('postgres'), env);
        expect(said).toBe(`houses-1: ${count} predictions, 4.53 on average\n`);
        expect(code).toBe(0);
        const applied = await inside('psql', ['-v', 'ON_ERROR_STOP=1'], Buffer.from(schema!.text));
        expect(applied.code).toBe(0);
      }
      expect(await asked('select count(*) from schema_steps')).toBe('2');
    }, 30_000);

    test('The exporter shows how it does, in fewer samples than a pod may show', async () => {
      const url = `http://${ADDRESS}:9187/metrics`;
      const exporter = program('postgres-exporter');
      const { env } = emitted('postgres', 'exporter', [
        ['localhost:5432', `${ADDRESS}:5432`],
        [':9187', `${ADDRESS}:9187`],
      ]);
      const shows = await Started.start(
        exporter.path,
        ['--web.listen-address', env['PG_EXPORTER_WEB_LISTEN_ADDRESS']!],
        {
          env: { ...exporter.env, ...env },
          isReady: async () => (await fetch(url)).ok,
        },
      );
      try {
        const { names, samples } = await shownMetrics(url);
        expect([...names]).toEqual(expect.arrayContaining([...postgres.metrics!]));
        expect(samples).toBeLessThan(SCRAPE.samplesPerPod);
      } finally {
        await shows.stop();
      }
    }, 30_000);

    test('The backup goes to the bucket without a key, and brings back what was lost', async () => {
      const google = await GoogleStandIn.start(ADDRESS);
      try {
        await asked("create table weights (name text, value int); insert into weights values ('bias', 7)");
        const root = temporaryFolder();
        const run = async (name: string): Promise<Ended> => {
          const { command, env } = placedContainer({
            toolkit: postgres,
            size: 'small',
            workload: 'postgres-backup',
            container: name,
            root,
            secrets: { postgres: { password: PASSWORD } },
            here: [
              ['http://metadata.google.internal', google.url],
              ['https://storage.googleapis.com', google.url],
            ],
          });
          return ran(command[0]!, command.slice(1), { env: { ...path, ...env, PGHOST: ADDRESS } });
        };
        expect(await run('dump')).toEqual({ code: 0, said: '' });
        const { code, said } = await run('upload');
        expect(said).toMatch(new RegExp(`^gs://${PLACE.bucket}/backups/postgres/day-[1-7].dump\n$`));
        expect(code).toBe(0);
        await asked('drop table weights');
        const [dump] = google.objects.values();
        const restored = await inside('pg_restore', ['-d', 'lab', '--clean', '--if-exists'], dump);
        expect(restored).toEqual({ code: 0, said: '' });
        expect(await asked('select value from weights')).toBe('7');
      } finally {
        await google.stop();
      }
    }, 30_000);

    test('A backup of a database that sleeps says so, and is no failure', async () => {
      const { command, env } = emitted('postgres-backup', 'dump');
      const { code, said } = await ran(command[0]!, command.slice(1), {
        env: { ...path, ...env, PGHOST: ADDRESS, PGPORT: '1' },
      });
      expect({ code, said }).toEqual({ code: 0, said: 'The database sleeps: nothing to back up.\n' });
      const upload = emitted('postgres-backup', 'upload');
      expect(
        await ran(upload.command[0]!, upload.command.slice(1), { env: { ...path, ...upload.env } }),
      ).toEqual({ code: 0, said: '' });
    });
  },
);
