import type { Value } from '../values/value';
import { isRecord } from '../values/value';
import type { FieldError } from './kubernetes-error';
import type { KubernetesObject } from './kubernetes-object';
import { valueAt } from './kubernetes-object';
import { sameValue } from './same-value';

/** A field that stays as it was made, and what the API says to who changes it. */
interface Fixed {
  readonly path: readonly string[];
  says(value: Value | undefined): string;
  /** The API keeps the old value where the new object leaves the field out. */
  readonly keptWhenLeftOut?: boolean;
  /** Where the API says it is, if elsewhere. */
  readonly field?: string;
}

const fixed = (path: string, why = 'field is immutable'): Fixed => ({
  path: path.split('.'),
  says: (value) => `Invalid value: ${JSON.stringify(value ?? null)}: ${why}`,
});
const forbidden = (path: string, why: string): Fixed => ({
  path: path.split('.'),
  says: () => `Forbidden: ${why}`,
});
const kept = (field: Fixed, where?: string): Fixed => ({
  ...field,
  keptWhenLeftOut: true,
  ...(where === undefined ? {} : { field: where }),
});

const BINDING = [fixed('roleRef', 'cannot change roleRef')];

/** Fields that cannot be changed, by kind (validation of Kubernetes 1.33). */
const FIXED: Readonly<Record<string, readonly Fixed[]>> = {
  Deployment: [fixed('spec.selector')],
  DaemonSet: [fixed('spec.selector')],
  ReplicaSet: [fixed('spec.selector')],
  Job: [
    kept(fixed('spec.selector')),
    fixed('spec.template'),
    kept(fixed('spec.completionMode')),
    fixed('spec.podFailurePolicy'),
    fixed('spec.backoffLimitPerIndex'),
    fixed('spec.managedBy'),
    fixed('spec.successPolicy'),
  ],
  Service: [
    kept(fixed('spec.clusterIP', 'may not change once set'), 'spec.clusterIPs[0]'),
    kept(fixed('spec.loadBalancerClass', 'may not change once set')),
  ],
  RoleBinding: BINDING,
  ClusterRoleBinding: BINDING,
  Secret: [kept(fixed('type'))],
  PriorityClass: [forbidden('value', 'may not be changed in an update.'), kept(fixed('preemptionPolicy'))],
  StorageClass: [
    forbidden('parameters', 'updates to parameters are forbidden.'),
    forbidden('provisioner', 'updates to provisioner are forbidden.'),
    kept(forbidden('reclaimPolicy', 'updates to reclaimPolicy are forbidden.')),
    kept(fixed('volumeBindingMode')),
  ],
  CustomResourceDefinition: [fixed('spec.group'), fixed('spec.scope'), fixed('spec.names.kind')],
};

/** Parts of a spec that may change; all of the rest is as it was made. */
const CHANGEABLE: Readonly<Record<string, { readonly fields: readonly string[]; readonly says: string }>> = {
  StatefulSet: {
    fields: [
      'replicas',
      'ordinals',
      'template',
      'updateStrategy',
      'revisionHistoryLimit',
      'persistentVolumeClaimRetentionPolicy',
      'minReadySeconds',
    ],
    says:
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', " +
      "'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
  },
  PersistentVolumeClaim: {
    fields: ['resources', 'volumeName', 'volumeAttributesClassName'],
    says: 'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
  },
};

/** What a change of `before` to `after` may not change. */
export function immutableErrors(before: KubernetesObject, after: KubernetesObject): readonly FieldError[] {
  return [
    ...(FIXED[before.kind] ?? []).flatMap((field) => changedField(field, before, after)),
    ...specErrors(before, after),
    ...shrunkClaim(before, after),
    ...frozenData(before, after),
  ];
}

function changedField(
  fixed: Fixed,
  before: KubernetesObject,
  after: KubernetesObject,
): readonly FieldError[] {
  const [old, now] = [valueAt(before, fixed.path), valueAt(after, fixed.path)];
  if (sameValue(old, now) || (fixed.keptWhenLeftOut === true && (old === undefined || now === undefined))) {
    return [];
  }
  return [{ field: fixed.field ?? fixed.path.join('.'), problem: fixed.says(now) }];
}

function specErrors(before: KubernetesObject, after: KubernetesObject): readonly FieldError[] {
  const rule = CHANGEABLE[before.kind];
  if (rule === undefined) return [];
  const rest = ({ spec }: KubernetesObject): Value =>
    Object.fromEntries(
      Object.entries(isRecord(spec) ? spec : {}).filter(([name]) => !rule.fields.includes(name)),
    );
  return sameValue(rest(before), rest(after)) ? [] : [{ field: 'spec', problem: `Forbidden: ${rule.says}` }];
}

/** A claim may grow, and does not shrink. */
function shrunkClaim(before: KubernetesObject, after: KubernetesObject): readonly FieldError[] {
  const path = ['spec', 'resources', 'requests', 'storage'];
  if (before.kind !== 'PersistentVolumeClaim') return [];
  const [old, now] = [bytes(valueAt(before, path)), bytes(valueAt(after, path))];
  if (old === undefined || now === undefined || now >= old) return [];
  return [{ field: path.join('.'), problem: 'Forbidden: field can not be less than status.capacity' }];
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15,
  Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50,
}; // prettier-ignore

/** A quantity of storage in bytes. */
function bytes(quantity: Value | undefined): number | undefined {
  const parts = /^([0-9.]+)([A-Za-z]*)$/.exec(String(quantity ?? ''));
  const unit = UNITS[parts?.[2] ?? ''];
  return parts === null || unit === undefined ? undefined : Number(parts[1]) * unit;
}

function frozenData(before: KubernetesObject, after: KubernetesObject): readonly FieldError[] {
  if (!/^(ConfigMap|Secret)$/.test(before.kind) || before['immutable'] !== true) return [];
  const problem = 'Forbidden: field is immutable when `immutable` is set';
  return ['immutable', 'data', 'binaryData', 'stringData']
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => ({ field: field === 'stringData' ? 'data' : field, problem }));
}
