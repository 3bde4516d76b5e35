import fc from 'fast-check';
import type { Span } from '../../../src/core/domain/span';
import { joined, overlap, without } from '../../../src/core/domain/span';
import type { Instant } from '../../../src/core/domain/time';

const hour = (n: number): Instant =>
  new Date(Date.UTC(2027, 0, 1) + n * 3_600_000).toISOString().replace('.000', '') as Instant;
const span = fc.tuple(fc.nat(40), fc.nat(10)).map(([from, length]) => ({
  opens: hour(from),
  closes: hour(from + length),
}));
const spans = fc.array(span, { maxLength: 8 });
const HOURS = Array.from({ length: 52 }, (_, n) => hour(n));
const covers = (all: readonly Span[], at: Instant): boolean =>
  all.some(({ opens, closes }) => opens <= at && at < closes);
const areApart = (all: readonly Span[]): boolean =>
  all.every(({ opens, closes }, index) => opens < closes && (index === 0 || all[index - 1]!.closes < opens));

test('Joined spans cover the same time, in order and apart', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const result = joined(all);
      expect(areApart(result)).toBe(true);
      expect(HOURS.filter((at) => covers(result, at))).toEqual(HOURS.filter((at) => covers(all, at)));
    }),
  );
});

test('What is left without others is in none of them, and nothing else is lost', () => {
  fc.assert(
    fc.property(spans, spans, (all, others) => {
      const result = without(all, others);
      expect(areApart(result)).toBe(true);
      expect(HOURS.filter((at) => covers(result, at))).toEqual(
        HOURS.filter((at) => covers(all, at) && !covers(others, at)),
      );
    }),
  );
});

test('Spans that touch do not overlap', () => {
  const [a, b] = [
    { opens: hour(1), closes: hour(2) },
    { opens: hour(2), closes: hour(3) },
  ];
  expect([overlap(a, b), overlap(b, a), overlap(a, a)]).toEqual([false, false, true]);
});
