import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { ThresholdsConfig } from '@grafana/grafana-foundation-sdk/dashboard';
import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';

type Color = 'text' | 'blue' | 'green' | 'orange' | 'red';

/** Colours of a value: one below the first step, then one from each step on, in the panel's unit. */
export interface Levels {
  readonly base: Color;
  readonly steps: readonly { readonly from: number; readonly color: Color }[];
}

/** For what is neither good nor bad: without levels Grafana would paint all from 80 on red. */
export const PLAIN: Levels = { base: 'blue', steps: [] };

/** For a share of something limited. */
export const FULLNESS: Levels = {
  base: 'green',
  steps: [
    { from: 0.8, color: 'orange' },
    { from: 0.95, color: 'red' },
  ],
};

/** For a share of requests that failed. */
export const FAILURES: Levels = {
  base: 'green',
  steps: [
    { from: 0.01, color: 'orange' },
    { from: 0.05, color: 'red' },
  ],
};

/** For what should not be there at all. */
export const TROUBLES: Levels = { base: 'green', steps: [{ from: 1, color: 'red' }] };

/** For the pace of spending: at 1 all of the budget is spent when the term ends. */
export const PACE: Levels = {
  base: 'green',
  steps: [
    { from: 0.9, color: 'orange' },
    { from: 1, color: 'red' },
  ],
};

/** What the course's project asks for, in requests a second. */
export const GOAL_RATE: Levels = { base: 'text', steps: [{ from: 10, color: 'green' }] };

/** What the course's project asks for, in seconds for 99 of 100 requests. */
export const GOAL_P99: Levels = { base: 'green', steps: [{ from: 2, color: 'red' }] };

/** Levels as Grafana takes them: the first has no lower bound. */
export function thresholdsOf({ base, steps }: Levels): Builder<ThresholdsConfig> {
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps([{ value: null, color: base }, ...steps.map(({ from, color }) => ({ value: from, color }))]);
}
