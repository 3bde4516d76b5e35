import { GRAFANA, MONITORING_NAMESPACE, SYSTEM_NAMESPACE } from '../../../src/core/domain/names';
import type { Artifacts, KubernetesDocument, TerraformStack } from '../../../src/prover/artifacts';
import type { CohortRecord } from '../../../src/prover/cohort-record';
import type { JsonMap } from '../../../src/prover/json-value';
import { isMap, mapAt, textAt } from '../../../src/prover/json-value';
import { edited } from './edits';
import {
  weakenAccount,
  weakenBinding,
  weakenClusterBinding,
  weakenPriority,
  weakenRole,
} from './weaken-access';
import { weakenPolicy, weakenPolicyBinding } from './weaken-admission';
import { weakenFiles } from './weaken-files';
import { weakenNetworkPolicy } from './weaken-network-policy';
import { weakenLimits, weakenNamespace, weakenQuota } from './weaken-place';
import { weakenProgram } from './weaken-program';
import { weakenGateway, weakenLogin, weakenPorts, weakenRoute, weakenService } from './weaken-route';
import { weakenResource } from './weaken-terraform';
import { weakenToolkit } from './weaken-toolkit';
import { WINDOW_MAPS, weakenWindows } from './weaken-windows';
import type { Stranger, Weakening } from './weakening';
import { leftOut } from './weakening';

/** An output with one guard less. */
export interface Mutant {
  /** A sentence: which object, and what was done to it. */
  readonly title: string;
  /** The whole output with it; made when asked, since there are many. */
  readonly artifacts: () => Artifacts;
  /** What becomes of an object in a cluster; none for what Terraform makes. */
  readonly change?: { readonly was: JsonMap; readonly becomes?: JsonMap };
}

type Weaken = (object: JsonMap, stranger: Stranger) => readonly Weakening[];

/** How each kind of object is weakened; kinds that fence nothing are not here. */
const WEAKEN: Readonly<Record<string, Weaken>> = {
  Namespace: weakenNamespace,
  ResourceQuota: weakenQuota,
  LimitRange: weakenLimits,
  NetworkPolicy: weakenNetworkPolicy,
  ClusterRole: weakenRole,
  RoleBinding: weakenBinding,
  ServiceAccount: weakenAccount,
  PriorityClass: weakenPriority,
  ValidatingAdmissionPolicy: weakenPolicy,
  ValidatingAdmissionPolicyBinding: weakenPolicyBinding,
  HTTPRoute: weakenRoute,
  Gateway: weakenGateway,
  Service: weakenService,
  ClusterRoleBinding: weakenClusterBinding,
  ConfigMap: weakenFiles,
  StatefulSet: weakenProgram,
  Deployment: weakenProgram,
  CronJob: weakenProgram,
  GCPBackendPolicy: weakenLogin,
};

/** Nothing wakes a CronJob of a toolkit, and nobody is let in where it is missing. */
const isGuard =
  (kind: string) =>
  (each: Weakening): boolean =>
    kind !== 'CronJob' || each !== leftOut;

const WORKLOADS = ['CronJob', 'Deployment', 'StatefulSet'];

/** How an object is weakened; in the monitoring namespace a Service of one port more leads past its proxies. */
function weakenerOf(kind: string, namespace: string, name: string): Weaken | undefined {
  if (kind === 'ConfigMap' && namespace === SYSTEM_NAMESPACE && WINDOW_MAPS.includes(name))
    return weakenWindows;
  // A route of Practicum's own leads nowhere: it sends to https.
  if (kind === 'HTTPRoute' && namespace === SYSTEM_NAMESPACE) return undefined;
  if (kind === 'Service' && namespace === MONITORING_NAMESPACE)
    return (object) => [...weakenService(object), ...weakenPorts(object)];
  if (WORKLOADS.includes(kind) && namespace !== MONITORING_NAMESPACE && name !== GRAFANA)
    return (object) => [...weakenProgram(object).filter(isGuard(kind)), ...weakenToolkit(object)];
  return WEAKEN[kind];
}

