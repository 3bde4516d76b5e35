import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ControlPlane } from '../../src/app/rehearse/kube-api/control-plane';
import type { KubeAnswer, KubeConnection } from '../../src/app/rehearse/kube-api/kube-connection';
import { GKE_CRDS } from '../../src/rehearsal/kubernetes/gke-crds';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { MESH_CRDS } from '../../src/rehearsal/kubernetes/mesh-crds';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes, Value } from '../../src/rehearsal/values/value';
import { isList, isRecord } from '../../src/rehearsal/values/value';
import { applyObjects, clusterBehind } from './apply-objects';
import type { Actor, Person, Place, Program, Workflow } from './cast';
import { COHORT, OPERATOR, PEOPLE, PLACES, PROGRAMS, WORKFLOWS, accountOf, deployerOf } from './cast';
import { CONTROLLERS } from './cluster-controllers';
import { COURSE_CRDS } from './course-crds';
import type { KubectlRun } from './kubectl';
import { kubectl } from './kubectl';
import { untilPoliciesHold } from './policies-hold';
import type { SynthesisedObjects } from './synthesised-objects';
import { synthesisedObjects } from './synthesised-objects';
import { until } from './until';

/** On by default in newer versions of Kubernetes, and so on in GKE one day. */
const NEWER_FEATURES = ['ImageVolume'];

/** One call of the API. */
export interface KubeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: Attributes | readonly Attributes[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A real control plane with the places of a cohort in it, exactly as the product writes them. */
export class FenceWorld {
  /** Starts one; it is ready for the first case then. */
  static async start(programs: string, cohort = COHORT): Promise<FenceWorld> {
    const objects = synthesisedObjects(cohort);
    const plane = await ControlPlane.start(programs, installCourseKinds, {
      controllers: CONTROLLERS,
      features: NEWER_FEATURES,
    });
    const world = new FenceWorld(plane, objects);
    try {
      await world.putUpFence();
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  private readonly cache = mkdtempSync(join(tmpdir(), 'practicum-kubectl-'));
  private podToken = '';

  private constructor(
    private readonly plane: ControlPlane,
    readonly synthesised: SynthesisedObjects,
  ) {}

  /** The API with all rights and past no rule of roles. */
  get admin(): KubeConnection {
    return this.plane.connection;
  }

  /** File by which kubectl finds the API, with all rights. */
  get kubeconfig(): string {
    return this.plane.kubeconfigPath;
  }

  /** Calls the API as `actor`. */
  request(actor: Actor, { method, path, body, headers = {} }: KubeRequest): Promise<KubeAnswer> {
    return this.admin.request(method, path, body as Value | undefined, {
      ...this.identityOf(actor),
      ...headers,
    });
  }

  /** Runs kubectl as `who`, who works in `place`. */
  kubectl(who: Person | Workflow, place: Place, ...args: readonly string[]): Promise<KubectlRun> {
    const { kubeconfigPath: kubeconfig } = this.plane;
    return kubectl({ kubeconfig, cache: this.cache, user: userOf(who), namespace: place }, args);
  }

  /** Waits until the API server holds to what was last written of policies, and quotas have counted. */
  async settled(): Promise<void> {
    await Promise.all([untilPoliciesHold(this.admin), this.untilQuotasCount()]);
  }

  /** How many objects more the quota of a place lets it have, by the keys that it counts under. */
  async roomIn(place: Place): Promise<ReadonlyMap<string, number>> {
    const { body } = await this.admin.request('GET', `/api/v1/namespaces/${place}/resourcequotas/tenant`);
    const numbersAt = (field: string): Readonly<Record<string, Value>> => {
      const value = valueAt(body, ['status', field]);
      return isRecord(value) ? value : {};
    };
    const used = numbersAt('used');
    return new Map(
      Object.entries(numbersAt('hard')).map(([key, most]) => [key, Number(most) - Number(used[key])]),
    );
  }

  async stop(): Promise<void> {
    await this.plane.stop();
    rmSync(this.cache, { recursive: true, force: true });
  }

  private async putUpFence(): Promise<void> {
    const { services, places } = this.synthesised;
    await applyObjects(this.admin, [systemNamespace(), ...operatorAccount()], 'test');
    await applyObjects(this.admin, services);
    await Promise.all([...places.values()].map((objects) => applyObjects(this.admin, objects)));
    await Promise.all([this.settled(), this.untilAccountsStand()]);
    this.podToken = await this.tokenOfPods();
  }

  /** A quota without a status refuses all that it would count. */
  private untilQuotasCount(): Promise<void> {
    return until('all quotas have counted', async () => {
      const { body } = await this.admin.request('GET', '/api/v1/resourcequotas');
      return isRecord(body) && isList(body['items']) && body['items'].filter(isRecord).every(hasCounted);
    });
  }

  /** Kubernetes makes one in every namespace, and pods without one are refused. */
  private untilAccountsStand(): Promise<void> {
    const accounts = Object.values(PLACES).map(
      (place) => `/api/v1/namespaces/${place}/serviceaccounts/default`,
    );
    return until('every place has its default account', async () => {
      const answers = await Promise.all(accounts.map((path) => this.admin.request('GET', path)));
      return answers.every(({ status }) => status === 200);
    });
  }

  private async tokenOfPods(): Promise<string> {
    const path = `/api/v1/namespaces/${PLACES.student}/serviceaccounts/default/token`;
    const { body } = await this.admin.request('POST', path, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: {},
    });
    const token = valueAt(body, ['status', 'token']);
    if (typeof token !== 'string') throw new Error(`No token for the pods: ${JSON.stringify(body)}`);
    return token;
  }

  private identityOf(actor: Actor): Readonly<Record<string, string>> {
    if (actor === 'pod') return { Authorization: `Bearer ${this.podToken}` };
    if (actor === 'operator')
      return { 'Impersonate-User': `system:serviceaccount:${OPERATOR.namespace}:${OPERATOR.name}` };
    if (isProgram(actor)) return { 'Impersonate-User': accountOf(actor) };
    return { 'Impersonate-User': userOf(actor), 'Impersonate-Group': 'system:authenticated' };
  }
}

const isWorkflow = (actor: Actor): actor is Workflow => Object.hasOwn(WORKFLOWS, actor);

const userOf = (who: Person | Workflow): string => (isWorkflow(who) ? deployerOf(who) : PEOPLE[who]);

const isProgram = (actor: Actor): actor is Program => (PROGRAMS as readonly string[]).includes(actor);

/** Adds the kinds that labs use, and waits until they are served. */
export async function installCourseKinds(connection: KubeConnection): Promise<void> {
  const cluster = clusterBehind(connection);
  await Promise.all(
    [...GKE_CRDS, ...COURSE_CRDS, ...MESH_CRDS].map((definition) => cluster.apply(definition)),
  );
}

function hasCounted(quota: Attributes): boolean {
  const keysAt = (...path: readonly string[]): readonly string[] => {
    const value = valueAt(quota, path);
    return isRecord(value) ? Object.keys(value) : [];
  };
  const counted = new Set(keysAt('status', 'used'));
  return keysAt('spec', 'hard').every((key) => counted.has(key));
}

/** Helm makes it together with the first release; there is no Helm here. */
export const systemNamespace = (): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: OPERATOR.namespace },
});

const operatorAccount = (): readonly KubernetesObject[] => [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { ...OPERATOR } },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: OPERATOR.name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'ServiceAccount', ...OPERATOR }],
  },
];
