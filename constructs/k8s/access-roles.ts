import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { LABEL_DOMAIN } from '../../src/core/domain/names';
import { managedMetadata } from './managed-metadata';

/** ClusterRole of those who work in a place: a student, or each member of a team. */
export const STUDENT_ROLE = 'practicum-student';
/** ClusterRole of instructors in the places of their cohort. */
export const INSTRUCTOR_ROLE = 'practicum-instructor';
/** ClusterRole of teaching assistants in the places of their cohort. */
export const TA_ROLE = 'practicum-ta';

/** ClusterRole of what workflows on GitHub deploy as, in the place of their repository. */
export const DEPLOYER_ROLE = 'practicum-deployer';

/** What a role allows: verbs on resources of API groups, each by name. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ['get', 'list', 'watch'] as const;
const READ_WRITE = [...READ, 'create', 'update', 'patch', 'delete'] as const;
const CHANGE = ['get', 'update', 'patch'] as const;
/** A WebSocket opens with GET, and older clients with POST. */
const OPEN = ['get', 'create'] as const;

function rule(apiGroup: string, resources: readonly string[], verbs: readonly string[]): PolicyRule {
  return { apiGroups: [apiGroup], resources, verbs };
}

/**
 * All that a course needs on workloads.
 *
 * Left out with intent: daemon sets (a pod on every node), endpoints for writing (they send a Service's
 * traffic to another tenant's pods), proxying through the API server, and tokens of service accounts.
 */
const WORKLOADS: readonly PolicyRule[] = [
  rule('', ['pods', 'services', 'configmaps', 'persistentvolumeclaims', 'serviceaccounts'], READ_WRITE),
  rule('', ['pods/log'], ['get']),
  rule('', ['pods/portforward'], OPEN),
  rule('apps', ['deployments', 'replicasets', 'statefulsets'], READ_WRITE),
  rule('apps', ['deployments/scale', 'replicasets/scale', 'statefulsets/scale'], CHANGE),
  rule('batch', ['jobs', 'cronjobs'], READ_WRITE),
  rule('autoscaling', ['horizontalpodautoscalers'], READ_WRITE),
  rule('policy', ['poddisruptionbudgets'], READ_WRITE),
  // Policies of admission hold all that names a host to the tenant's own.
  rule('networking.k8s.io', ['ingresses'], READ_WRITE),
  rule('gateway.networking.k8s.io', ['httproutes', 'grpcroutes'], READ_WRITE),
  rule('networking.istio.io', ['virtualservices', 'destinationrules'], READ_WRITE),
  rule('cert-manager.io', ['certificates'], READ_WRITE),
  rule('networking.gke.io', ['healthcheckpolicies'], READ_WRITE),
];

/**
 * Workflows of Argo, which the controller of the place alone reads; its pods come under the place's own rules when they are
 * made. What it and its pods keep of a run is among it, so that no account of a pod holds more than a person does.
 */
const WORKFLOWS: readonly PolicyRule[] = [
  rule(
    'argoproj.io',
    ['workflows', 'workflowtemplates', 'cronworkflows', 'workflowtasksets', 'workflowartifactgctasks'],
    READ_WRITE,
  ),
  rule('argoproj.io', ['workflowtaskresults'], [...READ_WRITE, 'deletecollection']),
  // Where the API asks this of whoever makes an object that another must outlive.
  rule('argoproj.io', ['workflows/finalizers', 'cronworkflows/finalizers'], ['update']),
];

/** What explains why something does not run; the fence is among it, to be seen and not moved. */
const SURROUNDINGS: readonly PolicyRule[] = [
  // Through a RoleBinding this is the tenant's own namespace and no other.
  rule('', ['namespaces'], ['get']),
  rule('', ['events', 'endpoints', 'resourcequotas', 'limitranges'], READ),
  rule('events.k8s.io', ['events'], READ),
  // `kubectl get all` asks for the second and third as well.
  rule('apps', ['controllerrevisions', 'daemonsets'], READ),
  rule('', ['replicationcontrollers'], READ),
  rule('discovery.k8s.io', ['endpointslices'], READ),
  rule('networking.k8s.io', ['networkpolicies'], READ),
  rule('rbac.authorization.k8s.io', ['roles', 'rolebindings'], READ),
  rule('metrics.k8s.io', ['pods'], ['get', 'list']),
];

/** What does not lose anything when it goes wrong: a disk that is deleted takes what is on it along. */
const READ_AND_CHANGE = [...READ, 'create', 'update', 'patch'] as const;

