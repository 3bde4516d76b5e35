import { z } from 'zod';
import { taught } from '../input/teach';

/** What becomes of a place between the day on which access is taken away and the day on which it may be destroyed. */
export const HOLD_SCHEMA = taught(
  z.strictObject({
    days: taught(z.int().min(0).max(365), {
      about: 'Days that a held place is kept before "practicum destroy" takes it.',
      allowed: 'a whole number from 0 to 365',
      example: '14',
    }).default(14),
    routes: taught(z.enum(['open', 'closed']), {
      about:
        'Whether the host of a held place still leads to its services. Closed, nothing new starts there either.',
      allowed: 'open or closed',
      example: 'open',
    }).default('open'),
  }),
  {
    about: 'Places of those who left.',
    allowed: 'any of days, routes',
    example: '{ days: 14, routes: closed }',
  },
);

export type HoldConfig = Readonly<z.output<typeof HOLD_SCHEMA>>;
