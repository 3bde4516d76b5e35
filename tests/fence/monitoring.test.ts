import type { Value } from '../../src/rehearsal/values/value';
import { isList } from '../../src/rehearsal/values/value';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { COHORT, PLACES } from './cast';
import { FenceWorld } from './fence-world';
import { inPlace } from './kube-path';
import { until } from './until';

const HOME = 'practicum-monitoring';
const AUTHORIZATION = '/apis/authorization.k8s.io/v1/subjectaccessreviews';
const ALL_PLACES = Object.values(PLACES);

onRealApi((programs) => {
  let world: FenceWorld;

  beforeAll(async () => {
    world = await FenceWorld.start(programs, COHORT);
  }, 120_000);

  afterAll(() => world?.stop());

  const listed = async (path: string): Promise<readonly Value[]> => {
    const items = valueAt((await world.admin.request('GET', path)).body, ['items']);
    return isList(items) ? items : [];
  };
  const programsRunning = async (): Promise<readonly string[]> =>
    (await listed(inPlace(HOME, 'pods')))
      .map((pod) => String(valueAt(pod, ['metadata', 'labels', 'app.kubernetes.io/name'])))
      .sort();

  test('All that collects and shows metrics gets its pods, under the strictest Pod Security', async () => {
    const all = [
      'alertmanager',
      'dashboards',
      'grafana',
      'kube-state-metrics',
      'load-balancer-metrics',
      'prometheus',
    ];
    await until('every program has its pod', async () => (await programsRunning()).join() === all.join());
    const events = await listed(inPlace(HOME, 'events'));
    const failed = events.filter((event) => valueAt(event, ['reason']) === 'FailedCreate');
    expect(failed.map((event) => valueAt(event, ['message']))).toEqual([]);
  }, 60_000);

  test('What wakes toolkits gets its pod when its hour has come', async () => {
    const { body } = await world.admin.request('GET', inPlace(HOME, 'cronjobs/toolkit-windows', 'batch/v1'));
    const spec = valueAt(body, ['spec', 'jobTemplate', 'spec'])!;
    const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'now' }, spec };
    expect((await world.admin.request('POST', inPlace(HOME, 'jobs', 'batch/v1'), job)).status).toBe(201);
    await until('it has its pod', async () => (await programsRunning()).includes('toolkit-windows'));
  }, 60_000);

  test('A privileged pod is refused beside Prometheus, whoever sends it', async () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'mine' },
      spec: { containers: [{ name: 'main', image: 'busybox', securityContext: { privileged: true } }] },
    };
    const answer = await world.admin.request('POST', inPlace(HOME, 'pods'), pod);
    expect(answer).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('violates PodSecurity "restricted:latest"') },
    });
  });

  /** Namespaces in which `user` may ask for metrics; `all` where it may ask for those of the whole cluster. */
  const mayAsk = async (user: string, groups: readonly string[]): Promise<readonly string[]> => {
    const answers = await Promise.all(
      ['', HOME, ...ALL_PLACES].map(async (namespace) => {
        const spec = {
          user,
          groups,
          resourceAttributes: {
            ...(namespace === '' ? {} : { namespace }),
            group: 'monitoring.practicum.dev',
            resource: 'metrics',
            verb: 'get',
          },
        };
        const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec };
        const { body } = await world.admin.request('POST', AUTHORIZATION, review);
        return valueAt(body, ['status', 'allowed']) === true ? [namespace || 'all'] : [];
      }),
    );
    return answers.flat();
  };
  const account = (namespace: string, name: string) =>
    mayAsk(`system:serviceaccount:${namespace}:${name}`, [
      'system:serviceaccounts',
      `system:serviceaccounts:${namespace}`,
      'system:authenticated',
    ]);

  test.each(ALL_PLACES)('The Grafana of %s may ask for the metrics of its own place alone', async (place) => {
    expect(await account(place, 'grafana')).toEqual([place]);
  });

  test('No other account may ask for any, but that of the staff’s Grafana for all', async () => {
    const others = ['default', 'lab'].map((name) => [PLACES.student, name] as const);
    const staffs = [
      'prometheus',
      'alertmanager',
      'dashboards',
      'kube-state-metrics',
      'toolkit-windows',
      'default',
    ].map((name) => [HOME, name] as const);
    for (const [namespace, name] of [...others, ...staffs])
      expect({ name, asks: await account(namespace, name) }).toEqual({ name, asks: [] });
    expect(await account(HOME, 'grafana')).toEqual(['all', HOME, ...ALL_PLACES]);
  });

  test.each(['amara.okafor@example.edu', 'lin.wei@example.edu', 'ines.duarte@example.edu'])(
    'A person asks through a Grafana: %s has no right by themselves',
    async (person) => {
      expect(await mayAsk(person, ['system:authenticated'])).toEqual([]);
    },
  );

  test('What scrapes sees pods and nodes, and no object that holds something', async () => {
    const allowed = async (resource: string): Promise<unknown> => {
      const spec = {
        user: `system:serviceaccount:${HOME}:prometheus`,
        groups: ['system:serviceaccounts', 'system:authenticated'],
        resourceAttributes: { resource, verb: 'list' },
      };
      const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec };
      return valueAt((await world.admin.request('POST', AUTHORIZATION, review)).body, ['status', 'allowed']);
    };
    expect(await allowed('pods')).toBe(true);
    for (const resource of ['secrets', 'configmaps', 'serviceaccounts'])
      expect({ resource, allowed: await allowed(resource) }).toEqual({ resource, allowed: false });
  });
});
