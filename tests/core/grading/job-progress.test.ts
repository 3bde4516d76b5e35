import type { StartedRun } from '../../../src/core/grading/grading-records';
import { progressOf, tryReadObjects } from '../../../src/core/grading/job-progress';
import { handle } from '../../../src/core/domain/ids';

const RUN: StartedRun = { record: 'started', handle: handle('ada'), job: 'j', script: 's' };

const object = (kind: string, uid: string, status: object = {}, owners: readonly string[] = []) => ({
  kind,
  metadata: {
    name: `${kind.toLowerCase()}-${uid}`,
    uid,
    ownerReferences: owners.map((owner) => ({ uid: owner })),
  },
  status,
});
const job = (...conditions: readonly object[]) => object('Job', 'j', { conditions });
const script = object('ConfigMap', 's');
const pod = (status: object, uid = 'p') => object('Pod', uid, status, ['j']);

const progress = (...objects: readonly object[]) =>
  progressOf(tryReadObjects(JSON.stringify({ kind: 'List', items: objects }))!, RUN);
const FAILED = { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' };

test.each([
  ['no pod yet', [], { state: 'starting', isHopeless: false }],
  ['a pod that waits', [pod({ phase: 'Pending' })], { state: 'starting', isHopeless: false }],
  ['a pod that runs', [pod({ phase: 'Running' })], { state: 'running' }],
  ['a pod that is done, the Job not yet', [pod({ phase: 'Succeeded' })], { state: 'running' }],
  [
    'pods of others',
    [object('Pod', 'x', { phase: 'Pending' }, ['other'])],
    { state: 'starting', isHopeless: false },
  ],
])('A Job with %s', (_, pods, expected) => {
  expect(progress(job({ type: 'Suspended', status: 'False' }), script, ...pods)).toEqual(expected);
});

test('A Job that failed tells how its container ended', () => {
  const terminated = { exitCode: 137, reason: 'OOMKilled' };
  expect(progress(job(FAILED), script, pod({ containerStatuses: [{ state: { terminated } }] }))).toEqual({
    state: 'ended',
    pod: 'pod-p',
    why: 'its k6 ended without a report (OOMKilled, exit code 137)',
  });
  expect(progress(job({ ...FAILED, reason: 'DeadlineExceeded' }), script)).toEqual({
    state: 'ended',
    why: 'its k6 ended without a report (DeadlineExceeded)',
  });
});

test.each([
  ['without its Job', [script], 'somebody deleted the Job while it ran'],
  ['without its script', [job(), object('ConfigMap', 'other')], 'somebody replaced the script while it ran'],
  [
    'with two pods',
    [job(), script, pod({}), pod({}, 'q')],
    'the Job has more than one pod: somebody added one',
  ],
])('A run %s is lost', (_, objects, why) => {
  expect(progress(...objects)).toEqual({ state: 'lost', why });
});

test('One object and none are read as well; what is no object is not', () => {
  expect(tryReadObjects(JSON.stringify(script))).toMatchObject([{ kind: 'ConfigMap' }]);
  expect(tryReadObjects('\n')).toEqual([]);
  expect(tryReadObjects('Error')).toBeUndefined();
  expect(tryReadObjects('{"kind":"List"}')).toBeUndefined();
});
