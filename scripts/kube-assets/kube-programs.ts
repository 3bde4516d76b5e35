/** A program of a Kubernetes control plane, in the version that the tests are written against. */
export interface KubeProgram {
  readonly name: string;
  readonly version: string;
}

/** What a control plane without nodes is made of; go/go.mod pins the same versions. */
export const KUBE_PROGRAMS: readonly KubeProgram[] = [
  { name: 'etcd', version: '3.5.21' },
  { name: 'kube-apiserver', version: '1.33.13' },
  { name: 'kube-controller-manager', version: '1.33.13' },
];

/** Version of Kubernetes among them. */
export const KUBERNETES = KUBE_PROGRAMS[1]!.version;
