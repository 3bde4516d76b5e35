import { z } from 'zod';
import type { Instant, TimeZone } from '../domain/time';
import { tryParseInstant } from '../domain/time';

const UTC = 'UTC' as TimeZone;

/** A time as Google writes it, to the second: instants of one length order as text, whatever clock they were told by. */
export const scanTime = z.iso.datetime({ offset: true }).transform((text, context): Instant => {
  const instant = tryParseInstant(text, UTC);
  if (instant !== undefined) return instant;
  context.addIssue('no time that can be read');
  return z.NEVER;
});
