import { atMost } from '../../../src/app/grade/at-most';

test('Never more than so many run, in the order in which they came', async () => {
  const gate = atMost(2);
  const began: number[] = [];
  let [running, most] = [0, 0];
  await Promise.all(
    [1, 2, 3, 4, 5].map((number) =>
      gate(async () => {
        began.push(number);
        most = Math.max(most, (running += 1));
        await new Promise(setImmediate);
        running -= 1;
      }),
    ),
  );
  expect([began, most]).toEqual([[1, 2, 3, 4, 5], 2]);
});

test('Work that fails makes room for the next', async () => {
  const gate = atMost(1);
  const failed = gate(() => Promise.reject(new Error('no')));
  const next = gate(() => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('done');
});
