const UNITS = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;
type Unit = keyof typeof UNITS;

/** A span of time, in milliseconds. */
export class Duration {
  static readonly ALLOWED = 'a whole number with a unit ms, s, m or h: 500ms, 2s, 10m';

  static tryParse(text: string): Duration | undefined {
    const match = /^(\d{1,9})(ms|s|m|h)$/.exec(text);
    return match === null ? undefined : new Duration(Number(match[1]) * UNITS[match[2] as Unit]);
  }

  static seconds(seconds: number): Duration {
    return new Duration(seconds * UNITS.s);
  }

  private constructor(readonly millis: number) {}

  get seconds(): number {
    return this.millis / UNITS.s;
  }

  /** As k6 and people write it: in the largest unit that gives a whole number. */
  toString(): string {
    const unit = (['h', 'm', 's', 'ms'] as const).find((each) => this.millis % UNITS[each] === 0)!;
    return `${this.millis / UNITS[unit]}${unit}`;
  }

  toJSON(): string {
    return this.toString();
  }
}
