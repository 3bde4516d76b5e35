import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../src/rehearsal/values/value';
import { isList } from '../../src/rehearsal/values/value';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { applyObjects } from './apply-objects';
import { requestOf } from './attacks/by-role';
import { LAB, deploymentIn, filesIn } from './attacks/lab-objects';
import type { Actor } from './cast';
import { PLACES } from './cast';
import type { KubeRequest } from './fence-world';
import { FenceWorld } from './fence-world';
import { inOwn, inPlace } from './kube-path';
import { stageTargets } from './staged-targets';
import { until } from './until';

/** Controllers share the machine with whoever else is testing. */
jest.setTimeout(60_000);

const APPS = 'apps/v1';

/** Something that somebody does, as a sentence, and that must work. */
interface Allowed {
  readonly title: string;
  readonly as: Actor;
  readonly request: KubeRequest;
}

const allowed = (
  title: string,
  as: Actor,
  method: KubeRequest['method'],
  path: string,
  body: Attributes = {},
): Allowed => ({ title, as, request: requestOf(method, path, body) });

const changed = { data: { mode: 'changed' } };
const more = { spec: { replicas: 2 } };
const relabelled = (lab: string | null): Attributes => ({ metadata: { labels: { [LAB]: lab } } });
const named = (name: string, lab?: string): KubernetesObject => filesIn(lab, name);

/** What works while lab1 is closed, lab2 open, lab3 yet to open, and it is an exam in one place, quiet in another. */
// One line per action.
// prettier-ignore
const ALLOWED: readonly Allowed[] = [
  allowed('A student works on an open lab', 'student', 'PATCH', inOwn('configmaps/draft'), changed),
  allowed('A student deploys for an open lab', 'student', 'POST', inOwn('deployments', APPS), deploymentIn('lab2', 'mine')),
  allowed('A student scales what is of an open lab', 'student', 'PATCH', inOwn('deployments/mine/scale', APPS), more),
  allowed('A student deletes what is of an open lab', 'student', 'DELETE', inOwn('deployments/mine', APPS)),
  allowed('A student changes what is of no lab', 'student', 'PATCH', inOwn('configmaps/notes'), changed),
  allowed('A student scales what is of no lab', 'student', 'PATCH', inOwn('deployments/api/scale', APPS), more),
  allowed('A student makes notes part of an open lab', 'student', 'PATCH', inOwn('configmaps/notes'), relabelled('lab2')),
  allowed('A student takes them out again', 'student', 'PATCH', inOwn('configmaps/notes'), relabelled(null)),
  allowed('A student reads what was handed in', 'student', 'GET', inOwn('deployments/handed-in', APPS)),
  allowed('A student reads how what was handed in is scaled', 'student', 'GET', inOwn('deployments/handed-in/scale', APPS)),
  allowed('A student with an extension goes on with a lab that is closed for the class', 'other', 'POST', inPlace(PLACES.other, 'configmaps'), named('mine', 'lab1')),
  allowed('A TA changes what was handed in', 'ta', 'PATCH', inOwn('configmaps/handed-in'), changed),
  allowed('An instructor puts files into a lab before it opens', 'instructor', 'POST', inOwn('configmaps'), named('starter', 'lab3')),
  allowed('A toolkit’s operator writes into a closed lab', 'operator', 'PATCH', inOwn('configmaps/handed-in'), changed),

  allowed('An examinee works on the lab of the exam', 'examinee', 'PATCH', inPlace(PLACES.examinee, 'configmaps/work'), changed),
  allowed('An examinee scales what is of the exam', 'examinee', 'PATCH', inPlace(PLACES.examinee, 'deployments/work/scale', APPS), more),
  allowed('An examinee makes files of the exam', 'examinee', 'POST', inPlace(PLACES.examinee, 'configmaps'), named('mine', 'lab2')),
  allowed('An examinee reads notes', 'examinee', 'GET', inPlace(PLACES.examinee, 'configmaps/notes')),
  allowed('A TA helps in an exam', 'ta', 'PATCH', inPlace(PLACES.examinee, 'configmaps/notes'), changed),
  allowed('A student reads in quiet hours', 'quiet', 'GET', inPlace(PLACES.quiet, 'deployments/work', APPS)),
  allowed('An instructor grades in quiet hours', 'instructor', 'POST', inPlace(PLACES.quiet, 'configmaps'), named('grade')),
  allowed('A student whose section has no exam goes on', 'other', 'PATCH', inPlace(PLACES.other, 'configmaps/settings'), changed),
];

