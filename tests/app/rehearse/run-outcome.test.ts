import type { FaultedRun } from '../../../src/app/rehearse/run-outcome';
import { changesOfReApply, endedWithoutRun } from '../../../src/app/rehearse/run-outcome';
import type { Step } from '../../../src/rehearsal/scenario/scenario';

const USE: Step = {
  action: 'use', name: 'Students work', faults: [], students: 'all', objects: 1, images: 0, volumes: 0, loadBalancers: 0,
}; // prettier-ignore
const MUST_FAIL: Step = { ...USE, expect: { fails: true, message: { text: 'not found' } } };

test('A step without a run is done, or failed with why', () => {
  expect(endedWithoutRun(USE)).toEqual({ outcome: 'done', faults: [], findings: [] });
  expect(endedWithoutRun(USE, 'no bucket')).toEqual({
    outcome: 'failed',
    faults: [],
    findings: [{ invariant: 'applies', where: 'the step', message: 'no bucket' }],
  });
});

test('One that must fail is held to that as any other', () => {
  expect(endedWithoutRun(MUST_FAIL, 'the bucket was not found').outcome).toBe('failed as expected');
  expect(endedWithoutRun(MUST_FAIL, 'no bucket').findings[0]!.message).toBe(
    'It failed, but nowhere says not found: Error: no bucket',
  );
  expect(endedWithoutRun(MUST_FAIL).findings[0]!.message).toBe('It went through, and should have failed.');
});

const QUIET: FaultedRun = { outcome: 'done', faults: [], findings: [] };
const NOTHING = { added: 0, changed: 0, destroyed: 0 };
const again = (action: 're-apply' | 'deploy'): Step => ({ action, name: action, faults: [] });

test('A run of the same files that changes something is a finding', () => {
  expect(changesOfReApply(again('re-apply'), { added: 1, changed: 2, destroyed: 3 }, QUIET)).toEqual([
    {
      invariant: 'empty-re-apply',
      where: 'the run',
      message: '1 added, 2 changed, 3 destroyed by a run that should change nothing',
    },
  ]);
});

test('A quiet run is none, nor one that a fault struck, nor one of other files', () => {
  const changed = { ...NOTHING, changed: 1 };
  expect(changesOfReApply(again('re-apply'), NOTHING, QUIET)).toEqual([]);
  expect(changesOfReApply(again('re-apply'), changed, { ...QUIET, faults: ['a fault'] })).toEqual([]);
  expect(changesOfReApply(again('deploy'), changed, QUIET)).toEqual([]);
});
