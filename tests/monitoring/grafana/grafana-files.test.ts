import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { freePorts } from '../../../src/app/rehearse/kube-api/free-ports';
import { grafanaFiles } from '../../../src/monitoring/grafana/grafana-files';
import { program, withPrograms } from '../programs';

const FILES = grafanaFiles({
  metrics: 'metrics.practicum-monitoring.svc:8443',
  namespace: 'amara-okafor',
  scrapeSeconds: 30,
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'practicum-grafana-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('The data source is the sidecar, under the name that boards ask for, and nobody can change it', () => {
  const { datasources, prune } = parse(FILES['datasources.yaml']!) as {
    readonly prune: boolean;
    readonly datasources: readonly Record<string, unknown>[];
  };
  expect(prune).toBe(true);
  expect(datasources).toHaveLength(1);
  expect(datasources[0]).toMatchObject({
    uid: 'metrics',
    type: 'prometheus',
    url: 'http://127.0.0.1:9090',
    editable: false,
    jsonData: { timeInterval: '30s' },
  });
  expect(FILES['datasources.yaml']).not.toMatch(/secure|token|password/i);
});

describe('Before Grafana starts', () => {
  const boards = createServer((request, response) => {
    if (request.url === '/redis.json') response.end('{"uid":"redis"}');
    else response.writeHead(404).end();
  });
  let url: string;
  beforeAll(async () => {
    await once(boards.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(boards.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    boards.closeAllConnections();
    await new Promise((closed) => boards.close(closed));
  });

  /** Runs the script as the pod does; the one server of this process answers while it runs. */
  const prepare = async (names: string, boardsUrl = url): Promise<{ code: number; errors: string }> => {
    writeFileSync(join(folder, 'prepare.sh'), FILES['prepare.sh']!);
    mkdirSync(join(folder, 'home'), { recursive: true });
    mkdirSync(join(folder, 'boards'), { recursive: true });
    const child = spawn('/bin/sh', [join(folder, 'prepare.sh')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME_FOLDER: join(folder, 'home'),
        BOARDS_FOLDER: join(folder, 'boards'),
        BOARDS_URL: boardsUrl,
        BOARDS: names,
      },
    });
    let errors = '';
    child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    return { code, errors };
  };
  const password = (): string => readFileSync(join(folder, 'home', 'password'), 'utf8');

  test('a password is made that nobody else has, and kept when the pod restarts', async () => {
    expect(await prepare('redis.json')).toMatchObject({ code: 0, errors: '' });
    const first = password();
    expect(first).toMatch(/^[A-HJ-NP-Za-km-z2-9]{20}$/);
    expect(statSync(join(folder, 'home', 'password')).mode & 0o077).toBe(0);
    await prepare('redis.json');
    expect(password()).toBe(first);
    rmSync(join(folder, 'home'), { recursive: true });
    await prepare('redis.json');
    expect(password()).not.toBe(first);
  });

  test('boards are fetched, and one that is missing keeps nobody from their Grafana', async () => {
    const { code, errors } = await prepare('redis.json gone.json');
    expect(code).toBe(0);
    expect(errors).toContain(`No gone.json from ${url}; Grafana starts without it`);
    expect(readdirSync(join(folder, 'boards'))).toEqual(['redis.json']);
    expect(readFileSync(join(folder, 'boards', 'redis.json'), 'utf8')).toBe('{"uid":"redis"}');
  }, 20_000);
});

withPrograms(['nginx', 'ngx_http_js_module.so'], () => {
  const asked: IncomingHttpHeaders[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.headers);
    request.resume().on('end', () => response.end('{}'));
  });
  let upstream: string;
  beforeAll(async () => {
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    upstream = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    proxy.closeAllConnections();
    await new Promise((closed) => proxy.close(closed));
  });

  /** The emitted files, with the addresses and folders of this test in the place of the pod's. */
  const start = async (files: Readonly<Record<string, string>>, metrics: string) => {
    const [port] = (await freePorts(1)) as [number];
    const here = (text: string): string =>
      text
        // First, since this test's own folder is in there too.
        .replaceAll('/tmp/', `${folder}/`)
        .replace('modules/ngx_http_js_module.so', program('ngx_http_js_module.so').path)
        .replaceAll('/etc/practicum/', `${folder}/`)
        .replaceAll('/var/run/secrets/practicum', folder)
        .replace('listen 127.0.0.1:9090', `listen 127.0.0.1:${port}`)
        .replace(`https://${metrics}`, `http://${upstream}`);
    writeFileSync(join(folder, 'nginx.conf'), here(files['nginx.conf']!));
    writeFileSync(join(folder, 'token.js'), here(files['token.js']!));
    const { path, env } = program('nginx');
    const child = spawn(
      path,
      ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off; user root;'],
      {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let errors = '';
    child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
    const url = `http://127.0.0.1:${port}/api/v1/query?query=up`;
    for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
      if (
        await fetch(url).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        break;
      await pause(25);
    }
    if (child.exitCode !== null) throw new Error(errors);
    const stop = async (): Promise<void> => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    };
    return { url, stop };
  };

  test('the sidecar shows the token as it is now, and names its own namespace, whatever is asked', async () => {
    writeFileSync(join(folder, 'token'), 'first\n');
    const { url, stop } = await start(FILES, 'metrics.practicum-monitoring.svc:8443');
    try {
      expect(asked.at(-1)).toMatchObject({ authorization: 'Bearer first', 'x-namespace': 'amara-okafor' });
      writeFileSync(join(folder, 'token'), 'second\n');
      await fetch(url, {
        method: 'POST',
        headers: { 'X-Namespace': 'bo-lindqvist', Authorization: 'Bearer stolen' },
      });
      expect(asked.at(-1)).toMatchObject({ authorization: 'Bearer second', 'x-namespace': 'amara-okafor' });
    } finally {
      await stop();
    }
  });

  test('that of the staff names none', async () => {
    writeFileSync(join(folder, 'token'), 'staff');
    const files = grafanaFiles({ metrics: 'metrics.practicum-monitoring.svc:8444', scrapeSeconds: 30 });
    const { stop } = await start(files, 'metrics.practicum-monitoring.svc:8444');
    try {
      expect(asked.at(-1)).toMatchObject({ authorization: 'Bearer staff' });
      expect(asked.at(-1)).not.toHaveProperty('x-namespace');
    } finally {
      await stop();
    }
  });

  test('nginx itself finds nothing wrong in what is emitted', () => {
    writeFileSync(
      join(folder, 'nginx.conf'),
      FILES['nginx.conf']!.replaceAll('/tmp/', `${folder}/`)
        .replace('modules/ngx_http_js_module.so', program('ngx_http_js_module.so').path)
        .replaceAll('/etc/practicum/', `${folder}/`)
        // Names of Services are known in a cluster only.
        .replace('metrics.practicum-monitoring.svc', '127.0.0.1'),
    );
    writeFileSync(join(folder, 'token.js'), FILES['token.js']!);
    const { path, env } = program('nginx');
    execFileSync(path, ['-t', '-q', '-p', folder, '-c', join(folder, 'nginx.conf')], { env, stdio: 'pipe' });
  });
});
