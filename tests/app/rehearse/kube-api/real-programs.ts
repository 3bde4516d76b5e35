import { homedir } from 'node:os';
import { tryFindPrograms } from '../../../../scripts/kube-assets/find-programs';

/** Folder of etcd, kube-apiserver and kube-controller-manager; none on a machine that never got them. */
export const PROGRAMS = tryFindPrograms(process.env, homedir());

/** Tests on a real API server; without its programs they are skipped by name, or fail where it is required. */
export function onRealApi(tests: (programs: string) => void): void {
  if (PROGRAMS !== undefined) describe('On a real kube-apiserver', () => tests(PROGRAMS));
  else if (process.env['PRACTICUM_REQUIRE_KUBE'] === '1') {
    test('On a real kube-apiserver', () => {
      throw new Error(
        'PRACTICUM_REQUIRE_KUBE asks for a real Kubernetes API, and its programs are not here. ' +
          'Run `npm run kube-assets`; docs/testing.md says what it does.',
      );
    });
  } else describe.skip('On a real kube-apiserver: skipped, its programs are not here', () => tests(''));
}
