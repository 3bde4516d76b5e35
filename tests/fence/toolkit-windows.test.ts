import type { Chart } from 'cdk8s';
import type { ToolkitRow } from '../../constructs/k8s/monitoring/toolkit-lists';
import { TOOLKIT_WINDOWS, ToolkitWindows } from '../../constructs/k8s/monitoring/toolkit-windows';
import { ToolkitSecretsAccess } from '../../constructs/k8s/toolkit-secrets-access';
import { ControlPlane } from '../../src/app/rehearse/kube-api/control-plane';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import type { Manifest } from '../constructs/k8s/synth-construct';
import { synthConstruct } from '../constructs/k8s/synth-construct';
import { applyObjects } from './apply-objects';
import { accountOf } from './cast';
import { inPlace } from './kube-path';
import { CACHE, MLFLOW, workloadOf } from './sample-toolkits';
import type { ScheduledRun } from './scheduled-run';
import { runScheduled } from './scheduled-run';

const HOUR = 3600;
const now = Date.UTC(2027, 1, 15, 20) / 1000;
const OPEN = [{ from: now - HOUR, to: now + HOUR }];
const OVER = [{ from: now - 2 * HOUR, to: now }];

/** Places; YAML would take the name of one for a word of its own. */
const [ADA, BO, NO] = ['ada', 'bo', 'no'] as const;
const CLASS = [ADA, BO, NO];

