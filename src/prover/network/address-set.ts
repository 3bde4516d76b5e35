/** First and last address of a run of IPv4 addresses, as numbers. */
type Run = readonly [first: number, last: number];

/** The last IPv4 address. */
const LAST = 2 ** 32 - 1;

/** A set of IPv4 addresses, as runs in order that do not touch. */
export class AddressSet {
  static readonly NONE = new AddressSet([]);

  /** The addresses of a CIDR block; undefined for what is none, such as IPv6. */
  static tryParse(cidr: string): AddressSet | undefined {
    const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
    if (match === null) return undefined;
    const [a, b, c, d, length] = match.slice(1).map(Number) as [number, number, number, number, number];
    if (Math.max(a, b, c, d) > 255 || length > 32) return undefined;
    const size = 2 ** (32 - length);
    const address = ((a * 256 + b) * 256 + c) * 256 + d;
    const first = Math.floor(address / size) * size;
    return new AddressSet([[first, first + size - 1]]);
  }

  static parse(cidr: string): AddressSet {
    const set = AddressSet.tryParse(cidr);
    if (set === undefined) throw new Error(`"${cidr}" is no IPv4 range: write 10.0.0.0/8`);
    return set;
  }

  static of(cidrs: readonly string[]): AddressSet {
    return cidrs.map(AddressSet.parse).reduce((all, each) => all.with(each), AddressSet.NONE);
  }

  private constructor(private readonly runs: readonly Run[]) {}

  get isEmpty(): boolean {
    return this.runs.length === 0;
  }

  with(other: AddressSet): AddressSet {
    const sorted = [...this.runs, ...other.runs].sort(([a], [b]) => a - b);
    const merged: Run[] = [];
    for (const [first, last] of sorted) {
      const before = merged.at(-1);
      if (before !== undefined && first <= before[1] + 1)
        merged[merged.length - 1] = [before[0], Math.max(before[1], last)];
      else merged.push([first, last]);
    }
    return new AddressSet(merged);
  }

  without(other: AddressSet): AddressSet {
    return this.and(other.rest);
  }

  and(other: AddressSet): AddressSet {
    const both: Run[] = [];
    for (const [first, last] of this.runs)
      for (const [from, to] of other.runs)
        if (from <= last && first <= to) both.push([Math.max(first, from), Math.min(last, to)]);
    return new AddressSet(both);
  }

  /** The first address that a machine of it may have: a network's own is none. */
  get firstHost(): AddressSet {
    const [run] = this.runs;
    return run === undefined ? AddressSet.NONE : new AddressSet([[run[0] + 1, run[0] + 1]]);
  }

  /** Its first run as people write it: an address, or two with what is between. */
  toString(): string {
    const [run] = this.runs;
    if (run === undefined) return 'nothing';
    return run[0] === run[1] ? dotted(run[0]) : `${dotted(run[0])} to ${dotted(run[1])}`;
  }

  private get rest(): AddressSet {
    const starts = [0, ...this.runs.map(([, last]) => last + 1)];
    const ends = [...this.runs.map(([first]) => first - 1), LAST];
    const gaps = starts.map((start, index): Run => [start, ends[index]!]);
    return new AddressSet(gaps.filter(([first, last]) => first <= last));
  }
}

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
