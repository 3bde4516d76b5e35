import { gradePlace } from '../../../src/app/grade/grade-place';
import type { GradingRecord, StartedRun } from '../../../src/core/grading/grading-records';
import { handle } from '../../../src/core/domain/ids';
import { GOOD_REPORT } from '../../core/grading/a-load-lab';
import { temporaryFolder } from '../temporary-folder';
import { aGround, aPlace } from './a-ground';
import type { FakePlace } from './fake-cluster';
import { FakeCluster, JOB_SECONDS } from './fake-cluster';
import { VirtualTime } from './virtual-time';

/** Grades `ada`, while `meanwhile` happens after so many seconds. */
async function graded(
  place: FakePlace = {},
  meanwhile: (cluster: FakeCluster) => void = () => undefined,
  after = 100,
  started?: StartedRun,
) {
  const clock = new VirtualTime();
  const cluster = new FakeCluster(clock, { ada: place });
  const records: GradingRecord[] = [];
  const ground = aGround(clock, records, temporaryFolder());
  if (started !== undefined) cluster.runs.set('ada', { uid: 'uid-0', begun: -JOB_SECONDS * 500 });
  void clock.wait(after * 1000).then(() => meanwhile(cluster));
  const seconds = await clock.until(gradePlace(aPlace('ada', cluster.kubectl, started), ground));
  return { records, seconds, cluster };
}

const reasonOf = async (...args: Parameters<typeof graded>): Promise<string> => {
  const { records, cluster } = await graded(...args);
  expect(cluster.runs.size).toBe(0);
  const last = records.at(-1)!;
  return last.record === 'not graded' ? last.reason : last.record;
};

test('A place is loaded, its report recorded, and what was made for it taken away', async () => {
  const { records, seconds, cluster } = await graded();
  expect(records).toEqual([
    { record: 'started', handle: 'ada', job: 'uid-1', script: 'uid-1-script' },
    { record: 'graded', handle: 'ada', at: '2027-04-06T07:10:20Z', report: GOOD_REPORT },
  ]);
  expect([seconds, cluster.runs.size]).toEqual([620, 0]);
});

test.each<[string, FakePlace, string]>([
  ['no namespace', { kinds: [] }, 'there is no namespace ada: the place is not deployed'],
  ['no Service', { kinds: ['Namespace'] }, 'there is no Service web in the place'],
  [
    'an image that cannot be pulled',
    {
      pod: {
        phase: 'Pending',
        containerStatuses: [{ state: { waiting: { reason: 'ImagePullBackOff', message: 'not found' } } }],
      },
    },
    'the image of k6 cannot be pulled: not found',
  ],
  [
    'no node with room',
    {
      pod: {
        phase: 'Pending',
        conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes are available' }],
      },
    },
    'no node has room for it: 0/3 nodes are available',
  ],
  [
    'no room in its quota',
    {
      pod: null,
      event: 'Error creating: pods "grade-lab2-x" is forbidden: exceeded quota: tenant, requested: pods=1',
    },
    "the place's quota has no room for the load: tenant, requested: pods=1",
  ],
  ['a pod that never comes', { pod: null }, 'its pod did not start within 300 s'],
  [
    'a service that gives no good answer',
    { report: { seconds: 600, requests: 5_000, answered: 0 } },
    'the service gave a good answer to none of 5000 requests',
  ],
  [
    'a k6 that fails',
    { log: 'level=error msg="SyntaxError"\n' },
    'its k6 ended without a report (Error, exit code 0): level=error msg="SyntaxError"',
  ],
  [
    'nobody logged in',
    { complaint: 'error: You must be logged in to the server (Unauthorized)' },
    'nobody is logged in: "gcloud auth login"',
  ],
])('A place with %s is not graded, for a reason that says so', async (_, place, reason) => {
  expect(await reasonOf(place)).toBe(reason);
});

test('A Job that its student deletes, or another of its name, proves nothing', async () => {
  const gone = await reasonOf({}, ({ runs }) => runs.delete('ada'));
  expect(gone).toBe('somebody deleted the Job while it ran');
  const other = await reasonOf({}, ({ runs }) => void runs.set('ada', { uid: 'mine', begun: 0 }));
  expect(other).toBe('somebody deleted the Job while it ran');
});

test('A run that an earlier process started is waited for, not started again', async () => {
  const started: StartedRun = {
    record: 'started',
    handle: handle('ada'),
    job: 'uid-0',
    script: 'uid-0-script',
  };
  const { records, seconds, cluster } = await graded({}, undefined, 100, started);
  expect(records.map(({ record }) => record)).toEqual(['graded']);
  expect(seconds).toBe(310);
  expect(cluster.calls).not.toContain('ada create');
});

test('A Job of the same name that grading did not start is replaced', async () => {
  const started: StartedRun = {
    record: 'started',
    handle: handle('ada'),
    job: 'uid-x',
    script: 'uid-x-script',
  };
  const { records, cluster } = await graded({}, undefined, 100, started);
  expect(records.map(({ record }) => record)).toEqual(['started', 'graded']);
  expect(cluster.calls.slice(0, 4)).toEqual(['ada get', 'ada get', 'ada delete', 'ada create']);
});
