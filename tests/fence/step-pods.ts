import { parse } from 'yaml';
import { EXECUTOR_IMAGE, argoSettings } from '../../src/core/catalogue/argo-workflows/settings';
import { PYTHON_IMAGE } from '../../src/core/catalogue/build/python-image';
import type { Attributes } from '../../src/rehearsal/values/value';

/** The two places of these tests. */
export const HERE = 'amara-okafor';
export const THERE = 'bjork-g';

/** Settings of the controller, as it reads them. */
const SETTINGS = parse(argoSettings('small')) as {
  readonly executor: Attributes;
  readonly mainContainer: Attributes;
  readonly workflowDefaults: {
    readonly spec: {
      readonly serviceAccountName: string;
      readonly podMetadata: Attributes;
      readonly securityContext: Attributes;
    };
  };
};

/** The pod that Argo makes of a step that says nothing but its image: with its own container before and beside it. */
export function stepPod(namespace = HERE, spec: Attributes = {}, main: Attributes = {}): Attributes {
  const { serviceAccountName, podMetadata, securityContext } = SETTINGS.workflowDefaults.spec;
  const argo = { image: EXECUTOR_IMAGE.ref, ...SETTINGS.executor };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...podMetadata, generateName: 'houses-', namespace },
    spec: {
      serviceAccountName,
      securityContext,
      restartPolicy: 'Never',
      volumes: [{ name: 'argo', emptyDir: {} }],
      initContainers: [{ name: 'init', ...argo, command: ['argoexec', 'init'] }],
      containers: [
        { name: 'wait', ...argo, command: ['argoexec', 'wait'] },
        { name: 'main', image: PYTHON_IMAGE.ref, ...SETTINGS.mainContainer, ...main },
      ],
      ...spec,
    },
  };
}

/** Steps that a place refuses, with what it says. */
export const FORBIDDEN_STEPS: readonly (readonly [string, () => Attributes, RegExp])[] = [
  [
    'a folder of its node',
    () => stepPod(HERE, { volumes: [{ name: 'argo', hostPath: { path: '/' } }] }),
    /hostPath|volumes: only/,
  ],
  [
    'an image that the course does not allow',
    () => stepPod(HERE, {}, { image: 'docker.io/example/miner' }),
    /is not allowed here/,
  ],
  [
    "another's image",
    () => stepPod(HERE, {}, { image: `us-west1-docker.pkg.dev/mlops-fall27-c1/${THERE}/secret` }),
    /is not allowed here/,
  ],
  [
    'an account of the staff',
    () => stepPod(HERE, { serviceAccountName: 'prometheus' }),
    /serviceaccount "prometheus" not found/,
  ],
  ['the network of its node', () => stepPod(HERE, { hostNetwork: true }), /PodSecurity/],
  [
    'more rights than its node gives',
    () => stepPod(HERE, {}, { securityContext: { privileged: true } }),
    /PodSecurity/,
  ],
  [
    'a place before others',
    () => stepPod(HERE, { priorityClassName: 'system-node-critical' }),
    /priorityClassName|quota/,
  ],
  [
    'more than there is',
    () => stepPod(HERE, {}, { resources: { requests: { cpu: '64' }, limits: { cpu: '64' } } }),
    /maximum cpu|exceeded quota/,
  ],
  [
    'a Secret',
    () => stepPod(HERE, {}, { envFrom: [{ secretRef: { name: 'any' } }] }),
    /may not read the Secrets/,
  ],
];
