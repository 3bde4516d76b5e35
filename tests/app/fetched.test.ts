import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { FetchProblem } from '../../src/app/fetched';
import { fetched, fetchedText } from '../../src/app/fetched';
import { LoopbackRegistry } from './charts/loopback-registry';

let registry: LoopbackRegistry;
let base: string;

beforeEach(async () => {
  registry = await LoopbackRegistry.start();
  base = `http://${registry.host}`;
  registry.files.set('/chart', Buffer.from('a chart'));
});
afterEach(() => registry.stop());

const refusal = (path: string): Promise<FetchProblem> =>
  fetchedText(`${base}${path}`).then(
    (text) => {
      throw new Error(`It came: ${text}`);
    },
    (error: FetchProblem) => error,
  );

test('An address that leads to another is followed, wherever it is written from', async () => {
  registry.redirects.set('/old', '/older').set('/older', `${base}/chart`);
  expect(await fetchedText(`${base}/old`)).toBe('a chart');
});

test('Nothing is followed into the clear, and nobody is asked there', async () => {
  registry.redirects.set('/old', 'http://charts.example.edu/chart');
  const { message, got, address } = await refusal('/old');
  expect([message, got, address]).toEqual([
    'it leads to an address without https',
    'http://charts.example.edu/chart',
    `${base}/old`,
  ]);
});

test('What leads in a circle, and what leads nowhere, is refused', async () => {
  registry.redirects.set('/one', '/two').set('/two', '/one').set('/odd', 'http://');
  expect((await refusal('/one')).message).toBe('it leads on and on, and to nothing');
  expect((await refusal('/odd')).message).toBe('it leads to an address without https');
});

test('An archive comes as it lies there, also from who tells browsers that it is packed for the way', async () => {
  const archive = gzipSync('a chart');
  const store = createServer(({ headers }, response) => {
    const packs = (headers['accept-encoding'] ?? '').includes('gzip');
    response.writeHead(200, packs ? { 'content-encoding': 'gzip' } : {}).end(archive);
  });
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = store.address() as AddressInfo;
    expect(Buffer.from(await fetched(`http://127.0.0.1:${port}/base.tgz`))).toEqual(archive);
  } finally {
    store.closeAllConnections();
    await new Promise((resolve) => store.close(resolve));
  }
});

test('What a registry gave is shown to that registry and to nobody whom it leads to', async () => {
  const shown: (string | undefined)[] = [];
  const store = createServer(({ headers }, response) => {
    shown.push(headers.authorization);
    response.end('a blob');
  });
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  try {
    registry.redirects.set('/blob', `http://127.0.0.1:${(store.address() as AddressInfo).port}/blob`);
    expect(await fetchedText(`${base}/blob`, { authorised: { header: 'Bearer t0ken' } })).toBe('a blob');
    expect(shown).toEqual([undefined]);
  } finally {
    store.closeAllConnections();
    await new Promise((resolve) => store.close(resolve));
  }
});
