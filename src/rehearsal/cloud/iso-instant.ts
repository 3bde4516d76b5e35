import { Temporal } from 'temporal-polyfill';

/** A virtual instant as Google writes it: `2027-01-11T08:00:00Z`. */
export const isoInstant = (milliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds)).toString();
