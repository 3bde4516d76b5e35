import { deepFreeze } from '../../../src/core/domain/deep-freeze';
import { Money } from '../../../src/core/domain/money';

test('A frozen value is the value itself, frozen in all its depth', () => {
  const value = { list: [{ deep: { deeper: 1 } }], money: Money.parse('1 USD') };
  expect(deepFreeze(value)).toBe(value);
  expect([value, value.list, value.list[0], value.list[0]!.deep, value.money].every(Object.isFrozen)).toBe(
    true,
  );
  expect(() => Object.assign(value.list[0]!.deep, { deeper: 2 })).toThrow(TypeError);
});

test('What an already frozen value holds is frozen too', () => {
  const inner = { open: true };
  deepFreeze({ outer: Object.freeze({ inner }) });
  expect(Object.isFrozen(inner)).toBe(true);
});

test('A value that holds itself is frozen once', () => {
  const ring: { self?: unknown } = {};
  ring.self = ring;
  expect(Object.isFrozen(deepFreeze(ring))).toBe(true);
});

test.each([1, 'text', true, null, undefined])('%p stays as it is', (value) =>
  expect(deepFreeze(value)).toBe(value),
);
