/** Labels of a series beside its name. */
export type Labels = Readonly<Record<string, string>>;

/** A series and its value at each minute. */
export interface Series {
  readonly name: string;
  readonly labels: Labels;
  valueAt(minute: number): number;
}

/** 2026-02-03 18:00 UTC, in seconds: blocks of Prometheus are two hours long and begin at even hours. */
export const BEGIN = 1_770_141_600;

/** Seconds between two samples. */
export const STEP = 60;

/** Samples of each series: as many as go into one block. */
export const SAMPLES = 120;

/** The last sample, in seconds. */
export const END = BEGIN + (SAMPLES - 1) * STEP;

/** A value that stays. */
export const steady = (name: string, labels: Labels, value: number): Series => ({
  name,
  labels,
  valueAt: () => value,
});

/** A value that swings about `mean` by up to a fifth of it, each series in its own way. */
export const swinging = (name: string, labels: Labels, mean: number): Series => {
  const seed = seedOf(name, labels);
  return { name, labels, valueAt: (minute) => mean * (0.8 + 0.4 * noise(seed + minute)) };
};

/** A counter that grows by about `perSecond`; it never falls. */
export const counter = (name: string, labels: Labels, perSecond: number): Series => {
  const seed = seedOf(name, labels);
  return {
    name,
    labels,
    // The lead over a steady pace is less than a step, so it never falls.
    valueAt: (minute) => Math.floor(perSecond * STEP * (minute + 0.05 * noise(seed + minute))),
  };
};

/** Upper bounds of buckets, in seconds. */
const BOUNDS = [0.1, 0.25, 0.5, 1, 2, 5, Infinity];

export interface HistogramOptions {
  /** Requests a second. */
  readonly perSecond: number;
  /** Seconds that one takes on average, exponentially spread. */
  readonly mean: number;
}

/** Buckets, count and sum of a histogram of latencies. */
export function histogram(name: string, labels: Labels, options: HistogramOptions): readonly Series[] {
  const { perSecond, mean } = options;
  const count = counter(`${name}_count`, labels, perSecond);
  const buckets = BOUNDS.map((bound) => ({
    name: `${name}_bucket`,
    labels: { ...labels, le: bound === Infinity ? '+Inf' : `${bound}` },
    valueAt: (minute: number) => Math.floor(count.valueAt(minute) * (1 - Math.exp(-bound / mean))),
  }));
  const seconds = (minute: number): number => count.valueAt(minute) * mean;
  const sum = { name: `${name}_sum`, labels, valueAt: seconds };
  return [...buckets, count, sum];
}

/** 0 to 1, the same for the same seed: the fractional part of a large sine. */
export function noise(seed: number): number {
  const large = Math.sin(seed) * 43_758.5453;
  return large - Math.floor(large);
}

const seedOf = (name: string, labels: Labels): number =>
  [...`${name}${Object.values(labels).join()}`].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973,
    7,
  );
