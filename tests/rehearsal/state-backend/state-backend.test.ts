import type { Refusal } from '../../../src/rehearsal/cloud/cloud-error';
import { StateBackend } from '../../../src/rehearsal/state-backend/state-backend';
import { MemoryStateStore } from '../../../src/rehearsal/state-backend/state-store';

const lockOf = (id: string): string => JSON.stringify({ ID: id, Who: 'ines@laptop' });

let store: MemoryStateStore;
let refusal: Refusal | undefined;
let backend: StateBackend;

beforeEach(async () => {
  store = new MemoryStateStore();
  refusal = undefined;
  backend = await StateBackend.start({ store, beforeWrite: () => refusal });
});

afterEach(() => backend.stop());

/** Status and body of an answer, as `404` or `200 {}`. */
async function ask(method: string, path: string, body?: string): Promise<string> {
  const response = await fetch(`${backend.address}${path}`, {
    method,
    ...(body === undefined ? {} : { body }),
  });
  return `${response.status} ${await response.text()}`.trim();
}

test('A stack that was never applied has no state; what is written is read again, until it is deleted', async () => {
  expect(await ask('GET', '/state/cell-1')).toBe('404');
  expect(await ask('POST', '/state/cell-1', '{"serial":1}')).toBe('200');
  expect(await ask('GET', '/state/cell-1')).toBe('200 {"serial":1}');
  expect(await ask('GET', '/state/cell-2')).toBe('404');
  expect(await ask('DELETE', '/state/cell-1')).toBe('200');
  expect(await ask('GET', '/state/cell-1')).toBe('404');
});

test('A second lock is refused with who holds the first; other stacks are free', async () => {
  expect(await ask('LOCK', '/state/cell-1', lockOf('one'))).toBe('200');
  expect(await ask('LOCK', '/state/cell-1', lockOf('two'))).toBe(`423 ${lockOf('one')}`);
  expect(await ask('LOCK', '/state/cell-2', lockOf('two'))).toBe('200');
  expect(store.listLocks()).toEqual([
    { stack: 'cell-1', id: 'one', info: lockOf('one') },
    { stack: 'cell-2', id: 'two', info: lockOf('two') },
  ]);
});

test('Only the holder writes and deletes while a state is locked, and anybody reads', async () => {
  await ask('LOCK', '/state/cell-1', lockOf('one'));
  expect(await ask('POST', '/state/cell-1', 'foreign')).toBe(`423 ${lockOf('one')}`);
  expect(await ask('POST', '/state/cell-1?ID=two', 'foreign')).toBe(`423 ${lockOf('one')}`);
  expect(await ask('POST', '/state/cell-1?ID=one', 'own')).toBe('200');
  expect(await ask('DELETE', '/state/cell-1')).toBe(`423 ${lockOf('one')}`);
  expect(await ask('GET', '/state/cell-1')).toBe('200 own');
});

test('A run whose lock was released by force writes nothing any more', async () => {
  expect(await ask('POST', '/state/cell-1?ID=one', 'late')).toBe('409 the lock one on cell-1 was released');
  expect(store.read('cell-1')).toBeUndefined();
});

test('A lock is released by its id or by force, never by another id', async () => {
  await ask('LOCK', '/state/cell-1', lockOf('one'));
  expect(await ask('UNLOCK', '/state/cell-1', lockOf('two'))).toBe(`409 ${lockOf('one')}`);
  expect(await ask('UNLOCK', '/state/cell-1', 'no JSON')).toBe(`409 ${lockOf('one')}`);
  expect(await ask('UNLOCK', '/state/cell-1', lockOf('one'))).toBe('200');
  expect(await ask('UNLOCK', '/state/cell-1', lockOf('one'))).toBe('409 the state of cell-1 is not locked');
  await ask('LOCK', '/state/cell-1', lockOf('two'));
  expect(await ask('UNLOCK', '/state/cell-1')).toBe('200');
  expect(store.listLocks()).toEqual([]);
});

test.each(['', 'no JSON', '{}', '{"ID":""}', '{"ID":7}', 'null'])(
  'A lock without an id is none: %j',
  async (body) => {
    expect(await ask('LOCK', '/state/cell-1', body)).toBe('400 a lock has an ID');
    expect(store.listLocks()).toEqual([]);
  },
);

test('A write that is made to fail leaves the state as it was, and the next one succeeds', async () => {
  await ask('POST', '/state/cell-1', 'first');
  refusal = { status: 507, reason: 'insufficientStorage', message: 'no space left on device' };
  expect(await ask('POST', '/state/cell-1', 'second')).toBe('507 no space left on device');
  expect(await ask('GET', '/state/cell-1')).toBe('200 first');
  refusal = undefined;
  expect(await ask('POST', '/state/cell-1', 'second')).toBe('200');
});

test('A store that fails is told in its words', async () => {
  store.write = () => {
    throw new Error('ENOSPC: no space left on device, write');
  };
  expect(await ask('POST', '/state/cell-1', 'state')).toBe('500 ENOSPC: no space left on device, write');
});

test.each(['/', '/state/', '/state/a/b', '/state/..%2Fsecret', '/state/A', '/locks/cell-1'])(
  'States are nowhere else: %s',
  async (path) => {
    expect(await ask('GET', path)).toBe('404 states are at /state/<stack>');
  },
);

test('A method that Terraform does not use is none', async () => {
  expect(await ask('PUT', '/state/cell-1', 'state')).toBe('405');
});

test('It listens on this machine alone', () => {
  expect(backend.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('No idle connection is closed: terraform would write its state on it in that moment', async () => {
  const { headers } = await fetch(`${backend.address}/state/cell-1`, { method: 'GET' });
  expect([headers.get('connection'), headers.get('keep-alive')]).toEqual(['keep-alive', null]);
});
