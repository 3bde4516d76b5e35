import { onceForEach } from '../../src/prover/once-for-each';

test('An answer is worked out once for each object, and not taken for that of a like one', () => {
  const asked: object[] = [];
  const count = onceForEach((list: readonly number[]) => {
    asked.push(list);
    return { length: list.length };
  });
  const [one, other] = [
    [1, 2],
    [1, 2],
  ];
  expect(count(one)).toEqual({ length: 2 });
  expect(count(one)).toBe(count(one));
  expect(count(other)).not.toBe(count(one));
  expect(asked).toEqual([one, other]);
});

test('What cannot be worked out is asked again', () => {
  let asked = 0;
  const never = onceForEach((): object => {
    asked += 1;
    throw new Error('cannot');
  });
  const key = {};
  expect(() => never(key)).toThrow('cannot');
  expect(() => never(key)).toThrow('cannot');
  expect(asked).toBe(2);
});
