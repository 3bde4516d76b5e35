import type { Fault } from '../../../src/rehearsal/faults/fault';
import { describeFault, expectedMessage, ordinal } from '../../../src/rehearsal/faults/fault-words';
import { ONE_OF_EACH, refused } from './sample-faults';

test.each<[string, Fault]>([
  ['Google refuses the 2nd create of google_storage_bucket with 503', refused()],
  ['Google refuses 3 creates of any type from the 2nd on with 503', refused({ type: '*', times: 3 })],
  [
    'Google does the 2nd delete of google_storage_bucket, and answers 503 all the same',
    refused({ when: 'after', action: 'delete' }),
  ],
  ['the 1st create of google_container_cluster takes 600 seconds longer', ONE_OF_EACH.slow],
  [
    '2 creates of google_container_cluster from the 1st on take 600 seconds longer',
    { ...ONE_OF_EACH.slow, times: 2 },
  ],
  ['the provider crashes at its 11th call', ONE_OF_EACH['provider-crash']],
  ['terraform is killed after 1 operation', ONE_OF_EACH['terraform-killed']],
  ['someone deletes a google_storage_bucket by hand', ONE_OF_EACH.drift],
  ['a run that is dead holds the state lock of shard-1-01', ONE_OF_EACH['lock-held']],
  ['the disk is full when the state of the first stack is saved, 2 times', ONE_OF_EACH['disk-full']],
])('%s', (sentence, fault) => expect(describeFault(fault)).toBe(sentence));

test('Ordinals end as English wants them', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal)).toEqual(
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '102nd', '111th'], // prettier-ignore
  );
});

const REFUSED = `Error: googleapi:
Error 503: backend error, backendError

  with google_storage_bucket.amara,
  on cdk.tf.json line 42`;

test.each<[string, Fault, string]>([
  ['a refusal', refused(), REFUSED],
  ['a refusal of any type', refused({ type: '*' }), 'googleapi: Error 503: backend error'],
  [
    'a refusal by a cluster',
    refused({ type: 'helm_release' }),
    'Error: 503 unavailable\n with helm_release.amara,',
  ],
  ['a long wait', ONE_OF_EACH.slow, 'google_container_cluster labs'],
  ['a crash', ONE_OF_EACH['provider-crash'], 'Error: Plugin did not\nrespond'],
  ['a kill', ONE_OF_EACH['terraform-killed'], 'Terraform was killed (SIGKILL)'],
  ['a missing bucket', ONE_OF_EACH.drift, '# google_storage_bucket.amara has been deleted'],
  ['an edited bucket', { ...ONE_OF_EACH.drift, change: 'change' }, '# google_storage_bucket.a has changed'],
  ['a lock', ONE_OF_EACH['lock-held'], 'Error: Error acquiring the state lock'],
  ['a full disk', ONE_OF_EACH['disk-full'], 'write terraform.tfstate: no space left on device'],
])('Terraform’s words for %s are known', (_, fault, output) => {
  expect(output).toMatch(expectedMessage(fault));
});

test.each<[string, Fault, string]>([
  ['another status', refused({ status: 500 }), REFUSED],
  ['another type', refused({ type: 'google_project' }), REFUSED],
  ['no type', refused(), 'googleapi: Error 503: backend error'],
  ['a status inside a number', refused({ type: 'helm_release' }), 'line 15034 with helm_release.amara'],
  ['a change in place of a delete', ONE_OF_EACH.drift, '# google_storage_bucket.a has changed'],
])('Words about %s do not name the cause', (_, fault, output) => {
  expect(output).not.toMatch(expectedMessage(fault));
});
