import { stringify } from 'yaml';
import { NAME_LABEL, TOOLKIT_LABEL } from '../../kubernetes/hardened-pod';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { pods } from '../build/pods';
import { amountsOf } from '../build/standing';
import type { CatalogueImage, PlaceRight } from '../toolkit';

/** The toolkit, its controller and the account that this runs as. */
export const ARGO_WORKFLOWS = 'argo-workflows';
/** Account of a workflow's pods: it reports what they found, and nothing else. */
export const EXECUTOR = `${ARGO_WORKFLOWS}-executor`;
/** User of Argo's images. */
export const ARGO_USER = 8737;

/** Of the release that the shared chart `argo-workflows-crds` brings the kinds of. */
const image = (name: string, digest: string): CatalogueImage => ({
  ref: `quay.io/argoproj/${name}:v4.0.7@sha256:${digest}`,
  source: `a public project that pins it by digest; https://quay.io/repository/argoproj/${name}`,
  date: '2026-11',
});

export const CONTROLLER = image(
  'workflow-controller',
  '8e3ca93350c18348e50cdb1899f37d672f9995d9bf51412d86dee52da22fff19',
);
/** Goes into each pod of a workflow: before its container, and beside it. */
export const EXECUTOR_IMAGE = image(
  'argoexec',
  'eb2a7ca4d678a0c8c4f2de44f815f02d9eb12ac4609855f897744139aef220b4',
);

const READ = ['get', 'list', 'watch'];
const READ_WRITE = [...READ, 'create', 'update', 'patch', 'delete'];

/** Of workflows; `group` is Argo's own. */
const right = (
  apiGroup: string,
  resources: readonly string[],
  verbs: readonly string[],
  account?: string,
): PlaceRight => ({ apiGroup, resources, verbs, ...(account === undefined ? {} : { account }) });

/**
 * What the controller of a place does there. Left out of what Argo's own role gives: going into pods and Secrets, which not
 * all hold who start pods, and events, which nobody but the cluster writes.
 */
export const ARGO_RIGHTS: readonly PlaceRight[] = [
  right('', ['pods'], READ_WRITE),
  right('', ['configmaps'], READ),
  right('', ['persistentvolumeclaims'], ['get', 'create', 'update', 'delete']),
  right('', ['serviceaccounts'], ['get', 'list']),
  right('policy', ['poddisruptionbudgets'], ['get', 'create', 'delete']),
  right('argoproj.io', ['workflows', 'workflowtasksets', 'workflowartifactgctasks'], READ_WRITE),
  right('argoproj.io', ['cronworkflows'], [...READ, 'update', 'patch', 'delete']),
  right('argoproj.io', ['workflowtemplates'], READ),
  right('argoproj.io', ['workflowtaskresults'], ['list', 'watch', 'deletecollection']),
  right('argoproj.io', ['workflows/finalizers', 'cronworkflows/finalizers'], ['update']),
  right('argoproj.io', ['workflowtaskresults'], ['create', 'patch'], EXECUTOR),
];

/** The controller of each size, and what one pod of a workflow may use. */
const AMOUNTS: Readonly<Record<ToolkitSize, { readonly controller: PodGroup; readonly steps: PodGroup }>> = {
  small: {
    controller: pods(1, ['50m', '250m'], ['96Mi', '256Mi'], '128Mi'),
    steps: pods(2, ['100m', '600m'], ['160Mi', '448Mi'], '768Mi'),
  },
  normal: {
    controller: pods(1, ['100m', '500m'], ['128Mi', '384Mi'], '128Mi'),
    steps: pods(4, ['100m', '600m'], ['160Mi', '448Mi'], '768Mi'),
  },
  large: {
    controller: pods(1, ['100m', '1'], ['192Mi', '512Mi'], '128Mi'),
    steps: pods(8, ['100m', '600m'], ['160Mi', '448Mi'], '768Mi'),
  },
};

export const argoAmounts = (size: ToolkitSize): (typeof AMOUNTS)['small'] => AMOUNTS[size];

/** Each container of the executor. */
const EXECUTOR_AMOUNTS = pods(1, ['10m', '100m'], ['32Mi', '96Mi'], '128Mi');
/** A container of a workflow that says nothing of what it needs. */
const STEP_AMOUNTS = pods(1, ['50m', '250m'], ['64Mi', '256Mi'], '512Mi');

const CONTAINER_SECURITY = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/**
 * Settings of a place's controller: as many steps at once as there is room for, and for each workflow that says nothing
 * else what the place's rules ask of a pod.
 */
export const argoSettings = (size: ToolkitSize): string =>
  stringify({
    parallelism: argoAmounts(size).steps.count,
    nodeEvents: { enabled: false },
    workflowEvents: { enabled: false },
    metricsConfig: { enabled: false },
    telemetryConfig: { enabled: false },
    executor: { resources: amountsOf(EXECUTOR_AMOUNTS), securityContext: CONTAINER_SECURITY },
    mainContainer: { resources: amountsOf(STEP_AMOUNTS), securityContext: CONTAINER_SECURITY },
    workflowDefaults: {
      spec: {
        serviceAccountName: EXECUTOR,
        automountServiceAccountToken: true,
        parallelism: argoAmounts(size).steps.count,
        activeDeadlineSeconds: 3600,
        ttlStrategy: { secondsAfterCompletion: 86_400 },
        podGC: { strategy: 'OnPodSuccess' },
        podMetadata: { labels: { [NAME_LABEL]: EXECUTOR, [TOOLKIT_LABEL]: ARGO_WORKFLOWS } },
        securityContext: {
          runAsNonRoot: true,
          runAsUser: ARGO_USER,
          runAsGroup: ARGO_USER,
          fsGroup: ARGO_USER,
          seccompProfile: { type: 'RuntimeDefault' },
        },
      },
    },
  });
