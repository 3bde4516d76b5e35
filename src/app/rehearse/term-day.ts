import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../core/domain/time';

/** The virtual instant at which a day begins, milliseconds since 1970. */
export const instantOf = (day: Day): number => Temporal.Instant.from(`${day}T00:00:00Z`).epochMilliseconds;
