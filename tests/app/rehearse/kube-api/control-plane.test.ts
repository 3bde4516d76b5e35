import fs, { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ControlPlane } from '../../../../src/app/rehearse/kube-api/control-plane';
import { temporaryFolder } from '../../temporary-folder';
import { selfSigned } from '../../../monitoring/alertmanager/self-signed';
import { onRealApi } from './real-programs';

/** A folder whose programs are these shell scripts. */
function programs(scripts: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const made = jest.spyOn(fs, 'mkdtempSync');

/** Folders of this file's control planes; other files start some at the same time. */
const leftFolders = (): readonly string[] =>
  made.mock.results
    .map(({ value }) => String(value))
    .filter((folder) => folder.includes('practicum-kube-') && existsSync(folder));

test('A folder without the programs is refused by name', async () => {
  const folder = programs({ etcd: '' });
  await expect(ControlPlane.start(folder)).rejects.toThrow(
    new Error(`KUBEBUILDER_ASSETS: ${folder} has no kube-apiserver, no kube-controller-manager`),
  );
});

test('A program that ends at once is told of with its last words, and nothing of the others stays', async () => {
  const before = leftFolders();
  const folder = programs({
    etcd: 'exec sleep 60',
    'kube-apiserver': 'echo "unknown flag: --etcd-servers"; exit 3',
    'kube-controller-manager': 'exec sleep 60',
  });
  await expect(ControlPlane.start(folder)).rejects.toThrow(
    new Error('kube-apiserver ended with exit code 3:\nunknown flag: --etcd-servers'),
  );
  expect(leftFolders()).toEqual(before);
});

test('What was started is ended when a start fails', async () => {
  const pid = join(temporaryFolder(), 'pid');
  const folder = programs({
    etcd: `echo $$ > ${pid}; exec sleep 60`,
    'kube-apiserver': `while [ ! -s ${pid} ]; do sleep 0.01; done; exit 1`,
    'kube-controller-manager': '',
  });
  await expect(ControlPlane.start(folder)).rejects.toThrow('kube-apiserver ended with exit code 1');
  const id = Number(readFileSync(pid, 'utf8'));
  expect(id).toBeGreaterThan(0);
  expect(() => process.kill(id, 0)).toThrow('ESRCH');
});

test('A certificate that is half written when it is looked at is read again', async () => {
  const { key, cert } = selfSigned();
  const server = join(temporaryFolder(), 'server.js');
  writeFileSync(
    server,
    `const { writeFileSync, mkdirSync } = require('node:fs');
    const flag = (name) => process.argv.find((each) => each.startsWith('--' + name + '=')).split('=')[1];
    const [key, cert] = ${JSON.stringify([key, cert])};
    mkdirSync(flag('cert-dir'), { recursive: true });
    const file = flag('cert-dir') + '/apiserver.crt';
    require('node:https').createServer({ key, cert }, (_, answer) => answer.end('ok'))
      .listen(Number(flag('secure-port')), '127.0.0.1', () => {
        writeFileSync(file, cert.slice(0, cert.length / 2));
        setTimeout(() => writeFileSync(file, cert), 500);
      });`,
  );
  const plane = await ControlPlane.start(
    programs({
      etcd: 'exec sleep 60',
      'kube-apiserver': `exec '${process.execPath}' '${server}' "$@"`,
      'kube-controller-manager': 'exec sleep 60',
    }),
  );
  expect((await plane.connection.request('GET', '/readyz')).status).toBe(200);
  await plane.stop();
}, 20_000);

onRealApi((real) => {
  test('It answers when it is started, and leaves nothing when it is stopped', async () => {
    const before = leftFolders();
    const plane = await ControlPlane.start(real);
    expect(leftFolders()).toHaveLength(before.length + 1);
    const { connection } = plane;
    expect(await connection.request('GET', '/version')).toMatchObject({ status: 200, body: { major: '1' } });
    await plane.stop();
    expect(leftFolders()).toEqual(before);
    await expect(connection.request('GET', '/version')).rejects.toThrow('ECONNREFUSED');
  }, 90_000);

  test('Two stand beside each other', async () => {
    const planes = await Promise.all([ControlPlane.start(real), ControlPlane.start(real)]);
    const answers = await Promise.all(planes.map(({ connection }) => connection.request('GET', '/readyz')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all(planes.map((plane) => plane.stop()));
  }, 90_000);
});
