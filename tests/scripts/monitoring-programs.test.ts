import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DEBIAN_BUNDLES } from '../../scripts/monitoring-programs/wanted-programs';
import { temporaryFolder } from '../app/temporary-folder';
import { ROOT } from '../layers';
import { putFile } from './monitoring-programs/fake-machine';

function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(
    process.execPath,
    ['-r', 'tsx/cjs', join(ROOT, 'scripts/monitoring-programs.ts'), ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    },
  );
}

test('Its output is a line with name and path for each program, and nothing else', () => {
  const chosen = temporaryFolder();
  const names = [
    ...DEBIAN_BUNDLES.flatMap(({ programs }) => Object.keys(programs)),
    'prom-label-proxy',
    'k6',
  ];
  for (const name of names) putFile(join(chosen, name));
  expect(run(['--k6'], { PRACTICUM_MONITORING_BIN: chosen })).toMatchObject({
    status: 0,
    stdout: names.map((name) => `${name}\t${join(chosen, name)}\n`).join(''),
    stderr: '',
  });
});

test('What cannot be had is told in words, without a stack', () => {
  const { status, stdout, stderr } = run([], { PRACTICUM_MONITORING_BIN: '/nonexistent' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^PRACTICUM_MONITORING_BIN: \/nonexistent has no prometheus\. .*\n$/);
});

test('An unknown option is told as such', () => {
  expect(run(['--fast'], {})).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('--fast'),
  });
});