/**
 * What a rollout needs, and less than a student has: what programs print, what Secrets hold and the inside of pods would be
 * copied into the log of a workflow, out of the fence and beyond the term. Pods come from workloads alone.
 */
const ROLLOUT: readonly PolicyRule[] = [
  rule('', ['services', 'configmaps'], READ_WRITE),
  rule('', ['persistentvolumeclaims'], READ_AND_CHANGE),
  rule('apps', ['deployments', 'statefulsets'], READ_WRITE),
  rule('apps', ['deployments/scale', 'statefulsets/scale'], CHANGE),
  rule('batch', ['jobs', 'cronjobs'], READ_WRITE),
  rule('autoscaling', ['horizontalpodautoscalers'], READ_WRITE),
  rule('policy', ['poddisruptionbudgets'], READ_WRITE),
  rule('networking.k8s.io', ['ingresses'], READ_WRITE),
  rule('gateway.networking.k8s.io', ['httproutes', 'grpcroutes'], READ_WRITE),
  rule('networking.istio.io', ['virtualservices', 'destinationrules'], READ_WRITE),
  rule('networking.gke.io', ['healthcheckpolicies'], READ_WRITE),
  // Why a rollout does not come to its end.
  rule('', ['pods', 'events', 'resourcequotas', 'limitranges'], READ),
  rule('apps', ['replicasets'], READ),
];

/** Rules of the mesh, to be seen and not moved. */
const MESH_RULES = rule('security.istio.io', ['authorizationpolicies', 'peerauthentications'], READ);

/** Being inside a pod, and so reading all that it mounts. */
const INSIDE: readonly PolicyRule[] = [
  rule('', ['pods/exec', 'pods/attach'], OPEN),
  rule('', ['pods/ephemeralcontainers'], CHANGE),
];

/** Right to work in a place whatever its windows and hours say. There is no such resource: policies ask for the right. */
export const OVERRIDE_RIGHT = { apiGroup: LABEL_DOMAIN, resource: 'windows', verb: 'override' } as const;
const OVERRIDE = rule(OVERRIDE_RIGHT.apiGroup, [OVERRIDE_RIGHT.resource], [OVERRIDE_RIGHT.verb]);

const SECRETS = rule('', ['secrets'], READ_WRITE);
const SECRETS_READ = rule('', ['secrets'], READ);

export interface AccessRolesProps {
  /**
   * Whether teaching assistants may read secrets.
   * @default false
   */
  readonly taReadsSecrets?: boolean;
  /**
   * Whether workflows on GitHub deploy in places of the cluster.
   * @default false
   */
  readonly deploys?: boolean;
  /**
   * Whether places are in a mesh, whose rules people may read.
   * @default false
   */
  readonly mesh?: boolean;
  /**
   * Whether labs run workflows of Argo in places of the cluster.
   * @default false
   */
  readonly workflows?: boolean;
}

/**
 * ClusterRoles of a cell, each given only through RoleBindings inside tenants' namespaces.
 *
 * One set serves all tenants, so that a change of rules is one change. A teaching assistant without secrets goes
 * into no pod either, and `SecretUsePolicy` keeps them from starting one that mounts a Secret.
 */
export class AccessRoles extends Construct {
  constructor(scope: Construct, id: string, props: AccessRolesProps = {}) {
    super(scope, id);
    const taReadsSecrets = props.taReadsSecrets ?? false;

    const surroundings = props.mesh === true ? [...SURROUNDINGS, MESH_RULES] : SURROUNDINGS;
    const work = props.workflows === true ? [...WORKLOADS, ...WORKFLOWS] : WORKLOADS;
    this.addRole(STUDENT_ROLE, [...work, ...INSIDE, SECRETS, ...surroundings]);
    this.addRole(INSTRUCTOR_ROLE, [...work, ...INSIDE, SECRETS, ...surroundings, OVERRIDE]);
    const secrets = taReadsSecrets ? [...INSIDE, SECRETS_READ] : [];
    this.addRole(TA_ROLE, [...work, ...secrets, ...surroundings, OVERRIDE]);
    if (props.deploys === true) this.addRole(DEPLOYER_ROLE, ROLLOUT);
  }

  private addRole(name: string, rules: readonly PolicyRule[]): void {
    new ApiObject(this, name, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: managedMetadata({ name }),
      rules,
    });
  }
}
