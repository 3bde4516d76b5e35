import { Construct } from 'constructs';
import { GPU_TAINT } from '../../src/core/domain/gpu-machines';
import { LONGEST_GOODBYE, NODE_LABELS, POOL_LABEL, TOLERATED } from '../../src/core/kubernetes/pod-bounds';
import type { NamedExpression, Validation } from './admission-policy';
import { AdmissionPolicy } from './admission-policy';
import { celList } from './cel-list';
import { CONTAINERS, OLD_POD_SPEC, POD_MAKERS, POD_SPEC, VOLUMES } from './pod-spec';
import { LAB_PRIORITY } from './priority-classes';

/** Policy that says where tenants' pods run, how much they matter, and what they mount. */
export const POD_POLICY = 'practicum-pods';

/** Volumes that hold only what is the tenant's; new kinds stay out until they are named here. */
const VOLUME_KINDS = [
  'configMap',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;
const BUCKET_DRIVER = 'gcsfuse.csi.storage.gke.io';

/** Terms of node affinity, wished for or demanded. */
const NODE_TERMS: NamedExpression = {
  name: 'nodeTerms',
  expression:
    'variables.spec.?affinity.?nodeAffinity.?requiredDuringSchedulingIgnoredDuringExecution.?nodeSelectorTerms.orValue([]) + ' +
    'variables.spec.?affinity.?nodeAffinity.?preferredDuringSchedulingIgnoredDuringExecution.orValue([]).map(t, t.preference)',
};

/** Terms of affinity to other pods and against them, wished for or demanded. */
const POD_TERMS: NamedExpression = {
  name: 'podTerms',
  expression: ['podAffinity', 'podAntiAffinity']
    .flatMap((kind) => [
      `variables.spec.?affinity.?${kind}.?requiredDuringSchedulingIgnoredDuringExecution.orValue([])`,
      `variables.spec.?affinity.?${kind}.?preferredDuringSchedulingIgnoredDuringExecution.orValue([]).map(t, t.podAffinityTerm)`,
    ])
    .join(' + '),
};

const POD_VALIDATIONS: readonly Validation[] = [
  {
    expression: `variables.spec.?terminationGracePeriodSeconds.orValue(0) <= ${LONGEST_GOODBYE}`,
    message: `terminationGracePeriodSeconds: at most ${LONGEST_GOODBYE}; a namespace goes only when its last pod has`,
  },
  {
    // The scheduler writes it into a pod that stands; the API server lets nobody else change it there.
    expression:
      "variables.spec.?nodeName.orValue('') == '' || oldObject != null && " +
      "variables.oldSpec.?nodeName.orValue('') == variables.spec.nodeName",
    message: 'nodeName: the scheduler chooses the node; leave it out',
  },
  {
    expression: `variables.spec.?priorityClassName.orValue('') in ['', '${LAB_PRIORITY}']`,
    message: `priorityClassName: leave it out, or write ${LAB_PRIORITY}; no lab comes before another's`,
  },
  {
    expression: `variables.spec.?tolerations.orValue([]).all(t, t.?key.orValue('') in ${celList(TOLERATED)})`,
    message: `tolerations: only of ${TOLERATED.join(', ')}; other taints keep nodes for others`,
  },
  {
    // GKE lets those pods onto them by itself that ask for one; any other would keep a dear node standing for nothing.
    expression:
      `!variables.spec.?tolerations.orValue([]).exists(t, t.?key.orValue('') == '${GPU_TAINT.key}') || ` +
      `variables.containers.exists(c, c.?resources.?limits[?'${GPU_TAINT.key}'].orValue('0') != '0')`,
    message: `tolerations: ${GPU_TAINT.key} only of pods with ${GPU_TAINT.key} under limits; leave it out, and GKE writes it where a pod asks for a GPU`,
  },
  {
    expression:
      `${celList(NODE_LABELS)}.all(l, !(l in variables.spec.?nodeSelector.orValue({}))) && ` +
      `variables.spec.?nodeSelector[?'${POOL_LABEL}'].orValue('lab') == 'lab'`,
    message: `nodeSelector: no single node and no pool but ${POOL_LABEL}: lab`,
  },
  {
    expression:
      'variables.nodeTerms.all(t, !has(t.matchFields) && t.?matchExpressions.orValue([]).all(e, ' +
      `!(e.key in ${celList([...NODE_LABELS, POOL_LABEL])})))`,
    message: `affinity.nodeAffinity: no single node and no pool; leave out matchFields, ${[...NODE_LABELS, POOL_LABEL].join(', ')}`,
  },
  {
    expression: 'variables.podTerms.all(t, !has(t.namespaces) && !has(t.namespaceSelector))',
    message:
      "affinity: near and away from your own pods only; leave out namespaces and namespaceSelector, which would move other tenants' pods",
  },
  {
    expression:
      `variables.volumes.all(v, ${VOLUME_KINDS.map((kind) => `has(v.${kind})`).join(' || ')} || ` +
      `has(v.csi) && v.csi.driver == '${BUCKET_DRIVER}')`,
    message: `volumes: only ${VOLUME_KINDS.join(', ')}, and csi with the driver ${BUCKET_DRIVER}`,
  },
];

/**
 * Admission policy of a cell for what tenants run: where, how important, and with which volumes.
 *
 * It closes what Pod Security's baseline leaves open: volumes that reach past the node's own storage, aiming at
 * a node or pool, and moving other tenants' pods about.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
 */
export class PodPolicy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AdmissionPolicy(this, 'Policy', {
      name: POD_POLICY,
      resources: POD_MAKERS,
      variables: [POD_SPEC, OLD_POD_SPEC, CONTAINERS, VOLUMES, NODE_TERMS, POD_TERMS],
      validations: POD_VALIDATIONS,
    });
  }
}
