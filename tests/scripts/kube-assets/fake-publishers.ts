import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Publishers } from '../../../scripts/kube-assets/released-programs';
import { temporaryFolder } from '../../app/temporary-folder';
import { ANSWERS, answering, writePrograms } from './fake-programs';

/** Files that a server has, by path. */
export type Published = Readonly<Record<string, string | Buffer>>;

export const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

/** All files of a release for Linux on x64, with their checksums. */
export function publishedRelease(): Published {
  const programs = ['kube-apiserver', 'kube-controller-manager'].flatMap((name) => {
    const path = `/v1.33.13/bin/linux/amd64/${name}`;
    const program = answering(ANSWERS[name]!);
    return [
      [path, program],
      [`${path}.sha256`, sha256(program)],
    ] as const;
  });
  const archive = etcdArchive('etcd-v3.5.21-linux-amd64');
  return {
    ...Object.fromEntries(programs),
    '/v3.5.21/etcd-v3.5.21-linux-amd64.tar.gz': archive,
    '/v3.5.21/SHA256SUMS': `${'0'.repeat(64)}  etcd.sbom\n${sha256(archive)}  etcd-v3.5.21-linux-amd64.tar.gz\n`,
  };
}

/** Runs `work` with a loopback server that has these files, and tells what was asked of it. */
export async function withPublishers(
  files: Published,
  work: (publishers: Publishers, asked: readonly string[]) => Promise<void>,
): Promise<void> {
  const asked: string[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url!);
    const content = files[url!];
    response.statusCode = content === undefined ? 404 : 200;
    response.end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await work({ kubernetes: address, etcd: address }, asked);
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

function etcdArchive(name: string): Buffer {
  const folder = temporaryFolder();
  writePrograms(join(folder, name), { etcd: ANSWERS['etcd']!, etcdctl: 'etcdctl version: 3.5.21' });
  const archive = join(folder, `${name}.tar.gz`);
  execFileSync('tar', ['-czf', archive, '-C', dirname(archive), name]);
  return readFileSync(archive);
}
