import type { Fault } from '../../../src/rehearsal/faults/fault';
import { scenarioOf } from './sample-scenario';

const faultOf = (written: string): Fault => {
  const step = scenarioOf(`fault: ${written}`).steps[0]!;
  if (step.action !== 'fault') throw new Error('no fault was read');
  return step.fault;
};

test.each<[string, Fault]>([
  [
    '{ kind: 403 }',
    { kind: 'refuse', status: 403, when: 'before', action: 'create', type: '*', nth: 1, times: 1 },
  ],
  [
    '{ kind: 500, on: helm_release, action: update, when: after, nth: 3, count: 2 }',
    { kind: 'refuse', status: 500, when: 'after', action: 'update', type: 'helm_release', nth: 3, times: 2 },
  ],
  [
    '{ kind: slow, on: google_container_cluster }',
    { kind: 'slow', action: 'create', type: 'google_container_cluster', nth: 1, times: 1, seconds: 600 },
  ],
  [
    '{ kind: slow, seconds: 60 }',
    { kind: 'slow', action: 'create', type: '*', nth: 1, times: 1, seconds: 60 },
  ],
  ['{ kind: provider-crash, nth: 5 }', { kind: 'provider-crash', nth: 5 }],
  ['{ kind: terraform-killed, nth: 7 }', { kind: 'terraform-killed', afterOperations: 7 }],
  ['{ kind: lock-held, stack: shard-1-01 }', { kind: 'lock-held', stack: 'shard-1-01' }],
  ['{ kind: disk-full, count: 3 }', { kind: 'disk-full', stack: '*', times: 3 }],
])('%s is read', (written, fault) => expect(faultOf(written)).toEqual(fault));
