import { z } from 'zod';
import { taught } from '../input/teach';

/** What becomes of what pods of places print. */
export const LOGS_SCHEMA = taught(
  z.strictObject({
    perPlace: taught(z.boolean(), {
      about:
        'Whether each place has a log of its own for 30 days, which its members read after their pods are gone; what is kept costs money, without a bound.',
      allowed: 'true or false',
      example: 'true',
    }).default(false),
  }),
  {
    about: 'What becomes of what pods of places print.',
    allowed: 'perPlace',
    example: '{ perPlace: true }',
  },
);
