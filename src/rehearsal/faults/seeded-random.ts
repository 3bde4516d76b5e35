import { createHash } from 'node:crypto';

const RANGE = 2 ** 32;

/** Choices that look random and are the same for the same seed on every machine. */
export class SeededRandom {
  private drawn = 0;

  constructor(private readonly seed: number) {}

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.drawn += 1;
    const hash = createHash('sha256').update(`${this.seed}/${this.drawn}`).digest();
    return hash.readUInt32BE(0) / RANGE;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of `items`. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('There is nothing to choose from');
    return items[this.between(0, items.length - 1)]!;
  }
}
