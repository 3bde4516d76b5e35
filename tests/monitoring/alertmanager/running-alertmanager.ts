import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { program } from '../programs';

/** An alert as Prometheus posts it. */
export interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The real Alertmanager, on loopback. */
export interface RunningAlertmanager {
  post(alerts: readonly PostedAlert[]): Promise<void>;
  /** Everything it knows of alerts, as JSON. */
  alerts(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts it with `config`, trusting `authority`. */
export async function startAlertmanager(config: string, authority: string): Promise<RunningAlertmanager> {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-alertmanager-'));
  writeFileSync(join(folder, 'alertmanager.yml'), config);
  writeFileSync(join(folder, 'authority.pem'), authority);
  const address = `127.0.0.1:${await freePort()}`;
  const { path, env } = program('alertmanager');
  const child = spawn(
    path,
    [
      '--config.file=alertmanager.yml',
      '--storage.path=data',
      `--web.listen-address=${address}`,
      '--cluster.listen-address=',
    ],
    {
      cwd: folder,
      env: { ...env, SSL_CERT_FILE: join(folder, 'authority.pem') },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  for (let tries = 0; !(await isReady(address)); tries++) {
    if (tries > 100 || child.exitCode !== null) {
      await stop();
      throw new Error(`Alertmanager did not start:\n${log}`);
    }
    await pause(100);
  }
  const api = `http://${address}/api/v2/alerts`;
  return {
    async post(alerts) {
      const response = await fetch(api, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(alerts),
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    },
    alerts: async () => (await fetch(api)).text(),
    stop,
  };
}

const isReady = (address: string): Promise<boolean> =>
  fetch(`http://${address}/-/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
