import type { Permission } from './permission';

interface Row {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ['get', 'list', 'watch'];
const WRITE = [...READ, 'create', 'update', 'patch', 'delete'];
const row = (group: string, resources: string, verbs: readonly string[]): Row => ({
  group,
  resources: resources.split(' '),
  verbs,
});

/**
 * What people hold in a place, all of it and nothing else. Whatever is not here moves the fence or is not known to leave it: roles and
 * bindings, quotas, limits, network policies, namespaces, endpoints, tokens, proxies, nodes, daemon sets, webhooks.
 */
const WORK: readonly Row[] = [
  row('', 'pods services configmaps persistentvolumeclaims', WRITE),
  row('', 'serviceaccounts', WRITE),
  row('', 'pods/log', ['get']),
  row('', 'pods/portforward', ['get', 'create']),
  row('apps', 'deployments statefulsets', WRITE),
  row('apps', 'replicasets', WRITE),
  row('apps', 'deployments/scale replicasets/scale statefulsets/scale', ['get', 'update', 'patch']),
  row('batch', 'jobs cronjobs', WRITE),
  row('autoscaling', 'horizontalpodautoscalers', WRITE),
  row('policy', 'poddisruptionbudgets', WRITE),
  row('networking.k8s.io', 'ingresses', WRITE),
  row('gateway.networking.k8s.io', 'httproutes', WRITE),
  row('gateway.networking.k8s.io', 'grpcroutes', WRITE),
  row('networking.istio.io', 'virtualservices destinationrules', WRITE),
  row('cert-manager.io', 'certificates', WRITE),
  row('networking.gke.io', 'healthcheckpolicies', WRITE),
  row('', 'namespaces', ['get']),
  row('', 'events endpoints resourcequotas limitranges', READ),
  row('', 'replicationcontrollers', READ),
  row('events.k8s.io', 'events', READ),
  row('apps', 'controllerrevisions daemonsets', READ),
  row('discovery.k8s.io', 'endpointslices', READ),
  row('networking.k8s.io', 'networkpolicies', READ),
  row('rbac.authorization.k8s.io', 'roles rolebindings', READ),
  row('metrics.k8s.io', 'pods', ['get', 'list']),
];

/** Being in a pod, which is reading all that it mounts. */
const INSIDE: readonly Row[] = [
  row('', 'pods/exec pods/attach', ['get', 'create']),
  row('', 'pods/ephemeralcontainers', ['get', 'update', 'patch']),
];

/** Working whatever windows and hours say: who teaches may, and nobody else. */
const OVERRIDE = row('practicum.dev', 'windows', ['override']);

/** Who holds a role in a place. */
export type Holder = 'student' | 'instructor' | 'ta';

/** What clusters have beside Kubernetes, as far as people in places have to do with it. */
export interface Brought {
  readonly mesh: boolean;
  /** Workflows of Argo. */
  readonly workflows: boolean;
}

const OF_MESH = [row('security.istio.io', 'authorizationpolicies peerauthentications', READ)];
const OF_WORKFLOWS = [
  row(
    'argoproj.io',
    'workflows workflowtemplates cronworkflows workflowtasksets workflowartifactgctasks',
    WRITE,
  ),
  row('argoproj.io', 'workflowtaskresults', [...WRITE, 'deletecollection']),
  row('argoproj.io', 'workflows/finalizers cronworkflows/finalizers', ['update']),
];

/**
 * What each kind of person holds in a place, in a mesh its rules to read, and workflows where labs have them; TAs go near
 * no secret unless the cohort says so.
 */
export function meantPermissions(
  taReadsSecrets: boolean,
  { mesh, workflows }: Brought,
): Readonly<Record<Holder, readonly Permission[]>> {
  const held = taReadsSecrets ? { ...MEANT, ta: TA_WITH_SECRETS } : MEANT;
  if (!mesh && !workflows) return held;
  const more = meant(...(mesh ? OF_MESH : []), ...(workflows ? OF_WORKFLOWS : []));
  return {
    student: [...held.student, ...more],
    instructor: [...held.instructor, ...more],
    ta: [...held.ta, ...more],
  };
}

const meant = (...rows: readonly Row[]): readonly Permission[] =>
  rows.flatMap(({ group, resources, verbs }) =>
    resources.flatMap((resource) => verbs.map((verb) => ({ group, resource, verb }))),
  );

/** What workflows hold in the place of their repository: what a rollout needs. */
export const DEPLOYER: readonly Permission[] = meant(
  row('', 'services configmaps', WRITE),
  row('', 'persistentvolumeclaims', [...READ, 'create', 'update', 'patch']),
  row('apps', 'deployments statefulsets', WRITE),
  row('apps', 'deployments/scale statefulsets/scale', ['get', 'update', 'patch']),
  row('batch', 'jobs cronjobs', WRITE),
  row('autoscaling', 'horizontalpodautoscalers', WRITE),
  row('policy', 'poddisruptionbudgets', WRITE),
  row('networking.k8s.io', 'ingresses', WRITE),
  row('gateway.networking.k8s.io', 'httproutes grpcroutes', WRITE),
  row('networking.istio.io', 'virtualservices destinationrules', WRITE),
  row('networking.gke.io', 'healthcheckpolicies', WRITE),
  row('', 'pods events resourcequotas limitranges', READ),
  row('apps', 'replicasets', READ),
);

const ALL: readonly Row[] = [...WORK, ...INSIDE, row('', 'secrets', WRITE)];
const MEANT: Readonly<Record<Holder, readonly Permission[]>> = {
  student: meant(...ALL),
  instructor: meant(...ALL, OVERRIDE),
  ta: meant(...WORK, OVERRIDE),
};
const TA_WITH_SECRETS = meant(...WORK, ...INSIDE, row('', 'secrets', READ), OVERRIDE);
