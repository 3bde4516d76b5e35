import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../layers';
import { temporaryFolder } from '../app/temporary-folder';
import { writePrograms } from './kube-assets/fake-programs';

function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['-r', 'tsx/cjs', join(ROOT, 'scripts/kube-assets.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, KUBEBUILDER_ASSETS: '', ...environment },
  });
}

test('Its output is the folder and nothing else, for `export KUBEBUILDER_ASSETS="$(…)"`', () => {
  const chosen = writePrograms(temporaryFolder());
  expect(run([], { KUBEBUILDER_ASSETS: chosen })).toMatchObject({
    status: 0,
    stdout: `${chosen}\n`,
    stderr: '',
  });
});

test('What cannot be had is told in words, without a stack', () => {
  const { status, stdout, stderr } = run([], { KUBEBUILDER_ASSETS: '/nonexistent' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^KUBEBUILDER_ASSETS: \/nonexistent has no etcd, .*\n$/);
});

test('A cache that cannot be written is told with its path', () => {
  expect(run([], { PRACTICUM_CACHE: '/dev/null' })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^\/dev\/null\/kube: a part of the path is a file, not a folder\. .*\n$/),
  });
});

test('An unknown option is told as such', () => {
  expect(run(['--fast'], {})).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('--fast'),
  });
});
