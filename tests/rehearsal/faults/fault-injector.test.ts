import { CloudError } from '../../../src/rehearsal/cloud/cloud-error';
import type { Fault, RefusalStatus } from '../../../src/rehearsal/faults/fault';
import { REFUSALS } from '../../../src/rehearsal/faults/fault';
import { FaultInjector } from '../../../src/rehearsal/faults/fault-injector';
import type { Call, CallAction } from '../../../src/rehearsal/provider/call';
import { ONE_OF_EACH, refused } from './sample-faults';

const BUCKET = 'google_storage_bucket';
const call = (action: CallAction = 'create', type = BUCKET): Call => ({ action, type, attributes: {} });

let powers: string[];
let injector: FaultInjector;

beforeEach(() => {
  powers = [];
  injector = new FaultInjector({
    crashProviders: () => void powers.push('crash'),
    killTerraform: () => void powers.push('kill'),
  });
});

/** What became of a call: `ok`, `ok, 600 s`, a status with `before` or `after`, `no answer`. */
async function outcome(of: Call): Promise<string> {
  let seconds: number;
  try {
    seconds = injector.before(of);
  } catch (error) {
    if (error instanceof CloudError) return `${error.status} before`;
    throw error;
  }
  const after = injector.after(of).then(
    () => (seconds === 0 ? 'ok' : `ok, ${seconds} s`),
    (error: unknown) => `${(error as CloudError).status} after`,
  );
  // A call that nobody will answer is not waited for.
  return Promise.race([after, turns().then(() => 'no answer')]);
}

const turns = (): Promise<void> => new Promise((done) => setImmediate(done));

async function outcomes(...calls: readonly Call[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const each of calls) all.push(await outcome(each));
  return all;
}

test('Without faults every call goes through, and nothing struck', async () => {
  expect(await outcomes(call(), call('delete'), call('data'))).toEqual(['ok', 'ok', 'ok']);
  expect(injector.disarm()).toEqual([]);
  expect(injector.providersDown).toBe(false);
});

describe('A refusal', () => {
  test('strikes the nth call of its action and type, so many times', async () => {
    injector.arm([refused({ nth: 2, times: 2 })]);
    const other = [call('update'), call('create', 'google_project')];
    expect(await outcomes(call(), ...other, call(), call(), call())).toEqual([
      'ok',
      'ok',
      'ok',
      '503 before',
      '503 before',
      'ok',
    ]);
    expect(injector.disarm()).toEqual([refused({ nth: 2, times: 2 })]);
  });

  test('of any type counts calls of all types', async () => {
    injector.arm([refused({ type: '*', nth: 2 })]);
    expect(await outcomes(call(), call('read'), call('create', 'google_project'), call())).toEqual([
      'ok',
      'ok',
      '503 before',
      'ok',
    ]);
  });

  test('whose answer is lost strikes when the work is done', async () => {
    injector.arm([refused({ when: 'after', nth: 1 })]);
    expect(await outcomes(call(), call())).toEqual(['503 after', 'ok']);
    expect(injector.disarm()).toHaveLength(1);
  });

  test.each<[RefusalStatus, string]>([
    [429, 'Quota exceeded for quota metric ‘Write requests’ per minute; try again later, rateLimitExceeded'],
    [409, 'There were concurrent changes, or the resource is being changed; try again, aborted'],
    [
      403,
      'The caller does not have permission, or it has not propagated yet; try again in some minutes, forbidden',
    ],
    [500, 'An internal error has occurred; try again later, internalError'],
    [503, 'The service is currently unavailable; try again later, backendError'],
  ])('is worded as Google words it: %i', (status, words) => {
    injector.arm([refused({ status, nth: 1 })]);
    expect(() => injector.before(call())).toThrow(
      expect.objectContaining({ text: `googleapi: Error ${status}: ${words}` }) as Error,
    );
    expect(REFUSALS).toContain(status);
  });
});

test('What is slow takes longer, and goes through', async () => {
  const { type } = ONE_OF_EACH.slow;
  injector.arm([{ ...ONE_OF_EACH.slow, nth: 2, times: 2 }]);
  const all = await outcomes(...Array.from({ length: 4 }, () => call('create', type)), call('delete', type));
  expect(all).toEqual(['ok', 'ok, 600 s', 'ok, 600 s', 'ok', 'ok']);
  expect(injector.disarm()).toHaveLength(1);
});

describe('A crash of the provider', () => {
  const crash: Fault = { kind: 'provider-crash', nth: 3 };

  test('breaks the connections off at the nth call of any kind, once', async () => {
    injector.arm([crash]);
    expect(await outcomes(call('read'), call('data'), call(), call())).toEqual([
      'ok',
      'ok',
      '503 before',
      'ok',
    ]);
    expect(powers).toEqual(['crash']);
  });

  test('leaves the provider down until the run has ended', async () => {
    injector.arm([{ ...crash, nth: 1 }]);
    expect(injector.providersDown).toBe(false);
    await outcome(call());
    expect(injector.providersDown).toBe(true);
    expect(injector.disarm()).toEqual([{ ...crash, nth: 1 }]);
    expect(injector.providersDown).toBe(false);
  });
});

test('Terraform is killed after so many writes, and the last of them gets no answer', async () => {
  const killed: Fault = { kind: 'terraform-killed', afterOperations: 2 };
  injector.arm([killed]);
  expect(await outcomes(call('read'), call(), call('data'), call('update'), call('delete'))).toEqual([
    'ok',
    'ok',
    'ok',
    'no answer',
    'ok',
  ]);
  expect(powers).toEqual(['kill']);
  expect(injector.disarm()).toEqual([killed]);
});

test('A fault that never met its call did not strike', async () => {
  injector.arm([
    refused({ nth: 5 }),
    { ...ONE_OF_EACH.slow, type: BUCKET },
    { kind: 'provider-crash', nth: 9 },
  ]);
  expect(await outcomes(call())).toEqual(['ok, 600 s']);
  expect(injector.disarm().map(({ kind }) => kind)).toEqual(['slow']);
});

test('What is no matter of calls leaves them alone', async () => {
  injector.arm([ONE_OF_EACH.drift, ONE_OF_EACH['lock-held'], ONE_OF_EACH['disk-full']]);
  expect(await outcomes(call(), call('update'))).toEqual(['ok', 'ok']);
  expect(injector.disarm()).toEqual([]);
});

test('Each fault counts every call, whatever another makes of it', async () => {
  const crash: Fault = { kind: 'provider-crash', nth: 2 };
  injector.arm([refused({ nth: 1 }), refused({ status: 429, nth: 3 }), { ...crash, nth: 4 }]);
  expect(await outcomes(call(), call(), call(), call())).toEqual([
    '503 before',
    'ok',
    '429 before',
    '503 before',
  ]);
  expect(powers).toEqual(['crash']);
  injector.arm([refused({ when: 'after', nth: 1 }), { kind: 'terraform-killed', afterOperations: 1 }]);
  expect(await outcomes(call())).toEqual(['no answer']);
  expect(injector.disarm()).toHaveLength(2);
});

test('Faults that are armed anew count anew', async () => {
  injector.arm([refused({ nth: 2 })]);
  await outcome(call());
  injector.arm([refused({ nth: 2 })]);
  expect(await outcomes(call(), call())).toEqual(['ok', '503 before']);
  expect(injector.disarm()).toHaveLength(1);
  expect(await outcomes(call(), call())).toEqual(['ok', 'ok']);
});
