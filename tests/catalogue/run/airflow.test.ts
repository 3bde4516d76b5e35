import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AirflowPart } from '../../../src/core/catalogue/airflow/settings';
import { airflow } from '../../../src/core/catalogue/airflow/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { GoogleStandIn } from './google-stand-in';
import { pythonPath, withParts } from './parts';
import { placedContainer } from './placed-container';
import { Started } from './started';

const ADDRESS = '127.61.79.6';
const PLACE = placeOf(airflow, 'small');
const PASSWORD = 'aB3dE5gH7jK9mN1pQ3rS5tU7';
const SECRETS = {
  airflow: {
    'fernet-seed': 'Fx1Fx2Fx3Fx4Fx5Fx6Fx7Fx8',
    password: PASSWORD,
    'session-key': 'Sx1Sx2Sx3Sx4Sx5Sx6Sx7Sx8',
    'token-key': 'Tx1Tx2Tx3Tx4Tx5Tx6Tx7Tx8',
  },
};
const LONGEST = 120_000;

withParts({ python: ['airflow'], onPath: ['python3'] }, () => {
  const root = temporaryFolder();
  const bin = join(root, 'bin');
  const started: Started[] = [];
  let google: GoogleStandIn;

  /** One container, with the disk and the folders that it shares with the others. */
  async function start(name: AirflowPart, isReady: () => Promise<boolean>): Promise<Started> {
    const { command, env } = placedContainer({
      toolkit: airflow,
      size: 'small',
      workload: 'airflow',
      container: name,
      root,
      secrets: SECRETS,
      here: [
        ['0.0.0.0', ADDRESS],
        ['localhost:8080', `${ADDRESS}:8080`],
        ['http://metadata.google.internal', google.url],
        ['https://storage.googleapis.com', google.url],
      ],
    });
    const container = await Started.start(command[0]!, command.slice(1), {
      env: {
        ...env,
        EVERY_SECONDS: '1',
        HOME: root,
        PATH: `${bin}:${process.env['PATH']}`,
        PYTHONPATH: pythonPath('airflow'),
      },
      cwd: root,
      isReady,
    });
    started.push(container);
    return container;
  }

  const call = async (
    path: string,
    token?: string,
    body?: unknown,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await fetch(`http://${ADDRESS}:8080${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        'Content-Type': 'application/json',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
    });
    return { status: answer.status, ...((await answer.json()) as object) };
  };

  async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    for (const end = performance.now() + LONGEST; performance.now() < end; await sleep(1000)) {
      const found = await look().catch(() => undefined);
      if (found !== undefined) return found;
    }
    throw new Error(`Not in time: ${what}\n${started.map(({ said }) => said.slice(-6000)).join('\n---\n')}`);
  }

  beforeAll(async () => {
    google = await GoogleStandIn.start(ADDRESS);
    mkdirSync(bin);
    writeFileSync(join(bin, 'airflow'), '#!/bin/sh\nexec python3 -m airflow "$@"\n', { mode: 0o755 });
    const now = (): Promise<boolean> => Promise.resolve(true);
    // It mounts less than the others, and so has less mapped in the script that they start with: they lay it anew.
    await start('dags', now);
    await start('scheduler', now);
    await start('dag-processor', now);
    await start('api-server', async () => (await fetch(`http://${ADDRESS}:8080/api/v2/monitor/health`)).ok);
  }, LONGEST);

  afterAll(async () => {
    await Promise.all(started.map((each) => each.stop()));
    await google?.stop();
  }, 30_000);

  test('Nobody comes in without the password of the Secret', async () => {
    const login = (password: string): Promise<Readonly<Record<string, unknown>>> =>
      call('/auth/token', undefined, { username: 'lab', password });
    expect((await login('guessed'))['status']).toBe(401);
    expect((await call('/api/v2/dags'))['status']).toBe(401);
    expect(await login(PASSWORD)).toEqual({ status: 201, access_token: expect.any(String) });
  });

  test(
    'A DAG that a student puts into the bucket is seen, and runs to success',
    async () => {
      const { access_token } = await call('/auth/token', undefined, { username: 'lab', password: PASSWORD });
      const token = String(access_token);
      const [file] = airflow.examples(PLACE);
      google.objects.set(`/${PLACE.bucket}/dags/houses.py`, Buffer.from((file as { text: string }).text));
      await until('the DAG is seen', async () =>
        (await call('/api/v2/dags/houses', token))['is_paused'] === false ? true : undefined,
      );
      await call('/api/v2/dags/houses/dagRuns', token, { dag_run_id: 'mine', logical_date: null });
      const state = await until('the run ends', async () => {
        const run = await call('/api/v2/dags/houses/dagRuns/mine', token);
        return ['success', 'failed'].includes(String(run['state'])) ? run['state'] : undefined;
      });
      expect(state).toBe('success');
      const judged = '/api/v2/dags/houses/dagRuns/mine/taskInstances/judge';
      expect((await call(`${judged}/xcomEntries/return_value`, token))['value']).toBe(0.043);
      expect(JSON.stringify(await call(`${judged}/logs/1`, token))).toContain('mean error 0.043');
    },
    2 * LONGEST,
  );

  test('A DAG in the ConfigMap comes too, and one that is taken out of the bucket goes', async () => {
    const at = (path: string): string => join(root, path);
    writeFileSync(at('own/mine.py'), '# a DAG');
    google.objects.delete(`/${PLACE.bucket}/dags/houses.py`);
    await until('the folder is as it should be', () =>
      Promise.resolve(readdirSync(at('dags')).join() === 'mine.py' ? true : undefined),
    );
    expect(readFileSync(at('dags/mine.py'), 'utf8')).toBe('# a DAG');
  }, 30_000);

  test('Health is what the smoke check says', async () => {
    const health = await (await fetch(`http://${ADDRESS}:8080/api/v2/monitor/health`)).text();
    expect(health).toContain(airflow.smoke!.says);
  });
});
