import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { HOME } from '../../../../src/app/cohort-directory';
import { temporaryFolder } from '../../temporary-folder';

/** How `npm test` of a file with such tests ends on a machine that never got the programs. */
function runWithoutPrograms(environment: Readonly<Record<string, string>>): {
  code: number | null;
  said: string;
} {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(HOME, 'node_modules/jest/bin/jest.js'), 'kube-api/control-plane', '-t', 'On a real kube-apiserver'],
    {
      cwd: HOME,
      encoding: 'utf8',
      env: { ...process.env, KUBEBUILDER_ASSETS: '', PRACTICUM_CACHE: temporaryFolder(), ...environment },
    },
  );
  return { code: status, said: stderr };
}

test('Without the programs the tests on a real API are skipped, and the end says how to get them', () => {
  const { code, said } = runWithoutPrograms({ PRACTICUM_REQUIRE_KUBE: '' });
  expect(said).toContain(
    'Skipped without a real Kubernetes API: 2 tests in 1 file. `npm run kube-assets` gets its programs once',
  );
  expect(code).toBe(0);
}, 60_000);

test('Where a real API is required, missing programs are a failure that says what to run', () => {
  const { code, said } = runWithoutPrograms({ PRACTICUM_REQUIRE_KUBE: '1' });
  expect(said).toContain('its programs are not here. Run `npm run kube-assets`');
  expect(said).not.toContain('Skipped without');
  expect(code).toBe(1);
}, 60_000);
