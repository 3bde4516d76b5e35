import type { Fault } from '../../../src/rehearsal/faults/fault';
import { FAULT_KINDS, failsTheRun, remedyOf } from '../../../src/rehearsal/faults/fault';
import { ONE_OF_EACH, refused } from './sample-faults';

test('Every kind of fault has a sample', () => {
  expect(Object.keys(ONE_OF_EACH).sort()).toEqual([...FAULT_KINDS].sort());
});

test.each<[string, Fault, string]>([
  ['What was refused is run again', refused(), 're-run'],
  ['What was made without an answer is adopted', refused({ when: 'after' }), 'recover'],
  ['What was deleted without an answer is run again', refused({ when: 'after', action: 'delete' }), 're-run'],
  [
    'A binding is set, not made: it is run again',
    refused({ when: 'after', type: 'google_storage_bucket_iam_binding' }),
    're-run',
  ],
  [
    'An API that is on can be switched on again',
    refused({ when: 'after', type: 'google_project_service' }),
    're-run',
  ],
  ['What only takes longer needs nothing', ONE_OF_EACH.slow, 're-run'],
  ['What a provider that crashed made is adopted', ONE_OF_EACH['provider-crash'], 'recover'],
  ['What a killed terraform made is adopted', ONE_OF_EACH['terraform-killed'], 'recover'],
  ['What was changed by hand is put right by a run', ONE_OF_EACH.drift, 're-run'],
  ['A lock is released', ONE_OF_EACH['lock-held'], 'unlock'],
  ['What could not be written down is adopted', ONE_OF_EACH['disk-full'], 'recover'],
])('%s', (_, fault, remedy) => expect(remedyOf(fault)).toBe(remedy));

test('Only what is slow or was changed by hand lets a run go through', () => {
  const passing = Object.values(ONE_OF_EACH).filter((fault) => !failsTheRun(fault));
  expect(passing.map(({ kind }) => kind)).toEqual(['slow', 'drift']);
});
