import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { downloadText, downloadVerified, publishedSum } from '../../../scripts/kube-assets/verified-download';
import { freePorts } from '../../../src/app/rehearse/kube-api/free-ports';
import { temporaryFolder } from '../../app/temporary-folder';
import { sha256, withPublishers } from './fake-publishers';

const NEVER = new AbortController().signal;
const [A, B] = [sha256('a'), sha256('b')];

test.each([
  ['a sum alone', `${A}\n`, A],
  ['a list', `${B}  other\n${A}  program\n`, A],
  ['a list of files that were read as bytes', `${A} *program\n`, A],
  ['a list without the file', `${B}  other\n`, undefined],
  ['several sums without names', `${A}\n${B}\n`, undefined],
  ['a page that is no list', '<html>Log in first</html>', undefined],
])('The published checksum is found in %s', (_, list, sum) =>
  expect(publishedSum(list, 'program')).toBe(sum),
);

test('A file is kept whole when it has the published checksum', async () => {
  const content = Buffer.alloc(300_000, 'practicum');
  const path = join(temporaryFolder(), 'program');
  await withPublishers({ '/program': content }, async ({ etcd }) => {
    await downloadVerified(`${etcd}/program`, path, sha256(content), NEVER);
  });
  expect(readFileSync(path).equals(content)).toBe(true);
});

test('A file with another checksum than the published one is refused, with both', async () => {
  const path = join(temporaryFolder(), 'program');
  await withPublishers({ '/program': 'b' }, async ({ etcd }) => {
    await expect(downloadVerified(`${etcd}/program`, path, A, NEVER)).rejects.toThrow(
      `${etcd}/program is refused: its SHA-256 is ${B}, the published one is ${A}`,
    );
  });
});

test('What a server does not have is told with its answer', async () => {
  await withPublishers({}, async ({ etcd }) => {
    await expect(downloadText(`${etcd}/none`, NEVER)).rejects.toThrow(`${etcd}/none: the server answers 404`);
  });
});

test('A machine that cannot be reached is told with the reason', async () => {
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}/none`;
  await expect(downloadText(url, NEVER)).rejects.toThrow(`${url}: connect ECONNREFUSED 127.0.0.1:${port}`);
});

test('A server that says nothing, or no more, is waited for only so long', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    socket.once('data', (request: Buffer) => {
      if (request.includes('/begins')) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const patience = { answer: 300, stall: 100 };
  await expect(downloadText(`${address}/silent`, NEVER, patience)).rejects.toThrow('no answer within 0.3 s');
  await expect(downloadText(`${address}/begins`, NEVER, patience)).rejects.toThrow('no answer within 0.1 s');
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, 'close');
});

test('Whoever stops us stops a download, and is given as the reason', async () => {
  const stop = AbortSignal.abort(new Error('Stopped'));
  await expect(downloadText('http://127.0.0.1/none', stop)).rejects.toThrow('Stopped');
});
