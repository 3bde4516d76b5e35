import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ControlPlane } from '../../src/app/rehearse/kube-api/control-plane';
import type { KubeAnswer, KubeConnection } from '../../src/app/rehearse/kube-api/kube-connection';
import { WORKFLOW_EXAMPLE } from '../../src/core/catalogue/argo-workflows/workflow-example';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../src/rehearsal/values/value';
import { isRecord } from '../../src/rehearsal/values/value';
import { cohortWithWorkflows } from '../app/charts/cohort-with-workflows';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { applyObjects, clusterBehind } from './apply-objects';
import { CONTROLLERS } from './cluster-controllers';
import { installCourseKinds, systemNamespace } from './fence-world';
import { inPlace } from './kube-path';
import { kubectl } from './kubectl';
import { PodsOfPlace } from './pods-of-place';
import { untilPoliciesHold } from './policies-hold';
import { FORBIDDEN_STEPS, HERE, THERE, stepPod } from './step-pods';
import { synthesisedObjects } from './synthesised-objects';
import { asPerson } from './toolkit-place';
import { until } from './until';
import { WORKFLOW_CRDS } from './workflow-crds';

const CONTROLLER = 'argo-workflows';
const STEPS = 'argo-workflows-executor';
const ARGO = 'argoproj.io/v1alpha1';

