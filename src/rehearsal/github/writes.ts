import type { WriteRate } from '../provider/resource-kind';

/** The provider waits between two writes, so that GitHub's limits on many at once are not met. */
export const WRITES: WriteRate = {
  about: 'the provider writes to GitHub one after another',
  perSecond: 1,
  scope: () => 'github',
  source: 'provider github 6.9, write_delay_ms, 2026-11',
};
