import type { Chart } from 'cdk8s';
import type { SecondsSpan } from '../../constructs/k8s/monitoring/place-sleep';
import { PlaceSleep } from '../../constructs/k8s/monitoring/place-sleep';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { synthConstruct } from '../constructs/k8s/synth-construct';
import { PLACES, ownImage } from './cast';
import type { Place } from './cast';
import { FenceWorld } from './fence-world';
import { inPlace } from './kube-path';
import type { ScheduledRun } from './scheduled-run';
import { runScheduled } from './scheduled-run';

const HOUR = 3600;
/** Clock of the scripts: Monday of the third week, at 01:01 in Los Angeles. */
const now = Date.UTC(2027, 0, 25, 9, 1) / 1000;
const TONIGHT = { from: now - 60, to: now + 2 * HOUR };
const LAST_NIGHT = { from: now - 30 * HOUR, to: now - 24 * HOUR };
/** A night that is just over. */
const MORNING = [{ from: now - 6 * HOUR, to: now - 60 }];

const ASLEEP = 'practicum.dev/asleep';

type Kind = 'deployments' | 'statefulsets';

onRealApi((programs) => {
  let world: FenceWorld;

  beforeAll(async () => {
    world = await FenceWorld.start(programs);
  }, 120_000);

  afterAll(() => world?.stop());

  const workload = (place: string, kind: Kind, name: string): string =>
    inPlace(place, `${kind}/${name}`, 'apps/v1');

  const start = async (
    place: Place,
    kind: Kind,
    name: string,
    replicas: number,
    annotations?: Record<string, string>,
    lab: Record<string, string> = {},
  ): Promise<void> => {
    const labels = { app: name, ...lab };
    const { status, body } = await world.admin.request('POST', inPlace(place, kind, 'apps/v1'), {
      apiVersion: 'apps/v1',
      kind: kind === 'deployments' ? 'Deployment' : 'StatefulSet',
      metadata: { name, labels: lab, ...(annotations === undefined ? {} : { annotations }) },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        ...(kind === 'statefulsets' ? { serviceName: name } : {}),
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: 'app',
                image: ownImage(place, 'app'),
                env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }],
              },
            ],
          },
        },
      },
    });
    expect({ status, body }).toMatchObject({ status: 201 });
  };
  const scale = async (place: Place, kind: Kind, name: string, replicas: number): Promise<void> => {
    const { status, body } = await world.request(place === PLACES.student ? 'student' : 'other', {
      method: 'PATCH',
      path: workload(place, kind, name),
      body: { spec: { replicas } },
      headers: { 'Content-Type': 'application/merge-patch+json' },
    });
    expect({ status, message: valueAt(body, ['message']) }).toEqual({ status: 200, message: undefined });
  };
  /** Replicas of a workload, and what is noted of its sleep. */
  const stateOf = async (place: Place, kind: Kind, name: string): Promise<readonly unknown[]> => {
    const { body } = await world.admin.request('GET', workload(place, kind, name));
    return [valueAt(body, ['spec', 'replicas']), valueAt(body, ['metadata', 'annotations', ASLEEP])];
  };

  const sleep = (
    nights: readonly SecondsSpan[],
    awake: Readonly<Record<string, readonly SecondsSpan[]>> = {},
    clock = now,
  ): Promise<ScheduledRun> =>
    runScheduled(
      'place-sleep',
      synthConstruct((chart: Chart) => {
        new PlaceSleep(chart, 'Sleep', {
          image: 'kubectl',
          nights,
          places: [PLACES.student, PLACES.other].map((namespace) => ({
            namespace,
            awake: awake[namespace] ?? [],
          })),
          placement: {},
        });
      }),
      world.kubeconfig,
      clock,
    );

  test('Workloads sleep at night and wake with the replicas that they had', async () => {
    await start(PLACES.student, 'deployments', 'api', 3);
    await start(PLACES.student, 'statefulsets', 'cache', 2);
    await start(PLACES.other, 'deployments', 'api', 1, { team: 'kestrel' });
    await start(PLACES.other, 'deployments', 'stopped', 0);
    expect(await sleep([TONIGHT])).toMatchObject({ code: 0 });
    expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([0, `3@${TONIGHT.from}`]);
    expect(await stateOf(PLACES.student, 'statefulsets', 'cache')).toEqual([0, `2@${TONIGHT.from}`]);
    expect(await stateOf(PLACES.other, 'deployments', 'api')).toEqual([0, `1@${TONIGHT.from}`]);
    expect(await stateOf(PLACES.other, 'deployments', 'stopped')).toEqual([0, undefined]);
    // A run more changes nothing.
    expect(await sleep([TONIGHT])).toEqual({ code: 0, said: '' });
    expect(await sleep(MORNING)).toMatchObject({ code: 0 });
    expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([3, undefined]);
    expect(await stateOf(PLACES.student, 'statefulsets', 'cache')).toEqual([2, undefined]);
    expect(await stateOf(PLACES.other, 'deployments', 'api')).toEqual([1, undefined]);
    expect(await stateOf(PLACES.other, 'deployments', 'stopped')).toEqual([0, undefined]);
    const { body } = await world.admin.request('GET', workload(PLACES.other, 'deployments', 'api'));
    expect(valueAt(body, ['metadata', 'annotations', 'team'])).toBe('kestrel');
  }, 60_000);

  test('What a student wakes is left alone for the night, whatever they do with it', async () => {
    await sleep([TONIGHT]);
    await scale(PLACES.student, 'deployments', 'api', 5);
    await sleep([TONIGHT]);
    expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([5, `woken@${TONIGHT.from}`]);
    await scale(PLACES.student, 'deployments', 'api', 0);
    await sleep([TONIGHT]);
    await sleep(MORNING);
    // It is at zero because she said so last.
    expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([0, undefined]);
    await scale(PLACES.student, 'deployments', 'api', 4);
    const next = { from: TONIGHT.from + 1, to: TONIGHT.to };
    await sleep([next]);
    expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([0, `4@${next.from}`]);
    await sleep(MORNING);
    expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([4, undefined]);
  }, 60_000);

  test('What is started late in the night is somebody at work, and stays', async () => {
    const since = { from: now - 2 * HOUR, to: now + HOUR };
    await sleep([since]);
    expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([4, undefined]);
  }, 30_000);

  test('A place whose deadline is near is awake, and no other for it', async () => {
    await sleep([TONIGHT], { [PLACES.student]: [LAST_NIGHT, TONIGHT] });
    expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([4, undefined]);
    expect(await stateOf(PLACES.other, 'deployments', 'api')).toEqual([0, `1@${TONIGHT.from}`]);
    await sleep(MORNING);
    expect(await stateOf(PLACES.other, 'deployments', 'api')).toEqual([1, undefined]);
  }, 30_000);

  test('Work of a lab that is closed sleeps and wakes too, though its student may not scale it', async () => {
    const lab = { 'practicum.dev/lab': 'lab1' };
    await start(PLACES.student, 'deployments', 'handed-in', 2, undefined, lab);
    const refused = await world.request('student', {
      method: 'PATCH',
      path: workload(PLACES.student, 'deployments', 'handed-in'),
      body: { spec: { replicas: 3 } },
      headers: { 'Content-Type': 'application/merge-patch+json' },
    });
    expect(refused.status).toBe(403);
    await sleep([TONIGHT]);
    expect(await stateOf(PLACES.student, 'deployments', 'handed-in')).toEqual([0, `2@${TONIGHT.from}`]);
    await sleep(MORNING);
    expect(await stateOf(PLACES.student, 'deployments', 'handed-in')).toEqual([2, undefined]);
  }, 30_000);

  test('What says that it never sleeps does not; toolkits do, Grafana among them', async () => {
    await start(PLACES.other, 'deployments', 'sentry', 2, { 'practicum.dev/sleep': 'never' });
    const grafana = workload(PLACES.other, 'statefulsets', 'grafana');
    await world.admin.request(
      'PATCH',
      grafana,
      { spec: { replicas: 1 } },
      { 'Content-Type': 'application/merge-patch+json' },
    );
    await sleep([TONIGHT]);
    expect(await stateOf(PLACES.other, 'deployments', 'sentry')).toEqual([2, undefined]);
    expect(await stateOf(PLACES.other, 'statefulsets', 'grafana')).toEqual([0, `1@${TONIGHT.from}`]);
    await sleep(MORNING);
    expect(await stateOf(PLACES.other, 'statefulsets', 'grafana')).toEqual([1, undefined]);
  }, 30_000);

  test.each([
    ['a list of orders', '3@1","spec":{}'],
    ['a line more', '3@1\nDeployment/api 4 1 yes - 9@1'],
    ['replicas without an end', '999999@1'],
    ['a command', '$(reboot)@1'],
    ['nothing with sense', 'none'],
  ])(
    'An annotation that says %s is taken away, and does nothing',
    async (_, written) => {
      await start(PLACES.other, 'deployments', 'forged', 0, { [ASLEEP]: written });
      expect(await sleep(MORNING)).toMatchObject({ code: 0 });
      expect(await stateOf(PLACES.other, 'deployments', 'forged')).toEqual([0, undefined]);
      expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([4, undefined]);
      await world.admin.request('DELETE', workload(PLACES.other, 'deployments', 'forged'));
    },
    30_000,
  );

  test('By day it looks once an hour, and in the two hours after a night each time', async () => {
    const [night] = MORNING;
    const at = (minutes: number): number => night!.to + minutes * 60;
    await start(PLACES.other, 'deployments', 'late', 0, { [ASLEEP]: `2@${night!.from}` });
    // The night ended at nine: at 11:15 nobody looks, at 12:00 somebody does.
    expect(await sleep(MORNING, {}, at(135))).toEqual({ code: 0, said: '' });
    expect(await stateOf(PLACES.other, 'deployments', 'late')).toEqual([0, `2@${night!.from}`]);
    expect(await sleep(MORNING, {}, at(180))).toMatchObject({ code: 0 });
    expect(await stateOf(PLACES.other, 'deployments', 'late')).toEqual([2, undefined]);
    await world.admin.request('DELETE', workload(PLACES.other, 'deployments', 'late'));
    await start(PLACES.other, 'deployments', 'early', 0, { [ASLEEP]: `2@${night!.from}` });
    expect(await sleep(MORNING, {}, at(105))).toMatchObject({ code: 0 });
    expect(await stateOf(PLACES.other, 'deployments', 'early')).toEqual([2, undefined]);
    await world.admin.request('DELETE', workload(PLACES.other, 'deployments', 'early'));
  }, 60_000);

  test('A place that cannot be read keeps no other awake, and is told of', async () => {
    const bindings = inPlace(PLACES.student, 'rolebindings', 'rbac.authorization.k8s.io/v1');
    const { body } = await world.admin.request('GET', `${bindings}/place-sleep`);
    await world.admin.request('DELETE', `${bindings}/place-sleep`);
    const { code, said } = await sleep([TONIGHT]);
    expect(code).not.toBe(0);
    expect(said).toContain('forbidden');
    expect(await stateOf(PLACES.student, 'deployments', 'api')).toEqual([4, undefined]);
    expect(await stateOf(PLACES.other, 'deployments', 'api')).toEqual([0, `1@${TONIGHT.from}`]);
    await world.admin.request('POST', bindings, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'place-sleep' },
      roleRef: valueAt(body, ['roleRef'])!,
      subjects: valueAt(body, ['subjects'])!,
    });
    await sleep(MORNING);
    expect(await stateOf(PLACES.other, 'deployments', 'api')).toEqual([1, undefined]);
  }, 30_000);
});
