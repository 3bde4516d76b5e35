import { submittedImages, tryReadWork } from '../../../src/core/submissions/submitted-images';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;
const owned = (uid: string) => ({ ownerReferences: [{ uid, controller: true }] });
const pod = (name: string, owner: string | undefined, digest: string, started: string) => ({
  kind: 'Pod',
  metadata: { name, uid: name, ...(owner === undefined ? {} : owned(owner)) },
  spec: { containers: [{ name: 'main', image: 'us-docker.pkg.dev/p/ada/api:1' }] },
  status: {
    startTime: started,
    containerStatuses: [
      { name: 'main', imageID: digest === '' ? '' : `us-docker.pkg.dev/p/ada/api@${digest}` },
    ],
  },
});
const template = { spec: { containers: [{ name: 'main', image: 'us-docker.pkg.dev/p/ada/api:1' }] } };
const DEPLOYMENT = { kind: 'Deployment', metadata: { name: 'api', uid: 'd' }, spec: { template } };
const REPLICA_SET = {
  kind: 'ReplicaSet',
  metadata: { name: 'api-1', uid: 'r', ...owned('d') },
  spec: { template },
};
const told = (...items: readonly unknown[]) =>
  submittedImages(tryReadWork(JSON.stringify({ kind: 'List', items }))!).map(
    ({ workload, image, digest = 'never ran', since = '' }) =>
      [workload, image.split('/').at(-1), digest.slice(0, 10), since].join(' ').trim(),
  );

test('A workload is told with the digest that its pods ran, since the first of them', () => {
  expect(
    told(
      DEPLOYMENT,
      REPLICA_SET,
      pod('one', 'r', A, '2027-03-02T00:00:00Z'),
      pod('two', 'r', A, '2027-03-01T00:00:00Z'),
    ),
  ).toEqual(['Deployment/api api:1 sha256:aaa 2027-03-01T00:00:00Z']);
});

test('A tag that was pushed again while pods ran is two digests', () => {
  expect(
    told(
      DEPLOYMENT,
      REPLICA_SET,
      pod('one', 'r', B, '2027-03-02T00:00:00Z'),
      pod('two', 'r', A, '2027-03-01T00:00:00Z'),
    ),
  ).toEqual([
    'Deployment/api api:1 sha256:aaa 2027-03-01T00:00:00Z',
    'Deployment/api api:1 sha256:bbb 2027-03-02T00:00:00Z',
  ]);
});

test('What is written and never ran is told as that, and a pod by itself as itself', () => {
  expect(told(DEPLOYMENT, REPLICA_SET, pod('one', 'r', '', '2027-03-02T00:00:00Z'))).toEqual([
    'Deployment/api api:1 never ran',
  ]);
  expect(told(pod('alone', undefined, A, '2027-03-02T00:00:00Z'))).toEqual([
    'Pod/alone api:1 sha256:aaa 2027-03-02T00:00:00Z',
  ]);
});

test('A job of a cron job is the cron job’s, init containers count, and owners in a circle end', () => {
  const init = { spec: { initContainers: [{ name: 'first', image: 'busybox:1' }], ...template.spec } };
  const cron = { kind: 'CronJob', metadata: { name: 'nightly', uid: 'c' }, spec: { jobTemplate: { spec: { template: init } } } };
  const job = { kind: 'Job', metadata: { name: 'nightly-1', uid: 'j', ...owned('c') }, spec: { template: init } };
  expect(told(cron, job, pod('one', 'j', A, '2027-03-02T00:00:00Z'))).toEqual([
    'CronJob/nightly busybox:1 never ran',
    'CronJob/nightly api:1 sha256:aaa 2027-03-02T00:00:00Z',
  ]);
  const circle = { kind: 'ReplicaSet', metadata: { name: 'x', uid: 'x', ...owned('x') }, spec: { template } };
  expect(told(circle)).toEqual(['ReplicaSet/x api:1 never ran']);
}); // prettier-ignore

test.each(['', 'null', '[]', '{"items":[1]}', '{"items":[{"kind":"Pod"}]}', 'error: no'])(
  '%j is no list of work',
  (text) => {
    expect(tryReadWork(text)).toBeUndefined();
  },
);
