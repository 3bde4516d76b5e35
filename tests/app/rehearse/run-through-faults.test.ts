import type { FaultedRun } from '../../../src/app/rehearse/run-outcome';
import { errorFindings, runThroughFaults } from '../../../src/app/rehearse/run-through-faults';
import type { StacksRun } from '../../../src/app/rehearse/stack-engine';
import type { Fault } from '../../../src/rehearsal/faults/fault';
import type { MessagePattern } from '../../../src/rehearsal/scenario/message-pattern';
import type { Step } from '../../../src/rehearsal/scenario/scenario';
import { ONE_OF_EACH, refused } from '../../rehearsal/faults/sample-faults';

const OK: StacksRun = { ok: true, output: 'Apply complete!' };
const failed = (output: string): StacksRun => ({ ok: false, output });
const REFUSED = failed('│ Error: Error creating google_storage_bucket: googleapi: Error 503: unavailable');

interface Done {
  readonly run: FaultedRun;
  readonly calls: readonly string[];
}

/** Runs a step under faults that strike; `runs` are how terraform goes, one after another. */
async function through(
  faults: readonly Fault[],
  runs: readonly StacksRun[],
  { step = {}, struck = faults, unmended = [] as readonly string[] } = {} as {
    readonly step?: Partial<Step>;
    readonly struck?: readonly Fault[];
    readonly unmended?: readonly string[];
  },
): Promise<Done> {
  const calls: string[] = [];
  const left = [...runs];
  const run = await runThroughFaults({
    step: { action: 'deploy', name: 'Deploy', faults: [], ...step } as Step,
    faults,
    arm: (armed) => {
      calls.push(`arm ${armed.length}`);
      return Promise.resolve();
    },
    disarm: () => {
      calls.push('disarm');
      return struck;
    },
    run: () => {
      calls.push('run');
      return Promise.resolve(left.shift()!);
    },
    recover: () => {
      calls.push('recover');
      return Promise.resolve(unmended);
    },
  });
  return { run, calls };
}

test('A run that nothing strikes is done at once', async () => {
  expect(await through([], [OK])).toEqual({
    run: { outcome: 'done', faults: [], findings: [] },
    calls: ['arm 0', 'run', 'disarm'],
  });
});

test('An error that nobody caused is a finding, and the step is not tried again', async () => {
  const { run, calls } = await through([], [failed('Error: no such folder\n\n  on cdk.tf.json line 1')]);
  expect(run).toEqual({
    outcome: 'failed',
    faults: [],
    findings: [{ invariant: 'applies', where: 'the run', message: 'Error: no such folder' }],
  });
  expect(calls).toEqual(['arm 0', 'run', 'disarm']);
});

test('A fault that did not strike excuses no error', async () => {
  const { run } = await through([refused()], [REFUSED], { struck: [] });
  expect(run.outcome).toBe('failed');
  expect(run.faults).toEqual([]);
});

test('A slow call excuses no error', async () => {
  const { run } = await through([ONE_OF_EACH.slow], [REFUSED]);
  expect([run.outcome, run.findings.length, run.faults.length]).toEqual(['failed', 1, 1]);
});

test('What is mended by running again is run again, with the fault over', async () => {
  const { run, calls } = await through([refused()], [REFUSED, OK]);
  expect(run).toEqual({
    outcome: 'done',
    faults: ['Google refuses the 2nd create of google_storage_bucket with 503'],
    findings: [],
  });
  expect(calls).toEqual(['arm 1', 'run', 'disarm', 'run']);
});

test('What left something behind is recovered first', async () => {
  const { calls, run } = await through(
    [ONE_OF_EACH['terraform-killed']],
    [failed('Error: terraform was killed'), OK],
  );
  expect(calls).toEqual(['arm 1', 'run', 'disarm', 'recover', 'run']);
  expect(run.outcome).toBe('done');
});

test('A message that does not name the cause is a finding, though the next run goes through', async () => {
  const { run } = await through([refused()], [failed('Error: it did not work'), OK]);
  expect(run).toMatchObject({
    outcome: 'done',
    findings: [
      {
        invariant: 'message-names-cause',
        where: 'the run',
        message:
          'Google refuses the 2nd create of google_storage_bucket with 503, ' +
          'and what terraform says does not name it: Error: it did not work',
      },
    ],
  });
});

test('What four runs do not mend has failed, with what could not be recovered', async () => {
  const { run, calls } = await through(
    [ONE_OF_EACH['terraform-killed']],
    [failed('Error: terraform was killed'), ...Array<StacksRun>(3).fill(failed('Error: already exists'))],
    { unmended: ['Error: cell-1: not all was adopted'] },
  );
  expect(calls.filter((call) => call === 'run').length).toBe(4);
  expect(run.outcome).toBe('failed');
  expect(run.findings.map(({ message }) => message)).toEqual([
    'Error: cell-1: not all was adopted',
    'Error: already exists',
  ]);
});

describe('A step that must fail', () => {
  const mustFail = (run: StacksRun, message?: MessagePattern) =>
    through([], [run], { step: { expect: { fails: true, ...(message === undefined ? {} : { message }) } } });

  test.each<[string, MessagePattern | undefined]>([
    ['does not say how', undefined],
    ['says a text of the message', { text: 'Error 503: unavailable' }],
    ['says a pattern that matches', { pattern: 'Error 5\\d\\d' }],
  ])('fails as expected where it %s', async (_, message) => {
    expect((await mustFail(REFUSED, message)).run).toEqual({
      outcome: 'failed as expected',
      faults: [],
      findings: [],
    });
  });

  test.each<[string, StacksRun, MessagePattern | undefined, string]>([
    ['goes through', OK, undefined, 'It went through, and should have failed.'],
    [
      'says something else than the text',
      failed('Error: no'),
      { text: 'state lock' },
      'It failed, but nowhere says state lock: Error: no',
    ],
    [
      'says nothing that matches',
      failed('killed'),
      { pattern: 'Error \\d' },
      'It failed, but nowhere says /Error \\d/: no error was printed',
    ],
  ])('is a finding where it %s', async (_, run, pattern, message) => {
    expect((await mustFail(run, pattern)).run).toEqual({
      outcome: 'failed',
      faults: [],
      findings: [{ invariant: 'message-names-cause', where: 'the run', message }],
    });
  });

  test('is not recovered: a later step does that', async () => {
    const { calls, run } = await through([ONE_OF_EACH['lock-held']], [failed('Error: lock')], {
      step: { expect: { fails: true } },
    });
    expect(calls).toEqual(['arm 1', 'run', 'disarm']);
    expect(run.faults).toEqual(['a run that is dead holds the state lock of shard-1-01']);
  });
});

test('Of many errors ten are told; of none the last lines', () => {
  const many = Array.from({ length: 12 }, (_, index) => `Error: number ${index}`).join('\n');
  expect(errorFindings(many).map(({ message }) => message)).toEqual(
    Array.from({ length: 10 }, (_, index) => `Error: number ${index}`),
  );
  expect(errorFindings('1\n2\n3\n4\n5\n6\n')).toEqual([
    { invariant: 'applies', where: 'the run', message: '2\n3\n4\n5\n6' },
  ]);
});
