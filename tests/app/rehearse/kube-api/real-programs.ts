/** Folder of etcd, kube-apiserver and kube-controller-manager; none if nobody set it. */
export const PROGRAMS = process.env['KUBEBUILDER_ASSETS'];

/** Says in the list of tests why those with a real API server did not run. */
export function onRealApi(tests: (programs: string) => void): void {
  if (PROGRAMS !== undefined) describe('On a real kube-apiserver', () => tests(PROGRAMS));
  else describe.skip('On a real kube-apiserver: skipped, KUBEBUILDER_ASSETS is not set', () => tests(''));
}
