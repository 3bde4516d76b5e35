import fc from 'fast-check';
import { Money } from '../../../src/core/domain/money';

const cents = fc.integer({ min: 0, max: 999_999_999 });
const dollars = (amount: number): Money => Money.parse(`${(amount / 100).toFixed(2)} USD`);

test('An amount of money is read back as it was printed', () => {
  fc.assert(
    fc.property(cents, (amount) => {
      const money = dollars(amount);
      expect(money.micros).toBe(amount * 10_000);
      expect(Money.parse(money.toString()).micros).toBe(money.micros);
      expect(JSON.stringify(money)).toBe(`"${money.toString()}"`);
    }),
  );
});

test('Amounts add up without rounding', () => {
  fc.assert(
    fc.property(cents, cents, (a, b) => expect(dollars(a).plus(dollars(b)).micros).toBe((a + b) * 10_000)),
  );
  expect(dollars(10).plus(dollars(20)).toString()).toBe('0.30 USD');
});

test('An amount times a whole number is as much as adding it up', () => {
  fc.assert(
    fc.property(cents, fc.integer({ min: 0, max: 20 }), (amount, times) => {
      const added = Array.from({ length: times }, () => dollars(amount)).reduce(
        (sum, each) => sum.plus(each),
        Money.ZERO,
      );
      expect(dollars(amount).times(times).micros).toBe(added.micros);
    }),
  );
});

test('A budget is whole dollars, never less than the amount', () => {
  expect(['60 USD', '60.01 USD', '0.99 USD', '0 USD'].map((text) => Money.parse(text).wholeUnits)).toEqual([
    60, 61, 1, 0,
  ]);
});

test.each([
  '',
  '60',
  '60USD',
  '60 usd',
  '60 EUR',
  '$60',
  '60.123 USD',
  '.5 USD',
  '-1 USD',
  '1e3 USD',
  '60  USD',
  '60 USD ',
  '1,000 USD',
  '12345678 USD',
])('%j is not an amount of money: no number goes without its currency', (text) => {
  expect(Money.tryParse(text)).toBeUndefined();
  expect(() => Money.parse(text)).toThrow(
    `"${text}" is not an amount of money: dollars with up to two decimals and the currency: 40 USD, 12.50 USD`,
  );
});

test('An amount is never negative and never beyond what is exact', () => {
  expect(() => Money.parse('1 USD').times(-1)).toThrow('-1000000 millionths of a dollar is not an amount');
  expect(() => Money.parse('9999999 USD').times(1e9)).toThrow('millionths of a dollar is not an amount');
});
