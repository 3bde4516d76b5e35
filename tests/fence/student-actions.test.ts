import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { PLACES } from './cast';
import { FenceWorld } from './fence-world';
import { inOwn } from './kube-path';
import { STUDENT_ACTIONS } from './student-actions';
import { WORKFLOW_ACTIONS } from './workflow-actions';

const FORBIDDEN = /forbidden|unauthorized|denied request|exceeded quota/i;
const SHELL = 'pods/web-shell';

/** What kubectl does not ask the API for before a pod runs. */
const STREAMS = [
  ['A shell', `${SHELL}/exec?command=id`],
  ['An attached terminal', `${SHELL}/attach?stdout=true`],
  ['A forwarded port', `${SHELL}/portforward?ports=80`],
] as const;

onRealApi((programs) => {
  let world: FenceWorld;
  let tried = 0;
  const refused: string[] = [];

  beforeAll(async () => {
    world = await FenceWorld.start(programs);
  }, 120_000);

  afterAll(async () => {
    process.stdout.write(`student actions tried ${tried}, refused ${refused.length}\n`);
    await world?.stop();
  });

  test.each(STUDENT_ACTIONS.map((action) => [action.words, action] as const))(
    'A student can type: kubectl %s',
    async (words, { reaches, shows }) => {
      const { code, out, err } = await world.kubectl('student', PLACES.student, ...words.split(' '));
      tried += 1;
      if (FORBIDDEN.test(err)) refused.push(words);
      expect(err).not.toMatch(FORBIDDEN);
      if (reaches === undefined) expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
      else expect(err).toMatch(reaches);
      if (shows !== undefined) expect(out).toMatch(shows);
    },
    30_000,
  );

  test.each(STREAMS)('%s gets as far as the node that a pod is on', async (_, path) => {
    await world.kubectl('student', PLACES.student, 'run', 'web-shell', '--image=busybox');
    const answer = await world.request('student', { method: 'POST', path: inOwn(path) });
    tried += 1;
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('does not have a host assigned') },
    });
  });

  test.each(WORKFLOW_ACTIONS)(
    'A workflow that deploys can type: kubectl %s',
    async (words) => {
      const { code, err } = await world.kubectl('workflow', PLACES.student, ...words.split(' '));
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    },
    30_000,
  );

  test('A student may read what their pods use, though nothing measures it here', async () => {
    const answer = await world.request('student', {
      method: 'POST',
      path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: {
          resourceAttributes: {
            namespace: PLACES.student,
            group: 'metrics.k8s.io',
            resource: 'pods',
            verb: 'list',
          },
        },
      },
    });
    tried += 1;
    expect(answer).toMatchObject({ status: 201, body: { status: { allowed: true } } });
  });

  test('A student reads the quota and may not write it, as they are told', async () => {
    const { out } = await world.kubectl('student', PLACES.student, 'auth', 'can-i', '--list', '--no-headers');
    expect(out).not.toMatch(/^\*/m);
    expect(out).toMatch(/resourcequotas\s+\[\]\s+\[\]\s+\[get list watch\]/);
  });
});