/** One output for each guard that `artifacts` has, each with that guard left out or weakened. */
export function mutantsOf(artifacts: Artifacts, record: CohortRecord): readonly Mutant[] {
  return [
    ...artifacts.kubernetes.flatMap((document, index) =>
      kubernetesMutants(artifacts, record, document, index),
    ),
    ...artifacts.terraform.flatMap((stack, index) => terraformMutants(artifacts, record, stack, index)),
  ];
}

function kubernetesMutants(
  artifacts: Artifacts,
  record: CohortRecord,
  document: KubernetesDocument,
  index: number,
): readonly Mutant[] {
  const { object, file } = document;
  const kind = textAt(object, 'kind') ?? '';
  const name = textAt(object, 'metadata', 'name') ?? '';
  const namespace = textAt(object, 'metadata', 'namespace') ?? name;
  const weaken = weakenerOf(kind, namespace, name);
  if (weaken === undefined || (name === GRAFANA && isAlikeBefore(record, namespace))) return [];
  const isChange = ({ object: becomes }: Weakening): boolean =>
    becomes === undefined || JSON.stringify(becomes) !== JSON.stringify(object);
  const weakenings = weaken(object, strangerTo(record, namespace)).filter(isChange);
  return weakenings.map(({ what, object: becomes }) => ({
    title: `${file} ${kind}/${name}: ${what}`,
    artifacts: () => ({
      ...artifacts,
      kubernetes: artifacts.kubernetes.flatMap((each, place) =>
        place !== index ? [each] : becomes === undefined ? [] : [{ ...each, object: becomes }],
      ),
    }),
    change: becomes === undefined ? { was: object } : { was: object, becomes },
  }));
}

/** Grafanas of all places are alike: that of the first stands for all. */
const isAlikeBefore = ({ places }: CohortRecord, namespace: string): boolean =>
  places.some((place) => place.namespace === namespace) &&
  places.find(({ hasGrafana }) => hasGrafana)?.namespace !== namespace;

function terraformMutants(
  artifacts: Artifacts,
  record: CohortRecord,
  stack: TerraformStack,
  index: number,
): readonly Mutant[] {
  return Object.entries(mapAt(stack.json, 'resource')).flatMap(([type, resources]) =>
    Object.entries(isMap(resources) ? resources : {}).flatMap(([name, body]) =>
      weakenResource(type, body as JsonMap, strangerTo(record, ownerOf(record, name))).flatMap(
        ({ what, object }) =>
          object === undefined
            ? []
            : [
                {
                  title: `${stack.file} ${type}.${name}: ${what}`,
                  artifacts: () => ({
                    ...artifacts,
                    terraform: artifacts.terraform.map((each, place) =>
                      place === index
                        ? { ...each, json: edited(each.json as JsonMap, ['resource', type, name], object) }
                        : each,
                    ),
                  }),
                },
              ],
      ),
    ),
  );
}

/** The tenant whose handle a resource's name starts with. */
const ownerOf = ({ places }: CohortRecord, resource: string): string =>
  places.find(({ handle }) => resource.startsWith(`${handle}_`))?.namespace ?? '';

/** A tenant with people in it who is not the owner of `namespace`. */
function strangerTo({ places }: CohortRecord, namespace: string): Stranger {
  const own = places.find((place) => place.namespace === namespace);
  const stranger = places.find(
    ({ namespace: other, members, kind }) =>
      other !== namespace && kind === 'student' && members.length > 0 && !own?.members.includes(members[0]!),
  );
  if (stranger === undefined) throw new Error('A cohort of one has no strangers');
  return {
    email: stranger.members[0]!,
    namespace: stranger.namespace,
    host: stranger.host,
    registryPath: stranger.registryPath,
  };
}
