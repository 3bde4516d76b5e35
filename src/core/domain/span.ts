import { byText } from './sorting';
import type { Instant } from './time';

/** From one instant up to another, which is not in it. */
export interface Span {
  readonly opens: Instant;
  readonly closes: Instant;
}

/** The same time in as few spans as it takes, in order: none touches or overlaps another. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: { opens: Instant; closes: Instant }[] = [];
  for (const { opens, closes } of [...spans].sort(byText(({ opens }) => opens))) {
    if (opens >= closes) continue;
    const last = result.at(-1);
    if (last === undefined || last.closes < opens) result.push({ opens, closes });
    else if (last.closes < closes) last.closes = closes;
  }
  return result;
}

/** What of `spans` is in none of `others`, in order. */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const cuts = joined(others);
  return joined(spans).flatMap((span) => {
    const pieces: Span[] = [];
    let { opens } = span;
    for (const cut of cuts) {
      if (cut.closes <= opens || cut.opens >= span.closes) continue;
      if (opens < cut.opens) pieces.push({ opens, closes: cut.opens });
      opens = cut.closes;
    }
    return opens < span.closes ? [...pieces, { opens, closes: span.closes }] : pieces;
  });
}

/** Whether the spans have an instant in common. */
export const overlap = (a: Span, b: Span): boolean => a.opens < b.closes && b.opens < a.closes;