onRealApi((programs) => {
  let plane: ControlPlane;
  const cache = mkdtempSync(join(tmpdir(), 'practicum-kubectl-'));
  const { plan, services, places } = synthesisedObjects(cohortWithWorkflows().path, '2027-01-12T12:00');
  const [tenant] = plan.shards[0]!.tenants as [(typeof plan.shards)[0]['tenants'][0]];
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    plane = await ControlPlane.start(programs, installCourseKinds, { controllers: CONTROLLERS });
    const cluster = clusterBehind(plane.connection);
    await Promise.all(WORKFLOW_CRDS.map((kind) => cluster.apply(kind)));
    await applyObjects(plane.connection, [systemNamespace()]);
    await applyObjects(plane.connection, services);
    await untilPoliciesHold(plane.connection);
    for (const namespace of [HERE, THERE]) await applyObjects(plane.connection, places.get(namespace)!);
    for (const namespace of [HERE, THERE])
      await until(`the quota of ${namespace} counts, and its account is there`, async () => {
        const [quota, account] = await Promise.all(
          ['resourcequotas/tenant', 'serviceaccounts/default'].map((what) =>
            plane.connection.request('GET', inPlace(namespace, what)),
          ),
        );
        return isRecord(valueAt(quota!.body, ['status', 'used'])) && account!.status === 200;
      });
    for (const account of [CONTROLLER, STEPS]) {
      const path = inPlace(HERE, `serviceaccounts/${account}/token`);
      const { body } = await plane.connection.request('POST', path, {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {},
      });
      tokens.set(account, String(valueAt(body, ['status', 'token'])));
    }
  }, 120_000);

  afterAll(async () => {
    await plane?.stop();
    rmSync(cache, { recursive: true, force: true });
  });

  const student = (): KubeConnection => asPerson(plane.connection, tenant.members[0]!);

  /** Calls the API with the token that a pod of the account mounts. */
  const asAccount = (account: string, ...[method, path, body]: Parameters<KubeConnection['request']>) =>
    plane.connection.request(method, path, body, { Authorization: `Bearer ${tokens.get(account)}` });

  const said = ({ status, body }: KubeAnswer): string =>
    status < 300 ? 'yes' : `${status} ${String(valueAt(body, ['message']))}`;

  const start = async (pod: Attributes, namespace = HERE): Promise<string> =>
    said(await asAccount(CONTROLLER, 'POST', `${inPlace(namespace, 'pods')}?dryRun=All`, pod));

  test('The controller stands asleep, and is admitted with its account and its token when its lab opens', async () => {
    const pods = new PodsOfPlace(plane.connection, HERE);
    expect(await pods.pods()).toEqual([]);
    await pods.scale('Deployment', CONTROLLER, 1);
    expect(await pods.made('the controller')).toBe(1);
    const [pod] = await pods.pods();
    expect(valueAt(pod!, ['spec', 'serviceAccountName'])).toBe(CONTROLLER);
    expect(JSON.stringify(valueAt(pod!, ['spec', 'volumes']))).toContain('serviceAccountToken');
    const { kubeconfigPath: kubeconfig } = plane;
    const options = { kubeconfig, cache, user: tenant.members[0]!, namespace: HERE, seconds: 10 };
    const { err } = await kubectl(options, ['get', 'deployment', CONTROLLER]);
    expect(err).toBe('');
    await pods.scale('Deployment', CONTROLLER, 0);
  }, 60_000);

  test('A student starts the example as the page says, and reads what became of it', async () => {
    const file = join(cache, 'houses.yaml');
    writeFileSync(file, WORKFLOW_EXAMPLE);
    const { kubeconfigPath: kubeconfig } = plane;
    const options = { kubeconfig, cache, user: tenant.members[0]!, namespace: HERE, seconds: 20 };
    const created = await kubectl(options, ['create', '-f', file]);
    expect(created).toMatchObject({ code: 0, err: '' });
    expect(created.out).toMatch(/^workflow.argoproj.io\/houses-\w+ created/);
    const seen = await kubectl(options, ['get', 'workflows']);
    expect(seen.out).toMatch(/houses-/);
    const elsewhere = await kubectl({ ...options, namespace: THERE }, ['create', '-f', file]);
    expect(elsewhere.err).toMatch(/cannot create resource "workflows" in API group "argoproj.io"/);
  }, 60_000);

  test('The controller does with its own token all that a run needs, in its place', async () => {
    const workflow = { apiVersion: ARGO, kind: 'Workflow', metadata: { name: 'run' }, spec: {} };
    const of = (plural: string): string => inPlace(HERE, plural, ARGO);
    expect(said(await student().request('POST', of('workflows'), workflow))).toBe('yes');
    const results = {
      apiVersion: ARGO,
      kind: 'WorkflowTaskResult',
      metadata: { name: 'run-1', labels: { 'workflows.argoproj.io/workflow': 'run' } },
      status: {},
    };
    const answers = [
      await asAccount(CONTROLLER, 'GET', of('workflows')),
      await asAccount(CONTROLLER, 'GET', of('workflowtemplates')),
      await asAccount(CONTROLLER, 'GET', of('cronworkflows')),
      await asAccount(CONTROLLER, 'GET', inPlace(HERE, 'configmaps/argo-workflows')),
      await asAccount(CONTROLLER, 'POST', inPlace(HERE, 'pods'), {
        ...stepPod(),
        metadata: {
          ...(stepPod()['metadata'] as Attributes),
          name: 'run-step',
          ownerReferences: [await ownerOf(of('workflows/run'))],
        },
      }),
      await asAccount(STEPS, 'POST', of('workflowtaskresults'), results),
      await asAccount(CONTROLLER, 'GET', of('workflowtaskresults')),
      await plane.connection.request(
        'PATCH',
        of('workflows/run'),
        { status: { phase: 'Succeeded' } },
        {
          Authorization: `Bearer ${tokens.get(CONTROLLER)}`,
          'Content-Type': 'application/merge-patch+json',
        },
      ),
      await asAccount(CONTROLLER, 'DELETE', inPlace(HERE, 'pods/run-step')),
      await asAccount(CONTROLLER, 'DELETE', of('workflowtaskresults')),
    ];
    expect(answers.map(said)).toEqual(answers.map(() => 'yes'));
  }, 60_000);

  const ownerOf = async (path: string): Promise<Attributes> => {
    const { body } = await plane.connection.request('GET', path);
    const uid = String(valueAt(body, ['metadata', 'uid']));
    return {
      apiVersion: ARGO,
      kind: 'Workflow',
      name: 'run',
      uid,
      controller: true,
      blockOwnerDeletion: true,
    };
  };

  test('A step that says nothing more fits the place', async () => {
    expect(await start(stepPod())).toBe('yes');
  });

  test.each(FORBIDDEN_STEPS)('A step with %s is refused where its pod is made', async (_, pod, refused) => {
    expect(await start(pod())).toMatch(refused);
  });

  test.each<readonly [string, string, Parameters<KubeConnection['request']>]>([
    ['starts nothing elsewhere', CONTROLLER, ['POST', inPlace(THERE, 'pods'), stepPod(THERE)]],
    ['reads no workflows elsewhere', CONTROLLER, ['GET', inPlace(THERE, 'workflows', ARGO)]],
    ['reads no workflows of all', CONTROLLER, ['GET', `/apis/${ARGO}/workflows`]],
    [
      'starts nothing among the staff',
      CONTROLLER,
      ['POST', inPlace('practicum-system', 'pods'), stepPod('practicum-system')],
    ],
    ['reads no Secrets', CONTROLLER, ['GET', inPlace(HERE, 'secrets')]],
    ['goes into no pod', CONTROLLER, ['POST', inPlace(HERE, 'pods/any/exec?command=sh'), {}]],
    [
      'gives no roles',
      CONTROLLER,
      ['POST', inPlace(HERE, 'rolebindings', 'rbac.authorization.k8s.io/v1'), {}],
    ],
    ['moves no quota', CONTROLLER, ['DELETE', inPlace(HERE, 'resourcequotas/tenant')]],
    ['starts nothing', STEPS, ['POST', inPlace(HERE, 'pods'), stepPod()]],
    ['reads no workflows', STEPS, ['GET', inPlace(HERE, 'workflows', ARGO)]],
    ['tells of nothing elsewhere', STEPS, ['POST', inPlace(THERE, 'workflowtaskresults', ARGO), {}]],
    ['reads no results', STEPS, ['GET', inPlace(HERE, 'workflowtaskresults', ARGO)]],
  ])('With its token it %s: %s', async (_, account, call) => {
    expect(said(await asAccount(account, ...call))).toMatch(/^403 .*forbidden/);
  });
});
