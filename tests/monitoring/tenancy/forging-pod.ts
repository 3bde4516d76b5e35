import type { RequestListener } from 'node:http';

/** Limits that a scrape of a tenant's pod is held to. */
export interface ScrapeLimits {
  readonly samples: number;
  readonly bodyBytes: number;
  readonly labels: number;
  readonly labelNameLength: number;
  readonly labelValueLength: number;
}

/** What a forging pod knows of the world. */
export interface Surroundings {
  readonly limits: ScrapeLimits;
  /** Metrics page of the victim, as its pod serves it. */
  readonly victimUrl: string;
}

/** A pod of the forger. */
export interface ForgingPod {
  readonly name: string;
  /** What it tries, a sentence. */
  readonly tries: string;
  /**
   * Annotations beside `prometheus.io/scrape: "true"`; `$port` is the port that it serves on, `$victim` the address of
   * the victim's pod. Without a port among them the default holds.
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Ports that its container declares. @default - none */
  readonly ports?: readonly number[];
  /** @default 'Running' */
  readonly phase?: string;
  answer(surroundings: Surroundings): RequestListener;
  /** What Prometheus makes of it: reads it, fails to, or does not look. */
  readonly scraped: 'up' | 'down' | 'never';
}
