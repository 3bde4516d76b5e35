import type { Call, CallAction, CallObserver } from '../../../src/rehearsal/provider/call';
import { NO_OBSERVER } from '../../../src/rehearsal/provider/call';
import { CallCount, allOf } from '../../../src/rehearsal/provider/call-count';

const call = (action: CallAction): Call => ({ action, type: 'google_storage_bucket', attributes: {} });
const DONE = { needed: [] };

test('Changes are counted, and other calls are told of and not counted', () => {
  const told: string[] = [];
  const count = new CallCount(({ action }) => told.push(action));
  const actions = ['create', 'read', 'create', 'update', 'delete', 'import', 'data'] as const;
  for (const action of actions) count.after(call(action));
  expect(told).toEqual(actions);
  expect(count.take()).toEqual({ added: 2, changed: 1, destroyed: 1 });
});

test('The counting begins again when it was asked', () => {
  const count = new CallCount(() => undefined);
  count.after(call('create'));
  count.take();
  count.after(call('delete'));
  expect(count.take()).toEqual({ added: 0, changed: 0, destroyed: 1 });
});

test('A call that was refused was never done: it is counted only afterwards', () => {
  const count = new CallCount(() => undefined);
  expect(count.before()).toBe(0);
  expect(count.take()).toEqual({ added: 0, changed: 0, destroyed: 0 });
});

test('Of several observers each is asked in its turn, and what they add is summed', async () => {
  const told: string[] = [];
  const observer = (name: string, seconds: number): CallObserver => ({
    before: () => {
      told.push(`before ${name}`);
      return seconds;
    },
    after: async (_, { needed }) => {
      await Promise.resolve();
      told.push(`after ${name}, ${needed.length} needed`);
    },
  });
  const all = allOf(observer('a', 2), NO_OBSERVER, observer('b', 3));
  expect(await all.before(call('create'))).toBe(5);
  await all.after(call('create'), { needed: ['//x/y'] });
  expect(told).toEqual(['before a', 'before b', 'after a, 1 needed', 'after b, 1 needed']);
});

test('When one refuses, those behind it never hear of the call', async () => {
  const count = new CallCount(() => undefined);
  const refuse = (): never => {
    throw new Error('no');
  };
  const all = allOf({ before: refuse, after: refuse }, count);
  await expect(all.before(call('create'))).rejects.toThrow('no');
  await expect(all.after(call('create'), DONE)).rejects.toThrow('no');
  expect(count.take()).toEqual({ added: 0, changed: 0, destroyed: 0 });
});