onRealApi((programs) => {
  // Nothing makes pods here: what a place's quota and admission say of them is tried elsewhere.
  let plane: ControlPlane;

  /** A place with its toolkits asleep. */
  async function putUp(place: string, toolkits: readonly (typeof MLFLOW)[]): Promise<void> {
    const objects = toolkits.flatMap(({ toolkit, workloads }) =>
      workloads.map((each) => workloadOf(toolkit, each)),
    );
    const binding = synthConstruct((chart: Chart) => {
      new ToolkitSecretsAccess(chart, 'Access', { namespace: place });
    });
    await applyObjects(plane.connection, [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: place } },
      ...objects.map((each) => ({ ...each, metadata: { ...each.metadata, namespace: place } })),
      ...(binding as unknown as readonly KubernetesObject[]),
    ]);
  }

  const scripts = (rows: readonly ToolkitRow[]): readonly Manifest[] =>
    synthConstruct((chart: Chart) => {
      new ToolkitWindows(chart, 'Windows', { image: 'kubectl', toolkits: rows, placement: {} });
    });
  const run = async (rows: readonly ToolkitRow[]): Promise<ScheduledRun> => {
    const objects = scripts(rows);
    const rights = objects.filter(({ kind }) => /^Cluster/.test(kind));
    await applyObjects(plane.connection, rights as unknown as readonly KubernetesObject[]);
    return runScheduled(TOOLKIT_WINDOWS, objects, plane.kubeconfigPath, now);
  };
  const both = (spans: ToolkitRow['spans'], namespaces: readonly string[] = CLASS): readonly ToolkitRow[] =>
    [MLFLOW, CACHE].map((each) => ({ ...each, namespaces, spans }));

  const pathOf = (place: string, workload: string): string => inPlace(place, workload, 'apps/v1');
  const change = async (path: string, body: object): Promise<void> => {
    const { status } = await plane.connection.request('PATCH', path, body as never, {
      'Content-Type': 'application/merge-patch+json',
    });
    expect(status).toBe(200);
  };
  const ALL = ['deployments/mlflow', 'statefulsets/mlflow-db', 'statefulsets/redis'];
  const replicasIn = async (place: string): Promise<readonly unknown[]> =>
    Promise.all(
      ALL.map(async (workload) => {
        const { body } = await plane.connection.request('GET', pathOf(place, workload));
        return valueAt(body, ['spec', 'replicas']);
      }),
    );
  const secretIn = async (place: string) =>
    (await plane.connection.request('GET', inPlace(place, 'secrets/mlflow'))).body;

  beforeAll(async () => {
    plane = await ControlPlane.start(programs);
    for (const place of CLASS) await putUp(place, [MLFLOW, CACHE]);
  }, 120_000);

  afterAll(() => plane?.stop());

  test('Toolkits wake while a lab needs them, each with its number, and sleep again', async () => {
    expect(await run(both(OPEN))).toMatchObject({ code: 0 });
    for (const place of CLASS) expect(await replicasIn(place)).toEqual([2, 1, 1]);
    expect(await run(both(OVER))).toMatchObject({ code: 0 });
    for (const place of CLASS) expect(await replicasIn(place)).toEqual([0, 0, 0]);
  }, 60_000);

  test.each([
    ['two, the second of which holds now', [{ from: 0, to: 1 }, ...OPEN], 1],
    ['one that is to come', [{ from: now + 1, to: now + HOUR }], 0],
    ['one that begins now', [{ from: now, to: now + HOUR }], 1],
    ['one that ends now', OVER, 0],
    ['none', [], 0],
  ])(
    'With %s it is awake or asleep',
    async (_, spans, wanted) => {
      await run([{ ...CACHE, namespaces: CLASS, spans }]);
      for (const place of CLASS) expect((await replicasIn(place))[2]).toBe(wanted);
    },
    30_000,
  );

  test('A run with nothing to do says nothing and changes nothing', async () => {
    await run(both(OPEN));
    expect(await run(both(OPEN))).toEqual({ code: 0, said: '' });
  }, 30_000);

  test('A deadline of one’s own keeps one’s own toolkits awake, and nobody else’s', async () => {
    await run([...both(OVER, [BO, NO]), ...both([...OVER, ...OPEN], [ADA])]);
    expect(await replicasIn(ADA)).toEqual([2, 1, 1]);
    expect(await replicasIn(BO)).toEqual([0, 0, 0]);
    expect(await replicasIn(NO)).toEqual([0, 0, 0]);
  }, 30_000);

  test('What a student scaled while it is awake keeps its number', async () => {
    await run(both(OPEN));
    await change(pathOf(BO, 'deployments/mlflow'), { spec: { replicas: 1 } });
    await change(pathOf(NO, 'statefulsets/redis'), { spec: { replicas: 3 } });
    expect(await run(both(OPEN))).toEqual({ code: 0, said: '' });
    expect(await replicasIn(BO)).toEqual([1, 1, 1]);
    expect(await replicasIn(NO)).toEqual([2, 1, 3]);
    await run(both(OVER));
    expect(await replicasIn(NO)).toEqual([0, 0, 0]);
  }, 30_000);

  test('Secrets are drawn before the first waking, another for each place, and never again nor told', async () => {
    const values = async (place: string): Promise<readonly string[]> => {
      const data = valueAt(await secretIn(place), ['data']) as Readonly<Record<string, string>>;
      expect(Object.keys(data).sort()).toEqual(['password', 'token']);
      return Object.values(data).map((value) => Buffer.from(value, 'base64').toString());
    };
    // Awake, so that there is something to put to sleep: that draws none.
    await run(both(OPEN));
    for (const place of CLASS) await plane.connection.request('DELETE', inPlace(place, 'secrets/mlflow'));
    await run(both(OVER));
    expect(valueAt(await secretIn(ADA), ['code'])).toBe(404);
    const { said } = await run(both(OPEN));
    const drawn = (await Promise.all(CLASS.map(values))).flat();
    expect(new Set(drawn).size).toBe(6);
    for (const value of drawn) {
      expect(value).toMatch(/^[A-Za-z0-9]{24}$/);
      expect(said).not.toContain(value);
    }
    expect(valueAt(await secretIn(ADA), ['type'])).toBe('Opaque');
    expect(valueAt(await secretIn(ADA), ['metadata', 'labels', 'practicum.dev/toolkit'])).toBe('mlflow');
    await run(both(OVER));
    await run(both(OPEN));
    expect((await Promise.all(CLASS.map(values))).flat()).toEqual(drawn);
  }, 60_000);

  test('Where no Secret can be made nothing wakes that needs it, it is told, and all else wakes', async () => {
    await run(both(OVER));
    await plane.connection.request('DELETE', inPlace(BO, 'secrets/mlflow'));
    const bindings = inPlace(BO, 'rolebindings/toolkit-secrets', 'rbac.authorization.k8s.io/v1');
    await plane.connection.request('DELETE', bindings);
    const { code, said } = await run(both(OPEN));
    expect(code).not.toBe(0);
    expect(said).toContain('cannot create resource "secrets" in API group "" in the namespace "bo"');
    expect(await replicasIn(ADA)).toEqual([2, 1, 1]);
    expect(await replicasIn(NO)).toEqual([2, 1, 1]);
    expect(await replicasIn(BO)).toEqual([0, 0, 1]);
    await putUp(BO, []);
    expect(await run(both(OPEN))).toMatchObject({ code: 0 });
    expect(await replicasIn(BO)).toEqual([2, 1, 1]);
  }, 60_000);

  test('What sleeps for the night is not woken, and what somebody woke is left alone', async () => {
    await run(both(OVER));
    const noted = (text: string | null) => ({ metadata: { annotations: { 'practicum.dev/asleep': text } } });
    await change(pathOf(ADA, 'statefulsets/redis'), noted('1@1'));
    await change(pathOf(BO, 'statefulsets/redis'), { ...noted('woken@1'), spec: { replicas: 4 } });
    await run(both(OPEN));
    expect(await replicasIn(ADA)).toEqual([2, 1, 0]);
    expect(await replicasIn(BO)).toEqual([2, 1, 4]);
    await change(pathOf(ADA, 'statefulsets/redis'), noted(null));
    await change(pathOf(BO, 'statefulsets/redis'), noted(null));
    await run(both(OPEN));
    expect((await replicasIn(ADA))[2]).toBe(1);
  }, 60_000);

  test('What a tenant deleted, or made under its name, keeps nobody else’s asleep', async () => {
    await run(both(OVER));
    await plane.connection.request('DELETE', pathOf(ADA, 'statefulsets/redis'));
    await applyObjects(plane.connection, [
      { ...workloadOf('redis', { kind: 'Deployment', name: 'redis', replicas: 0 }), metadata: { name: 'redis', namespace: ADA, labels: { 'practicum.dev/toolkit': 'redis' } } }, // prettier-ignore
      { ...workloadOf('other', CACHE.workloads[0]!), metadata: { name: 'redis', namespace: BO, labels: { 'practicum.dev/toolkit': 'other' } } }, // prettier-ignore
    ]);
    expect(await run(both(OPEN))).toMatchObject({ code: 0 });
    expect(await replicasIn(ADA)).toEqual([2, 1, undefined]);
    expect(await replicasIn(NO)).toEqual([2, 1, 1]);
    const { body } = await plane.connection.request('GET', pathOf(ADA, 'deployments/redis'));
    expect(valueAt(body, ['spec', 'replicas'])).toBe(0);
    await plane.connection.request('DELETE', pathOf(ADA, 'deployments/redis'));
  }, 60_000);

  test('A class wakes in one run, each place as much as the others', async () => {
    const places = Array.from({ length: 30 }, (_, index) => `place-${index}`);
    await Promise.all(places.map((place) => putUp(place, [MLFLOW, CACHE])));
    expect(await run(both(OPEN, places))).toMatchObject({ code: 0 });
    for (const place of places)
      expect({ place, replicas: await replicasIn(place) }).toEqual({ place, replicas: [2, 1, 1] });
  }, 60_000);

  test.each([
    ['scale another workload', 'PATCH', pathOf('practicum-monitoring', 'statefulsets/alertmanager/scale')],
    ['change a toolkit beyond its scale', 'PATCH', pathOf(ADA, 'statefulsets/mlflow-db')],
    ['read the files of a place', 'GET', inPlace(ADA, 'configmaps/settings')],
    ['read the Secrets that it drew', 'GET', inPlace(ADA, 'secrets/mlflow')],
    ['list Secrets', 'GET', inPlace(ADA, 'secrets')],
    ['change the Secrets that it drew', 'PATCH', inPlace(ADA, 'secrets/mlflow')],
    ['make a Secret beside the staff’s programs', 'POST', inPlace('practicum-monitoring', 'secrets')],
  ] as const)('Its account may not %s', async (_, method, path) => {
    const answer = await plane.connection.request(
      method,
      path,
      method === 'GET' ? undefined : { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'mine' } },
      {
        'Impersonate-User': accountOf(TOOLKIT_WINDOWS),
        ...(method === 'PATCH' ? { 'Content-Type': 'application/merge-patch+json' } : {}),
      },
    );
    expect(answer.status).toBe(403);
  });
});