onRealApi((programs) => {
  let world: FenceWorld;

  beforeAll(async () => {
    world = await FenceWorld.start(programs);
    await stageTargets(world);
  }, 120_000);

  afterAll(() => world?.stop());

  test.each(ALLOWED.map((each) => [each.title, each] as const))('%s', async (_, { as, request }) => {
    const { status, body } = await world.request(as, request);
    expect({ refused: status >= 300, body }).toEqual({ refused: false, body });
  });

  test('Whoever may delete the namespace deploys in quiet hours', async () => {
    const path = inPlace(PLACES.quiet, 'configmaps');
    const { status } = await world.admin.request('POST', path, named('deployed'));
    expect(status).toBe(201);
  });

  /** Pods of what was handed in, without those that are going. */
  const podsHandedIn = async (): Promise<readonly string[]> => {
    const { body } = await world.admin.request('GET', inOwn('pods?labelSelector=app%3Dhanded-in'));
    const pods = valueAt(body, ['items']);
    return (isList(pods) ? pods : []).flatMap((pod) =>
      valueAt(pod, ['metadata', 'deletionTimestamp']) === undefined
        ? [String(valueAt(pod, ['metadata', 'name']))]
        : [],
    );
  };

  test('What was handed in keeps running: its pods are made anew', async () => {
    await until('the deployment has its pod', async () => (await podsHandedIn()).length === 1);
    const [first] = await podsHandedIn();
    await world.admin.request('DELETE', inOwn(`pods/${first}?gracePeriodSeconds=0`));
    await until('another pod stands in its place', async () => {
      const [pod] = await podsHandedIn();
      return pod !== undefined && pod !== first;
    });
    expect(await podsHandedIn()).not.toContain(first);
  });

  /** The ConfigMap with this name, as it was written, with other entries. */
  const windowsSaying = (name: string, data: Attributes): readonly KubernetesObject[] =>
    world.synthesised.services
      .filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name)
      .map((map) => ({ ...map, data: { ...(map['data'] as Attributes), ...data } }));

  test('A deadline that passes is one ConfigMap that changes', async () => {
    const work = requestOf('PATCH', inOwn('configmaps/draft?dryRun=All'), changed);
    expect(await world.request('student', work)).toMatchObject({ status: 200 });
    await applyObjects(world.admin, windowsSaying('windows', { lab2: 'closed' }));
    await until('lab2 is closed', async () => (await world.request('student', work)).status === 403);
    await applyObjects(world.admin, windowsSaying('windows', {}));
    await until('lab2 is open again', async () => (await world.request('student', work)).status === 200);
    expect(await world.request('student', work)).toMatchObject({ status: 200 });
  });

  test('An exam that ends opens the place again, pods too', async () => {
    const inside = requestOf('POST', inPlace(PLACES.examinee, 'pods/shell/exec?command=sh'), {});
    expect(await world.request('examinee', inside)).toMatchObject({ status: 403 });
    await applyObjects(world.admin, windowsSaying('hours', { [PLACES.examinee]: 'open' }));
    await until('the exam is over', async () => (await world.request('examinee', inside)).status !== 403);
    const notes = requestOf('PATCH', inPlace(PLACES.examinee, 'configmaps/notes'), changed);
    expect(await world.request('examinee', notes)).toMatchObject({ status: 200 });
  });

  test('Without its ConfigMap the policy refuses what it looks at, and nothing else', async () => {
    const path = '/api/v1/namespaces/practicum-system/configmaps/windows';
    await world.admin.request('DELETE', path);
    const work = requestOf('PATCH', inOwn('configmaps/notes?dryRun=All'), changed);
    await until('nobody works', async () => (await world.request('student', work)).status >= 400);
    expect(await world.request('student', requestOf('GET', inOwn('configmaps/notes'), {}))).toMatchObject({
      status: 200,
    });
    await applyObjects(world.admin, windowsSaying('windows', {}));
    await until('work goes on', async () => (await world.request('student', work)).status === 200);
  });
});
